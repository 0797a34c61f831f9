package org.alongside.rules.clock;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.alongside.rules.content.Rule;
import org.jspecify.annotations.Nullable;

/// The records of one child's case that clocks read, withdrawn ones left out.
public final class CaseFile {
    private final UUID child;
    private final Map<String, List<Entry>> byType;
    private final List<Exit> exits;
    private final Function<LocalDate, String> planOn;
    private final Map<LocalDate, Boolean> closed = new ConcurrentHashMap<>();

    /// @param exits clocks that somebody said do not apply, or are late for a reason
    /// @param planOn the highest plan on a day (practice 1.5); empty when there is none
    public CaseFile(UUID child, Collection<Entry> entries, List<Exit> exits, Function<LocalDate, String> planOn) {
        this.child = child;
        this.byType = entries.stream().collect(Collectors.groupingBy(Entry::type));
        this.exits = List.copyOf(exits);
        this.planOn = planOn;
    }

    /// The only ways out of a clock besides meeting it; both keep the date in sight (timescales.md 2,
    /// point 6).
    ///
    /// @param trigger the day from which the date counts, so that the next time of an interval is asked
    ///     again; null: whichever
    /// @param late late with a reason, else not applicable
    public record Exit(String rule, @Nullable LocalDate trigger, boolean late, String why) {}

    public UUID child() {
        return child;
    }

    /// Whether there is a record that could start a clock of this rule.
    boolean mayStart(Rule rule) {
        return rule.machine().triggers().stream().anyMatch(trigger -> byType.containsKey(trigger.record()));
    }

    List<Entry> of(String type) {
        return byType.getOrDefault(type, List.of());
    }

    String planOn(LocalDate day) {
        return planOn.apply(day);
    }

    Optional<Exit> exit(String rule, LocalDate trigger) {
        return exits.stream()
                .filter(exit -> exit.rule().equals(rule))
                .filter(exit -> exit.trigger() == null || exit.trigger().equals(trigger))
                .findFirst();
    }

    /// Whether a record of one of the types is open on a day, from its first day to its last.
    boolean isOpen(List<Rule.While> types, LocalDate day) {
        return types.stream()
                .anyMatch(type -> of(type.record()).stream()
                        .filter(entry -> type.when() == null || type.when().holds(entry.inputs()))
                        .anyMatch(entry -> covers(entry, type.from(), type.to(), day)));
    }

    /// The first day of the unbroken run of such records that covers a day.
    Optional<LocalDate> runBegan(List<Rule.While> types, LocalDate day) {
        Optional<LocalDate> began = earliest(types, day);
        for (Optional<LocalDate> before = began; before.isPresent(); ) {
            before = earliest(types, before.get().minusDays(1));
            if (before.isPresent()) {
                began = before;
            }
        }
        return began;
    }

    private Optional<LocalDate> earliest(List<Rule.While> types, LocalDate day) {
        return types.stream()
                .flatMap(type -> of(type.record()).stream()
                        .filter(entry -> type.when() == null || type.when().holds(entry.inputs()))
                        .filter(entry -> covers(entry, type.from(), type.to(), day))
                        .flatMap(entry -> entry.time(type.from()).stream()))
                .map(FactValue::asDay)
                .min(LocalDate::compareTo);
    }

    private static boolean covers(Entry entry, String from, String to, LocalDate day) {
        Optional<LocalDate> begins = entry.time(from).map(FactValue::asDay);
        boolean ended =
                entry.time(to).map(FactValue::asDay).filter(day::isAfter).isPresent();
        return begins.isPresent() && !begins.get().isAfter(day) && !ended;
    }

    /// Whether the case was closed by a day and not opened by a referral since.
    boolean isClosed(LocalDate day) {
        return closed.computeIfAbsent(day, this::closed);
    }

    private boolean closed(LocalDate day) {
        Optional<LocalDate> closed = latest("case_closure", "closed_on", day);
        Optional<LocalDate> referred = latest("referral", "received_on", day);
        return closed.isPresent()
                && referred.filter(on -> on.isAfter(closed.get())).isEmpty();
    }

    private Optional<LocalDate> latest(String type, String field, LocalDate day) {
        return of(type).stream()
                .flatMap(entry -> entry.time(field).stream())
                .map(FactValue::asDay)
                .filter(on -> !on.isAfter(day))
                .max(LocalDate::compareTo);
    }
}
