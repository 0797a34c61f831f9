package org.alongside.record;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.alongside.kernel.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Photographs and other attachments of cases on a laptop. What is kept is sealed under a random key of
/// its own before it reaches the disk; the key stands in the record that names the attachment, so that
/// whoever may read the record, and nobody else, can open it. Implemented by the store.
public interface Blobs {

    /// Seals and keeps an attachment of a case, forced to disk when this returns. It goes to the council
    /// after a saved record names it; one that nothing names is let go with the draft it was chosen for.
    ///
    /// @throws org.alongside.kernel.BadInput when it is longer than [org.alongside.kernel.Limits#PHOTOGRAPH_BYTES]
    Ref keep(StreamId stream, byte[] clear);

    /// The attachment, if this laptop has it and it is what was sealed.
    Optional<byte[]> open(StreamId stream, Ref ref);

    /// Where the attachment is.
    Place place(StreamId stream, String name);

    /// Where an attachment is, as far as this laptop knows.
    enum Place {
        /// Here, and not yet with the council.
        ON_THIS_LAPTOP,
        /// Here and with the council.
        WITH_THE_COUNCIL,
        /// Named by the record and not here yet.
        STILL_TO_COME
    }

    /// How a record names an attachment.
    ///
    /// @param name SHA-256 of the sealed bytes, in lower-case hex
    /// @param key 32 bytes in Base64
    record Ref(String name, String key) {
        /// The members that name an attachment in a record's value.
        public static final String NAME = "blob";

        public static final String KEY = "key";

        private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

        public void into(ObjectNode value) {
            value.put(NAME, name);
            value.put(KEY, key);
        }

        public static Optional<Ref> of(JsonNode value) {
            String name = value.path(NAME).asString("");
            String key = value.path(KEY).asString("");
            return isName(name) && !key.isEmpty() ? Optional.of(new Ref(name, key)) : Optional.empty();
        }

        public static boolean isName(String text) {
            return HASH.matcher(text).matches();
        }

        /// Never the key: this may reach a log.
        @Override
        public String toString() {
            return "attachment " + name;
        }
    }

    /// The names of every attachment that a value names, at any depth.
    static Set<String> namedIn(JsonNode value) {
        var names = new LinkedHashSet<String>();
        collect(value, names);
        return names;
    }

    private static void collect(JsonNode value, Set<String> names) {
        String name = value.path(Ref.NAME).asString("");
        if (Ref.isName(name)) {
            names.add(name);
        }
        value.forEach(member -> collect(member, names));
    }

    /// A value without the keys of its attachments, to be shown.
    static JsonNode withoutKeys(JsonNode value) {
        JsonNode copy = value.deepCopy();
        strip(copy);
        return copy;
    }

    private static void strip(JsonNode value) {
        if (value instanceof ObjectNode object && object.has(Ref.NAME)) {
            object.remove(Ref.KEY);
        }
        value.forEach(Blobs::strip);
    }

    /// Reads a value from text, for those that hold it as such.
    static Set<String> namedIn(String json) {
        return namedIn(Json.MAPPER.readTree(json));
    }
}
