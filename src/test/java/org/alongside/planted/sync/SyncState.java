package org.alongside.planted.sync;

/// Innocent.
public class SyncState {}
