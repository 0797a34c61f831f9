package org.alongside.record;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// The stable id of a clash: made from where it is, so that laptops and service name it alike.
public final class ConflictId {
    private ConflictId() {}

    public static UUID of(String stream, UUID record, String fieldGroup) {
        return UUID.nameUUIDFromBytes(
                ("conflict\n" + stream + "\n" + record + "\n" + fieldGroup).getBytes(StandardCharsets.UTF_8));
    }
}
