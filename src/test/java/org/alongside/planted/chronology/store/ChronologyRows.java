package org.alongside.planted.chronology.store;

import org.alongside.planted.chronology.ChronologyList;

/// Innocent: a store sees its root.
public class ChronologyRows {
    public ChronologyList list;
}
