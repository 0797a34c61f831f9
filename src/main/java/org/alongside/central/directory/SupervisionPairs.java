package org.alongside.central.directory;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.alongside.access.Account;
import org.alongside.central.storage.RegisterTable.Allocation;
import org.alongside.central.storage.RegisterTable.Member;
import org.alongside.central.storage.Transaction;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Json;
import org.alongside.record.Sealing;
import org.alongside.record.StreamId;

/// Who keeps a private record with whom: each worker with the supervisor they have now, in a stream
/// that these two accounts are given and nobody else.
///
/// When a worker gets another supervisor, the former one lets the stream go, as a case is let go, and
/// the new one begins an empty one of their own with the worker. The worker keeps both: the record is
/// theirs and their employer's (practice 4.5).
public final class SupervisionPairs {
    /// The worker's place in the stream.
    public static final String SUPERVISED = "supervised";

    /// The supervisor's.
    public static final String SUPERVISES = "supervises";

    private final Clock clock;
    private final ServiceEvents events;

    public SupervisionPairs(Clock clock, ServiceEvents events) {
        this.clock = clock;
        this.events = events;
    }

    private record Pair(String worker, String supervisor) {
        StreamId stream() {
            return StreamId.ofSupervision(worker, supervisor);
        }
    }

    /// Locks what a change of these accounts may touch, and begins the streams of pairs that are new.
    /// To be called before the accounts' own streams are locked (`user/…` comes later in the order).
    ///
    /// @param changed the accounts as they will be
    public void prepare(Transaction transaction, Collection<Account> changed) {
        var names = changed.stream().map(Account::name).toList();
        var held = new ArrayList<StreamId>();
        transaction.register().lastingOf(names).stream()
                .map(Allocation::stream)
                .filter(SupervisionPairs::isPrivate)
                .forEach(held::add);
        Map<StreamId, Pair> wanted = new TreeMap<>();
        for (Account account : changed) {
            if (account.supervisor() != null && !account.supervisor().equals(account.name())) {
                var pair = new Pair(account.name(), account.supervisor());
                wanted.put(pair.stream(), pair);
            }
        }
        held.addAll(wanted.keySet());
        transaction.streams().lock(held);
        wanted.forEach((stream, pair) -> {
            transaction.streams().lockOrBegin(stream);
            UUID record = recordOf(stream);
            if (transaction.streams().entry(stream, record).isEmpty()) {
                var value = Json.object()
                        .put("since_on", Clocks.today(clock).toString())
                        .put("worker", pair.worker())
                        .put("supervisor", pair.supervisor());
                events.write(transaction, stream, record, Sealing.PAIR, "record", value);
            }
        });
    }

    /// Makes the register say who holds which private stream, for accounts as they are now. Within
    /// [ScopeOrders#around], so that each laptop gets its orders.
    public void settle(Transaction transaction, Collection<String> accounts) {
        Instant now = clock.instant();
        for (String account : accounts) {
            Member member = transaction.register().account(account).orElse(null);
            if (member == null) {
                continue;
            }
            String supervisor = member.account().supervisor();
            boolean together = supervisor != null
                    && !supervisor.equals(account)
                    && !member.isEnded()
                    && transaction
                            .register()
                            .account(supervisor)
                            .filter(other -> !other.isEnded())
                            .isPresent();
            StreamId wanted = together && supervisor != null ? StreamId.ofSupervision(account, supervisor) : null;
            endOthers(transaction, account, wanted, now);
            if (wanted != null && supervisor != null) {
                begin(transaction, account, wanted, SUPERVISED, now);
                begin(transaction, supervisor, wanted, SUPERVISES, now);
            }
        }
    }

    /// A former supervisor, or one of a worker who has left, holds the stream no longer.
    private static void endOthers(
            Transaction transaction, String worker, @org.jspecify.annotations.Nullable StreamId wanted, Instant now) {
        List<StreamId> own = transaction.register().allocations().stream()
                .filter(held -> held.worker().equals(worker) && held.role().equals(SUPERVISED))
                .map(Allocation::stream)
                .filter(stream -> !stream.equals(wanted))
                .distinct()
                .toList();
        for (Allocation held : transaction.register().lastingOn(own)) {
            if (held.role().equals(SUPERVISES)) {
                transaction.register().end(held.worker(), held.stream(), SUPERVISES, now);
            }
        }
    }

    private static void begin(Transaction transaction, String account, StreamId stream, String role, Instant now) {
        boolean lasts = transaction.register().lastingOf(List.of(account)).stream()
                .anyMatch(held -> held.stream().equals(stream) && held.role().equals(role));
        if (!lasts) {
            transaction.register().begin(account, stream, Scope.FULL, role, now);
        }
    }

    /// Whether a stream is held between two people and is no child's case.
    public static boolean isPrivate(StreamId stream) {
        return stream.kind() == StreamId.Kind.SUPERVISION;
    }

    private static UUID recordOf(StreamId stream) {
        return UUID.nameUUIDFromBytes(("pair\n" + stream).getBytes(StandardCharsets.UTF_8));
    }
}
