package org.alongside.rules.content;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.alongside.rules.Condition;
import org.alongside.rules.Vocabulary;
import org.jspecify.annotations.Nullable;

/// A timescale rule: what the law or practice says, in words, and the same as [Machine], which is
/// what runs.
///
/// @param status what kind of source binds
/// @param tightenOnly a council may make it shorter, never longer
/// @param responsible who has to do it, in words
/// @param confidence how well the source was checked
public record Rule(
        String id,
        String title,
        String domain,
        List<String> appliesTo,
        String trigger,
        @Nullable String dependence,
        Status status,
        String authority,
        boolean tightenOnly,
        @Nullable String commonDefault,
        String responsible,
        String metBy,
        @Nullable String childSeen,
        List<Integer> paragraphs,
        Confidence confidence,
        List<Source> sources,
        @Nullable String notes,
        Effective effective,
        int version,
        Machine machine) {

    /// The same rule for triggers between two days only.
    Rule during(@Nullable LocalDate from, @Nullable LocalDate to) {
        return new Rule(
                id,
                title,
                domain,
                appliesTo,
                trigger,
                dependence,
                status,
                authority,
                tightenOnly,
                commonDefault,
                responsible,
                metBy,
                childSeen,
                paragraphs,
                confidence,
                sources,
                notes,
                effective.during(from, to),
                version,
                machine);
    }

    /// Whose rule it is.
    public enum Status {
        ACT,
        REGULATIONS,
        STATUTORY_GUIDANCE,
        NATIONAL_NON_STATUTORY,
        COURT_RULE,
        LOCAL
    }

    /// How far the value was checked against its source.
    public enum Confidence {
        VERIFIED_PRIMARY,
        VERIFIED_SECONDARY,
        COMMON_KNOWLEDGE_NOT_FOUND
    }

    public record Source(@Nullable String title, @Nullable String url) {}

    /// @param from null: always
    /// @param to null: until further notice
    public record Effective(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String note) {
        /// Whether it is in force on the day of a trigger.
        public boolean covers(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
        }

        /// What of it lies between two days.
        Effective during(@Nullable LocalDate first, @Nullable LocalDate last) {
            boolean later = first != null && (from == null || from.isBefore(first));
            boolean earlier = last != null && (to == null || to.isAfter(last));
            return new Effective(later ? first : from, earlier ? last : to, note);
        }
    }

    /// The kinds of clock (timescales.md 5a).
    public enum Kind {
        DEADLINE,
        INTERVAL,
        LIMIT,
        MILESTONE,
        GATE,
        NOT_BEFORE,
        LOOK_BACK,
        RETENTION,
        MEASURE,
        THRESHOLD,
        AS_SET;

        /// Whether its date can be missed; the others are shown and never late.
        public boolean canBeLate() {
            return switch (this) {
                case DEADLINE, INTERVAL, LIMIT, MILESTONE, AS_SET -> true;
                case GATE, NOT_BEFORE, LOOK_BACK, RETENTION, MEASURE, THRESHOLD -> false;
            };
        }

        /// Of two readings it takes the later: it says when something may be done at the earliest.
        public boolean takesTheLater() {
            return this == RETENTION || this == NOT_BEFORE;
        }
    }

    /// The form of a rule that runs.
    ///
    /// @param beside the records beside which it lives; empty: it needs none
    /// @param facts the facts it takes, and when each is required
    /// @param vocabulary the names that its conditions may use
    public record Machine(
            Kind kind,
            List<Happening> triggers,
            List<While> beside,
            @Nullable Condition appliesWhen,
            Counting due,
            @Nullable Repeat repeat,
            Meeting metBy,
            @Nullable Guard guards,
            Map<String, Condition> facts,
            @Nullable String notComputableBecause,
            Vocabulary vocabulary) {

        /// Whether it counts from a moment, in hours.
        public boolean countsHours() {
            return facts.containsKey("trigger_at");
        }
    }

    /// A record that starts a clock.
    ///
    /// @param at the field that holds when
    public record Happening(String record, @Nullable Condition when, String at) {}

    public record While(
            String record, String from, String to, @Nullable Condition when) {}

    /// How a date is worked out.
    ///
    /// @param from the fact it counts from, or `trigger`
    /// @param stated the fact that holds a date which outranks the count
    /// @param totalBefore the fact that holds how much of the total is used up
    /// @param fixed month and day, `07-31`
    public record Counting(
            How how,
            Amount amount,
            @Nullable String from,
            boolean countTriggerDay,
            boolean before,
            boolean rolls,
            @Nullable String stated,
            @Nullable String totalBefore,
            @Nullable String fixed,
            List<String> notLaterThan,
            List<String> notEarlierThan,
            List<Case> cases) {}

    /// @param value national; a council may only tighten it
    /// @param proposed a local number, until the council adopts one
    /// @param valueFrom the fact that holds days agreed for this child
    public record Amount(
            @Nullable Unit unit,
            @Nullable Integer value,
            @Nullable Integer proposed,
            @Nullable String valueFrom) {}

    /// Replaces the amount while its condition holds.
    public record Case(
            Condition when,
            Amount amount,
            @Nullable String from,
            @Nullable Boolean countTriggerDay) {}

    /// What a date is made from.
    public enum How {
        COUNT,
        TOTAL,
        AT_EVENT,
        FIXED_DATE,
        AS_SET,
        NONE
    }

    /// @param fromLastMet else from the trigger each time
    /// @param until when it runs no longer
    /// @param restarts a later trigger begins it again
    public record Repeat(boolean fromLastMet, @Nullable Condition until, boolean restarts) {}

    /// @param since `trigger`, `while` or a field of the trigger's record; null: any day
    public record Meeting(List<MetBy> of, @Nullable String since) {}

    /// What meets a rule.
    public record MetBy(
            List<String> records,
            @Nullable Condition when,
            String at,
            Tie tie,
            @Nullable String link,
            @Nullable ChildMustBe childMustBe) {}

    /// How what meets a rule belongs to what triggered it.
    public enum Tie {
        SAME,
        CHILD,
        LINK,
        WORKER,
        SERVICE
    }

    public enum ChildMustBe {
        SEEN,
        SEEN_ALONE
    }

    /// The field that may not be filled without a reason while a gate is open, or before a day.
    public record Guard(String record, String field) {}
}
