package org.alongside.central.admission;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alongside.access.Account;
import org.alongside.central.directory.Scope;
import org.alongside.central.storage.CentralDatabase;
import org.alongside.central.storage.DeviceTable.Device;
import org.alongside.central.storage.StreamTable.Head;
import org.alongside.central.storage.StreamTable.Stored;
import org.alongside.central.storage.Transaction;
import org.alongside.kernel.Ids;
import org.alongside.kernel.Limits;
import org.alongside.record.Chain;
import org.alongside.record.Event;
import org.alongside.record.StreamId;
import org.alongside.sync.wire.Manifest;
import org.alongside.sync.wire.PullLine;
import tools.jackson.databind.JsonNode;

/// Answers a laptop's manifest with what it lacks, all from one snapshot of the database: orders
/// first, then each stream's missing events closed by its head, then the end. An ordinary catch-up, a
/// new case, a long absence and a replica gone wrong are this one path (`sync.md` 0).
public final class Pull {
    private final CentralDatabase database;
    private final Clock clock;
    private final Ids ids;

    public Pull(CentralDatabase database, Clock clock, Ids ids) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
    }

    private record Read(StreamId stream, long from, long to) {}

    private record Answer(List<PullLine> lines, List<Read> reads) {}

    /// @return the lines; none when nothing differs
    public List<PullLine> answer(Device device, Account account, Manifest manifest) {
        Answer answer = database.read(transaction -> compare(transaction, account, manifest));
        // What was read is on the record before it leaves the house.
        database.change(transaction -> {
            transaction.devices().touch(device.device(), clock.instant(), false);
            for (Read read : answer.reads()) {
                transaction.devices().audit(ids.next(), device, read.stream(), read.from(), read.to(), clock.instant());
            }
        });
        return answer.lines();
    }

    private static Answer compare(Transaction transaction, Account account, Manifest manifest) {
        var lines = new ArrayList<PullLine>(
                orders(transaction, account, manifest.end().userRev()));
        var reads = new ArrayList<Read>();
        Map<String, Manifest.Line> held = new HashMap<>();
        manifest.streams().forEach(line -> held.put(line.stream(), line));
        long left = Math.clamp(manifest.end().byteBudget(), 1, Limits.PULL_BYTES);
        boolean more = false;
        for (Head head : visible(transaction, account).values()) {
            Optional<Long> from =
                    missingFrom(transaction, head, held.get(head.stream().toString()));
            if (from.isEmpty()) {
                continue;
            }
            if (left <= 0) {
                more = true;
                break;
            }
            List<Stored> events = transaction.streams().eventsAfter(head.stream(), from.get(), left);
            left -= add(lines, head, isHeld(held.get(head.stream().toString())), from.get(), events);
            long reached = events.isEmpty() ? head.rev() : events.getLast().rev();
            reads.add(new Read(head.stream(), from.get(), reached));
            more |= reached < head.rev();
        }
        if (!lines.isEmpty()) {
            lines.add(new PullLine.End(more));
        }
        return new Answer(lines, reads);
    }

    private static boolean isHeld(Manifest.@org.jspecify.annotations.Nullable Line line) {
        return line != null && line.rev() > 0;
    }

    /// @return the bytes of the events
    private static long add(List<PullLine> lines, Head head, boolean held, long from, List<Stored> events) {
        if (held && from == 0) {
            lines.add(new PullLine.Reset(head.stream().toString()));
        }
        long bytes = 0;
        for (Stored event : events) {
            lines.add(new PullLine.Event(event.line()));
            bytes += event.line().length;
        }
        Head reached = events.isEmpty()
                ? head
                : new Head(
                        head.stream(),
                        events.getLast().rev(),
                        events.getLast().chain(),
                        Math.min(head.durableRev(), events.getLast().rev()));
        lines.add(new PullLine.Head(head.stream().toString(), reached.rev(), reached.chain(), reached.durableRev()));
        return bytes;
    }

    /// The streams whose events this account is sent: full scope, and what every laptop holds.
    private static Map<StreamId, Head> visible(Transaction transaction, Account account) {
        var streams = new ArrayList<StreamId>();
        Scope scope = Scope.of(transaction, account.name());
        scope.depths().keySet().stream().filter(scope::isFull).forEach(streams::add);
        streams.add(StreamId.council());
        return transaction.streams().heads(streams);
    }

    /// From which revision on the laptop lacks events: 0 to begin anew; empty when it has all.
    private static Optional<Long> missingFrom(
            Transaction transaction, Head head, Manifest.@org.jspecify.annotations.Nullable Line held) {
        if (held == null) {
            return head.rev() == 0 ? Optional.empty() : Optional.of(0L);
        }
        boolean agrees = held.rev() <= head.rev()
                && (held.rev() == head.rev()
                                ? Optional.of(head.chain())
                                : transaction.streams().chainAt(head.stream(), held.rev()))
                        .filter(chain -> Chain.brief(chain).equals(held.chain()))
                        .isPresent();
        if (!agrees) {
            return Optional.of(0L);
        }
        return held.rev() == head.rev() ? Optional.empty() : Optional.of(held.rev());
    }

    /// Orders after the laptop's place in its user stream; all of them when it is ahead of it.
    private static List<PullLine> orders(Transaction transaction, Account account, long userRev) {
        StreamId stream = StreamId.ofUser(account.name());
        Head head = transaction.streams().heads(List.of(stream)).get(stream);
        if (head == null) {
            return List.of();
        }
        long from = userRev > head.rev() ? 0 : userRev;
        var orders = new ArrayList<PullLine>();
        for (Stored stored : transaction.streams().eventsAfter(stream, from, Long.MAX_VALUE)) {
            JsonNode order = Event.parse(stored.line()).operation().value();
            orders.add(new PullLine.Order(
                    stored.rev(),
                    order.path("kind").stringValue(),
                    order.path("stream").stringValue(),
                    order.path("depth").stringValue()));
        }
        return orders;
    }
}
