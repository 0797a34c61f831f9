package org.alongside.planted.chronology;

import org.alongside.planted.chronology.store.ChronologyRows;

/// Offends 5: a root sees its own store (and 6: a cycle).
public class ChronologyList {
    public ChronologyRows rows;
}
