package org.alongside.rules.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Texts;
import org.alongside.rules.content.Rule;
import org.alongside.rules.content.Unit;
import org.alongside.rules.content.Word;
import org.jspecify.annotations.Nullable;

/// Says in words how a date came about: what it counts from, how far, which days were left out, by
/// which rule, from which source (timescales.md 2, point 8).
final class Explanation {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

    private final Rule rule;
    private final WorkingDays calendar;

    Explanation(Rule rule, WorkingDays calendar) {
        this.rule = rule;
        this.calendar = calendar;
    }

    String whole(
            String how,
            LocalDate counted,
            LocalDate bound,
            LocalDate day,
            @Nullable Instant moment,
            List<LocalDate> skipped) {
        var text = new StringBuilder(how);
        skippedWords(skipped).ifPresent(words -> add(text, "skipped", words));
        if (!bound.equals(counted)) {
            add(text, bound.isBefore(counted) ? "not-later" : "not-earlier", SHORT.format(bound));
        }
        if (!day.equals(bound)) {
            add(text, "rolled", SHORT.format(day));
        }
        if (moment == null) {
            add(text, "day." + Word.of(rule.machine().kind()), DAY.format(day));
        } else {
            add(text, "moment", MOMENT.format(moment.atZone(Clocks.LONDON)), DAY.format(day));
        }
        if (!skipped.isEmpty() && !calendar.isKnown(day)) {
            add(text, "calendar-ends", SHORT.format(calendar.lastKnown()));
        }
        return text.append(' ').append(source()).toString();
    }

    String count(FactValue from, int number, Unit unit, boolean before, boolean firstDay, boolean metBefore) {
        String key = "rules.clock.count." + (before ? "before" : firstDay ? "first-day" : "after");
        String start = from instanceof FactValue.Moment(var at) && unit == Unit.HOURS
                ? Texts.of(
                        "rules.clock.moment-short", MOMENT.format(at.atZone(Clocks.LONDON)), SHORT.format(from.asDay()))
                : SHORT.format(from.asDay());
        String what = metBefore ? Texts.of("rules.clock.last-met") : rule.trigger();
        return Texts.of(key, length(number, unit), start, what);
    }

    String stated(FactValue stated) {
        return Texts.of("rules.clock.stated", SHORT.format(stated.asDay()));
    }

    String atEvent(FactValue from) {
        return Texts.of("rules.clock.at-event", SHORT.format(from.asDay()), rule.trigger());
    }

    String fixed(FactValue from) {
        return Texts.of("rules.clock.fixed", SHORT.format(from.asDay()));
    }

    String proposed() {
        return Texts.of("rules.clock.proposed");
    }

    String stricter() {
        return Texts.of("rules.clock.stricter");
    }

    String notApplicable() {
        return Texts.of("rules.clock.not-applicable") + " " + source();
    }

    String over() {
        return Texts.of("rules.clock.over") + " " + source();
    }

    String withoutDate() {
        String because = rule.machine().notComputableBecause();
        return (because == null ? Texts.of("rules.clock.without-date") : because) + " " + source();
    }

    String fromUnknown() {
        return Texts.of("rules.clock.from-unknown") + " " + source();
    }

    String noTerms() {
        return Texts.of("rules.clock.no-terms") + " " + source();
    }

    /// The council has adopted no number: the proposal is told, and what would come of it is not.
    String notSet(Rule.Amount amount, FactSet facts) {
        String words = amount.proposed() == null || amount.unit() == null
                ? Texts.of("rules.clock.as-set")
                : Texts.of(
                        "rules.clock.not-set",
                        length(amount.proposed(), amount.unit()),
                        SHORT.format(facts.base().asDay()));
        return words + " " + source();
    }

    static String length(int number, Unit unit) {
        String key = "rules.clock.unit." + Word.of(unit);
        return Texts.of(number == 1 ? key + ".one" : key, String.valueOf(number));
    }

    private String source() {
        return Texts.of("rules.clock.source", rule.title(), String.valueOf(rule.version()), rule.authority());
    }

    /// "3 weekends and Christmas Day (25 December 2026)".
    private Optional<String> skippedWords(List<LocalDate> skipped) {
        long weekendDays = skipped.stream().filter(WorkingDays::isWeekend).count();
        String weekends = weekendDays == 0
                ? ""
                : Texts.of(
                        weekendDays == 1 ? "rules.clock.weekend-days.one" : "rules.clock.weekend-days",
                        String.valueOf(weekendDays));
        String holidays = skipped.stream()
                .filter(day -> !WorkingDays.isWeekend(day))
                .map(day -> calendar.holiday(day).orElse("") + " (" + SHORT.format(day) + ")")
                .collect(Collectors.joining(", "));
        if (weekends.isEmpty() && holidays.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                weekends.isEmpty() || holidays.isEmpty()
                        ? weekends + holidays
                        : Texts.of("rules.clock.and", weekends, holidays));
    }

    private static void add(StringBuilder text, String key, String... arguments) {
        text.append(' ').append(Texts.of("rules.clock." + key, (Object[]) arguments));
    }
}
