package org.alongside.exchange.council;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.child.store.ChildProjection;
import org.alongside.child.store.PlanPeriodProjection;
import org.alongside.child.store.RelationshipProjection;
import org.alongside.record.Change;
import org.alongside.record.Event;
import org.alongside.record.Operation;
import org.alongside.record.RecordFold;
import org.alongside.record.RecordState;
import org.alongside.record.RecordTypes;
import org.alongside.record.StreamId;
import org.alongside.record.store.Projector;
import org.alongside.record.store.Schema;
import org.alongside.visit.SeenAlone;
import org.alongside.visit.VisitSettings;
import org.alongside.visit.store.ChildVisitProjection;
import org.h2.jdbcx.JdbcDataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/// A load as the service would keep it: each stream's events in order, and the tables that follow.
public final class LoadedRecord {
    private final Map<StreamId, List<Change>> streams = new LinkedHashMap<>();

    public LoadedRecord(CouncilLoad load) {
        load.events().forEach((stream, events) -> {
            var kept = new ArrayList<Change>();
            for (BroughtIn event : events) {
                long rev = kept.size() + 1;
                kept.add(Change.of(event(event, rev)));
            }
            streams.put(stream, kept);
        });
    }

    private static Event event(BroughtIn broughtIn, long rev) {
        var intent = broughtIn.intent();
        var operation = new Operation(
                UUID.nameUUIDFromBytes((intent.stream() + " " + rev).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                intent.stream(),
                intent.record(),
                intent.fieldGroup(),
                intent.type(),
                1,
                broughtIn.atomicGroup(),
                intent.supersedes(),
                broughtIn.keptAt(),
                rev,
                intent.body());
        return Event.accepted(operation.line(), rev, broughtIn.author(), Event.BROUGHT_IN, broughtIn.keptAt());
    }

    public List<RecordState> records(StreamId stream) {
        Map<UUID, List<Change>> histories = new LinkedHashMap<>();
        streams.getOrDefault(stream, List.of())
                .forEach(change -> histories
                        .computeIfAbsent(change.operation().record(), record -> new ArrayList<>())
                        .add(change));
        return histories.values().stream().map(RecordFold::fold).toList();
    }

    public List<RecordState> records(StreamId stream, String type) {
        return records(stream).stream()
                .filter(state -> state.type().equals(type))
                .toList();
    }

    /// Every record's rows, in a database in memory.
    public DSLContext tables(String name) {
        DSLContext tables = empty(name);
        var projector = projector();
        for (StreamId stream : streams.keySet()) {
            records(stream)
                    .forEach(state -> tables.transaction(transaction ->
                            projector.rewrite(DSL.using(transaction), stream, state.record(), state.history())));
        }
        return tables;
    }

    /// The tables without a row.
    public static DSLContext empty(String name) {
        var source = new JdbcDataSource();
        source.setURL(
                "jdbc:h2:mem:" + name
                        + ";DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DEFAULT_NULL_ORDERING=HIGH");
        Schema.migrate(source, "client", false);
        DSLContext tables = DSL.using(source, SQLDialect.H2);
        return tables;
    }

    public static Projector projector() {
        return new Projector(
                RecordTypes.shipped(),
                List.of(
                        new ChildProjection(),
                        new RelationshipProjection(),
                        new PlanPeriodProjection(),
                        new ChildVisitProjection(new SeenAlone(VisitSettings.shipped()))));
    }
}
