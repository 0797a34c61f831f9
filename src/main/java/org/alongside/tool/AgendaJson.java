package org.alongside.tool;

import org.alongside.child.ChildSummary;
import org.alongside.kernel.Json;
import org.alongside.supervision.Agenda;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// An agenda as `show agenda` writes it.
final class AgendaJson {
    private final Laptop laptop;

    AgendaJson(Laptop laptop) {
        this.laptop = laptop;
    }

    ObjectNode of(String worker) {
        Agenda agenda = laptop.supervising().agenda(laptop.supervising().with(worker));
        ObjectNode json = Json.object();
        ArrayNode groups = json.putArray("groups");
        agenda.groups().forEach(group -> groups.add(group(group)));
        ArrayNode others = json.putArray("no_talk_needed");
        agenda.noTalk().forEach(group -> others.add(group(group)));
        ArrayNode own = json.putArray("own_items");
        agenda.ownItems().forEach(item -> {
            ObjectNode line = own.addObject();
            line.put("id", item.id().toString());
            line.put("author", item.author());
            line.put("text", item.text());
            line.put("child", item.child() == null ? null : item.child().toString());
            line.put("external_id", external(item.child()));
        });
        ArrayNode better = json.putArray("better");
        agenda.better()
                .forEach(each -> better.addObject()
                        .put("child", each.child().toString())
                        .put("external_id", external(each.child()))
                        .put("text", each.text()));
        ArrayNode unnamed = json.putArray("named_by_no_one");
        agenda.unnamed()
                .forEach(child ->
                        unnamed.addObject().put("child", child.id().toString()).put("external_id", child.externalId()));
        ArrayNode answered = json.putArray("answered");
        agenda.parked()
                .forEach(each -> answered.addObject()
                        .put("code", each.item().code())
                        .put("subject", each.item().subject().toString())
                        .put("answer", each.answer())
                        .put("by", each.by()));
        return json;
    }

    private static ObjectNode group(Agenda.Group group) {
        ObjectNode json = Json.object();
        json.put("family", group.label());
        json.put("headline_child", group.headline().id().toString());
        json.put("external_id", group.headline().externalId());
        json.put("score", group.score());
        ArrayNode items = json.putArray("items");
        group.items()
                .forEach(item -> items.addObject()
                        .put("code", item.code())
                        .put("flag", item.flag().isEmpty() ? null : item.flag())
                        .put("subject", item.subject().toString())
                        .put("child", item.child().toString())
                        .put("score", item.score())
                        .put("text", item.text()));
        return json;
    }

    private @Nullable String external(java.util.@Nullable UUID child) {
        return child == null
                ? null
                : laptop.children().find(child).map(ChildSummary::externalId).orElse(null);
    }
}
