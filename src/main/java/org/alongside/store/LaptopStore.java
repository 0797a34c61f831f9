package org.alongside.store;

import static org.alongside.record.store.jooq.Tables.REPLICA_STREAM;

import java.time.Clock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.alongside.kernel.Ids;
import org.alongside.record.Activity;
import org.alongside.record.CaseLog;
import org.alongside.record.Chain;
import org.alongside.record.Clashes;
import org.alongside.record.Drafts;
import org.alongside.record.StreamId;
import org.alongside.record.store.ProjectionTable;
import org.alongside.record.store.Projector;
import org.alongside.record.store.Reader;
import org.alongside.record.store.jooq.tables.records.ReplicaStreamRecord;
import org.alongside.store.db.LaptopDatabase;
import org.alongside.store.keys.LaptopKeys;
import org.jooq.DSLContext;

/// An unlocked laptop: the record, drafts, and what the laptop knows about its own work. Made by
/// [LaptopHome]; closing it locks the laptop and overwrites its keys.
public final class LaptopStore implements Reader, AutoCloseable {
    private final LaptopDatabase database;
    private final LaptopKeys keys;
    private final FaultPoints faults;
    private final Clock clock;
    private final Changes changes = new Changes();
    private final LaptopSettings settings;
    private final LaptopSettings.Enrolled enrolled;
    private final Histories histories;
    private final CaseLog caseLog;
    private final StoredDrafts drafts;
    private final StoredBlobs blobs;
    private final Clashes clashes;
    private final Activity activity;
    private final Rebuild rebuild;
    private final StoredSealing sealing;

    LaptopStore(
            LaptopDatabase database, LaptopKeys keys, Projector projector, Clock clock, Ids ids, FaultPoints faults) {
        this.database = database;
        this.keys = keys;
        this.faults = faults;
        this.clock = clock;
        this.settings = new LaptopSettings(database);
        this.enrolled = settings.enrolled();
        this.histories = new Histories(projector, enrolled.account(), enrolled.device());
        this.caseLog = new StoredCaseLog(database, histories, changes, faults, enrolled.tenant(), clock, ids);
        this.drafts = new StoredDrafts(database, changes, faults, clock);
        this.blobs = new StoredBlobs(database, clock);
        this.clashes = new StoredClashes(database, histories);
        this.activity = new StoredActivity(database, clock);
        this.rebuild = new Rebuild(database, histories, enrolled.tenant());
        this.sealing = new StoredSealing(caseLog, keys, enrolled, clock, ids);
        drafts.forgetOld();
        blobs.forgetUnnamed();
        follow();
    }

    /// A new version may keep tables that this laptop has no rows of yet: everything is folded once more.
    private void follow() {
        String tables = histories.rows().tables().stream()
                .map(ProjectionTable::name)
                .sorted()
                .collect(Collectors.joining(" "));
        if (!settings.followed().equals(tables)) {
            rebuild.run();
            settings.followed(tables);
        }
    }

    public CaseLog caseLog() {
        return caseLog;
    }

    /// Words that only the people of a stream can read.
    public StoredSealing sealing() {
        return sealing;
    }

    public Drafts drafts() {
        return drafts;
    }

    public StoredBlobs blobs() {
        return blobs;
    }

    public LaptopSettings settings() {
        return settings;
    }

    public LaptopSettings.Enrolled enrolled() {
        return enrolled;
    }

    public Clashes clashes() {
        return clashes;
    }

    public Activity activity() {
        return activity;
    }

    public Changes changes() {
        return changes;
    }

    public Rebuild rebuild() {
        return rebuild;
    }

    public Histories histories() {
        return histories;
    }

    public FaultPoints faults() {
        return faults;
    }

    public Clock clock() {
        return clock;
    }

    /// Signs with the device's key.
    public byte[] sign(byte[] bytes) {
        return keys.sign(bytes);
    }

    /// For the stores of capabilities: reads one consistent state.
    @Override
    public <T> T read(Function<DSLContext, T> work) {
        return database.read(work);
    }

    /// For the store of sync: one transaction, forced.
    public <T> T write(Function<DSLContext, T> work) {
        return database.write(work);
    }

    /// Begins an empty copy of a stream, inside a transaction.
    public static ReplicaStreamRecord begin(DSLContext dsl, String tenant, StreamId stream, String depth) {
        dsl.insertInto(REPLICA_STREAM)
                .set(REPLICA_STREAM.STREAM, stream.toString())
                .set(REPLICA_STREAM.KIND, stream.kind().word())
                .set(REPLICA_STREAM.REVISION, 0L)
                .set(REPLICA_STREAM.CHAIN, Chain.start(tenant, stream))
                .set(REPLICA_STREAM.DURABLE_REVISION, 0L)
                .set(REPLICA_STREAM.DEPTH, depth)
                .set(REPLICA_STREAM.ACCESS, Access.OPEN.word())
                .execute();
        return dsl.fetchSingle(REPLICA_STREAM, REPLICA_STREAM.STREAM.eq(stream.toString()));
    }

    /// For idle moments: gives space back when the file is over twice what lives in it.
    public boolean compactIfWorthIt() {
        return database.compactIfWorthIt();
    }

    LaptopKeys keys() {
        return keys;
    }

    /// Locks the laptop.
    @Override
    public void close() {
        database.close();
        sealing.close();
        keys.close();
    }
}
