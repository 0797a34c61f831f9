package org.alongside.planted.sync;

import java.net.http.HttpClient;

/// Offends 3: HTTP beside the place where the service is checked.
public class SyncSender {
    public HttpClient client;
}
