package org.alongside.sync.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Unreachable;
import org.alongside.record.Chain;
import org.alongside.record.Event;
import org.alongside.record.Operation;
import org.alongside.record.StreamId;
import org.alongside.sync.BlobQueue;
import org.alongside.sync.Service;
import org.alongside.sync.wire.Enrolment;
import org.alongside.sync.wire.Hello;
import org.alongside.sync.wire.Manifest;
import org.alongside.sync.wire.OpResult;
import org.alongside.sync.wire.PullLine;
import org.alongside.sync.wire.Token;

/// A service in memory that keeps the promises of the protocol and breaks them on request: answers lost
/// after the work was done, answers cut short, too busy, too long, another epoch.
public final class FakeService {
    public final Map<StreamId, List<Event>> streams = new LinkedHashMap<>();
    public final Map<UUID, OpResult> results = new HashMap<>();
    public final List<PullLine.Order> orders = new ArrayList<>();
    public final Map<BlobQueue.Named, byte[]> blobs = new HashMap<>();
    public final Set<String> refusedBlobs = new HashSet<>();
    public final List<Integer> batches = new ArrayList<>();
    public String epoch;
    public Clock clock;
    public int loseAnswers;
    public int cutAfterLines = Integer.MAX_VALUE;
    public int longestBatch = Integer.MAX_VALUE;
    public int streamsPerAnswer = Integer.MAX_VALUE;
    public Service.Why refusal;
    public String parkReason;
    private final String tenant;

    public FakeService(String tenant, String epoch, Clock clock) {
        this.tenant = tenant;
        this.epoch = epoch;
        this.clock = clock;
    }

    public Event event(Operation operation, String author, String device) {
        List<Event> stream = streams.computeIfAbsent(operation.stream(), key -> new ArrayList<>());
        Event event = Event.accepted(operation.line(), stream.size() + 1, author, device, clock.instant());
        stream.add(event);
        results.put(operation.opId(), OpResult.accepted(operation.opId(), event.rev(), null));
        return event;
    }

    public void order(String kind, StreamId stream) {
        orders.add(new PullLine.Order(orders.size() + 1, kind, stream.toString(), "full"));
    }

    public String chain(StreamId stream, long rev) {
        String chain = Chain.start(tenant, stream);
        for (Event event : streams.getOrDefault(stream, List.of())) {
            if (event.rev() <= rev) {
                chain = Chain.next(chain, event.line());
            }
        }
        return chain;
    }

    /// As one laptop reaches it.
    public Service to(String account, String device) {
        return new Wire(account, device);
    }

    private final class Wire implements Service {
        private final String account;
        private final String device;

        private Wire(String account, String device) {
            this.account = account;
            this.device = device;
        }

        @Override
        public Hello hello() {
            return new Hello(
                    List.of(1),
                    List.of("gzip"),
                    Map.of(),
                    epoch,
                    clock.instant(),
                    "0.1",
                    tenant,
                    "Marlbrook Council",
                    true);
        }

        @Override
        public Enrolment.Answer enrol(Enrolment.Request request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Token.Answer token(Token.Request request) {
            return request.signature() == null
                    ? new Token.Answer("challenge", null, null)
                    : new Token.Answer(null, "token", Instant.MAX);
        }

        @Override
        public List<OpResult> push(Session session, List<byte[]> operations) {
            check(session);
            batches.add(operations.size());
            if (operations.size() > longestBatch) {
                throw new Refused(new Why.TooLong());
            }
            var answer = new ArrayList<OpResult>();
            for (byte[] line : operations) {
                Operation operation = Operation.parse(line);
                OpResult known = results.get(operation.opId());
                if (known != null) {
                    answer.add(OpResult.duplicate(known));
                } else if (parkReason != null) {
                    var parked = OpResult.parked(operation.opId(), parkReason, UUID.nameUUIDFromBytes(line));
                    results.put(operation.opId(), parked);
                    answer.add(parked);
                } else {
                    event(operation, account, device);
                    answer.add(results.get(operation.opId()));
                }
            }
            if (loseAnswers > 0) {
                loseAnswers--;
                throw new Unreachable("service-not-reached", "lost");
            }
            return answer;
        }

        @Override
        public void pull(Session session, Manifest manifest, Consumer<PullLine> lines) {
            check(session);
            var answer = new ArrayList<PullLine>();
            orders.stream()
                    .filter(order -> order.rev() > manifest.end().userRev())
                    .forEach(answer::add);
            Map<String, Manifest.Line> held = new HashMap<>();
            manifest.streams().forEach(line -> held.put(line.stream(), line));
            int told = 0;
            boolean more = false;
            for (var stream : streams.entrySet()) {
                String name = stream.getKey().toString();
                Manifest.Line line = held.getOrDefault(name, new Manifest.Line(name, 0, ""));
                long rev = stream.getValue().size();
                boolean agrees = line.rev() == 0
                        || (line.rev() <= rev && line.chain().equals(Chain.brief(chain(stream.getKey(), line.rev()))));
                if (agrees && line.rev() == rev) {
                    continue;
                }
                if (told++ >= streamsPerAnswer) {
                    more = true;
                    break;
                }
                if (!agrees) {
                    answer.add(new PullLine.Reset(name));
                }
                stream.getValue().stream()
                        .filter(event -> !agrees || event.rev() > line.rev())
                        .forEach(event -> answer.add(new PullLine.Event(event.line())));
                answer.add(new PullLine.Head(name, rev, chain(stream.getKey(), rev), 0));
            }
            if (!answer.isEmpty()) {
                answer.add(new PullLine.End(more));
            }
            int count = 0;
            for (PullLine each : answer) {
                if (count++ >= cutAfterLines) {
                    cutAfterLines = Integer.MAX_VALUE;
                    throw new Unreachable("answer-cut", "cut");
                }
                lines.accept(PullLine.parse(each.bytes()));
            }
        }

        @Override
        public void sendBlob(Session session, BlobQueue.Named blob, byte[] sealed) {
            check(session);
            if (refusedBlobs.contains(blob.name())) {
                throw BadInput.of("blob-not-yours", "refused");
            }
            blobs.put(blob, sealed);
        }

        @Override
        public Optional<byte[]> fetchBlob(Session session, BlobQueue.Named blob) {
            check(session);
            return Optional.ofNullable(blobs.get(blob));
        }

        private void check(Session session) {
            if (refusal != null) {
                Why why = refusal;
                refusal = null;
                throw new Refused(why);
            }
            if (!session.epoch().equals(epoch)) {
                throw new Refused(new Why.NewEpoch());
            }
        }
    }

    public static Service.Why busy(Duration after) {
        return new Service.Why.Busy(after);
    }
}
