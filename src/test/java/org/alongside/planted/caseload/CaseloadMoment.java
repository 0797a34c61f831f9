package org.alongside.planted.caseload;

import java.time.Clock;
import java.time.Instant;

/// Innocent: a clock that was handed in.
public class CaseloadMoment {
    public Instant moment(Clock clock) {
        return Instant.now(clock);
    }
}
