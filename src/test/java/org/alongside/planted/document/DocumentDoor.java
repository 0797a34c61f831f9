package org.alongside.planted.document;

import org.alongside.planted.document.view.DocumentView;

/// Offends 5: a root sees its own view.
public class DocumentDoor {
    public DocumentView view;
}
