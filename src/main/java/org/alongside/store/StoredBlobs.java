package org.alongside.store;

import static org.alongside.record.store.jooq.Tables.LOCAL_DRAFT;
import static org.alongside.record.store.jooq.Tables.SEALED_BLOB;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Limits;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.record.Blobs;
import org.alongside.record.Operation;
import org.alongside.record.StreamId;
import org.alongside.record.store.jooq.tables.records.SealedBlobRecord;
import org.alongside.store.db.LaptopDatabase;
import org.alongside.store.keys.SealedBlob;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// Sealed attachments in the laptop's encrypted file. Clear bytes are in memory only.
public final class StoredBlobs implements Blobs {
    /// How long an attachment lives that neither a record nor a draft names: as long as a draft that
    /// was thrown away can be had back.
    private static final Duration KEPT_UNNAMED = Duration.ofDays(30);

    private final LaptopDatabase database;
    private final Clock clock;

    StoredBlobs(LaptopDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Ref keep(StreamId stream, byte[] clear) {
        if (clear.length > Limits.PHOTOGRAPH_BYTES) {
            throw BadInput.of("attachment-too-long", Texts.of("store.attachment-too-long"));
        }
        SealedBlob blob = SealedBlob.of(clear);
        database.write(dsl -> dsl.insertInto(SEALED_BLOB)
                .set(SEALED_BLOB.STREAM, stream.toString())
                .set(SEALED_BLOB.BLOB, blob.ref().name())
                .set(SEALED_BLOB.SEALED, blob.sealed())
                .set(SEALED_BLOB.OWN, true)
                .set(SEALED_BLOB.NAMED, false)
                .set(SEALED_BLOB.COUNCIL_HAS_IT, false)
                .set(SEALED_BLOB.KEPT_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .execute());
        return blob.ref();
    }

    @Override
    public Optional<byte[]> open(StreamId stream, Ref ref) {
        return row(stream, ref.name())
                .flatMap(row -> Optional.ofNullable(row.getSealed()))
                .flatMap(bytes -> SealedBlob.open(ref, bytes));
    }

    @Override
    public Place place(StreamId stream, String name) {
        return row(stream, name)
                .filter(row -> row.getSealed() != null)
                .map(row -> row.getCouncilHasIt() ? Place.WITH_THE_COUNCIL : Place.ON_THIS_LAPTOP)
                .orElse(Place.STILL_TO_COME);
    }

    private Optional<SealedBlobRecord> row(StreamId stream, String name) {
        return database.read(dsl -> Histories.isOpen(dsl, stream)
                ? dsl.selectFrom(SEALED_BLOB)
                        .where(SEALED_BLOB.STREAM.eq(stream.toString()), SEALED_BLOB.BLOB.eq(name))
                        .fetchOptional()
                : Optional.empty());
    }

    /// In the transaction that saves an operation: what it names goes to the council from now on. A
    /// record that is moved to another child takes its attachments along.
    static void named(DSLContext dsl, Operation operation) {
        String stream = operation.stream().toString();
        for (String name : Blobs.namedIn(operation.value())) {
            int here = dsl.update(SEALED_BLOB)
                    .set(SEALED_BLOB.NAMED, true)
                    .where(SEALED_BLOB.STREAM.eq(stream), SEALED_BLOB.BLOB.eq(name))
                    .execute();
            if (here == 0) {
                dsl.insertInto(SEALED_BLOB)
                        .select(dsl.select(
                                        DSL.inline(stream),
                                        SEALED_BLOB.BLOB,
                                        SEALED_BLOB.SEALED,
                                        DSL.inline(true),
                                        DSL.inline(true),
                                        DSL.inline(false),
                                        SEALED_BLOB.KEPT_AT,
                                        DSL.castNull(SEALED_BLOB.ASKED_AT))
                                .from(SEALED_BLOB)
                                .where(SEALED_BLOB.BLOB.eq(name), SEALED_BLOB.SEALED.isNotNull())
                                .limit(1))
                        .execute();
            }
        }
    }

    /// Lets go of what was chosen for a draft that is gone.
    void forgetUnnamed() {
        var before = clock.instant().minus(KEPT_UNNAMED).atOffset(ZoneOffset.UTC);
        var forgotten = SEALED_BLOB
                .NAMED
                .isFalse()
                .and(SEALED_BLOB.OWN.isTrue())
                .and(SEALED_BLOB.KEPT_AT.lt(before))
                .and(DSL.notExists(
                        DSL.selectOne().from(LOCAL_DRAFT).where(LOCAL_DRAFT.BODY.contains(SEALED_BLOB.BLOB))));
        if (database.read(dsl -> dsl.fetchExists(SEALED_BLOB, forgotten))) {
            database.write(dsl -> dsl.deleteFrom(SEALED_BLOB).where(forgotten).execute());
        }
    }

    /// Attachments whose bytes are not those they are named by.
    public List<Problem> damaged() {
        return database.read(dsl -> {
            var findings = new ArrayList<Problem>();
            dsl.select(SEALED_BLOB.STREAM, SEALED_BLOB.BLOB, SEALED_BLOB.SEALED)
                    .from(SEALED_BLOB)
                    .where(SEALED_BLOB.SEALED.isNotNull())
                    .fetchLazy()
                    .forEach(row -> {
                        if (!SealedBlob.name(row.value3()).equals(row.value2())) {
                            findings.add(Problem.at(
                                    row.value1() + " " + row.value2(),
                                    "attachment-damaged",
                                    Texts.of("store.attachment-damaged", row.value2(), row.value1())));
                        }
                    });
            return findings;
        });
    }
}
