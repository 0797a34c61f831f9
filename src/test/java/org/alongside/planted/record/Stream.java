package org.alongside.planted.record;

/// Innocent.
public class Stream {}
