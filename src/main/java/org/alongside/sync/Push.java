package org.alongside.sync;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.alongside.kernel.Limits;
import org.alongside.kernel.Texts;
import org.alongside.kernel.Unreachable;
import org.alongside.store.FaultPoints;
import org.alongside.sync.wire.OpResult;

/// Sends the outbox in order, batch by batch, and keeps each result. A batch the service finds too long
/// is halved; one whose answer was lost is simply sent again, since the service knows every id.
final class Push {
    private final Service service;
    private final Replica replica;
    private final Clock clock;
    private final FaultPoints faults;
    private final Progress progress;
    private int operationsMax = Limits.BATCH_OPERATIONS;
    private int bytesMax = Limits.REQUEST_BYTES;
    private int accepted;
    private int duplicate;
    private int parked;

    /// How far the sending has come.
    interface Progress {
        void sending(int done, int of);
    }

    Push(Service service, Replica replica, Clock clock, FaultPoints faults, Progress progress) {
        this.service = service;
        this.replica = replica;
        this.clock = clock;
        this.faults = faults;
        this.progress = progress;
    }

    SyncReport.Pushed run(Supplier<Service.Session> session) {
        int of = replica.outboxSize();
        int waiting = of;
        while (waiting > 0) {
            progress.sending(of - waiting, of);
            List<byte[]> batch = replica.outbox(operationsMax, bytesMax);
            if (batch.isEmpty()) {
                break;
            }
            List<OpResult> results = send(session, batch);
            if (results.isEmpty()) {
                continue;
            }
            faults.pass(FaultPoints.PUSHED_NO_RESULT);
            replica.results(results, clock.instant());
            replica.sendingEnded();
            results.forEach(this::count);
            int left = replica.outboxSize();
            if (left >= waiting) {
                throw new Unreachable("service-refused", Texts.of("sync.service-refused"));
            }
            waiting = left;
            of = Math.max(of, waiting);
        }
        return new SyncReport.Pushed(accepted, duplicate, parked);
    }

    /// @return nothing when the batch was too long and a shorter one is to be tried
    private List<OpResult> send(Supplier<Service.Session> session, List<byte[]> batch) {
        try {
            List<OpResult> results = service.push(session.get(), batch);
            if (results.isEmpty()) {
                throw new Unreachable("service-refused", Texts.of("sync.service-refused"));
            }
            return results;
        } catch (Service.Refused e) {
            if (e.why() instanceof Service.Why.TooLong && batch.size() > 1) {
                operationsMax = Math.max(1, batch.size() / 2);
                bytesMax = Math.max(1, bytesMax / 2);
                return List.of();
            }
            throw e;
        }
    }

    private void count(OpResult result) {
        switch (result.result()) {
            case OpResult.ACCEPTED -> accepted++;
            case OpResult.DUPLICATE -> duplicate++;
            default -> parked++;
        }
    }
}
