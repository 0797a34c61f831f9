package org.alongside.planted.child;

import org.jooq.DSLContext;

/// Offends 2: jOOQ in a capability's root.
public class ChildTable {
    public DSLContext sql;
}
