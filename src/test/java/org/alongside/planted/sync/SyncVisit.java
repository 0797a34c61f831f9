package org.alongside.planted.sync;

import org.alongside.planted.visit.Visit;

/// Offends 4: sync knows a record type.
public class SyncVisit {
    public Visit visit;
}
