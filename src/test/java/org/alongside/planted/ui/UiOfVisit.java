package org.alongside.planted.ui;

import org.alongside.planted.visit.Visit;

/// Offends 6: the kit may use the kernel only.
public class UiOfVisit {
    public Visit visit;
}
