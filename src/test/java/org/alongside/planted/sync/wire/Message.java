package org.alongside.planted.sync.wire;

import org.alongside.planted.record.Stream;

/// Innocent: what travels.
public class Message {
    public Stream stream;
}
