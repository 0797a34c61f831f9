package org.alongside.child.store;

import static org.alongside.record.store.jooq.Tables.CHILD;
import static org.alongside.record.store.jooq.Tables.PERSON;
import static org.alongside.record.store.jooq.Tables.PLAN_PERIOD;
import static org.alongside.record.store.jooq.Tables.RECORD_HEAD;
import static org.alongside.record.store.jooq.Tables.RELATIONSHIP;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.alongside.child.ChildSummary;
import org.alongside.child.Children;
import org.alongside.child.NameMatch;
import org.alongside.child.NameMatch.Nearness;
import org.alongside.child.PersonInLife;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Json;
import org.alongside.kernel.Texts;
import org.alongside.kernel.TypedText;
import org.alongside.record.StreamId;
import org.alongside.record.store.Reader;
import org.alongside.record.store.jooq.tables.records.ChildRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads children and the people in their lives from the projections.
public final class StoredChildren implements Children {
    /// Highest first (practice 1.5).
    private static final List<String> PLANS = List.of("S47", "CP", "CLA", "PF", "CIN");

    private final Reader reader;
    private final Clock clock;

    public StoredChildren(Reader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    @Override
    public List<ChildSummary> all() {
        return reader.read(tables -> summaries(tables, DSL.noCondition()));
    }

    @Override
    public Optional<ChildSummary> find(UUID child) {
        return reader.read(tables -> summaries(tables, CHILD.CHILD_.eq(child))).stream()
                .findFirst();
    }

    @Override
    public Optional<ChildSummary> findByAnyId(String id) {
        Optional<UUID> uuid = uuid(id);
        Condition byExternal = CHILD.EXTERNAL_ID.eq(id);
        return reader
                .read(tables ->
                        summaries(tables, uuid.isPresent() ? byExternal.or(CHILD.CHILD_.eq(uuid.get())) : byExternal))
                .stream()
                .findFirst();
    }

    @Override
    public List<ChildSummary> family(UUID child) {
        Optional<ChildSummary> one = find(child);
        UUID family = one.map(ChildSummary::family).orElse(null);
        if (family == null) {
            return one.stream().toList();
        }
        return reader.read(tables -> summaries(tables, CHILD.FAMILY.eq(family)));
    }

    @Override
    public List<PersonInLife> people(UUID child) {
        return reader.read(tables -> people(tables, child));
    }

    @Override
    public Optional<UUID> findPerson(String id) {
        Optional<UUID> uuid = uuid(id);
        Condition byExternal = PERSON.EXTERNAL_ID.eq(id);
        Condition named = uuid.isPresent() ? byExternal.or(PERSON.PERSON_.eq(uuid.get())) : byExternal;
        Optional<UUID> person = reader.read(tables ->
                tables.select(PERSON.PERSON_).from(PERSON).where(named).fetchOptional(PERSON.PERSON_));
        return person.isPresent() ? person : findByAnyId(id).map(ChildSummary::id);
    }

    @Override
    public List<Match> search(String words, int most) {
        var wanted = new NameMatch(words);
        var ranked = new TreeMap<Nearness, List<Match>>();
        List<ChildSummary> children = all();
        for (ChildSummary child : children) {
            Nearness near = wanted.of(child.name() + (child.knownAs() == null ? "" : " " + child.knownAs()));
            String number = text(child.externalId());
            if (near != Nearness.NONE) {
                add(ranked, near, new Match("child", child.id(), child.id(), child.name(), why("child", near)));
            } else if (!number.isEmpty() && TypedText.folded(number).equals(TypedText.folded(words))) {
                add(
                        ranked,
                        Nearness.WRITTEN,
                        new Match(
                                "child",
                                child.id(),
                                child.id(),
                                child.name(),
                                Texts.of("child.search.number", number)));
            }
        }
        Map<UUID, ChildSummary> byId = new HashMap<>();
        children.forEach(child -> byId.put(child.id(), child));
        Map<UUID, List<PersonInLife>> lives = reader.read(tables -> {
            var people = new LinkedHashMap<UUID, List<PersonInLife>>();
            named(tables, wanted).forEach(child -> {
                if (byId.containsKey(child)) {
                    people.put(child, people(tables, child));
                }
            });
            return people;
        });
        var told = new LinkedHashMap<UUID, Nearness>();
        var whose = new LinkedHashMap<UUID, List<String>>();
        var first = new LinkedHashMap<UUID, Match>();
        lives.forEach((child, people) -> people.forEach(person -> {
            Nearness near = byId.containsKey(person.person()) ? Nearness.NONE : wanted.of(person.name());
            if (near != Nearness.NONE) {
                told.put(person.person(), near);
                whose.computeIfAbsent(person.person(), key -> new ArrayList<>())
                        .add(Texts.of(
                                "child.search.relation",
                                person.relation(),
                                Objects.requireNonNull(byId.get(child)).shortName()));
                first.putIfAbsent(person.person(), new Match("person", person.person(), child, person.name(), ""));
            }
        }));
        first.forEach((person, match) -> {
            Nearness near = Objects.requireNonNull(told.get(person));
            String relations = String.join("; ", Objects.requireNonNull(whose.get(person)));
            String why = near == Nearness.WRITTEN ? relations : relations + ", " + why("person", near);
            add(ranked, near, new Match("person", person, match.child(), match.title(), why));
        });
        return ranked.values().stream().flatMap(List::stream).limit(most).toList();
    }

    private static void add(Map<Nearness, List<Match>> ranked, Nearness near, Match match) {
        ranked.computeIfAbsent(near, key -> new ArrayList<>()).add(match);
    }

    /// Why a name that is written otherwise was found, in words; the kind alone when it is as typed.
    private static String why(String kind, Nearness near) {
        return switch (near) {
            case WRITTEN, NONE -> kind;
            case VARIANT -> Texts.of("child.search.variant");
            case SOUND -> Texts.of("child.search.sound");
        };
    }

    /// The children in whose lives there is somebody of that name; names alone are read for it.
    private static List<UUID> named(DSLContext tables, NameMatch wanted) {
        return tables
                .select(RELATIONSHIP.CHILD, PERSON.DISPLAY_NAME, CHILD.GIVEN_NAME, CHILD.FAMILY_NAME)
                .from(RELATIONSHIP)
                .leftJoin(PERSON)
                .on(PERSON.PERSON_.eq(RELATIONSHIP.PERSON))
                .leftJoin(CHILD)
                .on(CHILD.CHILD_.eq(RELATIONSHIP.PERSON))
                .where(RELATIONSHIP.WITHDRAWN.isFalse())
                .and(RELATIONSHIP.TO_ON.isNull())
                .fetch()
                .stream()
                .filter(row -> wanted.of(String.join(" ", text(row.value2()), text(row.value3()), text(row.value4())))
                        != Nearness.NONE)
                .map(row -> row.value1())
                .distinct()
                .toList();
    }

    private List<ChildSummary> summaries(DSLContext tables, Condition condition) {
        LocalDate today = Clocks.today(clock);
        Map<UUID, ChildSummary.CurrentPlan> plans = plans(tables, today);
        Map<UUID, String> restricted = restrictedLines(tables);
        return tables.selectFrom(CHILD).where(condition).fetch().stream()
                .map(row -> summary(row, plans.get(row.getChild()), restricted.get(row.getChild())))
                .sorted(Comparator.comparing(ChildSummary::familyLabel)
                        .thenComparing(
                                child -> child.bornOn() == null ? LocalDate.MAX : child.bornOn(),
                                Comparator.naturalOrder())
                        .thenComparing(ChildSummary::name))
                .toList();
    }

    private static ChildSummary summary(
            ChildRecord row, ChildSummary.@Nullable CurrentPlan plan, @Nullable String restricted) {
        String family = text(row.getFamilyLabel());
        return new ChildSummary(
                row.getChild(),
                row.getExternalId(),
                text(row.getGivenName()),
                text(row.getFamilyName()),
                row.getKnownAs(),
                row.getBornOn(),
                row.getExpectedOn(),
                row.getDiedOn(),
                row.getSex(),
                row.getFamily(),
                family.isEmpty() ? text(row.getFamilyName()) : family,
                text(row.getAddressLine()),
                row.getAddressWithheld(),
                Optional.ofNullable(plan),
                restricted);
    }

    private static Map<UUID, ChildSummary.CurrentPlan> plans(DSLContext tables, LocalDate today) {
        var plans = new HashMap<UUID, ChildSummary.CurrentPlan>();
        tables.selectFrom(PLAN_PERIOD)
                .where(PLAN_PERIOD.WITHDRAWN.isFalse())
                .and(PLAN_PERIOD.ENDED_ON.isNull().or(PLAN_PERIOD.ENDED_ON.gt(today)))
                .and(PLAN_PERIOD.STARTED_ON.isNull().or(PLAN_PERIOD.STARTED_ON.le(today)))
                .forEach(row -> plans.merge(
                        row.getChild(),
                        new ChildSummary.CurrentPlan(row.getKind(), row.getStartedOn()),
                        (one, other) -> PLANS.indexOf(one.kind()) <= PLANS.indexOf(other.kind()) ? one : other));
        return plans;
    }

    private static Map<UUID, String> restrictedLines(DSLContext tables) {
        var lines = new HashMap<UUID, String>();
        tables.select(RECORD_HEAD.RECORD, RECORD_HEAD.HEAD_VALUE)
                .from(RECORD_HEAD)
                .where(RECORD_HEAD.FIELD_GROUP.eq("restricted_line"))
                .forEach(row -> {
                    JsonNode line = Json.MAPPER.readTree(row.value2()).path("line");
                    if (line.isString()) {
                        lines.put(row.value1(), line.stringValue());
                    }
                });
        return lines;
    }

    private static List<PersonInLife> people(DSLContext tables, UUID child) {
        Map<UUID, JsonNode> contacts = new HashMap<>();
        Map<UUID, LocalDate> spoken = new HashMap<>();
        var rows = tables.select(
                        RELATIONSHIP.RECORD,
                        RELATIONSHIP.PERSON,
                        RELATIONSHIP.RELATION,
                        RELATIONSHIP.PARENTAL_RESPONSIBILITY,
                        RELATIONSHIP.IN_HOUSEHOLD,
                        PERSON.DISPLAY_NAME,
                        PERSON.EXTERNAL_ID,
                        PERSON.BORN_ON,
                        CHILD.GIVEN_NAME,
                        CHILD.FAMILY_NAME,
                        CHILD.BORN_ON,
                        CHILD.EXTERNAL_ID,
                        CHILD.CHILD_)
                .from(RELATIONSHIP)
                .leftJoin(PERSON)
                .on(PERSON.PERSON_.eq(RELATIONSHIP.PERSON))
                .leftJoin(CHILD)
                .on(CHILD.CHILD_.eq(RELATIONSHIP.PERSON))
                .where(RELATIONSHIP.CHILD.eq(child))
                .and(RELATIONSHIP.WITHDRAWN.isFalse())
                .and(RELATIONSHIP.TO_ON.isNull())
                .fetch();
        List<UUID> people = rows.getValues(RELATIONSHIP.PERSON);
        tables.select(RECORD_HEAD.RECORD, RECORD_HEAD.HEAD_VALUE)
                .from(RECORD_HEAD)
                .where(RECORD_HEAD.FIELD_GROUP.eq("contact"))
                .and(RECORD_HEAD.RECORD.in(people))
                .forEach(row -> contacts.put(row.value1(), Json.MAPPER.readTree(row.value2())));
        tables.select(RECORD_HEAD.RECORD, RECORD_HEAD.HEAD_VALUE)
                .from(RECORD_HEAD)
                .where(RECORD_HEAD.FIELD_GROUP.eq("last_spoken"))
                .and(RECORD_HEAD.STREAM.eq(StreamId.ofCase(child).toString()))
                .forEach(row -> {
                    JsonNode day = Json.MAPPER.readTree(row.value2()).path("last_spoken_to_on");
                    if (day.isString()) {
                        spoken.put(row.value1(), LocalDate.parse(day.stringValue()));
                    }
                });
        return rows.stream()
                .map(row -> {
                    UUID person = row.get(RELATIONSHIP.PERSON);
                    boolean hasCase = row.get(CHILD.CHILD_) != null;
                    String name = hasCase
                            ? (text(row.get(CHILD.GIVEN_NAME)) + " " + text(row.get(CHILD.FAMILY_NAME))).strip()
                            : text(row.get(PERSON.DISPLAY_NAME));
                    return new PersonInLife(
                            person,
                            row.get(RELATIONSHIP.RECORD),
                            hasCase ? row.get(CHILD.EXTERNAL_ID) : row.get(PERSON.EXTERNAL_ID),
                            name,
                            text(row.get(RELATIONSHIP.RELATION)),
                            text(row.get(RELATIONSHIP.PARENTAL_RESPONSIBILITY)),
                            text(row.get(RELATIONSHIP.IN_HOUSEHOLD)),
                            hasCase ? row.get(CHILD.BORN_ON) : row.get(PERSON.BORN_ON),
                            phones(contacts.get(person)),
                            spoken.get(row.get(RELATIONSHIP.RECORD)),
                            hasCase);
                })
                .sorted(Comparator.comparing((PersonInLife person) -> !person.livesWithChild())
                        .thenComparing(
                                person -> !person.parentalResponsibility().equals("yes"))
                        .thenComparing(PersonInLife::name))
                .toList();
    }

    private static String phones(@Nullable JsonNode contact) {
        JsonNode phones = contact == null ? Json.object() : contact.path("phones");
        return phones.isString() ? phones.stringValue() : "";
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
