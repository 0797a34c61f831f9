package org.alongside.central;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.central.admission.Blobs;
import org.alongside.central.storage.CentralDatabase;
import org.alongside.central.storage.StorageRefused;
import org.alongside.central.storage.StreamTable.Head;
import org.alongside.central.storage.StreamTable.Stored;
import org.alongside.central.storage.Transaction;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.record.Chain;
import org.alongside.record.Event;
import org.alongside.record.StreamId;

/// Follows every chain from its beginning and rebuilds every record from the log, and says which row
/// of which table does not come out as it stands. It changes nothing: what a rebuild writes is rolled back.
final class Verification {
    private final CentralDatabase database;

    Verification(CentralDatabase database) {
        this.database = database;
    }

    List<Problem> run() {
        var problems = new ArrayList<Problem>();
        for (Head head : database.read(
                transaction -> List.copyOf(transaction.streams().allHeads().values()))) {
            problems.addAll(database.read(transaction -> chain(transaction, head.stream())));
            problems.addAll(records(head.stream()));
        }
        problems.addAll(database.read(Verification::strays));
        problems.addAll(Blobs.damaged(database));
        return problems;
    }

    private List<Problem> chain(Transaction transaction, StreamId stream) {
        Head head = transaction.streams().heads(List.of(stream)).get(stream);
        if (head == null) {
            return List.of(problem("stream-missing", stream, 0, "The stream is gone."));
        }
        String chain = Chain.start(database.tenant(), stream);
        long rev = 0;
        while (rev < head.rev()) {
            List<Stored> events = transaction.streams().eventsAfter(stream, rev, 1024 * 1024);
            if (events.isEmpty()) {
                return List.of(problem("event-missing", stream, rev + 1, "An event is missing."));
            }
            for (Stored event : events) {
                chain = Chain.next(chain, event.line());
                if (event.rev() != rev + 1) {
                    return List.of(problem("event-missing", stream, rev + 1, "An event is missing."));
                }
                if (!chain.equals(event.chain()) || !isItself(event, stream)) {
                    return List.of(problem("chain-broken", stream, event.rev(), "An event is not what was written."));
                }
                rev = event.rev();
            }
        }
        return chain.equals(head.chain())
                ? List.of()
                : List.of(problem("chain-broken", stream, rev, "The head is not that of the events."));
    }

    private static boolean isItself(Stored stored, StreamId stream) {
        try {
            Event event = Event.parse(stored.line());
            return event.rev() == stored.rev() && event.operation().stream().equals(stream);
        } catch (BadInput e) {
            return false;
        }
    }

    private List<Problem> records(StreamId stream) {
        try {
            return database.compare(transaction -> records(transaction, stream));
        } catch (StorageRefused e) {
            return List.of(Problem.at(
                    stream.toString(),
                    "projection-not-rebuilt",
                    Texts.of("central.projection-not-rebuilt", stream.toString())));
        }
    }

    private static List<Problem> records(Transaction transaction, StreamId stream) {
        var problems = new ArrayList<Problem>();
        for (UUID record : transaction.streams().records(stream)) {
            Map<String, List<String>> before = transaction.streams().rows(stream, record);
            transaction.streams().rewrite(stream, record);
            Map<String, List<String>> after = transaction.streams().rows(stream, record);
            before.forEach((table, rows) -> {
                if (!rows.equals(after.get(table))) {
                    problems.add(differs("projection-differs", table, stream.toString(), record));
                }
            });
        }
        return problems;
    }

    private static List<Problem> strays(Transaction transaction) {
        var problems = new ArrayList<Problem>();
        transaction
                .streams()
                .strays()
                .forEach((table, owners) -> owners.forEach(
                        owner -> problems.add(differs("projection-stray", table, owner.stream(), owner.record()))));
        return problems;
    }

    private static Problem differs(String code, String table, String stream, UUID record) {
        return Problem.at(stream + " " + record, code, Texts.of("central." + code, table, record.toString(), stream));
    }

    private static Problem problem(String code, StreamId stream, long rev, String message) {
        return Problem.at(stream + "@" + rev, code, message);
    }
}
