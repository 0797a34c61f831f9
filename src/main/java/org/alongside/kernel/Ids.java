package org.alongside.kernel;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Makes the ids of everything: UUID version 7 (RFC 9562), so that ids sort by the moment this
/// machine believed it was. The order is a convenience for indexes and people; nothing is decided
/// by it, since clocks are only claims.
///
/// Ids made within one millisecond still rise: the 12 bits beside the time count up.
public final class Ids {
    private static final int SEQUENCE_MAX = 0xFFF;

    private final Clock clock;
    private final RandomGenerator random;
    private long lastMillis;
    private int sequence;

    public Ids(Clock clock) {
        this(clock, new SecureRandom());
    }

    /// With a chosen source of chance, so that a test can repeat itself.
    public Ids(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /// The next id; safe to call from any thread.
    public synchronized UUID next() {
        long now = clock.millis();
        if (now > lastMillis) {
            lastMillis = now;
            sequence = random.nextInt(SEQUENCE_MAX / 2);
        } else if (++sequence > SEQUENCE_MAX) {
            lastMillis++;
            sequence = 0;
        }
        long high = (lastMillis << 16) | 0x7000L | sequence;
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
