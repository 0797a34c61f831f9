package org.alongside.planted.kernel;

import java.time.Instant;

/// Innocent: the kernel reads the machine's clock.
public class Tick {
    public Instant moment() {
        return Instant.now();
    }
}
