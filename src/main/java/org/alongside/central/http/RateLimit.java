package org.alongside.central.http;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// Counts requests of somebody in a window of time, and says when there have been too many. Forgets
/// those it has not heard of for longest, so that it stays small whoever calls.
final class RateLimit {
    private static final int REMEMBERED = 10_000;

    private final Clock clock;
    private final int most;
    private final Duration window;
    private final Map<String, long[]> counts = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, long[]> eldest) {
            return size() > REMEMBERED;
        }
    };

    RateLimit(Clock clock, int most, Duration window) {
        this.clock = clock;
        this.most = most;
        this.window = window;
    }

    /// Counts one more.
    ///
    /// @throws HttpProblem 429 when that is too many
    void count(String who) {
        if (add(who, 1) > most) {
            throw tooMany();
        }
    }

    /// @throws HttpProblem 429 when there is no room for one more; counts nothing
    void expectRoom(String who) {
        if (add(who, 0) >= most) {
            throw tooMany();
        }
    }

    private long add(String who, long more) {
        long now = clock.millis() / window.toMillis();
        synchronized (counts) {
            long[] count = counts.computeIfAbsent(who, key -> new long[] {now, 0});
            if (count[0] != now) {
                count[0] = now;
                count[1] = 0;
            }
            count[1] += more;
            return count[1];
        }
    }

    private static HttpProblem tooMany() {
        return new HttpProblem(429, "too-many-requests", "There were too many tries. Wait a while, then try again.");
    }
}
