package org.alongside.ui;

import java.time.Duration;
import java.time.Instant;
import org.alongside.kernel.Texts;
import org.alongside.ui.Sending.Link;

/// The one vocabulary for sending and receiving (windows.md, D1), from the one fact.
public final class SendingWords {
    private SendingWords() {}

    /// How things stand, for the panel: "Working offline since 09:12".
    public static String link(Link link) {
        return switch (link) {
            case Link.InTouch(Instant at) ->
                at == null ? Texts.of("ui.link-quiet") : Texts.of("ui.link-in-touch", Words.time(at));
            case Link.Offline(Instant since) -> Texts.of("ui.link-offline", Words.time(since));
            case Link.CannotReach(Duration again) -> Texts.of("ui.link-cannot-reach", minutes(again));
            case Link.Passing(int done, int of) -> Texts.of("ui.link-passing", done, of);
            case Link.Ended(String words) -> words;
        };
    }

    /// The same, short enough for the status line.
    public static String shortly(Link link) {
        return switch (link) {
            case Link.CannotReach ignored -> Texts.of("ui.link-cannot-reach-short");
            case Link.Ended ignored -> Texts.of("ui.link-ended-short");
            case Link.InTouch ignored -> link(link);
            case Link.Offline ignored -> link(link);
            case Link.Passing ignored -> link(link);
        };
    }

    public static String icon(Link link) {
        return switch (link) {
            case Link.InTouch ignored -> "mdoal-cloud_done";
            case Link.Offline ignored -> "mdomz-wifi_off";
            case Link.CannotReach ignored -> "mdoal-cloud_off";
            case Link.Passing ignored -> "mdoal-cloud_upload";
            case Link.Ended ignored -> "mdoal-lock";
        };
    }

    /// "3 changes on this laptop, not yet with the council".
    public static String waiting(int toSend) {
        return Texts.of("ui.waiting", toSend);
    }

    public static String toSend(int toSend) {
        return Texts.of("ui.to-send", toSend);
    }

    public static String toDecide(int toDecide) {
        return Texts.of("ui.to-decide", toDecide);
    }

    private static long minutes(Duration duration) {
        return Math.max(1, Math.ceilDiv(duration.toSeconds(), 60L));
    }
}
