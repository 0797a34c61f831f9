package org.alongside.central.storage;

import static org.alongside.record.store.jooq.Tables.DEVICE;
import static org.alongside.record.store.jooq.Tables.ENROLMENT_CODE;
import static org.alongside.record.store.jooq.Tables.READ_AUDIT;
import static org.alongside.record.store.jooq.Tables.RECEIPT;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.record.StreamId;
import org.alongside.record.store.jooq.tables.records.DeviceRecord;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Laptops, the codes that enrol them, what each was sent and what it says it did.
public final class DeviceTable {
    /// A laptop.
    ///
    /// @param publicKey Ed25519, X.509 encoded, Base64
    public record Device(
            String device,
            String account,
            String publicKey,
            Instant enrolledAt,
            @Nullable Instant lastContact,
            State state) {}

    /// What a laptop may do.
    public enum State {
        ACTIVE("active"),
        /// It may hand in what it holds, which is parked, and gets nothing.
        SALVAGE("salvage"),
        REVOKED("revoked");

        private final String word;

        State(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        static State of(String word) {
            for (State state : values()) {
                if (state.word.equals(word)) {
                    return state;
                }
            }
            throw new IllegalStateException("device state " + word);
        }
    }

    /// An enrolment code, as its hash.
    ///
    /// @param usedAt null while nobody has
    public record Code(
            String hash, Instant expiresAt, @Nullable Instant usedAt) {}

    private final DSLContext sql;
    private final String tenant;

    DeviceTable(DSLContext sql, String tenant) {
        this.sql = sql;
        this.tenant = tenant;
    }

    public void enrol(Device device) {
        sql.insertInto(DEVICE)
                .set(DEVICE.TENANT, tenant)
                .set(DEVICE.DEVICE_, device.device())
                .set(DEVICE.ACCOUNT, device.account())
                .set(DEVICE.PUBLIC_KEY, device.publicKey())
                .set(DEVICE.ENROLLED_AT, moment(device.enrolledAt()))
                .set(DEVICE.LAST_CONTACT, moment(device.enrolledAt()))
                .set(DEVICE.DEVICE_STATE, device.state().word())
                .set(DEVICE.PUSHES, 0L)
                .execute();
    }

    public Optional<Device> find(String device) {
        return sql.selectFrom(DEVICE)
                .where(DEVICE.TENANT.eq(tenant), DEVICE.DEVICE_.eq(device))
                .fetchOptional(DeviceTable::device);
    }

    public List<Device> all() {
        return sql.selectFrom(DEVICE)
                .where(DEVICE.TENANT.eq(tenant))
                .orderBy(DEVICE.ENROLLED_AT, DEVICE.DEVICE_)
                .fetch(DeviceTable::device);
    }

    public List<Device> of(String account) {
        return all().stream().filter(device -> device.account().equals(account)).toList();
    }

    /// Notes a contact. A push does so even when it brings nothing new, so that its commit has
    /// something to wait for (`sync.md` 2.5).
    public void touch(String device, Instant at, boolean push) {
        sql.update(DEVICE)
                .set(DEVICE.LAST_CONTACT, moment(at))
                .set(DEVICE.PUSHES, DEVICE.PUSHES.add(push ? 1L : 0L))
                .where(DEVICE.TENANT.eq(tenant), DEVICE.DEVICE_.eq(device))
                .execute();
    }

    public void setState(String device, State state) {
        sql.update(DEVICE)
                .set(DEVICE.DEVICE_STATE, state.word())
                .where(DEVICE.TENANT.eq(tenant), DEVICE.DEVICE_.eq(device))
                .execute();
    }

    private static Device device(DeviceRecord row) {
        OffsetDateTime last = row.getLastContact();
        return new Device(
                row.getDevice(),
                row.getAccount(),
                row.getPublicKey(),
                row.getEnrolledAt().toInstant(),
                last == null ? null : last.toInstant(),
                State.of(row.getDeviceState()));
    }

    public void issue(String codeHash, String account, Instant expiresAt) {
        sql.insertInto(ENROLMENT_CODE)
                .set(ENROLMENT_CODE.TENANT, tenant)
                .set(ENROLMENT_CODE.CODE_HASH, codeHash)
                .set(ENROLMENT_CODE.ACCOUNT, account)
                .set(ENROLMENT_CODE.EXPIRES_AT, moment(expiresAt))
                .execute();
    }

    /// Every code an account was ever given: used and expired ones are told apart from wrong ones.
    public List<Code> codes(String account) {
        return sql.selectFrom(ENROLMENT_CODE)
                .where(ENROLMENT_CODE.TENANT.eq(tenant), ENROLMENT_CODE.ACCOUNT.eq(account))
                .fetch(row -> {
                    OffsetDateTime used = row.getUsedAt();
                    return new Code(
                            row.getCodeHash(), row.getExpiresAt().toInstant(), used == null ? null : used.toInstant());
                });
    }

    /// Uses a code up.
    ///
    /// @return false when somebody else just has
    public boolean use(String codeHash, Instant at) {
        return sql.update(ENROLMENT_CODE)
                        .set(ENROLMENT_CODE.USED_AT, moment(at))
                        .where(
                                ENROLMENT_CODE.TENANT.eq(tenant),
                                ENROLMENT_CODE.CODE_HASH.eq(codeHash),
                                ENROLMENT_CODE.USED_AT.isNull())
                        .execute()
                == 1;
    }

    /// Keeps that a laptop was sent a stream's events from one revision to another.
    public void audit(UUID readId, Device device, StreamId stream, long fromRevision, long toRevision, Instant at) {
        sql.insertInto(READ_AUDIT)
                .set(READ_AUDIT.TENANT, tenant)
                .set(READ_AUDIT.READ_ID, readId)
                .set(READ_AUDIT.ACCOUNT, device.account())
                .set(READ_AUDIT.DEVICE, device.device())
                .set(READ_AUDIT.STREAM, stream.toString())
                .set(READ_AUDIT.FROM_REVISION, fromRevision)
                .set(READ_AUDIT.TO_REVISION, toRevision)
                .set(READ_AUDIT.READ_AT, moment(at))
                .execute();
    }

    public void receipt(UUID receiptId, Device device, String kind, StreamId stream, long revision, Instant at) {
        sql.insertInto(RECEIPT)
                .set(RECEIPT.TENANT, tenant)
                .set(RECEIPT.RECEIPT_ID, receiptId)
                .set(RECEIPT.DEVICE, device.device())
                .set(RECEIPT.ACCOUNT, device.account())
                .set(RECEIPT.KIND, kind)
                .set(RECEIPT.STREAM, stream.toString())
                .set(RECEIPT.REVISION, revision)
                .set(RECEIPT.RECEIVED_AT, moment(at))
                .execute();
    }

    public int reads() {
        return sql.fetchCount(READ_AUDIT, READ_AUDIT.TENANT.eq(tenant));
    }

    private static OffsetDateTime moment(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
