package org.alongside.sync.wire;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What became of one pushed operation (`sync.md` 2.2). There is none that means "discarded".
///
/// @param result `accepted`, `duplicate` or `parked`
/// @param rev the event's revision; of an accepted one, or of the first result of a duplicate
/// @param conflict set when the operation left two versions standing
/// @param reason of a parked one: `scope`, `signed`, `after-parked`, `schema`, `revoked`, `closed`, `invalid`
/// @param first what the first answer was, for a duplicate
public record OpResult(
        UUID opId,
        String result,
        @Nullable Long rev,
        @Nullable UUID conflict,
        @Nullable String reason,
        @Nullable UUID parkedId,
        @Nullable OpResult first) {

    public static final String ACCEPTED = "accepted";
    public static final String DUPLICATE = "duplicate";
    public static final String PARKED = "parked";

    public static OpResult accepted(UUID opId, long rev, @Nullable UUID conflict) {
        return new OpResult(opId, ACCEPTED, rev, conflict, null, null, null);
    }

    public static OpResult parked(UUID opId, String reason, UUID parkedId) {
        return new OpResult(opId, PARKED, null, null, reason, parkedId, null);
    }

    public static OpResult duplicate(OpResult first) {
        return new OpResult(first.opId(), DUPLICATE, null, null, null, null, first);
    }

    /// The result that counts: of a duplicate, the first one.
    public OpResult effective() {
        return first == null ? this : first;
    }
}
