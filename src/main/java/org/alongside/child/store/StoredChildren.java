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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alongside.child.ChildSummary;
import org.alongside.child.Children;
import org.alongside.child.PersonInLife;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Json;
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
        String[] wanted = TypedText.folded(words).split(" ");
        var matches = new ArrayList<Match>();
        List<ChildSummary> children = all();
        for (ChildSummary child : children) {
            String name = child.name() + (child.knownAs() == null ? "" : " " + child.knownAs());
            if (matches(name, wanted)) {
                matches.add(new Match("child", child.id(), child.id(), child.name(), "child"));
            } else if (child.externalId() != null
                    && TypedText.folded(child.externalId()).equals(TypedText.folded(words))) {
                matches.add(new Match("child", child.id(), child.id(), child.name(), "number " + child.externalId()));
            } else if (!child.addressWithheld() && matches(child.addressLine(), wanted)) {
                matches.add(new Match("child", child.id(), child.id(), child.name(), child.addressLine()));
            }
        }
        Map<UUID, ChildSummary> byId = new HashMap<>();
        children.forEach(child -> byId.put(child.id(), child));
        for (ChildSummary child : children) {
            for (PersonInLife person : people(child.id())) {
                boolean known = byId.containsKey(person.person())
                        || matches.stream().anyMatch(match -> match.id().equals(person.person()));
                if (!known && matches(person.name(), wanted)) {
                    matches.add(new Match(
                            "person",
                            person.person(),
                            child.id(),
                            person.name(),
                            person.relation() + " · " + child.name()));
                }
            }
        }
        return matches.stream().limit(most).toList();
    }

    private static boolean matches(String text, String[] wanted) {
        String folded = " " + TypedText.folded(text).replace('-', ' ');
        for (String word : wanted) {
            if (!folded.contains(" " + word.replace('-', ' '))) {
                return false;
            }
        }
        return wanted.length > 0 && !wanted[0].isEmpty();
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
