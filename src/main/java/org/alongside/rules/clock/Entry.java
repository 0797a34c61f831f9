package org.alongside.rules.clock;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.alongside.kernel.Clocks;
import org.alongside.rules.DateText;
import org.alongside.rules.Inputs;
import org.alongside.rules.content.RecordVocabulary;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One record of a child's case as the clocks see it: all its fields in one object. Of a visit these
/// are the trip's and the child's row's.
public final class Entry {
    private final UUID id;
    private final String type;
    private final ObjectNode fields;
    private final Presence presence;
    private final RecordVocabulary vocabulary;
    private final Map<String, Optional<FactValue>> times = new ConcurrentHashMap<>();
    private volatile @Nullable Inputs inputs;

    /// How the child was there, which only visits tell. A visit whose worker's role does not count
    /// neither starts nor meets anything (practice 0.5).
    ///
    /// @param counts whether the record may start or meet a clock
    /// @param seen awake or asleep at a visit that counts
    /// @param alone counted alone; of a child not in scope: seen awake
    public record Presence(boolean counts, boolean seen, boolean alone) {
        /// Of a record that is no visit.
        public static final Presence PLAIN = new Presence(true, false, false);
    }

    private Entry(UUID id, String type, ObjectNode fields, Presence presence, RecordVocabulary vocabulary) {
        this.id = id;
        this.type = type;
        this.fields = fields;
        this.presence = presence;
        this.vocabulary = vocabulary;
    }

    /// Empty when there is no such record type: a later version may know more.
    public static Optional<Entry> of(UUID id, String type, ObjectNode fields, Presence presence) {
        return RecordVocabulary.of(type).map(vocabulary -> new Entry(id, type, fields, presence, vocabulary));
    }

    public UUID id() {
        return id;
    }

    public String type() {
        return type;
    }

    public Presence presence() {
        return presence;
    }

    /// What conditions see. Most records are never asked.
    Inputs inputs() {
        Inputs read = inputs;
        if (read == null) {
            read = vocabulary.inputs(fields);
            inputs = read;
        }
        return read;
    }

    JsonNode field(String name) {
        return fields.path(name);
    }

    /// The day or moment in a field; empty when it holds none. Many rules ask for the same.
    Optional<FactValue> time(String name) {
        return times.computeIfAbsent(name, this::read);
    }

    private Optional<FactValue> read(String name) {
        JsonNode value = fields.path(name);
        if (!vocabulary.isTime(name) || !value.isString()) {
            return Optional.empty();
        }
        String text = value.stringValue();
        if (!text.contains("T")) {
            return DateText.day(text).map(FactValue.Day::new);
        }
        return DateText.momentProblem(text).isPresent()
                ? Optional.empty()
                : Optional.of(new FactValue.Moment(Clocks.moment(text)));
    }
}
