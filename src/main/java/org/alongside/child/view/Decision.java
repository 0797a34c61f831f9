package org.alongside.child.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.child.FactRules;
import org.alongside.child.Facts;
import org.alongside.child.Joining;
import org.alongside.child.Merging;
import org.alongside.child.Settling;
import org.alongside.kernel.Json;
import org.alongside.record.Change;
import org.alongside.record.Clashes;
import org.alongside.record.Drafts;
import org.alongside.rules.FieldDefinition;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A decision about two versions while it is made: the two, what both replaced, the choices field by
/// field, the result as it will stand, and why. Kept as a draft until it is made.
final class Decision {
    static final String KIND = "decision";
    private static final String CHOICES = "choices";
    static final String VALUE = "value";
    static final String WHY = "why";

    private final Clashes.Clash clash;
    private final Change mine;
    private final Change theirs;
    private final Merging merging;
    private final KeptWriting kept;

    Decision(Clashes.Clash clash, Change mine, Change theirs, KeptWriting kept) {
        this.clash = clash;
        this.mine = mine;
        this.theirs = theirs;
        this.kept = kept;
        this.merging = new Merging(
                Joining.of(clash.type(), clash.fieldGroup()),
                clash.before(),
                mine.value(),
                theirs.value(),
                fields(clash).stream().map(FieldDefinition::id).toList());
        if (isComplete() && kept.writing().get(VALUE).isMissingNode()) {
            merge();
        }
    }

    /// The version of this user, or the first that stands when none is.
    static Change first(Clashes.Clash clash, Settling settling) {
        @Nullable Change mine = settling.mine(clash);
        return mine != null ? mine : clash.versions().getFirst();
    }

    /// The other one.
    static Change second(Clashes.Clash clash, Settling settling) {
        Change first = first(clash, settling);
        Change theirs = settling.theirs(clash);
        return theirs.opId().equals(first.opId()) ? clash.versions().getLast() : theirs;
    }

    /// A draft of the decision, begun anew when other versions stand now.
    static Drafts.Draft draft(Clashes.Clash clash, List<Drafts.Draft> drafts, UUID id, java.time.Instant now) {
        ArrayNode versions = versions(clash);
        return stored(clash, drafts).orElseGet(() -> {
            ObjectNode body = Json.object();
            body.put("conflict", clash.id().toString());
            body.set("versions", versions);
            List<UUID> children =
                    clash.stream().isCase() ? List.of(clash.stream().id()) : List.of();
            return new Drafts.Draft(id, KIND, children, body, Json.object(), now, now);
        });
    }

    static java.util.Optional<Drafts.Draft> stored(Clashes.Clash clash, List<Drafts.Draft> drafts) {
        return drafts.stream()
                .filter(draft -> draft.kind().equals(KIND)
                        && draft.body()
                                .path("conflict")
                                .asString("")
                                .equals(clash.id().toString())
                        && draft.body().path("versions").equals(versions(clash)))
                .findFirst();
    }

    private static ArrayNode versions(Clashes.Clash clash) {
        ArrayNode versions = Json.array();
        clash.versions().forEach(version -> versions.add(version.opId().toString()));
        return versions;
    }

    /// The fields of what clashes, as they are asked.
    static List<FieldDefinition> fields(Clashes.Clash clash) {
        return clash.type().equals(Facts.TYPE)
                ? FactWords.definition(clash.fieldGroup())
                : FactWords.ofType(clash.type(), clash.fieldGroup());
    }

    boolean isList() {
        FactRules.Shape shape = FactRules.shapes().get(clash.fieldGroup());
        return clash.type().equals(Facts.TYPE) && shape != null && shape.list();
    }

    Clashes.Clash clash() {
        return clash;
    }

    Change mine() {
        return mine;
    }

    Change theirs() {
        return theirs;
    }

    Merging merging() {
        return merging;
    }

    KeptWriting kept() {
        return kept;
    }

    Map<String, Merging.Take> choices() {
        var choices = new LinkedHashMap<String, Merging.Take>();
        kept.writing()
                .get(CHOICES)
                .properties()
                .forEach(entry -> choices.put(
                        entry.getKey().equals("whole") ? Merging.WHOLE : entry.getKey(),
                        Merging.Take.valueOf(entry.getValue().asString("MINE"))));
        return choices;
    }

    void choose(String field, Merging.Take keep) {
        kept.writing().put(CHOICES + "." + (field.equals(Merging.WHOLE) ? "whole" : field), keep.name());
        if (isComplete()) {
            merge();
        }
    }

    boolean isComplete() {
        Map<String, Merging.Take> choices = choices();
        return merging.toChoose().stream().allMatch(line -> choices.containsKey(line.field()));
    }

    private void merge() {
        kept.writing().put(VALUE, merging.result(choices()).deepCopy());
    }

    JsonNode value() {
        JsonNode value = kept.writing().get(VALUE).deepCopy();
        return isList() ? RowsForm.filled(value) : value;
    }

    String why() {
        return kept.writing().text(WHY);
    }
}
