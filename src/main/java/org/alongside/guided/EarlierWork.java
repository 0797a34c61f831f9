package org.alongside.guided;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.alongside.child.ChildSummary;
import org.alongside.child.Plans;
import org.alongside.record.Amended;
import org.alongside.record.CaseLog;
import org.alongside.record.RecordState;
import org.jspecify.annotations.Nullable;

/// Work with a family that was closed before: what a new record begins from, so that a new baby, home or
/// worker does not begin the history again.
///
/// @param type the record type
/// @param from null when nobody knows
/// @param ending why it ended, or its outcome, as the record has it; may be empty
public record EarlierWork(
        ChildSummary child,
        UUID record,
        String type,
        @Nullable LocalDate from,
        LocalDate to,
        String ending) {

    /// The newest first; what was done for brothers and sisters together is one line.
    static List<EarlierWork> of(CaseLog log, List<ChildSummary> children, UUID except, LocalDate today) {
        var all = new ArrayList<EarlierWork>();
        var seen = new HashSet<String>();
        for (ChildSummary child : children) {
            for (RecordState state : log.records(child.stream())) {
                if (state.withdrawal().isPresent() || state.record().equals(except)) {
                    continue;
                }
                work(child, state, today)
                        .filter(one -> seen.add(one.type() + one.from() + one.to()))
                        .ifPresent(all::add);
            }
        }
        all.sort(java.util.Comparator.comparing(EarlierWork::to).reversed());
        return List.copyOf(all);
    }

    private static java.util.Optional<EarlierWork> work(ChildSummary child, RecordState state, LocalDate today) {
        if (state.type().equals("child_and_family_assessment")) {
            var signed = Amended.value(state, "authorised");
            return org.alongside.rules.DateText.day(signed.path("authorised_on").asString(""))
                    .map(on -> new EarlierWork(
                            child,
                            state.record(),
                            state.type(),
                            org.alongside.rules.DateText.day(
                                            state.value("record", "started_on").asString(""))
                                    .orElse(null),
                            on,
                            signed.path("outcome").asString("")));
        }
        return Plans.period(state)
                .filter(period -> period.end() != null && !period.end().isAfter(today))
                .map(period -> new EarlierWork(
                        child,
                        state.record(),
                        state.type(),
                        period.start(),
                        java.util.Objects.requireNonNull(period.end()),
                        Amended.value(state, "ended").path("end_reason").asString("")));
    }
}
