package org.alongside.guided;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.alongside.access.Account;
import org.alongside.access.Role;
import org.alongside.child.Children;
import org.alongside.child.People;
import org.alongside.child.PersonAnswers;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Json;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.record.Amended;
import org.alongside.record.CaseLog;
import org.alongside.record.Field;
import org.alongside.record.FieldGroup;
import org.alongside.record.Intent;
import org.alongside.record.RecordState;
import org.alongside.record.RecordType;
import org.alongside.record.RecordTypes;
import org.alongside.record.StreamId;
import org.alongside.rules.AnswerCheck;
import org.alongside.rules.Definition;
import org.alongside.rules.FieldDefinition;
import org.alongside.rules.FieldKind;
import org.alongside.rules.Inputs;
import org.alongside.rules.References;
import org.alongside.rules.Vocabulary;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Records whose page is drawn from their definition: a referral, a conference, a chronology event,
/// a person in a child's life. One engine for all of them; the types are data.
public final class TypedEvents {
    /// Types that are written in a way of their own.
    private static final Set<String> OF_THEIR_OWN = Set.of("child_details", "life_story_entry");

    private static final Set<String> RELATION_OF_SOMEBODY_NEW =
            Set.of("relation", "parental_responsibility", "in_household");

    private static final String DETAILS = "child_details";
    private static final String LINE_GROUP = "restricted_line";

    private final CaseLog log;
    private final RecordTypes types;
    private final Children children;
    private final AnswerCheck check;
    private final People people;
    private final Supplier<UUID> ids;
    private final Account me;

    public TypedEvents(
            CaseLog log, RecordTypes types, Children children, References references, Supplier<UUID> ids, Account me) {
        this.log = log;
        this.types = types;
        this.children = children;
        this.check = new AnswerCheck(references);
        this.people = new People(ids);
        this.ids = ids;
        this.me = me;
    }

    /// The types that a person may add in this way, whoever they are.
    public static List<RecordType> offered(RecordTypes types) {
        return types.all().stream()
                .filter(RecordType::madeByPerson)
                .filter(type -> type.per().equals("child") || type.per().equals("family"))
                .filter(type -> !type.fields().isEmpty())
                .filter(type -> !OF_THEIR_OWN.contains(type.id()))
                .toList();
    }

    /// The role that the user records with.
    public Role role() {
        return me.role();
    }

    /// The account that the user records under.
    public String account() {
        return me.name();
    }

    /// What is wrong with, or still missing from, answers.
    ///
    /// @throws BadInput when there is no such type
    public AnswerCheck.Result check(String typeId, ObjectNode answers) {
        RecordType type = offeredType(typeId);
        return check.check(definition(type, types), answers, Inputs.none(Vocabulary.of(List.of())));
    }

    /// Saves a finished record for each child, together.
    ///
    /// @param finishedDraft the draft it was, or null
    /// @throws BadInput when an answer is wrong or missing, or the writer's role may not write it
    public CaseLog.Saved save(String typeId, List<UUID> about, ObjectNode answers, @Nullable UUID finishedDraft) {
        RecordType type = offeredType(typeId);
        refuseOthers(type);
        if (about.isEmpty()) {
            throw BadInput.of("child-missing", "child", "Say which child it is about.");
        }
        List<Problem> problems = check(typeId, answers).all();
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        if (typeId.equals(People.PERSON)) {
            return log.save(people.add(about, newPerson(answers), answers).intents(), finishedDraft);
        }
        var named = new PersonAnswers(children, people, about);
        ObjectNode resolved = resolved(type, answers, named);
        var intents = new ArrayList<Intent>();
        UUID shared = ids.get();
        for (UUID child : about) {
            UUID record = type.per().equals("family") || about.size() == 1 ? shared : ids.get();
            intents.addAll(intents(type, stream(type, child), record, resolved));
            if (type.restricted()) {
                fixedLine(child).ifPresent(intents::add);
            }
        }
        intents.addAll(named.added());
        return log.save(intents, finishedDraft);
    }

    /// What is kept to named people goes where no laptop reads it (decision 8), everything else into the case.
    private static StreamId stream(RecordType type, UUID child) {
        return type.restricted()
                ? new StreamId(StreamId.Kind.CASE_RESTRICTED, child.toString())
                : StreamId.ofCase(child);
    }

    /// The one line that others may see of a restricted record, where the child has none yet (practice 7,
    /// rule 3).
    private Optional<Intent> fixedLine(UUID child) {
        RecordType details = types.get(DETAILS);
        StreamId stream = StreamId.ofCase(child);
        boolean there = log.find(stream, child)
                .filter(state -> state.current(LINE_GROUP).isPresent())
                .isPresent();
        return there || !details.recordedBy().contains(me.role().word())
                ? Optional.empty()
                : Optional.of(Intent.group(
                        stream,
                        child,
                        DETAILS,
                        LINE_GROUP,
                        List.of(),
                        Json.object().put("line", Texts.of("guided.restricted-line"))));
    }

    /// Changes an open record: fills in, or puts in place of what stands, the groups that are given.
    public CaseLog.Saved change(StreamId stream, UUID record, ObjectNode answers, @Nullable String why) {
        var state = log.find(stream, record)
                .orElseThrow(() -> BadInput.of("record-unknown", "record", "There is no such record here."));
        RecordType type = types.get(state.type());
        if (type.isWhole()) {
            throw BadInput.of("record-finished", "record", "This is finished: add to it with a reason instead.");
        }
        List<Problem> wrong = check(type.id(), answers).wrong();
        if (!wrong.isEmpty()) {
            throw new BadInput(wrong);
        }
        var intents = new ArrayList<Intent>();
        for (FieldGroup group : type.groups()) {
            ObjectNode part = part(group, answers);
            if (!part.isEmpty()) {
                ObjectNode whole = state.current(group.id())
                        .map(now -> now.value() instanceof ObjectNode object ? object.deepCopy() : Json.object())
                        .orElseGet(Json::object);
                part.properties().forEach(entry -> whole.set(entry.getKey(), entry.getValue()));
                List<UUID> seen = state.heads().getOrDefault(group.id(), List.of()).stream()
                        .map(org.alongside.record.Change::opId)
                        .toList();
                intents.add(Intent.group(stream, record, type.id(), group.id(), seen, whole)
                        .because(why));
            }
        }
        if (intents.isEmpty()) {
            throw BadInput.of("change-empty", "Nothing was changed.");
        }
        return log.save(intents);
    }

    /// Fills in what came later, or puts something else in the place of what stands, in every stream that
    /// holds the record: a conference that was booked is held, a home ends. Only parts that differ are
    /// written, with the versions seen.
    ///
    /// @param before the answers as they were on screen
    /// @param why needed when an answer that stood is another one now
    public CaseLog.Saved fillIn(
            UUID record, ObjectNode before, ObjectNode answers, @Nullable String why, @Nullable UUID finishedDraft) {
        List<StreamId> streams =
                log.streamsOf(record).stream().filter(StreamId::isCase).toList();
        if (streams.isEmpty()) {
            throw BadInput.of("record-unknown", "record", "There is no such record here.");
        }
        var intents = new ArrayList<Intent>();
        for (StreamId stream : streams) {
            var state = log.find(stream, record)
                    .orElseThrow(() -> BadInput.of("record-unknown", "record", "There is no such record here."));
            RecordType type = types.get(state.type());
            if (type.isWhole()) {
                throw BadInput.of("record-finished", "record", "This is finished: add to it with a reason instead.");
            }
            refuseOthers(type);
            List<Problem> problems = check(type.id(), answers).all();
            if (!problems.isEmpty()) {
                throw new BadInput(problems);
            }
            var named = new PersonAnswers(children, people, List.of(stream.id()));
            ObjectNode resolved = resolved(type, answers, named);
            for (FieldGroup group : type.groups()) {
                ObjectNode part = part(group, resolved);
                if (!part.equals(part(group, before))) {
                    List<UUID> seen = state.heads().getOrDefault(group.id(), List.of()).stream()
                            .map(org.alongside.record.Change::opId)
                            .toList();
                    intents.add(Intent.group(stream, record, type.id(), group.id(), seen, part)
                            .because(why));
                }
            }
            intents.addAll(named.added());
        }
        if (intents.isEmpty()) {
            throw BadInput.of("change-empty", "Nothing was changed.");
        }
        return log.save(intents, finishedDraft);
    }

    /// A record's answers as they stand, with what was added laid over them.
    public static ObjectNode answers(RecordState state) {
        ObjectNode answers = Json.object();
        state.heads().keySet().forEach(group -> answers.setAll(Amended.value(state, group)));
        return answers;
    }

    private void refuseOthers(RecordType type) {
        if (!type.recordedBy().contains(me.role().word())) {
            throw BadInput.of(
                    "role-may-not",
                    "form",
                    "\"" + type.title() + "\" is recorded by others. Ask your manager who does.");
        }
    }

    /// The fields of a type as the check understands them. Somebody new is asked about together with
    /// who they are to the child.
    public static Definition definition(RecordType type, RecordTypes types) {
        return Definition.of(
                fields(type, types).stream()
                        .map(field -> definition(field, types))
                        .toList(),
                Vocabulary.of(List.of()));
    }

    /// A restricted record that another one points at is on no laptop, so its id may be given and need not.
    private static FieldDefinition definition(Field field, RecordTypes types) {
        FieldDefinition plain = FieldDefinition.of(field);
        boolean away = field.of() != null
                && types.find(field.of()).filter(RecordType::restricted).isPresent();
        return away ? new FieldDefinition(field.id(), new FieldKind.Id(), "False", field.meaning(), false) : plain;
    }

    /// The fields that a page or file may fill in.
    public static List<Field> fields(RecordType type, RecordTypes types) {
        if (!type.id().equals(People.PERSON)) {
            return type.fields();
        }
        var fields = new ArrayList<>(type.fields());
        types.get(People.RELATIONSHIP).fields().stream()
                .filter(field -> RELATION_OF_SOMEBODY_NEW.contains(field.id()))
                .forEach(fields::add);
        return List.copyOf(fields);
    }

    private static People.NewPerson newPerson(ObjectNode answers) {
        return new People.NewPerson(
                answers.path("name").asString(""),
                answers.path("relation").asString(""),
                answers.path("kind").asString("adult"),
                day(answers.path("born_on")),
                day(answers.path("expected_on")),
                answers.path("phones").asString(""),
                answers.path("parental_responsibility").asString("unknown"),
                answers.path("in_household").asString("unknown"));
    }

    private static @Nullable LocalDate day(JsonNode answer) {
        return answer.isString() ? LocalDate.parse(answer.stringValue()) : null;
    }

    private static List<Intent> intents(RecordType type, StreamId stream, UUID record, ObjectNode answers) {
        if (type.isWhole()) {
            return List.of(Intent.whole(stream, record, type.id(), answers));
        }
        var intents = new ArrayList<Intent>();
        for (FieldGroup group : type.groups()) {
            ObjectNode part = part(group, answers);
            if (!part.isEmpty()) {
                intents.add(Intent.group(stream, record, type.id(), group.id(), List.of(), part));
            }
        }
        return intents;
    }

    private static ObjectNode part(FieldGroup group, ObjectNode answers) {
        ObjectNode part = Json.object();
        group.fields().stream().filter(answers::has).forEach(field -> part.set(field, answers.get(field)));
        return part;
    }

    private static ObjectNode resolved(RecordType type, ObjectNode answers, PersonAnswers named) {
        ObjectNode resolved = Json.object();
        answers.properties().forEach(entry -> {
            Field.Type fieldType = type.field(entry.getKey()).map(Field::type).orElse(Field.Type.TEXT);
            JsonNode value = entry.getValue();
            resolved.set(
                    entry.getKey(),
                    switch (fieldType) {
                        case PERSON -> named.person(value);
                        case PERSONS -> named.persons(value);
                        case BOOL,
                                INT,
                                DATE,
                                DATETIME,
                                TEXT,
                                QUOTE,
                                ENUM,
                                ENUM_SET,
                                CODE,
                                CODE_SET,
                                STAFF,
                                RECORD,
                                POSTCODE -> value;
                    });
        });
        return resolved;
    }

    private RecordType offeredType(String id) {
        return offered(types).stream()
                .filter(type -> type.id().equals(id))
                .findFirst()
                .orElseThrow(() -> BadInput.of(
                        "form-unknown",
                        "form",
                        "There is no form or event called " + id + ". \"record --list\" names them all."));
    }
}
