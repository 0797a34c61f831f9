package org.alongside.planted.cellar;

/// Offends 6: no room of the table.
public class Cellar {}
