package org.alongside.rules.clock;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.alongside.record.RecordType;
import org.alongside.record.RecordTypes;
import org.alongside.rules.content.ContentFile.RuleBook;
import org.alongside.rules.content.Fact;
import org.alongside.rules.content.Rule;
import org.alongside.rules.content.Unit;
import tools.jackson.databind.JsonNode;

/// Reads the facts of one clock from a child's records, as the declaration of each says which record
/// (`source.pick`).
final class FactFinder {
    private static final Pattern RULE = Pattern.compile("rule == '([a-z0-9-]+)'");
    private static final List<String> ENDS = List.of("ended_on", "to_on", "ended_at", "mended_on");

    private final RuleBook book;
    private final CaseFile file;
    private final Entry trigger;
    private final LocalDate started;
    private final LocalDate base;
    private final LocalDate today;

    FactFinder(RuleBook book, CaseFile file, Entry trigger, LocalDate started, LocalDate base, LocalDate today) {
        this.book = book;
        this.file = file;
        this.trigger = trigger;
        this.started = started;
        this.base = base;
        this.today = today;
    }

    /// Facts that only follow from others are left out: [FactSet] derives them.
    ///
    /// @param beside what the rule lives beside
    /// @param otherRule the date of another rule's clock
    Optional<FactValue> find(String name, List<Rule.While> beside, Function<String, Optional<LocalDate>> otherRule) {
        Fact fact = book.facts().get(name);
        Fact.Source source = fact == null ? null : fact.source();
        if (fact == null || source == null) {
            return Optional.empty();
        }
        return switch (source.pick()) {
            case MET_BY, MET_BY_COUNT -> Optional.empty();
            case TRIGGER ->
                source.of().stream()
                        .filter(field -> field.record().equals(trigger.type()))
                        .findFirst()
                        .flatMap(field -> value(fact, trigger, field.field()));
            case WHILE_ENDED ->
                Optional.of(
                        new FactValue.Flag(!beside.isEmpty() && !file.isOpen(beside, today) || file.isClosed(today)));
            case IN_FORCE -> inForce(fact, source);
            case LATEST -> latest(fact, source, today);
            case LATEST_BEFORE_TRIGGER -> latest(fact, source, started.minusDays(1));
            case FIRST_SINCE_TRIGGER ->
                dated(source)
                        .filter(found -> !found.day().isBefore(started))
                        .filter(found -> !found.day().isAfter(today))
                        .min(Comparator.comparing(Found::day))
                        .flatMap(found -> value(fact, found.entry(), found.field()));
            case NEXT ->
                dated(source)
                        .filter(found -> found.day().isAfter(today))
                        .min(Comparator.comparing(Found::day))
                        .map(found -> new FactValue.Day(found.day()));
            case TOTAL_DAYS -> Optional.of(new FactValue.Number(stays(source).sum()));
            case LONGEST_DAYS ->
                Optional.of(new FactValue.Number(
                        lengths(source, LocalDate.MIN, today).max().orElse(0)));
            case ANY_BUT_NONE -> Optional.of(new FactValue.Flag(anyButNone(source)));
            case EXISTS ->
                Optional.of(new FactValue.Flag(entries(source).findAny().isPresent()));
            case OPEN ->
                Optional.of(new FactValue.Flag(dated(source)
                        .anyMatch(found -> !found.day().isAfter(base) && !endedBefore(found.entry(), base))));
            case RULE ->
                Optional.ofNullable(source.when())
                        .map(when -> RULE.matcher(when.toString()))
                        .filter(Matcher::matches)
                        .flatMap(matched -> otherRule.apply(matched.group(1)))
                        .map(FactValue.Day::new);
            case WORKED_OUT -> workedOut(name, source);
        };
    }

    /// A record with the day in its field.
    private record Found(Entry entry, String field, LocalDate day) {}

    private Stream<Found> dated(Fact.Source source) {
        return source.of().stream()
                .flatMap(field -> file.of(field.record()).stream()
                        .filter(entry -> holds(source, entry))
                        .flatMap(entry ->
                                entry
                                        .time(field.field())
                                        .map(at -> new Found(entry, field.field(), at.asDay()))
                                        .stream()));
    }

    private Stream<Entry> entries(Fact.Source source) {
        return source.of().stream()
                .flatMap(field -> file.of(field.record()).stream())
                .filter(entry -> holds(source, entry));
    }

    private static boolean holds(Fact.Source source, Entry entry) {
        return source.when() == null || source.when().holds(entry.inputs());
    }

    /// Of the record that is open on the day the count begins, else the latest before it.
    private Optional<FactValue> inForce(Fact fact, Fact.Source source) {
        return source.of().stream()
                .flatMap(field -> file.of(field.record()).stream()
                        .filter(entry -> holds(source, entry))
                        .filter(entry -> value(fact, entry, field.field()).isPresent())
                        .map(entry -> new Found(entry, field.field(), begins(entry))))
                .filter(found -> !found.day().isAfter(base))
                .max(Comparator.comparing((Found found) -> !endedBefore(found.entry(), base))
                        .thenComparing(Found::day))
                .flatMap(found -> value(fact, found.entry(), found.field()));
    }

    private Optional<FactValue> latest(Fact fact, Fact.Source source, LocalDate until) {
        return source.of().stream()
                .flatMap(field -> file.of(field.record()).stream()
                        .filter(entry -> entry != trigger || until.equals(today))
                        .filter(entry -> holds(source, entry))
                        .filter(entry -> value(fact, entry, field.field()).isPresent())
                        .map(entry -> new Found(entry, field.field(), begins(entry))))
                .filter(found -> !found.day().isAfter(until))
                .max(Comparator.comparing(Found::day))
                .flatMap(found -> value(fact, found.entry(), found.field()));
    }

    /// The day a record is about; one without a day was always so.
    private static LocalDate begins(Entry entry) {
        return RecordTypes.shipped()
                .find(entry.type())
                .map(RecordType::happened)
                .filter(_ -> !entry.type().equals("child_details"))
                .flatMap(entry::time)
                .map(FactValue::asDay)
                .orElse(LocalDate.MIN);
    }

    private static boolean endedBefore(Entry entry, LocalDate day) {
        return end(entry).filter(day::isAfter).isPresent();
    }

    private static Optional<LocalDate> end(Entry entry) {
        return ENDS.stream()
                .flatMap(field -> entry.time(field).stream())
                .map(FactValue::asDay)
                .findFirst();
    }

    private static Optional<FactValue> value(Fact fact, Entry entry, String field) {
        JsonNode value = entry.field(field);
        boolean time = fact.kind() == Fact.Kind.DATE || fact.kind() == Fact.Kind.DATETIME;
        if (time) {
            Optional<FactValue> at = entry.time(field);
            return fact.kind() == Fact.Kind.DATE ? at.map(FactValue::asDay).map(FactValue.Day::new) : at;
        }
        return GivenFacts.value(fact, value);
    }

    private boolean anyButNone(Fact.Source source) {
        return source.of().stream()
                .flatMap(field -> file.of(field.record()).stream()
                        .flatMap(entry -> entry.field(field.field()).valueStream()))
                .map(value -> value.asString(""))
                .anyMatch(code -> !code.isEmpty() && !code.equals("NONE"));
    }

    /// Days of earlier stays or periods, both ends included, within the span that the fact names.
    private LongStream stays(Fact.Source source) {
        return lengths(source, since(source), started.minusDays(1));
    }

    /// The first day on which a record counts for a fact.
    private LocalDate since(Fact.Source source) {
        if (source.months() != null) {
            return started.minusMonths(source.months());
        }
        return source.fromAge() == null
                ? LocalDate.MIN
                : birthday(source.fromAge()).orElse(LocalDate.MIN);
    }

    private LongStream lengths(Fact.Source source, LocalDate first, LocalDate last) {
        return dated(source)
                .filter(found -> found.entry() != trigger || last.equals(today))
                .mapToLong(found -> {
                    LocalDate from = found.day().isBefore(first) ? first : found.day();
                    LocalDate ended = end(found.entry()).orElse(last);
                    LocalDate to = ended.isAfter(last) ? last : ended;
                    return Math.max(0, ChronoUnit.DAYS.between(from, to) + 1);
                });
    }

    private Optional<FactValue> workedOut(String name, Fact.Source source) {
        return switch (name) {
            case "plan" ->
                Optional.of(file.planOn(base)).filter(plan -> !plan.isEmpty()).map(FactValue.Word::new);
            case "record_kind" -> Optional.of(new FactValue.Word(recordKind()));
            case "assessed_in_last_3_months" ->
                Optional.of(new FactValue.Flag(file.of("health_check").stream()
                        .filter(check -> check.inputs().word("kind").endsWith("health_assessment"))
                        .filter(check -> check != trigger)
                        .flatMap(check -> check.time("done_on").stream())
                        .map(FactValue::asDay)
                        .anyMatch(on -> !on.isAfter(started) && !on.isBefore(since(source)))));
            case "first_review_after_16" ->
                Optional.of(new FactValue.Flag(Optional.ofNullable(source.fromAge())
                        .flatMap(this::birthday)
                        .filter(turned -> !started.isBefore(turned))
                        .filter(turned -> file.of("looked_after_review").stream()
                                .flatMap(review -> review.time("held_on").stream())
                                .map(FactValue::asDay)
                                .noneMatch(on -> !on.isBefore(turned) && on.isBefore(started)))
                        .isPresent()));
            default -> Optional.empty();
        };
    }

    /// The table of practice 6.1: how quickly a record is due to be written.
    private String recordKind() {
        String kind = trigger.inputs().word("kind");
        boolean urgent = kind.equals("s47_visit")
                || Stream.of("access", "seen")
                        .map(field -> trigger.inputs().vocabulary().find(field).isPresent()
                                ? trigger.inputs().word(field)
                                : "")
                        .anyMatch(answer ->
                                List.of("refused", "no_answer", "not_seen").contains(answer));
        return urgent ? "urgent" : kind.equals("statutory_visit") ? "statutory_visit" : "other";
    }

    private Optional<LocalDate> birthday(int years) {
        return file.of("child_details").stream()
                .flatMap(details -> details.time("born_on").stream())
                .map(born -> Counting.later(born.asDay(), years, Unit.YEARS))
                .findFirst();
    }
}
