package org.alongside.exchange;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.alongside.kernel.TypedText;

/// Ids worked out from what an imported record is, so that the same file names the same records again
/// (name-based UUIDs, RFC 9562 version 3).
final class RecordIds {
    private RecordIds() {}

    /// A child first met in a file.
    static UUID child(String authority, String externalId) {
        return of("child", authority, externalId);
    }

    /// An adult first met in a file.
    static UUID person(String authority, String externalId) {
        return of("person", authority, externalId);
    }

    /// An event of a child, by its type and the day it began.
    static UUID event(UUID child, String type, Object day) {
        return of(type, child.toString(), String.valueOf(day));
    }

    /// The family that a household's text stands for: the same text, the same home.
    static UUID family(String authority, String household) {
        return of("household", authority, TypedText.folded(household));
    }

    private static UUID of(String... parts) {
        String name = "alongside-import\n" + String.join("\n", parts);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
