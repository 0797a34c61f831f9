package org.alongside.planted.document.view;

import org.alongside.planted.child.store.ChildRows;

/// Offends 5: a view sees another room's store.
public class DocumentView {
    public ChildRows rows;
}
