package org.alongside.child;

import java.util.Set;
import java.util.stream.Collectors;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Json;
import org.alongside.kernel.Texts;
import org.alongside.rules.FieldKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Two versions of one fact in one, where that says what both meant: lists as all entries of either,
/// free writing one after the other. A number, a name, an address line or a date is one or the other:
/// two put into one field would say what nobody wrote.
public final class Joining {
    /// From so many words of advice on a field is meant for sentences; an address has fewer.
    private static final int WRITING_WORDS = 80;

    private static final Set<String> ACTION_SENTENCES = Set.of("text", "outcome", "if_not", "result");

    private final Set<String> writing;

    private Joining(Set<String> writing) {
        this.writing = writing;
    }

    /// What may be joined in a fact of a child's summary, and in an action, whose words are sentences; in
    /// any other record only lists.
    public static Joining of(String type, String group) {
        if (type.equals("action")) {
            return new Joining(ACTION_SENTENCES);
        }
        FactRules.Shape shape = type.equals(Facts.TYPE) ? FactRules.shapes().get(group) : null;
        if (shape == null) {
            return new Joining(Set.of());
        }
        return new Joining(shape.fields().stream()
                .filter(field -> field.kind() instanceof FieldKind.Text(int words) && words >= WRITING_WORDS)
                .map(org.alongside.rules.FieldDefinition::id)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /// Whether both can stand together.
    public boolean isPossible(String field, JsonNode mine, JsonNode theirs) {
        try {
            join(field, mine, theirs);
            return true;
        } catch (BadInput cannot) {
            return false;
        }
    }

    /// @param field the field's id, or [Merging#WHOLE]
    /// @throws BadInput where the value can be only one
    public JsonNode join(String field, JsonNode mine, JsonNode theirs) {
        if (mine.equals(theirs) || theirs.isNull() || theirs.isMissingNode()) {
            return mine;
        }
        if (mine.isNull() || mine.isMissingNode()) {
            return theirs;
        }
        if (mine instanceof ArrayNode mineList && theirs instanceof ArrayNode theirList) {
            return entries(mineList, theirList);
        }
        if (mine instanceof ObjectNode mineObject && theirs instanceof ObjectNode theirObject) {
            return fields(mineObject, theirObject);
        }
        if (mine.isString() && theirs.isString() && (writing.contains(field) || isWhole(field))) {
            return texts(mine.stringValue(), theirs.stringValue());
        }
        throw BadInput.of("keep-both-impossible", "keep", Texts.of("child.keep-both-impossible"));
    }

    /// A fact that is one text and nothing else.
    private boolean isWhole(String field) {
        return field.equals(Merging.WHOLE) && !writing.isEmpty();
    }

    private static JsonNode entries(ArrayNode mine, ArrayNode theirs) {
        ArrayNode both = Json.array();
        mine.forEach(both::add);
        for (JsonNode one : theirs) {
            if (both.valueStream().noneMatch(one::equals)) {
                both.add(one);
            }
        }
        return both;
    }

    private JsonNode fields(ObjectNode mine, ObjectNode theirs) {
        ObjectNode both = mine.deepCopy();
        theirs.properties()
                .forEach(entry ->
                        both.set(entry.getKey(), join(entry.getKey(), mine.path(entry.getKey()), entry.getValue())));
        return both;
    }

    private static JsonNode texts(String mine, String theirs) {
        String both = mine.contains(theirs) ? mine : theirs.contains(mine) ? theirs : mine + "\n" + theirs;
        return Json.MAPPER.valueToTree(both);
    }
}
