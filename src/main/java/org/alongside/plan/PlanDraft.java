package org.alongside.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Json;
import org.alongside.kernel.Limits;
import org.alongside.kernel.Texts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What somebody is changing in a plan, over the plan as it stands. Only changes are held, each with
/// the versions that were on screen when it was begun, so that a colleague's change that arrives
/// meanwhile is never written over.
public final class PlanDraft {
    /// The kind of a plan's drafts.
    public static final String KIND = "plan";

    private static final String ACTIONS = "actions";
    private static final String REMOVED = "removed";
    private static final String ORDER = "order";
    private static final String SAID = "said";

    private final Standing standing;
    private final ObjectNode changes;
    private final Map<UUID, Standing.Entry> entries = new LinkedHashMap<>();

    /// @param changes what was changed before, changed in place; empty for a new draft
    public PlanDraft(Standing standing, ObjectNode changes) {
        this.standing = standing;
        this.changes = changes;
        standing.open().forEach(entry -> entries.put(entry.record(), entry));
        forgetClosed();
    }

    /// What a colleague closed meanwhile is no longer changed here.
    private void forgetClosed() {
        Set<String> closed = new HashSet<>();
        standing.closed().forEach(entry -> closed.add(entry.record().toString()));
        for (String part : List.of(ACTIONS, REMOVED)) {
            if (changes.get(part) instanceof ObjectNode held) {
                closed.forEach(held::remove);
            }
        }
    }

    /// An action as it is on screen.
    ///
    /// @param standing as the record has it; null for a new one
    /// @param removed whether it is taken out when the plan is agreed
    public record Item(
            UUID record,
            Action action,
            ObjectNode value,
            Set<UUID> children,
            Standing.@Nullable Entry standing,
            boolean changed,
            boolean removed) {}

    public Standing standing() {
        return standing;
    }

    /// The changes, to be kept as a draft.
    public ObjectNode changes() {
        return changes;
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /// The actions in their order, those taken out with them.
    public List<Item> items() {
        var items = new ArrayList<Item>();
        entries.values().forEach(entry -> items.add(item(entry.record())));
        node(ACTIONS).propertyNames().forEach(id -> {
            UUID record = UUID.fromString(id);
            if (!entries.containsKey(record)) {
                items.add(item(record));
            }
        });
        Map<UUID, Integer> order = new HashMap<>();
        changes.path(ORDER).forEach(id -> order.put(UUID.fromString(id.asString("")), order.size()));
        if (!order.isEmpty()) {
            items.sort(Comparator.comparingInt(item -> order.getOrDefault(item.record(), Integer.MAX_VALUE)));
        }
        return items;
    }

    public Item item(UUID record) {
        Standing.Entry entry = entries.get(record);
        JsonNode edit = node(ACTIONS).path(record.toString());
        ObjectNode value = edit.path("value") instanceof ObjectNode written
                ? written
                : entry == null ? Json.object() : entry.value();
        Set<UUID> children = new LinkedHashSet<>();
        if (edit.has("children")) {
            edit.path("children").forEach(child -> children.add(UUID.fromString(child.asString(""))));
        } else if (entry != null) {
            children.addAll(entry.children());
        }
        return new Item(
                record,
                Actions.read(record, value, children),
                value,
                children,
                entry,
                edit.isObject(),
                node(REMOVED).has(record.toString()));
    }

    /// The plan as it will be: without what is taken out.
    public Plan plan() {
        return standing.plan(
                items().stream()
                        .filter(item -> !item.removed())
                        .map(Item::action)
                        .toList(),
                said());
    }

    /// Begins an action at the end.
    ///
    /// @throws BadInput when the plan has all the actions it may have
    public UUID add(UUID record) {
        if (items().size() >= Limits.PLAN_ACTIONS) {
            throw BadInput.of("plan-too-long", ACTIONS, Texts.of("plan.limit", String.valueOf(Limits.PLAN_ACTIONS)));
        }
        List<UUID> order = items().stream().map(Item::record).toList();
        ObjectNode edit = part(ACTIONS).putObject(record.toString());
        edit.putObject("value").put("kind", "plan");
        ArrayNode children = edit.putArray("children");
        standing.children().forEach(child -> children.add(child.toString()));
        order(order, record);
        return record;
    }

    private void order(List<UUID> before, @Nullable UUID last) {
        ArrayNode order = changes.putArray(ORDER);
        before.forEach(id -> order.add(id.toString()));
        if (last != null) {
            order.add(last.toString());
        }
    }

    /// Writes a part of an action.
    public void write(UUID record, String field, String text) {
        ObjectNode value = value(record);
        if (text.isBlank()) {
            value.remove(field);
        } else {
            value.put(field, text);
        }
        settle(record);
    }

    /// Says why questions about an action stand.
    public void explain(UUID record, Set<String> codes, String why) {
        explain(value(record), codes, why);
        settle(record);
    }

    private static void explain(ObjectNode value, Set<String> codes, String why) {
        if (why.isBlank() || codes.isEmpty()) {
            value.remove(List.of("explained", "explained_codes"));
            return;
        }
        value.put("explained", why);
        ArrayNode list = value.putArray("explained_codes");
        codes.stream().sorted().forEach(code -> list.add(code.toLowerCase(java.util.Locale.ROOT)));
    }

    /// Says which children an action is for.
    public void isFor(UUID record, Set<UUID> children) {
        value(record);
        ArrayNode list = ((ObjectNode) node(ACTIONS).path(record.toString())).putArray("children");
        standing.children().stream().filter(children::contains).forEach(child -> list.add(child.toString()));
        settle(record);
    }

    /// Takes an action out; a new one is gone at once, one of the record when the plan is agreed.
    ///
    /// @return what to give [#restore] to have it back
    public ObjectNode remove(UUID record) {
        ObjectNode before = changes.deepCopy();
        if (entries.containsKey(record)) {
            part(REMOVED).putObject(record.toString());
        } else {
            part(ACTIONS).remove(record.toString());
            tidy();
        }
        return before;
    }

    /// Has back what was taken out.
    public void restore(ObjectNode before) {
        changes.removeAll();
        changes.setAll(before);
    }

    /// Keeps an action that was to be taken out.
    public void keep(UUID record) {
        part(REMOVED).remove(record.toString());
        tidy();
    }

    /// Why an action is taken out.
    public String why(UUID record) {
        return node(REMOVED).path(record.toString()).path("why").asString("");
    }

    public void why(UUID record, String why) {
        part(REMOVED).putObject(record.toString()).put("why", why);
    }

    /// Moves an action up (-1) or down (1).
    ///
    /// @return whether it moved
    public boolean move(UUID record, int by) {
        var order = new ArrayList<>(items().stream().map(Item::record).toList());
        int at = order.indexOf(record);
        int to = at + by;
        if (at < 0 || to < 0 || to >= order.size()) {
            return false;
        }
        order.remove(at);
        order.add(to, record);
        order(order, null);
        return true;
    }

    /// What the plan says beside its actions, as it is on screen.
    public ObjectNode said() {
        return changes.path(SAID).path("value") instanceof ObjectNode written ? written : standing.agreement();
    }

    /// Writes what the plan says beside its actions.
    public void say(String field, String text) {
        ObjectNode value = saidValue();
        if (text.isBlank()) {
            value.remove(field);
        } else {
            value.put(field, text);
        }
        if (value.equals(standing.agreement())) {
            changes.remove(SAID);
        }
    }

    /// Says why questions about the whole plan stand.
    public void explainPlan(Set<String> codes, String why) {
        explain(saidValue(), codes, why);
    }

    private ObjectNode saidValue() {
        if (changes.path(SAID).path("value") instanceof ObjectNode written) {
            return written;
        }
        ObjectNode said = changes.putObject(SAID);
        ObjectNode seen = said.putObject("seen");
        standing.members().forEach(member -> {
            ArrayNode versions = seen.putArray(member.child().id().toString());
            member.seen().forEach(version -> versions.add(version.toString()));
        });
        ObjectNode value = standing.agreement().deepCopy();
        said.set("value", value);
        return value;
    }

    /// The versions of an action, or of what the plan says, that were on screen when its change was
    /// begun.
    List<UUID> seen(@Nullable UUID record, UUID child, List<UUID> now) {
        JsonNode part = record == null ? changes.path(SAID) : node(ACTIONS).path(record.toString());
        JsonNode seen = part.path("seen").path(child.toString());
        if (!seen.isArray()) {
            return now;
        }
        var versions = new ArrayList<UUID>();
        seen.forEach(version -> versions.add(UUID.fromString(version.asString(""))));
        return versions;
    }

    Optional<List<UUID>> order() {
        if (!changes.path(ORDER).isArray()) {
            return Optional.empty();
        }
        return Optional.of(items().stream().map(Item::record).toList());
    }

    private ObjectNode value(UUID record) {
        ObjectNode actions = part(ACTIONS);
        if (actions.path(record.toString()).path("value") instanceof ObjectNode written) {
            return written;
        }
        Standing.Entry entry = entries.get(record);
        if (entry == null) {
            throw new IllegalArgumentException("no such action");
        }
        ObjectNode edit = actions.putObject(record.toString());
        ObjectNode seen = edit.putObject("seen");
        entry.seen().forEach((child, versions) -> {
            ArrayNode list = seen.putArray(child.toString());
            versions.forEach(version -> list.add(version.toString()));
        });
        ObjectNode value = entry.value().deepCopy();
        edit.set("value", value);
        return value;
    }

    /// A change that was taken back is none.
    private void settle(UUID record) {
        Standing.Entry entry = entries.get(record);
        Item item = item(record);
        if (entry != null
                && item.value().equals(entry.value())
                && item.children().equals(entry.children())) {
            part(ACTIONS).remove(record.toString());
            tidy();
        }
    }

    private void tidy() {
        for (String part : Arrays.asList(ACTIONS, REMOVED)) {
            if (changes.path(part).isObject() && changes.path(part).isEmpty()) {
                changes.remove(part);
            }
        }
        if (changes.has(ORDER)
                && items().stream()
                        .map(Item::record)
                        .toList()
                        .equals(standing.open().stream()
                                .map(Standing.Entry::record)
                                .toList())) {
            changes.remove(ORDER);
        }
    }

    private JsonNode node(String part) {
        return changes.path(part);
    }

    private ObjectNode part(String part) {
        return changes.get(part) instanceof ObjectNode there ? there : changes.putObject(part);
    }
}
