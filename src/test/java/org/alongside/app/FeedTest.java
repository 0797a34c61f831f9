package org.alongside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.alongside.sync.SyncStatus;
import org.alongside.sync.SyncStatus.Link;
import org.alongside.ui.Sending;
import org.junit.jupiter.api.Test;

class FeedTest {
    private static final Instant CHECKED = Instant.parse("2026-11-18T08:55:00Z");
    private static final Instant SINCE = Instant.parse("2026-11-18T09:12:00Z");

    private static Sending.Link shown(Link link) {
        return Feed.link(new SyncStatus(link, 3, 0, null, null), CHECKED);
    }

    @Test
    void eachStateOfTheEngineHasItsWordInTheOneVocabulary() {
        assertThat(shown(new Link.Resting())).isEqualTo(new Sending.Link.InTouch(CHECKED));
        assertThat(shown(new Link.Fetching())).isEqualTo(new Sending.Link.InTouch(CHECKED));
        assertThat(shown(new Link.Sending(2, 3))).isEqualTo(new Sending.Link.Passing(2, 3));
        assertThat(shown(new Link.Offline(SINCE))).isEqualTo(new Sending.Link.Offline(SINCE));
        assertThat(shown(new Link.CannotReach("service-not-reached", "…", Duration.ofMinutes(5))))
                .isEqualTo(new Sending.Link.CannotReach(Duration.ofMinutes(5)));
    }

    @Test
    void accessThatEndedIsSaidInWordsAndNotAsACode() {
        assertThat(shown(new Link.Ended("device-revoked")))
                .isInstanceOfSatisfying(
                        Sending.Link.Ended.class,
                        ended -> assertThat(ended.words()).contains("access").doesNotContain("device-revoked"));
    }
}
