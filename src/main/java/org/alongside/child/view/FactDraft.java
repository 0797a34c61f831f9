package org.alongside.child.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.child.Facts;
import org.alongside.kernel.Json;
import org.alongside.record.Change;
import org.alongside.record.Drafts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A change of a fact while it is written: `{"group","seen":[op ids],"value":…}`. What it replaces is
/// what was on screen when it was begun, however long the writing takes.
final class FactDraft {
    static final String KIND = "fact";

    private FactDraft() {}

    /// A new one from the fact as it stands.
    static Drafts.Draft begin(UUID id, UUID child, String group, Facts.@Nullable Fact fact, boolean list, Instant now) {
        ObjectNode body = Json.object();
        body.put("group", group);
        ArrayNode seen = body.putArray("seen");
        if (fact != null) {
            fact.versions().stream().map(Change::opId).map(UUID::toString).forEach(seen::add);
        }
        body.set("value", fact == null ? (list ? Json.array() : Json.object()) : editable(group, fact.value(), list));
        return new Drafts.Draft(id, KIND, List.of(child), body, Json.object(), now, now);
    }

    /// The open draft of a group, if there is one.
    static Optional<Drafts.Draft> find(List<Drafts.Draft> drafts, UUID child, String group) {
        return drafts.stream()
                .filter(draft -> draft.kind().equals(KIND)
                        && draft.children().equals(List.of(child))
                        && group(draft).equals(group))
                .findFirst();
    }

    static String group(Drafts.Draft draft) {
        return draft.body().path("group").asString("");
    }

    static List<UUID> seen(ObjectNode body) {
        var seen = new ArrayList<UUID>();
        body.path("seen").forEach(id -> seen.add(UUID.fromString(id.asString(""))));
        return seen;
    }

    /// The value in the shape that is asked: a list for lists, an address in one text.
    private static JsonNode editable(String group, JsonNode value, boolean list) {
        if (list) {
            ArrayNode rows = Json.array();
            FactWords.rows(value).forEach(row -> rows.add(row.deepCopy()));
            return rows;
        }
        JsonNode copy = value.deepCopy();
        if (group.equals("address")
                && copy instanceof ObjectNode address
                && address.path("lines").isArray()) {
            var lines = new ArrayList<String>();
            address.path("lines").forEach(line -> lines.add(FactWords.text(line)));
            address.put("lines", String.join("\n", lines));
        }
        return copy;
    }
}
