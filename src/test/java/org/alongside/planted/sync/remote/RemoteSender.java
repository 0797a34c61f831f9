package org.alongside.planted.sync.remote;

import java.net.http.HttpClient;

/// Innocent: HTTP where the service is checked.
public class RemoteSender {
    public HttpClient client;
}
