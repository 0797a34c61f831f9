package org.alongside.central.directory;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.alongside.access.Role;
import org.alongside.central.storage.RegisterTable.Allocation;
import org.alongside.central.storage.RegisterTable.Member;
import org.alongside.central.storage.Transaction;
import org.alongside.kernel.BadInput;
import org.alongside.record.StreamId;

/// The allocation register: the authority for scope.
public final class Allocations {
    /// Why somebody holds a case: it is theirs, they review it, or they supervise its worker.
    public static final String WORKER = "worker";

    public static final String REVIEWER = "reviewer";
    public static final String SUPERVISION = "supervision";

    /// Roles that never hold whole records (practice 7: business support sees names and addresses
    /// only; a records officer decides parked work and reads no more than that needs).
    private static final Set<Role> NEVER_FULL = EnumSet.of(Role.ADMIN, Role.RECORDS_OFFICER);

    private final Clock clock;
    private final ScopeOrders orders;
    private final AllocationRecords records;

    public Allocations(Clock clock, ScopeOrders orders, AllocationRecords records) {
        this.clock = clock;
        this.orders = orders;
        this.records = records;
    }

    /// One place in the register to be begun.
    public record Wanted(StreamId stream, String worker, String depth, String role, Instant since) {}

    /// Begins allocations, with those of the supervisors that follow from them.
    ///
    /// @throws BadInput when one cannot be; then none is
    public void begin(Transaction transaction, Collection<Wanted> wanted) {
        var streams = new TreeSet<StreamId>();
        var affected = new TreeSet<String>();
        for (Wanted each : wanted) {
            check(transaction, each);
            streams.add(each.stream());
            affected.add(each.worker());
        }
        Set<String> supervisors = supervisors(transaction, affected);
        affected.addAll(supervisors);
        transaction.streams().lock(streams);
        orders.around(transaction, affected, () -> {
            for (Wanted each : wanted) {
                end(transaction, each.worker(), each.stream(), each.role(), each.since());
                transaction.register().begin(each.worker(), each.stream(), each.depth(), each.role(), each.since());
            }
            supervisors.forEach(supervisor -> settleSupervision(transaction, supervisor));
        });
    }

    /// Begins those that can be and do not last already. For history that was brought in, which says
    /// itself who held whom.
    ///
    /// @return those that cannot be, to be told
    public List<Wanted> beginNew(Transaction transaction, Collection<Wanted> wanted) {
        var lasting = new TreeSet<String>();
        for (Allocation held : transaction.register().allocations()) {
            if (held.until() == null) {
                lasting.add(held.worker() + " " + held.stream() + " " + held.role() + " " + held.depth());
            }
        }
        var possible = new ArrayList<Wanted>();
        var impossible = new ArrayList<Wanted>();
        for (Wanted each : wanted) {
            boolean isNew = lasting.add(each.worker() + " " + each.stream() + " " + each.role() + " " + each.depth());
            if (isNew) {
                (isPossible(transaction, each) ? possible : impossible).add(each);
            }
        }
        if (!possible.isEmpty()) {
            begin(transaction, possible);
        }
        return List.copyOf(impossible);
    }

    private static boolean isPossible(Transaction transaction, Wanted wanted) {
        try {
            check(transaction, wanted);
            return true;
        } catch (BadInput e) {
            return false;
        }
    }

    private static void check(Transaction transaction, Wanted wanted) {
        Member member = transaction
                .register()
                .account(wanted.worker())
                .filter(found -> !found.isEnded())
                .orElseThrow(() -> BadInput.of(
                        "account-unknown", "worker", "There is no account " + wanted.worker() + " that is in use."));
        if (!wanted.depth().equals(Scope.FULL) && !wanted.depth().equals(Scope.SUMMARY)) {
            throw BadInput.of("depth-unknown", "depth", "The depth is full or summary.");
        }
        if (!wanted.stream().isCase() || !transaction.streams().exists(wanted.stream())) {
            throw BadInput.of("child-unknown", "child", "There is no child with this id.");
        }
        if (!mayHold(transaction, member, wanted.stream(), wanted.depth())) {
            throw BadInput.of(
                    "allocation-not-possible", "worker", wanted.worker() + " cannot be given this child's record.");
        }
    }

    /// Whether an account that is in use may be given a case whole. A declaration is private: this says
    /// no more than that it cannot be done.
    public static boolean mayHold(Transaction transaction, String account, StreamId stream) {
        return transaction
                .register()
                .account(account)
                .filter(member -> !member.isEnded())
                .filter(member -> mayHold(transaction, member, stream, Scope.FULL))
                .isPresent();
    }

    private static boolean mayHold(Transaction transaction, Member member, StreamId stream, String depth) {
        boolean tooDeep =
                depth.equals(Scope.FULL) && NEVER_FULL.contains(member.account().role());
        return !tooDeep && !Scope.hidden(transaction, member.account().name()).contains(stream);
    }

    /// Ends an account's own allocation to a case.
    ///
    /// @return false when there was none
    public boolean end(Transaction transaction, StreamId stream, String worker) {
        var affected = new TreeSet<>(Set.of(worker));
        Set<String> supervisors = supervisors(transaction, affected);
        affected.addAll(supervisors);
        transaction.streams().lock(List.of(stream));
        boolean[] ended = {false};
        orders.around(transaction, affected, () -> {
            Instant now = clock.instant();
            for (Allocation held : transaction.register().lastingOf(List.of(worker))) {
                if (held.stream().equals(stream) && !held.role().equals(SUPERVISION)) {
                    ended[0] |= transaction.register().end(worker, stream, held.role(), now) > 0;
                    records.end(transaction, stream, worker, held.since());
                }
            }
            supervisors.forEach(supervisor -> settleSupervision(transaction, supervisor));
        });
        return ended[0];
    }

    private static void end(Transaction transaction, String worker, StreamId stream, String role, Instant at) {
        transaction.register().end(worker, stream, role, at);
    }

    /// Ends everything an account holds.
    void endAll(Transaction transaction, String account) {
        Instant now = clock.instant();
        for (Allocation allocation : transaction.register().lastingOf(List.of(account))) {
            transaction.register().end(account, allocation.stream(), allocation.role(), now);
            if (allocation.stream().isCase() && !allocation.role().equals(SUPERVISION)) {
                records.end(transaction, allocation.stream(), account, allocation.since());
            }
        }
    }

    /// Makes a supervisor hold exactly the cases of the workers they supervise.
    public void settleSupervision(Transaction transaction, String supervisor) {
        var wanted = new LinkedHashSet<StreamId>();
        boolean mayHold = transaction
                .register()
                .account(supervisor)
                .filter(member -> !member.isEnded()
                        && !NEVER_FULL.contains(member.account().role()))
                .isPresent();
        if (mayHold) {
            List<String> workers = transaction.register().supervisedBy(supervisor);
            transaction.register().lastingOf(workers).stream()
                    .filter(allocation -> allocation.role().equals(WORKER)
                            && allocation.depth().equals(Scope.FULL)
                            && allocation.stream().kind() == StreamId.Kind.CASE)
                    .forEach(allocation -> wanted.add(allocation.stream()));
        }
        Instant now = clock.instant();
        for (Allocation held : transaction.register().lastingOf(List.of(supervisor))) {
            if (held.role().equals(SUPERVISION) && !wanted.remove(held.stream())) {
                transaction.register().end(supervisor, held.stream(), SUPERVISION, now);
            }
        }
        wanted.forEach(stream -> transaction.register().begin(supervisor, stream, Scope.FULL, SUPERVISION, now));
    }

    /// The supervisors of these accounts.
    static Set<String> supervisors(Transaction transaction, Collection<String> accounts) {
        var supervisors = new TreeSet<String>();
        for (String account : accounts) {
            transaction
                    .register()
                    .account(account)
                    .map(member -> member.account().supervisor())
                    .ifPresent(supervisors::add);
        }
        return supervisors;
    }
}
