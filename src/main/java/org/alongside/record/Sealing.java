package org.alongside.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/// Words that only the holders of a stream can read: the service keeps and sends them, and cannot
/// open them. On a laptop they are opened for whoever asks and never written down in clear.
///
/// A stream has keys of its own. A key is sealed once for each laptop of the people who hold the
/// stream, to the public key by which that laptop announced itself there.
public interface Sealing {
    /// Who holds the stream; written by the service.
    String PAIR = "supervision_pair";

    /// A laptop announces the key to which others seal for it.
    String LAPTOP = "supervision_laptop";

    /// A stream's key, sealed for one laptop.
    String KEY = "supervision_key";

    /// Sealed words.
    String WORDS = "supervision_words";

    /// All that a record of [#KEY] or [#WORDS] says in clear.
    Set<String> SEALED_MEMBERS = Set.of("sealed_at", "key", "device", "sealed");

    /// Whether a type is of this machinery and says nothing to a person.
    static boolean isMachinery(String type) {
        return type.equals(PAIR) || type.equals(LAPTOP) || type.equals(KEY);
    }

    /// What to save so that words are kept: a record of [#WORDS] for each, and before them, where this
    /// stream has no key yet that this laptop can use, a new key for every laptop that announced itself.
    ///
    /// @param words by the id of the record to be, in their order
    /// @throws org.alongside.kernel.BadInput when they are too long, or hold a character that cannot be kept
    List<Intent> seal(StreamId stream, SequencedMap<UUID, ObjectNode> words);

    /// The same for one record.
    default List<Intent> seal(StreamId stream, UUID record, ObjectNode words) {
        var one = new LinkedHashMap<UUID, ObjectNode>();
        one.put(record, words);
        return seal(stream, one);
    }

    /// The words of a record of [#WORDS]; empty when this laptop has not been given their key yet.
    Optional<ObjectNode> open(RecordState record);

    /// Seals words for this laptop alone: the private part of a draft.
    String sealHere(ObjectNode words);

    /// Opens them again; empty when they are not this laptop's.
    Optional<ObjectNode> openHere(String sealed);
}
