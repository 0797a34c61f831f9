package org.alongside.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Problem;
import org.alongside.record.RecordType;
import tools.jackson.databind.JsonNode;

/// The fields of one record or row, with their conditions understood. Conditions name fields beside
/// them and the inputs worked out elsewhere; an answer given outranks an input of the same name.
public final class Definition {
    private final Map<String, FieldDefinition> fields;
    private final Vocabulary vocabulary;
    private final Map<String, Condition> required;
    private final Map<String, Definition> inner;

    private Definition(
            Map<String, FieldDefinition> fields,
            Vocabulary vocabulary,
            Map<String, Condition> required,
            Map<String, Definition> inner) {
        this.fields = fields;
        this.vocabulary = vocabulary;
        this.required = required;
        this.inner = inner;
    }

    /// @param inputs names that conditions may use besides the fields
    /// @throws BadInput naming each field whose condition is no condition
    public static Definition of(List<FieldDefinition> fields, Vocabulary inputs) {
        Vocabulary vocabulary = inputs.and(names(fields, inputs));
        var byId = new LinkedHashMap<String, FieldDefinition>();
        var required = new LinkedHashMap<String, Condition>();
        var inner = new LinkedHashMap<String, Definition>();
        var problems = new ArrayList<Problem>();
        for (FieldDefinition field : fields) {
            byId.put(field.id(), field);
            try {
                required.put(field.id(), Condition.of(field.required(), vocabulary));
                shape(field.kind()).ifPresent(shape -> inner.put(field.id(), of(shape.fields(), vocabulary)));
            } catch (BadInput mistakes) {
                mistakes.problems().forEach(problem -> problems.add(problem.under(field.id())));
            }
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        return new Definition(byId, vocabulary, required, inner);
    }

    /// The fields of a record type; its conditions name only fields of the same record.
    public static Definition of(RecordType type) {
        return of(type.fields().stream().map(FieldDefinition::of).toList(), Vocabulary.of());
    }

    public List<FieldDefinition> fields() {
        return List.copyOf(fields.values());
    }

    public Optional<FieldDefinition> field(String id) {
        return Optional.ofNullable(fields.get(id));
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /// Whether an answer is needed, for the answers and inputs so far.
    public boolean needs(FieldDefinition field, Inputs inputs) {
        Condition condition = required.get(field.id());
        return condition != null && !field.automatic() && condition.holds(inputs);
    }

    /// The definition of a composite field's members.
    Definition inner(FieldDefinition field) {
        return Optional.ofNullable(inner.get(field.id())).orElseThrow();
    }

    /// The inputs with the answers put in. An answer of a wrong kind is left unset; the check of
    /// the answers names it.
    public Inputs inputs(Inputs given, JsonNode answers) {
        var values = new HashMap<String, Value>();
        for (FieldDefinition field : fields.values()) {
            field.kind()
                    .named()
                    .flatMap(type -> Answer.value(answers.path(field.id()), type))
                    .ifPresent(value -> values.put(field.id(), value));
        }
        return given.in(vocabulary).with(values);
    }

    private static Optional<FieldKind.Shape> shape(FieldKind kind) {
        return switch (kind) {
            case FieldKind.Shape shape -> Optional.of(shape);
            case FieldKind.ListOf(var each, var _) -> shape(each);
            default -> Optional.empty();
        };
    }

    /// Fields under the names that conditions use. What an input of the same name holds while unset
    /// holds for the field: `announced` is true until someone says otherwise.
    private static Vocabulary names(List<FieldDefinition> fields, Vocabulary inputs) {
        var names = new ArrayList<Name>();
        for (FieldDefinition field : fields) {
            field.kind().named().ifPresent(type -> {
                Value unset = inputs.find(field.id())
                        .map(Name::unset)
                        .filter(type::takes)
                        .orElse(type.quiet());
                names.add(new Name(field.id(), type, unset));
            });
        }
        return Vocabulary.of(names);
    }
}
