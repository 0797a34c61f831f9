package org.alongside.planted.visit;

/// Innocent: a record type.
public class Visit {}
