package org.alongside.planted.central.http;

import org.alongside.planted.sync.wire.Message;

/// Innocent: the service sees the messages of sync.
public class Answer {
    public Message message;
}
