package org.alongside.guided;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.alongside.access.Account;
import org.alongside.access.Role;
import org.alongside.child.view.FactWords;
import org.alongside.child.view.Named;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Json;
import org.alongside.record.Field;
import org.alongside.record.RecordState;
import org.alongside.record.RecordType;
import org.alongside.record.RecordTypes;
import org.alongside.record.StreamId;
import org.alongside.rules.CodeSets;
import org.alongside.rules.Content;
import org.alongside.rules.FieldDefinition;
import org.alongside.rules.References;
import org.alongside.testing.MarlbrookLaptop;
import org.alongside.visit.VisitFields;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Every record type from its answers to its withdrawal, and every rule and detector with the record it
/// lives on.
class TypedRecordsTest {
    /// What no page drawn from a definition makes, and who makes it.
    private static final Map<String, String> MADE_ELSEWHERE = Map.ofEntries(
            Map.entry("visit", "the visit's pages, command visit"),
            Map.entry("case_note", "the note's page, command note"),
            Map.entry("life_story_entry", "the life story's page, command entry"),
            Map.entry("child_details", "the summary, command set"),
            Map.entry("person", "the page Add a person, command record"),
            Map.entry("supervision_session", "supervision, command supervise"),
            Map.entry("worker_post", "the service: people of an import or council file"),
            Map.entry("service_task", "the service"),
            Map.entry("clock", "worked out by the product"));

    private static final RecordTypes TYPES = RecordTypes.shipped();

    @TempDir
    static Path folder;

    private static MarlbrookLaptop laptop;
    private static UUID child;
    private static String person;
    private static String staff;
    private static final Map<String, String> MADE = new HashMap<>();

    @BeforeAll
    static void open() {
        laptop = MarlbrookLaptop.of(folder.resolve("laptop"));
        child = laptop.child("Ellis");
        person = laptop.laptop().children().people(child).getFirst().person().toString();
        staff = laptop.laptop().me().name();
    }

    @AfterAll
    static void close() {
        laptop.close();
    }

    @Test
    void everyRuleNamesTheRecordsAndFieldsThatStartAndMeetIt() {
        var named = new TreeMap<String, Set<String>>();
        for (JsonNode rule : Content.tree("timescale-rules.json").path("rules")) {
            var reads = new TreeSet<String>();
            JsonNode machine = rule.path("machine");
            machine.path("trigger")
                    .path("of")
                    .forEach(of -> reads.add(of.path("record").stringValue() + "."
                            + of.path("at").stringValue("")));
            machine.path("met_by")
                    .path("of")
                    .forEach(of -> of.path("records")
                            .forEach(type -> reads.add(
                                    type.stringValue() + "." + of.path("at").stringValue(""))));
            named.put(rule.path("id").stringValue(), reads);
        }
        assertThat(named).hasSize(218);
        assertThat(named).allSatisfy((rule, reads) -> {
            assertThat(reads).as(rule).isNotEmpty();
            assertThat(reads).as(rule).allSatisfy(TypedRecordsTest::isThereAndCanBeMade);
        });
    }

    @Test
    void everyDetectorNamesTheRecordsAndFieldsThatItReads() {
        JsonNode read = Content.tree("record-types.json").path("read_by_detectors_and_measures");
        for (int i = 1; i <= 30; i++) {
            String detector = String.format(java.util.Locale.ROOT, "DR%02d", i);
            assertThat(read.path(detector)).as(detector).isNotEmpty();
        }
        read.properties().forEach(entry -> entry.getValue().forEach(field -> isThereAndCanBeMade(field.stringValue())));
    }

    private static void isThereAndCanBeMade(String read) {
        String[] parts = read.split("\\.", 2);
        RecordType type = TYPES.find(parts[0]).orElseThrow(() -> new AssertionError("no type for " + read));
        assertThat(parts[1]).as(read).isNotEmpty();
        assertThat(fields(type)).as(read).contains(parts[1]);
        boolean offered = TypedEvents.offered(TYPES).contains(type);
        assertThat(offered || MADE_ELSEWHERE.containsKey(type.id()))
                .as("who makes " + read)
                .isTrue();
    }

    private static Set<String> fields(RecordType type) {
        var fields = new HashSet<String>();
        type.fields().forEach(field -> fields.add(field.id()));
        switch (type.id()) {
            case "visit" -> {
                VisitFields.shipped().trip().fields().forEach(field -> fields.add(field.id()));
                VisitFields.shipped().row().fields().forEach(field -> fields.add(field.id()));
            }
            case "life_story_entry" ->
                Content.tree("practice/life-story-entry-fields.json")
                        .path("fields")
                        .forEach(field -> fields.add(field.path("field").stringValue()));
            default -> {}
        }
        return fields;
    }

    @Test
    void everyOfferedTypeIsOfferedOnThePageAndInTheList() {
        for (RecordType type : TypedEvents.offered(TYPES)) {
            Role role = Role.find(
                            type.recordedBy().stream().sorted().findFirst().orElseThrow())
                    .orElseThrow();
            Set<String> page = new LinkedHashSet<>();
            new AddingTypes(TYPES, role)
                    .groups("", List.of(), "somebody")
                    .forEach(group -> group.types().forEach(one -> page.add(one.id())));
            if (!type.id().equals("relationship")) {
                assertThat(page).as(role.word()).contains(type.id());
            }
        }
    }

    @Test
    void aTypeIsFoundByAWordOfItsTitleItsGroupOrItsQuestions() {
        var adding = new AddingTypes(TYPES, Role.SOCIAL_WORKER);
        assertThat(adding.groups("core gr", List.of(), "").getFirst().types())
                .extracting(RecordType::id)
                .contains("core_group");
        assertThat(adding.groups("foster", List.of(), "")).isNotEmpty();
        assertThat(adding.groups("zebra", List.of(), "")).isEmpty();
    }

    @Test
    void everyTypeGoesRoundFromAnswersToWithdrawalAndIsTheSameAfterARebuild() {
        for (RecordType type : inOrder()) {
            TypedEvents events = as(type);
            ObjectNode answers = answers(type);
            assertThat(events.check(type.id(), answers).all()).as(type.id()).isEmpty();
            var saved = events.save(type.id(), List.of(child), answers, null);
            UUID record = saved.operations().getFirst().record();
            MADE.put(type.id(), record.toString());
            StreamId stream = saved.operations().getFirst().stream();
            RecordState state = laptop.laptop().log().find(stream, record).orElseThrow();
            assertThat(stream.kind())
                    .as(type.id())
                    .isEqualTo(type.restricted() ? StreamId.Kind.CASE_RESTRICTED : StreamId.Kind.CASE);
            assertThat(TypedEvents.answers(state)).as(type.id()).isEqualTo(answers);
            shown(type, answers);
            changed(type, events, record, stream, answers);
            laptop.laptop().amending().amend(record, Json.object().put("text", "More of it."), "left out");
            assertThat(laptop.laptop().log().find(stream, record).orElseThrow().state())
                    .as(type.id())
                    .isEqualTo(RecordState.State.AMENDED);
        }
        assertThat(laptop.store().rebuild().run()).isEmpty();
        for (RecordType type : inOrder()) {
            UUID record = UUID.fromString(MADE.get(type.id()));
            laptop.laptop().amending().withdraw(record, "wrong child", null);
            StreamId stream = laptop.laptop().log().streamsOf(record).getFirst();
            assertThat(laptop.laptop().log().find(stream, record).orElseThrow().state())
                    .as(type.id())
                    .isEqualTo(RecordState.State.WITHDRAWN);
        }
        assertThat(laptop.store().rebuild().run()).isEmpty();
    }

    /// Every answer is shown in words: no id, no code of ours.
    private static void shown(RecordType type, ObjectNode answers) {
        Named named = Named.around(
                child,
                laptop.laptop().children(),
                laptop.laptop().staff(),
                laptop.laptop().log());
        for (Field field : type.fields()) {
            if (answers.has(field.id())) {
                String words = FactWords.field(FieldDefinition.of(field), answers.path(field.id()), named);
                assertThat(words)
                        .as(type.id() + "." + field.id())
                        .isNotBlank()
                        .doesNotContain("_")
                        .doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}");
            }
        }
    }

    private static void changed(RecordType type, TypedEvents events, UUID record, StreamId stream, ObjectNode answers) {
        Optional<Field> words = type.fields().stream()
                .filter(field -> field.type() == Field.Type.TEXT)
                .findFirst();
        if (words.isEmpty()) {
            return;
        }
        if (type.isWhole()) {
            laptop.laptop()
                    .amending()
                    .amend(record, Json.object().put(words.get().id(), "Put right."), "a slip");
        } else {
            ObjectNode other = answers.deepCopy().put(words.get().id(), "Put right.");
            events.fillIn(record, answers, other, "a slip", null);
        }
        RecordState now = laptop.laptop().log().find(stream, record).orElseThrow();
        assertThat(TypedEvents.answers(now).path(words.get().id()).stringValue())
                .as(type.id())
                .isEqualTo("Put right.");
    }

    @Test
    void everyConditionAsksForItsAnswerAndNoOther() {
        var asked = new ArrayList<String>();
        for (RecordType type : inOrder()) {
            for (Field field : type.fields()) {
                if (!field.required().equals("true") && !field.required().equals("false")) {
                    asked.add(type.id() + "." + field.id());
                    assertThat(isEverMissing(type, field, true))
                            .as(asked.getLast())
                            .isTrue();
                    assertThat(isEverMissing(type, field, false))
                            .as(asked.getLast())
                            .isTrue();
                }
            }
        }
        assertThat(asked).hasSizeGreaterThan(20);
    }

    /// Whether some answers to the other questions make the field needed, or not needed.
    private static boolean isEverMissing(RecordType type, Field field, boolean needed) {
        var variants = new ArrayList<ObjectNode>();
        variants.add(answers(type));
        for (Field other : type.fields()) {
            for (ObjectNode before : List.copyOf(variants)) {
                if (field.required().contains(other.id()) && !other.id().equals(field.id())) {
                    other.values()
                            .forEach(value -> variants.add(before.deepCopy().put(other.id(), value)));
                    if (other.type() == Field.Type.BOOL) {
                        variants.add(before.deepCopy().put(other.id(), false));
                    }
                }
            }
        }
        return variants.stream().anyMatch(answers -> {
            answers.remove(field.id());
            boolean missing = as(type).check(type.id(), answers).missing().stream()
                    .anyMatch(problem -> field.id().equals(problem.field()));
            return missing == needed;
        });
    }

    @Test
    void aConferenceThatWasBookedIsHeldLater() {
        RecordType review = TYPES.get("looked_after_review");
        TypedEvents events = as(review);
        ObjectNode booked =
                Json.object().put("series", "looked_after").put("number", 3).put("booked_for", "2026-12-02");
        review.fields().stream()
                .filter(field -> field.required().equals("true") && !booked.has(field.id()))
                .forEach(field -> booked.set(field.id(), answer(field)));
        booked.remove("held_on");
        UUID record = events.save("looked_after_review", List.of(child), booked, null)
                .operations()
                .getFirst()
                .record();
        ObjectNode held = booked.deepCopy().put("held_on", "2026-12-03");
        events.fillIn(record, booked, held, null, null);
        RecordState state =
                laptop.laptop().log().find(StreamId.ofCase(child), record).orElseThrow();
        assertThat(TypedEvents.answers(state)).isEqualTo(held);
        assertThat(state.isInConflict("record")).isFalse();
        assertThatThrownBy(() -> events.fillIn(record, held, held, null, null))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        bad -> assertThat(bad.problems().getFirst().code()).isEqualTo("change-empty"));
    }

    @Test
    void ofARestrictedRecordTheSummaryHasTheFixedLineAndNothingElseShowsIt() {
        UUID romy = laptop.child("Fern");
        RecordType allegation = TYPES.get("allegation");
        ObjectNode answers = answers(allegation);
        as(allegation).save("allegation", List.of(romy), answers, null);
        RecordState details =
                laptop.laptop().log().find(StreamId.ofCase(romy), romy).orElseThrow();
        assertThat(details.value("restricted_line", "line").stringValue()).startsWith("A restricted record exists");
        assertThat(laptop.laptop().log().records(StreamId.ofCase(romy)))
                .noneMatch(state -> state.type().equals("allegation"));
        assertThat(laptop.laptop().search().all("Words of", 50))
                .noneMatch(found -> found.type().equals("allegation"));
    }

    @Test
    void whoseRoleMayNotIsToldAndNothingIsKept() {
        int before = laptop.laptop().log().records(StreamId.ofCase(child)).size();
        assertThatThrownBy(() -> laptop.laptop()
                        .events()
                        .save("allegation", List.of(child), answers(TYPES.get("allegation")), null))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        bad -> assertThat(bad.problems().getFirst().code()).isEqualTo("role-may-not"));
        assertThat(laptop.laptop().log().records(StreamId.ofCase(child))).hasSize(before);
    }

    /// The types made here, those that others point at first.
    private static List<RecordType> inOrder() {
        var ordered = new LinkedHashMap<String, RecordType>();
        TypedEvents.offered(TYPES).forEach(type -> put(type, ordered, new HashSet<>()));
        return ordered.values().stream()
                .filter(type -> !MADE_ELSEWHERE.containsKey(type.id()))
                .toList();
    }

    private static void put(RecordType type, Map<String, RecordType> ordered, Set<String> under) {
        if (!under.add(type.id())) {
            return;
        }
        type.fields().stream()
                .filter(field -> field.of() != null)
                .flatMap(field -> TYPES.find(String.valueOf(field.of())).stream())
                .filter(of -> TypedEvents.offered(TYPES).contains(of))
                .forEach(of -> put(of, ordered, under));
        ordered.putIfAbsent(type.id(), type);
    }

    private static TypedEvents as(RecordType type) {
        Role role = type.recordedBy().contains("team_manager")
                ? Role.TEAM_MANAGER
                : Role.find(type.recordedBy().stream().sorted().findFirst().orElseThrow())
                        .orElseThrow();
        return new TypedEvents(
                laptop.laptop().log(),
                TYPES,
                laptop.laptop().children(),
                References.trusted(),
                laptop.laptop().ids()::next,
                new Account(staff, "Somebody", role, null, null));
    }

    private static ObjectNode answers(RecordType type) {
        ObjectNode answers = Json.object();
        for (Field field : type.fields()) {
            JsonNode answer = answer(field);
            if (!answer.isMissingNode()) {
                answers.set(field.id(), answer);
            }
        }
        return answers;
    }

    private static JsonNode answer(Field field) {
        Object value = switch (field.type()) {
            case BOOL -> true;
            case INT -> {
                int[] range = field.range();
                yield range == null ? 1 : Math.max(range[0], Math.min(1, range[1]));
            }
            case DATE -> "2026-11-10";
            case DATETIME -> "2026-11-10T10:30:00Z";
            case TEXT, QUOTE -> "Words of " + field.id().replace('_', ' ');
            case POSTCODE -> "MB1 1AA";
            case ENUM -> field.values().isEmpty() ? "words" : field.values().getFirst();
            case ENUM_SET -> List.of(field.values().getFirst());
            case CODE -> code(field);
            case CODE_SET -> List.of(code(field));
            case PERSON -> person;
            case PERSONS -> List.of(person);
            case STAFF -> staff;
            case RECORD -> MADE.getOrDefault(String.valueOf(field.of()), "");
        };
        return value.equals("") ? Json.object().path("nothing") : Json.MAPPER.valueToTree(value);
    }

    private static String code(Field field) {
        return CodeSets.shipped()
                .labels(String.valueOf(field.codeSet()))
                .keySet()
                .iterator()
                .next();
    }
}
