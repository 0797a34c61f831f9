package org.alongside.guided;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.child.ChildSummary;
import org.alongside.chronology.Chronology;
import org.jspecify.annotations.Nullable;

/// Each earlier worry of the chronology beside what is newer, so that history is answered and not only
/// listed (windows.md D7a). Good things and contacts are no worries.
///
/// @param pairs the earlier worries, the oldest first, each with the newer event that is most like it
/// @param newer the newer worries, the newest first
public record ThenAndNow(List<Pair> pairs, List<Event> newer) {
    /// The members of an answer.
    public static final String ANSWER = "answer";

    public static final String WHY = "why";
    public static final String NOW = "now";

    /// What may be answered.
    public enum Answer {
        SAME("same", false),
        NOT_SAME("not_same", true),
        CANNOT_TELL("cannot_tell", false),
        NOT_RELEVANT("not_relevant", true);

        private final String word;
        private final boolean needsWhy;

        Answer(String word, boolean needsWhy) {
            this.word = word;
            this.needsWhy = needsWhy;
        }

        public String word() {
            return word;
        }

        /// Whether it says how that is known, or why.
        public boolean needsWhy() {
            return needsWhy;
        }

        public static Optional<Answer> find(String word) {
            for (Answer answer : values()) {
                if (answer.word.equals(word)) {
                    return Optional.of(answer);
                }
            }
            return Optional.empty();
        }
    }

    /// An event in the case of one child.
    public record Event(ChildSummary child, Chronology.Entry entry) {
        public UUID record() {
            return entry.record();
        }
    }

    /// @param now null where nothing newer is like it
    public record Pair(Event then, @Nullable Event now) {}

    public ThenAndNow {
        pairs = List.copyOf(pairs);
        newer = List.copyOf(newer);
    }

    /// @param begun the day the record began on
    static ThenAndNow of(Chronology chronology, List<ChildSummary> children, GuidedSettings settings, LocalDate begun) {
        LocalDate line = begun.minusDays(settings.newerDays());
        var seen = new HashSet<String>();
        var earlier = new ArrayList<Event>();
        var newer = new ArrayList<Event>();
        for (ChildSummary child : children) {
            List<Chronology.Entry> worries = chronology.of(child.id()).stream()
                    .filter(entry ->
                            !entry.isWithdrawn() && settings.concernKinds().contains(entry.kind()))
                    .toList();
            for (Chronology.Entry entry : worries) {
                boolean toldBetter = !entry.isEntry()
                        && worries.stream()
                                .anyMatch(other -> other.isEntry()
                                        && other.on().equals(entry.on())
                                        && other.kind().equals(entry.kind()));
                // What befell brothers and sisters alike is one worry.
                if (!toldBetter && seen.add(entry.on() + entry.kind() + entry.what())) {
                    (entry.on().isBefore(line) ? earlier : newer).add(new Event(child, entry));
                }
            }
        }
        earlier.sort(java.util.Comparator.comparing(event -> event.entry().on()));
        newer.sort(java.util.Comparator.comparing((Event event) -> event.entry().on())
                .reversed());
        var used = new HashSet<UUID>();
        var pairs = new ArrayList<Pair>();
        for (Event then : earlier) {
            Event now = like(then, newer, used);
            if (now != null) {
                used.add(now.record());
            }
            pairs.add(new Pair(then, now));
        }
        return new ThenAndNow(pairs, newer);
    }

    /// Of the same kind, else from the same source; one that no other worry has yet, if there is one.
    private static @Nullable Event like(Event then, List<Event> newer, Set<UUID> used) {
        return newer.stream()
                .filter(event -> event.entry().kind().equals(then.entry().kind()))
                .min(java.util.Comparator.comparing(event -> used.contains(event.record())))
                .or(() -> newer.stream()
                        .filter(event -> !then.entry().source().isEmpty()
                                && event.entry()
                                        .source()
                                        .equalsIgnoreCase(then.entry().source()))
                        .min(java.util.Comparator.comparing(event -> used.contains(event.record()))))
                .orElse(null);
    }
}
