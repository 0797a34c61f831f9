package org.alongside.child;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.alongside.kernel.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/// Two versions of one fact beside what both replaced, field by field. A change that only one side
/// made is taken; where both changed a field, a person chooses. Nothing is merged without a person:
/// this only prepares what is put before them.
public final class Merging {
    /// The field of a value that is no object: the whole of it.
    public static final String WHOLE = "";

    private final Joining joining;
    private final List<Line> lines;
    private final boolean whole;

    /// What can be said of a field without asking.
    public enum Side {
        SAME,
        MINE,
        THEIRS,
        CHOOSE
    }

    /// What a person takes of a field: a side, both where they can stand together, or words of their
    /// own.
    public enum Take {
        MINE,
        THEIRS,
        BOTH,
        WRITTEN
    }

    /// @param field the field's id, or [#WHOLE]
    /// @param canKeepBoth whether both can stand together
    public record Line(String field, JsonNode before, JsonNode mine, JsonNode theirs, Side side, boolean canKeepBoth) {
        /// Whether both sides are lists, whose entries stand beside each other.
        public boolean isList() {
            return mine.isArray() && theirs.isArray();
        }
    }

    /// @param order fields in the order in which they are shown; others follow
    public Merging(Joining joining, JsonNode before, JsonNode mine, JsonNode theirs, List<String> order) {
        this.joining = joining;
        this.whole = !(mine.isObject() && theirs.isObject());
        var found = new ArrayList<Line>();
        if (whole) {
            found.add(line(WHOLE, before, mine, theirs));
        } else {
            var fields = new LinkedHashSet<>(order);
            fields.addAll(mine.propertyNames());
            fields.addAll(theirs.propertyNames());
            for (String field : fields) {
                Line line = line(field, before.path(field), mine.path(field), theirs.path(field));
                if (!(isNothing(line.before()) && isNothing(line.mine()) && isNothing(line.theirs()))) {
                    found.add(line);
                }
            }
        }
        lines = List.copyOf(found);
    }

    public List<Line> lines() {
        return lines;
    }

    /// Fields that both sides changed, each its own way.
    public List<Line> toChoose() {
        return lines.stream().filter(line -> line.side() == Side.CHOOSE).toList();
    }

    /// The value with the choices made; a field without a choice keeps this user's version until
    /// there is one.
    public JsonNode result(Map<String, Take> choices) {
        if (whole) {
            return taken(lines.getFirst(), choices);
        }
        ObjectNode result = Json.object();
        for (Line line : lines) {
            JsonNode value = taken(line, choices);
            if (!isNothing(value)) {
                result.set(line.field(), value);
            }
        }
        return result;
    }

    private JsonNode taken(Line line, Map<String, Take> choices) {
        return switch (line.side()) {
            case SAME, MINE -> line.mine();
            case THEIRS -> line.theirs();
            case CHOOSE ->
                switch (choices.getOrDefault(line.field(), Take.MINE)) {
                    case MINE -> line.mine();
                    case THEIRS -> line.theirs();
                    case BOTH -> joining.join(line.field(), line.mine(), line.theirs());
                    case WRITTEN -> MissingNode.getInstance();
                };
        };
    }

    private Line line(String field, JsonNode before, JsonNode mine, JsonNode theirs) {
        Side side = same(mine, theirs)
                ? Side.SAME
                : same(before, theirs) ? Side.MINE : same(before, mine) ? Side.THEIRS : Side.CHOOSE;
        return new Line(field, before, mine, theirs, side, joining.isPossible(field, mine, theirs));
    }

    private static boolean same(JsonNode one, JsonNode other) {
        return isNothing(one) ? isNothing(other) : one.equals(other);
    }

    private static boolean isNothing(JsonNode value) {
        return value instanceof MissingNode || value.isNull();
    }
}
