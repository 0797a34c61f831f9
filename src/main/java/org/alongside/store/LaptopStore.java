package org.alongside.store;

import java.time.Clock;
import java.util.function.Function;
import org.alongside.kernel.Ids;
import org.alongside.record.CaseLog;
import org.alongside.record.Drafts;
import org.alongside.record.store.Projector;
import org.alongside.store.db.LaptopDatabase;
import org.alongside.store.keys.LaptopKeys;
import org.jooq.DSLContext;

/// An unlocked laptop: the record, drafts, and what the laptop knows about its own work. Made by
/// [LaptopHome]; closing it locks the laptop and overwrites its keys.
public final class LaptopStore implements AutoCloseable {
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
    private final Outbox outbox;
    private final Conflicts conflicts;
    private final ActivityList activity;
    private final Rebuild rebuild;

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
        this.outbox = new Outbox(database);
        this.conflicts = new Conflicts(database, histories);
        this.activity = new ActivityList(database);
        this.rebuild = new Rebuild(database, histories, enrolled.tenant());
        drafts.forgetOld();
    }

    public CaseLog caseLog() {
        return caseLog;
    }

    public Drafts drafts() {
        return drafts;
    }

    public LaptopSettings settings() {
        return settings;
    }

    public LaptopSettings.Enrolled enrolled() {
        return enrolled;
    }

    public Outbox outbox() {
        return outbox;
    }

    public Conflicts conflicts() {
        return conflicts;
    }

    public ActivityList activity() {
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
    public <T> T read(Function<DSLContext, T> work) {
        return database.read(work);
    }

    /// For the store of sync: one transaction, forced.
    public <T> T write(Function<DSLContext, T> work) {
        return database.write(work);
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
        keys.close();
    }
}
