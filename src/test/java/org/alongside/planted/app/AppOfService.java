package org.alongside.planted.app;

import org.alongside.planted.central.http.Answer;

/// Offends 6: the client sees the service.
public class AppOfService {
    public Answer answer;
}
