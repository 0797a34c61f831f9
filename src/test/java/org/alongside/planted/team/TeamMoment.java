package org.alongside.planted.team;

import java.time.Instant;

/// Offends 7: the moment and the milliseconds of the machine.
public class TeamMoment {
    public Instant moment() {
        return Instant.now();
    }

    public long milliseconds() {
        return System.currentTimeMillis();
    }
}
