package org.alongside.sync;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Limits;
import org.alongside.kernel.Texts;
import org.alongside.kernel.Unreachable;
import org.alongside.record.Event;
import org.alongside.record.StreamId;
import org.alongside.store.FaultPoints;
import org.alongside.sync.wire.PullLine;
import org.jspecify.annotations.Nullable;

/// Asks for what is missing until there is no more. Each stream is taken whole when its head has come;
/// an answer cut short leaves the streams before the cut, and the next question asks for the rest. A
/// stream whose chain does not come out is forgotten and asked for anew, once.
final class Pull {
    private static final int QUESTIONS_MAX = 10_000;

    private final Service service;
    private final Replica replica;
    private final FaultPoints faults;
    private final Set<StreamId> renewed = new HashSet<>();
    private final Set<StreamId> streams = new HashSet<>();
    private int events;

    Pull(Service service, Replica replica, FaultPoints faults) {
        this.service = service;
        this.replica = replica;
        this.faults = faults;
    }

    SyncReport.Pulled run(Supplier<Service.Session> session) {
        for (int questions = 0; questions < QUESTIONS_MAX; questions++) {
            var answer = new Answer();
            service.pull(session.get(), replica.manifest(Limits.PULL_BYTES), answer::take);
            if (!answer.more) {
                return new SyncReport.Pulled(events, streams.size());
            }
        }
        throw notOurs();
    }

    private static Unreachable notOurs() {
        return new Unreachable("not-the-councils-service", Texts.of("sync.not-the-councils-service"));
    }

    /// The answer to one question. Lines of an answer to an older one reach nothing: each has its own.
    private final class Answer {
        private final Set<String> anew = new HashSet<>();
        private final List<Event> arrived = new ArrayList<>();
        private @Nullable StreamId stream;
        private boolean more;

        private void take(PullLine line) {
            switch (line) {
                case PullLine.Order order -> replica.order(order);
                case PullLine.Reset reset -> anew.add(reset.stream());
                case PullLine.Event event -> arrive(event.line());
                case PullLine.Head head -> close(head);
                case PullLine.End end -> more |= end.more();
            }
        }

        private void arrive(byte[] line) {
            Event event;
            try {
                event = Event.parse(line);
            } catch (BadInput e) {
                throw notOurs();
            }
            if (stream != null && !stream.equals(event.operation().stream())) {
                throw notOurs();
            }
            stream = event.operation().stream();
            arrived.add(event);
        }

        private void close(PullLine.Head head) {
            StreamId closed = StreamId.parse(head.stream());
            boolean taken = replica.events(closed, anew.remove(head.stream()), List.copyOf(arrived), head);
            if (taken) {
                events += arrived.size();
                if (!arrived.isEmpty()) {
                    streams.add(closed);
                }
                faults.pass(FaultPoints.PULLED_ONE_STREAM);
            } else if (renewed.add(closed)) {
                replica.reset(closed);
                more = true;
            } else {
                throw new Unreachable("stream-mismatch", Texts.of("sync.stream-mismatch"));
            }
            arrived.clear();
            stream = null;
        }
    }
}
