package org.alongside.record.store;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.record.RecordState;
import org.alongside.record.StreamId;
import org.jooq.DSLContext;

/// The typed rows of one or more record types. A record's rows are deleted and written anew whenever
/// its history changes, in the same transaction; a rebuild does the same for every record.
public interface Projection {

    /// The record types it has rows for.
    Set<String> types();

    /// The tables its rows stand in, all of them: what is not named here is never verified.
    List<ProjectionTable> tables();

    void delete(DSLContext transaction, StreamId stream, UUID record);

    void write(DSLContext transaction, RecordState state);
}
