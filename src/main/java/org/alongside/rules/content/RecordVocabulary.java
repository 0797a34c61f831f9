package org.alongside.rules.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.alongside.record.RecordType;
import org.alongside.record.RecordTypes;
import org.alongside.rules.Answer;
import org.alongside.rules.Content;
import org.alongside.rules.FieldDefinition;
import org.alongside.rules.FieldKind;
import org.alongside.rules.Inputs;
import org.alongside.rules.Name;
import org.alongside.rules.Type;
import org.alongside.rules.Value;
import org.alongside.rules.Vocabulary;
import tools.jackson.databind.JsonNode;

/// What conditions over a record may name: its fields. Of a visit these are the trip's and the
/// child's row's together, since a rule looks at one child's visit.
public final class RecordVocabulary {
    private static final Map<String, RecordVocabulary> KNOWN = new ConcurrentHashMap<>();

    private final Map<String, FieldDefinition> fields;
    private final Vocabulary names;

    private RecordVocabulary(List<FieldDefinition> fields) {
        this.fields = new HashMap<>();
        var declared = new HashMap<String, Name>();
        for (FieldDefinition field : fields) {
            this.fields.put(field.id(), field);
            named(field.kind()).ifPresent(type -> declared.put(field.id(), Name.of(field.id(), type)));
        }
        this.names = Vocabulary.of(declared.values());
    }

    /// Of a record type; empty when there is no such type.
    public static Optional<RecordVocabulary> of(String type) {
        return RecordTypes.shipped().find(type).map(known -> KNOWN.computeIfAbsent(type, _ -> read(known)));
    }

    private static RecordVocabulary read(RecordType type) {
        Stream<FieldDefinition> fields = switch (type.id()) {
            case "visit" -> Stream.of("visit-fields", "child-visit-fields").flatMap(file -> visitFields(file).stream());
            case "life_story_entry" -> entryFields().stream();
            default -> type.fields().stream().map(FieldDefinition::of);
        };
        return new RecordVocabulary(fields.toList());
    }

    private static List<FieldDefinition> visitFields(String file) {
        return FieldDefinition.read(
                Content.tree("practice/" + file + ".json").path("fields"), Content.tree("practice/visit-shapes.json"));
    }

    private static List<FieldDefinition> entryFields() {
        JsonNode form = Content.tree("practice/life-story-form.json");
        return FieldDefinition.read(form.path("entry").path("fields"), form.path("shapes"));
    }

    /// A text may be compared as a whole; lists of anything but words may not.
    private static Optional<Type> named(FieldKind kind) {
        return kind instanceof FieldKind.Text ? Optional.of(new Type.Word(Set.of())) : kind.named();
    }

    public Vocabulary names() {
        return names;
    }

    public boolean has(String field) {
        return fields.containsKey(field);
    }

    /// Whether a field holds a day or a moment.
    public boolean isTime(String field) {
        FieldDefinition known = fields.get(field);
        return known != null && (known.kind() instanceof FieldKind.Day || known.kind() instanceof FieldKind.Moment);
    }

    public List<String> fields() {
        return new ArrayList<>(fields.keySet());
    }

    /// What conditions see of a record. A field that holds something else than it may is unset: the
    /// record may be from a version that knows more.
    public Inputs inputs(JsonNode record) {
        var values = new HashMap<String, Value>();
        names.ids()
                .forEach(name -> names.find(name)
                        .flatMap(declared -> Answer.value(record.path(name), declared.type()))
                        .ifPresent(value -> values.put(name, value)));
        return Inputs.none(names).with(values);
    }
}
