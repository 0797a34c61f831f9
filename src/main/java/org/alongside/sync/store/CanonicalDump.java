package org.alongside.sync.store;

import static org.alongside.record.store.jooq.Tables.REPLICA_EVENT;
import static org.alongside.record.store.jooq.Tables.REPLICA_STREAM;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.alongside.record.Change;
import org.alongside.record.Event;
import org.alongside.record.RecordFold;
import org.alongside.record.StreamId;
import org.alongside.record.store.Reader;
import org.alongside.store.Access;
import org.alongside.sync.wire.CanonicalLine;
import org.jooq.DSLContext;

/// Writes the copies of the council's streams in the canonical form that the service writes, too. Own
/// work without a place in a stream is not in it: when all is quiet there is none.
public final class CanonicalDump {
    private final Reader reader;

    public CanonicalDump(Reader reader) {
        this.reader = reader;
    }

    /// @param lines gets each line without its newline
    public void write(Consumer<byte[]> lines) {
        List<StreamId> streams = reader.read(dsl -> dsl.select(REPLICA_STREAM.STREAM)
                .from(REPLICA_STREAM)
                .where(REPLICA_STREAM.ACCESS.eq(Access.OPEN.word()), REPLICA_STREAM.REVISION.gt(0L))
                .fetch(row -> StreamId.parse(row.value1())));
        streams.stream()
                .sorted()
                .forEach(stream -> reader.read(dsl -> {
                    write(dsl, stream, lines);
                    return true;
                }));
    }

    private static void write(DSLContext dsl, StreamId stream, Consumer<byte[]> lines) {
        Map<UUID, List<Change>> histories = new LinkedHashMap<>();
        dsl.select(REPLICA_EVENT.LINE)
                .from(REPLICA_EVENT)
                .where(REPLICA_EVENT.STREAM.eq(stream.toString()))
                .orderBy(REPLICA_EVENT.REVISION)
                .fetch(REPLICA_EVENT.LINE)
                .forEach(line -> {
                    lines.accept(CanonicalLine.event(line));
                    Change change = Change.of(Event.parse(line));
                    histories
                            .computeIfAbsent(change.operation().record(), key -> new ArrayList<>())
                            .add(change);
                });
        var heads = new ArrayList<GroupHead>();
        histories.forEach((record, history) -> RecordFold.fold(history)
                .heads()
                .forEach((group, versions) -> versions.forEach(version -> heads.add(
                        new GroupHead(record.toString(), group, version.opId().toString())))));
        heads.sort(Comparator.comparing(GroupHead::record)
                .thenComparing(GroupHead::fieldGroup)
                .thenComparing(GroupHead::opId));
        heads.forEach(head -> lines.accept(CanonicalLine.groupHead(
                stream, UUID.fromString(head.record()), head.fieldGroup(), UUID.fromString(head.opId()))));
        dsl.selectFrom(REPLICA_STREAM)
                .where(REPLICA_STREAM.STREAM.eq(stream.toString()))
                .forEach(row -> lines.accept(CanonicalLine.head(stream, row.getRevision(), row.getChain())));
    }

    private record GroupHead(String record, String fieldGroup, String opId) {}
}
