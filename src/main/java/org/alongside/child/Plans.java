package org.alongside.child;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.kernel.Clocks;
import org.alongside.record.Amended;
import org.alongside.record.Change;
import org.alongside.record.RecordState;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A child's plan, read from the records that began and ended one; it is kept nowhere else.
public final class Plans {
    /// The record types that begin a plan.
    public static final Set<String> TYPES = Set.of(
            "section_47_enquiry",
            "child_protection_plan",
            "care_period",
            "private_fostering_arrangement",
            "child_in_need_plan");

    private Plans() {}

    /// The kinds of practice 1.5, the highest first.
    public enum Kind {
        S47,
        CP,
        CLA,
        PF,
        CIN
    }

    /// A time on a plan.
    ///
    /// @param start null when nobody knows
    /// @param end the first day without it; null while it runs
    public record Period(
            UUID record,
            Kind kind,
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            boolean withdrawn) {

        /// Whether a day lies in it: from the day it began to the day before it ended.
        public boolean covers(LocalDate day) {
            return !withdrawn && (start == null || !start.isAfter(day)) && (end == null || end.isAfter(day));
        }
    }

    /// The times on a plan that a child's records tell of, the earliest first.
    public static List<Period> of(Collection<RecordState> records) {
        return records.stream()
                .flatMap(state -> period(state).stream())
                .sorted(Comparator.comparing(Period::start, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(Period::kind)
                        .thenComparing(Period::record))
                .toList();
    }

    /// The highest plan on a day (practice 1.5). Of two of one kind the one that began first counts, so
    /// that "since" does not jump.
    public static Optional<Period> highest(Collection<Period> periods, LocalDate day) {
        return periods.stream()
                .filter(period -> period.covers(day))
                .min(Comparator.comparing(Period::kind)
                        .thenComparing(Period::start, Comparator.nullsFirst(Comparator.naturalOrder())));
    }

    /// The time on a plan that one record tells of; empty when the record is no plan, such as early
    /// help.
    public static Optional<Period> period(RecordState state) {
        return switch (state.type()) {
            case "section_47_enquiry" ->
                Optional.of(period(state, Kind.S47, Amended.value(state, "record"), enquiryEnd(state)));
            case "child_protection_plan" ->
                Optional.of(period(state, Kind.CP, Amended.value(state, "begun"), ended(state)));
            case "care_period" -> Optional.of(period(state, Kind.CLA, Amended.value(state, "record"), ended(state)));
            case "private_fostering_arrangement" -> {
                ObjectNode record = Amended.value(state, "record");
                if (day(record, "started_on") == null && day(record, "aware_on") != null) {
                    record.set("started_on", record.path("aware_on"));
                }
                yield Optional.of(period(state, Kind.PF, record, ended(state)));
            }
            case "child_in_need_plan" -> {
                ObjectNode record = Amended.value(state, "record");
                yield record.path("kind").stringValue("").equals("early_help")
                        ? Optional.empty()
                        : Optional.of(period(state, Kind.CIN, record, ended(state)));
            }
            default -> Optional.empty();
        };
    }

    private static Period period(RecordState state, Kind kind, ObjectNode begun, @Nullable LocalDate end) {
        return new Period(
                state.record(),
                kind,
                day(begun, "started_on"),
                end,
                state.withdrawal().isPresent());
    }

    private static @Nullable LocalDate ended(RecordState state) {
        return day(Amended.value(state, "ended"), "ended_on");
    }

    /// An enquiry ends on the day of its outcome, else of the decision about a conference. History may
    /// know the outcome and not its day: then it was over by the day that this was kept.
    private static @Nullable LocalDate enquiryEnd(RecordState state) {
        ObjectNode outcome = Amended.value(state, "outcome");
        LocalDate on = day(outcome, "outcome_on");
        if (on == null) {
            on = day(outcome, "conference_decided_on");
        }
        boolean known = outcome.path("outcome").isString()
                || outcome.path("conference_decision").isString();
        if (on == null && known) {
            on = state.current("outcome").map(Change::at).map(Clocks::day).orElse(null);
        }
        return on;
    }

    private static @Nullable LocalDate day(JsonNode value, String field) {
        JsonNode day = value.path(field);
        try {
            return day.isString() ? LocalDate.parse(day.stringValue()) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
