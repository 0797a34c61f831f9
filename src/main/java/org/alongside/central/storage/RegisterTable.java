package org.alongside.central.storage;

import static org.alongside.record.store.jooq.Tables.ACCOUNT;
import static org.alongside.record.store.jooq.Tables.ALLOCATION;
import static org.alongside.record.store.jooq.Tables.DECLARED_RELATIONSHIP;
import static org.alongside.record.store.jooq.Tables.PERSON_LINK;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.alongside.access.Account;
import org.alongside.access.Role;
import org.alongside.record.StreamId;
import org.alongside.record.store.jooq.tables.records.AccountRecord;
import org.alongside.record.store.jooq.tables.records.AllocationRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Accounts, who holds whom, which people belong to which case, and who may not see whom.
public final class RegisterTable {
    /// An account and, when it is one of the past, since when.
    public record Member(Account account, @Nullable Instant endedAt) {
        public boolean isEnded() {
            return endedAt != null;
        }
    }

    /// A worker's place in a case.
    ///
    /// @param depth `full` or `summary`
    /// @param role why: `worker`, `reviewer` or `supervision`
    /// @param until null while it lasts
    public record Allocation(
            String worker,
            StreamId stream,
            String depth,
            String role,
            Instant since,
            @Nullable Instant until) {}

    private final DSLContext sql;
    private final String tenant;

    RegisterTable(DSLContext sql, String tenant) {
        this.sql = sql;
        this.tenant = tenant;
    }

    public Optional<Member> account(String name) {
        return sql.selectFrom(ACCOUNT)
                .where(ACCOUNT.TENANT.eq(tenant), ACCOUNT.NAME.eq(name))
                .fetchOptional(RegisterTable::member);
    }

    public List<Member> accounts() {
        return sql.selectFrom(ACCOUNT)
                .where(ACCOUNT.TENANT.eq(tenant))
                .orderBy(ACCOUNT.NAME)
                .fetch(RegisterTable::member);
    }

    public List<String> supervisedBy(String supervisor) {
        return sql.select(ACCOUNT.NAME)
                .from(ACCOUNT)
                .where(ACCOUNT.TENANT.eq(tenant), ACCOUNT.SUPERVISOR.eq(supervisor), ACCOUNT.ENDED_AT.isNull())
                .orderBy(ACCOUNT.NAME)
                .fetch(ACCOUNT.NAME);
    }

    public void putAccount(Account account) {
        var row = sql.newRecord(ACCOUNT);
        row.setTenant(tenant);
        row.setName(account.name());
        row.setDisplay(account.display());
        row.setAccountRole(account.role().word());
        row.setTeam(account.team());
        row.setSupervisor(account.supervisor());
        if (account(account.name()).isPresent()) {
            row.update();
        } else {
            row.insert();
        }
    }

    public void endAccount(String name, Instant at) {
        sql.update(ACCOUNT)
                .set(ACCOUNT.ENDED_AT, moment(at))
                .where(ACCOUNT.TENANT.eq(tenant), ACCOUNT.NAME.eq(name))
                .execute();
    }

    private static Member member(AccountRecord row) {
        Role role = Role.find(row.getAccountRole()).orElseThrow();
        OffsetDateTime ended = row.getEndedAt();
        return new Member(
                new Account(row.getName(), row.getDisplay(), role, row.getTeam(), row.getSupervisor()),
                ended == null ? null : ended.toInstant());
    }

    public List<Allocation> allocations() {
        return allocations(ALLOCATION.TENANT.eq(tenant));
    }

    /// Those that last, of these workers.
    public List<Allocation> lastingOf(Collection<String> workers) {
        return allocations(
                ALLOCATION.TENANT.eq(tenant).and(ALLOCATION.WORKER.in(workers)).and(ALLOCATION.UNTIL.isNull()));
    }

    /// Those that last, on these streams.
    public List<Allocation> lastingOn(Collection<StreamId> streams) {
        return allocations(ALLOCATION
                .TENANT
                .eq(tenant)
                .and(ALLOCATION.STREAM.in(names(streams)))
                .and(ALLOCATION.UNTIL.isNull()));
    }

    private List<Allocation> allocations(Condition condition) {
        return sql.selectFrom(ALLOCATION)
                .where(condition)
                .orderBy(ALLOCATION.STREAM, ALLOCATION.WORKER, ALLOCATION.SINCE)
                .fetch(RegisterTable::allocation);
    }

    private static Allocation allocation(AllocationRecord row) {
        OffsetDateTime until = row.getUntil();
        return new Allocation(
                row.getWorker(),
                StreamId.parse(row.getStream()),
                row.getDepth(),
                row.getAllocationRole(),
                row.getSince().toInstant(),
                until == null ? null : until.toInstant());
    }

    public void begin(String worker, StreamId stream, String depth, String role, Instant since) {
        sql.insertInto(ALLOCATION)
                .set(ALLOCATION.TENANT, tenant)
                .set(ALLOCATION.WORKER, worker)
                .set(ALLOCATION.STREAM, stream.toString())
                .set(ALLOCATION.DEPTH, depth)
                .set(ALLOCATION.ALLOCATION_ROLE, role)
                .set(ALLOCATION.SINCE, moment(since))
                .execute();
    }

    /// @return how many were ended
    public int end(String worker, StreamId stream, String role, Instant until) {
        return sql.update(ALLOCATION)
                .set(ALLOCATION.UNTIL, moment(until))
                .where(
                        ALLOCATION.TENANT.eq(tenant),
                        ALLOCATION.WORKER.eq(worker),
                        ALLOCATION.STREAM.eq(stream.toString()),
                        ALLOCATION.ALLOCATION_ROLE.eq(role),
                        ALLOCATION.UNTIL.isNull())
                .execute();
    }

    /// Which people a relationship record of a case links; an empty set unlinks it.
    public void link(StreamId caseStream, UUID record, Set<UUID> persons) {
        sql.deleteFrom(PERSON_LINK)
                .where(
                        PERSON_LINK.TENANT.eq(tenant),
                        PERSON_LINK.CASE_STREAM.eq(caseStream.toString()),
                        PERSON_LINK.RECORD.eq(record))
                .execute();
        for (UUID person : persons) {
            sql.insertInto(PERSON_LINK)
                    .set(PERSON_LINK.TENANT, tenant)
                    .set(PERSON_LINK.CASE_STREAM, caseStream.toString())
                    .set(PERSON_LINK.RECORD, record)
                    .set(PERSON_LINK.PERSON_STREAM, StreamId.ofPerson(person).toString())
                    .execute();
        }
    }

    /// The person streams of these cases.
    public Set<StreamId> personsOf(Collection<StreamId> cases) {
        if (cases.isEmpty()) {
            return Set.of();
        }
        return streams(sql.selectDistinct(PERSON_LINK.PERSON_STREAM)
                .from(PERSON_LINK)
                .where(PERSON_LINK.TENANT.eq(tenant), PERSON_LINK.CASE_STREAM.in(names(cases)))
                .fetch(PERSON_LINK.PERSON_STREAM));
    }

    /// The cases that link these people.
    public Set<StreamId> casesOf(Collection<StreamId> persons) {
        if (persons.isEmpty()) {
            return Set.of();
        }
        return streams(sql.selectDistinct(PERSON_LINK.CASE_STREAM)
                .from(PERSON_LINK)
                .where(PERSON_LINK.TENANT.eq(tenant), PERSON_LINK.PERSON_STREAM.in(names(persons)))
                .fetch(PERSON_LINK.CASE_STREAM));
    }

    /// Keeps that an account is related to somebody in a case: that case's or person's stream.
    public void declare(String account, StreamId stream) {
        sql.insertInto(DECLARED_RELATIONSHIP)
                .set(DECLARED_RELATIONSHIP.TENANT, tenant)
                .set(DECLARED_RELATIONSHIP.ACCOUNT, account)
                .set(DECLARED_RELATIONSHIP.STREAM, stream.toString())
                .onConflictDoNothing()
                .execute();
    }

    public Set<StreamId> declaredBy(String account) {
        return streams(sql.select(DECLARED_RELATIONSHIP.STREAM)
                .from(DECLARED_RELATIONSHIP)
                .where(DECLARED_RELATIONSHIP.TENANT.eq(tenant), DECLARED_RELATIONSHIP.ACCOUNT.eq(account))
                .fetch(DECLARED_RELATIONSHIP.STREAM));
    }

    private static Set<StreamId> streams(List<String> names) {
        var streams = new TreeSet<StreamId>();
        names.forEach(name -> streams.add(StreamId.parse(name)));
        return streams;
    }

    private static List<String> names(Collection<StreamId> streams) {
        return streams.stream().map(StreamId::toString).toList();
    }

    private static OffsetDateTime moment(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
