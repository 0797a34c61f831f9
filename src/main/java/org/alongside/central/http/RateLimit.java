package org.alongside.central.http;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// Counts requests of somebody in a window of time, and says when there have been too many. Forgets
/// those it has not heard of for longest, so that it stays small whoever calls.
final class RateLimit {
    private static final int REMEMBERED = 10_000;

    private final Clock clock;
    private final int most;
    private final Duration window;
    private final Function<Duration, String> words;
    private final Map<String, long[]> counts = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, long[]> eldest) {
            return size() > REMEMBERED;
        }
    };

    /// @param words what to say to one who has to wait so long
    RateLimit(Clock clock, int most, Duration window, Function<Duration, String> words) {
        this.clock = clock;
        this.most = most;
        this.window = window;
        this.words = words;
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

    /// How long it is to the next window is told, so that a laptop does not ask sooner.
    private HttpProblem tooMany() {
        long left = window.toMillis() - clock.millis() % window.toMillis();
        Duration wait = Duration.ofSeconds((left + 999) / 1000);
        return new HttpProblem(429, "too-many-requests", words.apply(wait), wait);
    }
}
