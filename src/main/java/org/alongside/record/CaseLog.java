package org.alongside.record;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The one way to change and to read case records on a laptop. Implemented by the store; every
/// capability is given it in its constructor.
public interface CaseLog {

    /// Stores the operations and the change that can be seen in one transaction, forced to disk
    /// before it returns: only then may anyone be told "saved on this laptop". Several intents stand
    /// or fall together.
    ///
    /// @param finishedDraft the draft that these make whole, removed in the same transaction
    /// @throws org.alongside.kernel.BadInput when one is too long; nothing is stored then
    Saved save(List<Intent> intents, @Nullable UUID finishedDraft);

    default Saved save(List<Intent> intents) {
        return save(intents, null);
    }

    /// A record as it stands, own unsent work on top.
    Optional<RecordState> find(StreamId stream, UUID record);

    /// Every record of a stream.
    List<RecordState> records(StreamId stream);

    /// Every record of several streams at once, in the order asked: a whole caseload.
    default Map<StreamId, List<RecordState>> records(Collection<StreamId> streams) {
        var all = new LinkedHashMap<StreamId, List<RecordState>>();
        streams.forEach(stream -> all.put(stream, records(stream)));
        return all;
    }

    /// Every stream that holds this record: for a visit to three children, three.
    List<StreamId> streamsOf(UUID record);

    /// Streams of a kind on this laptop that may be read.
    List<StreamId> streams(StreamId.Kind kind);

    /// What was stored.
    ///
    /// @param at the moment the disk had it
    record Saved(List<Operation> operations, Instant at) {}
}
