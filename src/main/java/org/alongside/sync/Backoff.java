package org.alongside.sync;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.alongside.kernel.Limits;

/// How long to wait before the next sync: after one that came through a minute or two, after failures
/// exponentially longer with full jitter, so that a council's laptops do not come back all at once.
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration QUIET_LEAST = Duration.ofSeconds(60);
    private static final Duration QUIET_MOST = Duration.ofSeconds(120);
    private static final int DOUBLINGS_MAX = 16;

    private final RandomGenerator random;
    private int failures;
    private Duration atLeast = Duration.ZERO;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    synchronized void succeeded() {
        failures = 0;
        atLeast = Duration.ZERO;
    }

    /// @param leastPause what the service asked for, or zero
    synchronized void failed(Duration leastPause) {
        failures++;
        atLeast = leastPause;
    }

    /// A person pressed "sync now".
    synchronized void reset() {
        succeeded();
    }

    /// A pause chosen anew at each call.
    synchronized Duration next() {
        if (failures == 0) {
            long spread = QUIET_MOST.minus(QUIET_LEAST).toMillis();
            return QUIET_LEAST.plusMillis(random.nextLong(spread));
        }
        long most = FIRST.toMillis() << Math.min(failures - 1, DOUBLINGS_MAX);
        Duration jittered = Duration.ofMillis(1 + random.nextLong(Math.min(most, Limits.RETRY_PAUSE_MAX.toMillis())));
        Duration pause = jittered.compareTo(atLeast) < 0 ? atLeast : jittered;
        return pause.compareTo(Limits.RETRY_PAUSE_MAX) > 0 ? Limits.RETRY_PAUSE_MAX : pause;
    }
}
