package org.alongside.exchange.council;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.alongside.kernel.TypedText;
import org.alongside.record.Intent;
import org.alongside.record.StreamId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What has been read so far of a council file.
final class Gathered {
    private final String council;
    private final Map<StreamId, List<BroughtIn>> events = new LinkedHashMap<>();
    private final List<CouncilLoad.Reference> references = new ArrayList<>();
    private final List<CouncilLoad.Allocated> allocations = new ArrayList<>();
    private final List<CouncilLoad.PersonLink> people = new ArrayList<>();
    private final List<CouncilLoad.Declared> declared = new ArrayList<>();
    private final Map<String, Integer> later = new TreeMap<>();

    /// @param council the council's name: ids of two councils' files never meet
    Gathered(String council) {
        this.council = council;
    }

    /// The same id each time that the same thing of the same council is read.
    UUID id(String... name) {
        return UUID.nameUUIDFromBytes((council + "\n" + String.join("\n", name)).getBytes(StandardCharsets.UTF_8));
    }

    /// The id of a child, adult or other person of the file.
    UUID person(String id) {
        return id("person", id);
    }

    void whole(StreamId stream, UUID record, String type, ObjectNode value, String author, Instant at) {
        add(new BroughtIn(Intent.whole(stream, record, type, value), author, at, null));
    }

    /// A version of a field group; one that says nothing is left out.
    void group(StreamId stream, UUID record, String type, String group, JsonNode value, String author, Instant at) {
        group(stream, record, type, group, value, author, at, null);
    }

    void group(
            StreamId stream,
            UUID record,
            String type,
            String group,
            JsonNode value,
            String author,
            Instant at,
            @Nullable UUID atomic) {
        if (!value.isEmpty()) {
            add(new BroughtIn(Intent.group(stream, record, type, group, List.of(), value), author, at, atomic));
        }
    }

    void add(BroughtIn event) {
        events.computeIfAbsent(event.stream(), stream -> new ArrayList<>()).add(event);
    }

    void reference(String kind, String externalId, UUID id) {
        references.add(new CouncilLoad.Reference(kind, externalId, id));
    }

    void allocated(CouncilLoad.Allocated allocated) {
        allocations.add(allocated);
    }

    void link(UUID child, UUID person) {
        people.add(new CouncilLoad.PersonLink(child, person));
    }

    void declared(CouncilLoad.Declared relationship) {
        declared.add(relationship);
    }

    void later(String part, int count) {
        if (count > 0) {
            later.merge(part, count, Integer::sum);
        }
    }

    List<CouncilLoad.Reference> references() {
        return references;
    }

    List<CouncilLoad.Allocated> allocations() {
        return allocations;
    }

    List<CouncilLoad.PersonLink> people() {
        return people.stream().distinct().toList();
    }

    List<CouncilLoad.Declared> declared() {
        return declared;
    }

    List<CouncilLoad.NotYetCarried> later() {
        return later.entrySet().stream()
                .map(part -> new CouncilLoad.NotYetCarried(part.getKey(), part.getValue()))
                .toList();
    }

    /// The streams, each in the order in which its events were kept.
    Map<StreamId, List<BroughtIn>> events() {
        var ordered = new TreeMap<StreamId, List<BroughtIn>>();
        events.forEach((stream, kept) -> ordered.put(
                stream,
                kept.stream().sorted(Comparator.comparing(BroughtIn::keptAt)).toList()));
        return ordered;
    }

    /// A text of the file in the form that is stored; null when it is missing or empty.
    static @Nullable String text(JsonNode node) {
        return node.isString() && !node.stringValue().isBlank() ? TypedText.mended(node.stringValue()) : null;
    }

    /// Puts a text where the file has one; a missing answer stays missing.
    static void put(ObjectNode value, String field, JsonNode text) {
        String words = text(text);
        if (words != null) {
            value.put(field, words);
        }
    }

    /// Puts true or false where the file says so.
    static void putFlag(ObjectNode value, String field, JsonNode flag) {
        if (flag.isBoolean()) {
            value.put(field, flag.booleanValue());
        }
    }

    static @Nullable Integer number(JsonNode node) {
        return node.isIntegralNumber() ? Integer.valueOf(node.intValue()) : null;
    }
}
