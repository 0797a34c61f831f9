package org.alongside.planted.child.store;

import org.alongside.planted.store.Gate;
import org.jooq.DSLContext;

/// Innocent: jOOQ in a store, and the store from a store.
public class ChildRows {
    public DSLContext sql;
    public Gate gate;
}
