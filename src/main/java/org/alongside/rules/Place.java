package org.alongside.rules;

/// A place in the text of a condition; both count from 1, columns in UTF-16 units.
public record Place(int line, int column) {}
