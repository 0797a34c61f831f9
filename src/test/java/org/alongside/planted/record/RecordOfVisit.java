package org.alongside.planted.record;

import org.alongside.planted.visit.Visit;

/// Offends 6: an early room sees a late one.
public class RecordOfVisit {
    public Visit visit;
}
