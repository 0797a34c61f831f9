package org.alongside.central.directory;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.alongside.access.Account;
import org.alongside.central.storage.RegisterTable.Member;
import org.alongside.central.storage.Transaction;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Json;
import org.alongside.record.RecordFold;
import org.alongside.record.RecordState;
import org.alongside.record.StreamId;
import tools.jackson.databind.node.ObjectNode;

/// Writes into a case who it was allocated to and when that ended, so that the child's history shows
/// it. The register alone says who may see the case; this is what people read. Why a worker changed is
/// not known here and stays unsaid.
public final class AllocationRecords {
    private static final String TYPE = "allocation";
    private static final String RECORD = "record";
    private static final String ENDED = "ended";

    private final Clock clock;
    private final ServiceEvents events;

    public AllocationRecords(Clock clock, ServiceEvents events) {
        this.clock = clock;
        this.events = events;
    }

    /// Says that a worker has the case from today, unless the record says already that they have it.
    public void begin(Transaction transaction, StreamId stream, String worker) {
        List<RecordState> records = records(transaction, stream);
        if (records.stream().anyMatch(record -> isOpenOf(record, worker))) {
            return;
        }
        ObjectNode begun = begun(transaction, worker, Clocks.today(clock));
        begun.put("first_worker", records.isEmpty());
        events.write(transaction, stream, events.newId(), TYPE, RECORD, begun);
    }

    /// Says that a worker's time with the case ended today. One that nobody had recorded is recorded first.
    ///
    /// @param since when the register says that it began
    void end(Transaction transaction, StreamId stream, String worker, Instant since) {
        var open = new ArrayList<UUID>();
        for (RecordState record : records(transaction, stream)) {
            if (isOpenOf(record, worker)) {
                open.add(record.record());
            }
        }
        if (open.isEmpty()) {
            UUID record = events.newId();
            events.write(transaction, stream, record, TYPE, RECORD, begun(transaction, worker, Clocks.day(since)));
            open.add(record);
        }
        String today = Clocks.today(clock).toString();
        for (UUID record : open) {
            events.write(transaction, stream, record, TYPE, ENDED, Json.object().put("to_on", today));
        }
    }

    private static ObjectNode begun(Transaction transaction, String worker, LocalDate day) {
        ObjectNode begun = Json.object().put("worker", worker);
        transaction.register().account(worker).map(Member::account).ifPresent(account -> {
            if (account.team() != null) {
                begun.put("team", account.team());
            }
            begun.put("role", role(account));
        });
        return begun.put("from_on", day.toString());
    }

    private static List<RecordState> records(Transaction transaction, StreamId stream) {
        return transaction.streams().recordsOf(stream, TYPE).stream()
                .map(record -> RecordFold.fold(transaction.streams().history(stream, record)))
                .filter(record -> record.withdrawal().isEmpty())
                .toList();
    }

    private static boolean isOpenOf(RecordState record, String worker) {
        return record.value(RECORD, "worker").asString("").equals(worker)
                && !record.value(ENDED, "to_on").isString();
    }

    /// The role of the record type that comes nearest.
    private static String role(Account account) {
        return switch (account.role()) {
            case SOCIAL_WORKER, ASYE -> "social_worker";
            case FAMILY_SUPPORT_WORKER -> "family_help_lead";
            case IRO -> "reviewing_officer";
            case CP_CHAIR -> "chair";
            case TEAM_MANAGER, SERVICE_MANAGER, PRINCIPAL_SOCIAL_WORKER, EDS_WORKER, ADMIN, RECORDS_OFFICER -> "other";
        };
    }
}
