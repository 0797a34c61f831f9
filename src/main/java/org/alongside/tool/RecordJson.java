package org.alongside.tool;

import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.child.ChildSummary;
import org.alongside.child.Children;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Json;
import org.alongside.record.Blobs;
import org.alongside.record.Change;
import org.alongside.record.Drafts;
import org.alongside.record.Operation;
import org.alongside.record.RecordState;
import org.alongside.record.RecordType;
import org.alongside.record.RecordTypes;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A record, a draft or an addition as `show` prints it (`command-line.md`).
final class RecordJson {
    private final RecordTypes types;
    private final Children children;

    RecordJson(RecordTypes types, Children children) {
        this.types = types;
        this.children = children;
    }

    /// Who and when, the state, and what the record says with its additions.
    ObjectNode record(RecordState state) {
        Change first = state.first();
        ObjectNode json = Json.object();
        json.put("id", state.record().toString());
        json.put("type", state.type());
        json.put("title", types.find(state.type()).map(RecordType::title).orElse(state.type()));
        json.put("state", state.state().word());
        json.put("author", first.author());
        json.put("happened_at", happenedAt(state));
        json.put("recorded_at", first.at().toString());
        json.put("council_has_it", state.unsent() == 0 && state.parked() == 0);
        json.put("brought_in", first.isBroughtIn());
        body(state, json);
        ArrayNode additions = json.putArray("additions");
        state.additions().forEach(addition -> additions.add(addition(addition)));
        return json;
    }

    ObjectNode draft(Drafts.Draft draft) {
        ObjectNode json = Json.object();
        json.put("id", draft.id().toString());
        json.put("type", draft.kind());
        json.put("title", types.find(draft.kind()).map(RecordType::title).orElse(draft.kind()));
        json.put("state", "draft");
        json.putNull("author");
        JsonNode happened = draft.body().path("visit").path("started_at");
        json.put("happened_at", happened.isString() ? moment(happened.stringValue()) : null);
        json.put("recorded_at", draft.savedAt().toString());
        json.put("council_has_it", false);
        json.put("brought_in", false);
        json.set("draft", Blobs.withoutKeys(draft.body()));
        json.putArray("additions");
        return json;
    }

    private static ObjectNode addition(Change addition) {
        ObjectNode json = Json.object();
        json.put("op_id", addition.opId().toString());
        json.put("kind", addition.operation().type());
        json.put("author", addition.author());
        json.put("at", addition.at().toString());
        json.put("why", addition.why());
        json.set(addition.operation().type().equals(Operation.AMENDMENT) ? "change" : "value", addition.value());
        json.put("council_has_it", !addition.isUnsent() && !addition.parked());
        return json;
    }

    private void body(RecordState state, ObjectNode json) {
        boolean visit = state.type().equals("visit");
        for (Map.Entry<String, List<Change>> unit : state.heads().entrySet()) {
            JsonNode value = state.current(unit.getKey()).map(Change::value).orElseGet(Json::object);
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                if (!json.has(member.getKey())) {
                    json.set(member.getKey(), member.getValue());
                }
            }
        }
        if (visit && json.path("child") instanceof ObjectNode row) {
            ObjectNode named = row.deepCopy();
            named.put("external_id", externalId(row.path("child")));
            json.set("child", named);
        }
    }

    private @Nullable String externalId(JsonNode id) {
        if (!id.isString()) {
            return null;
        }
        return children.find(UUID.fromString(id.stringValue()))
                .map(ChildSummary::externalId)
                .orElse(null);
    }

    private @Nullable String happenedAt(RecordState state) {
        String field = types.find(state.type()).map(RecordType::happened).orElse("");
        for (String unit : state.heads().keySet()) {
            JsonNode value = state.value(unit, field);
            if (!value.isString()) {
                value = state.value(unit, "visit").path(field);
            }
            if (value.isString()) {
                return moment(value.stringValue());
            }
        }
        return null;
    }

    /// A moment as UTC, whatever London time a file gave; a day stays a day.
    private static String moment(String text) {
        try {
            return text.contains("T") ? Clocks.moment(text).toString() : text;
        } catch (DateTimeException e) {
            return text;
        }
    }
}
