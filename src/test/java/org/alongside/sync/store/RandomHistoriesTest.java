package org.alongside.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Ids;
import org.alongside.kernel.Json;
import org.alongside.record.Chain;
import org.alongside.record.Event;
import org.alongside.record.Intent;
import org.alongside.record.Operation;
import org.alongside.record.Sealing;
import org.alongside.record.StreamId;
import org.alongside.store.testing.Laptops;
import org.alongside.sync.testing.FakeService;
import org.alongside.sync.testing.SyncedLaptop;
import org.alongside.sync.wire.PullLine;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/// Whatever the history and however it arrives, the rows on a laptop are those that a rebuild from the
/// log gives, and two laptops with the same streams have the same rows.
class RandomHistoriesTest {
    private static final int STEPS = 120;
    private static final List<String> GROUPS = List.of("address", "school", "gp");

    private final Ids ids = new Ids(Clocks.system());
    private final FakeService service = new FakeService(Laptops.TENANT, Laptops.EPOCH, Laptops.CLOCK);
    private final List<UUID> children = List.of(ids.next(), ids.next(), ids.next());
    private final Map<String, List<UUID>> versions = new HashMap<>();
    private final List<Operation> notes = new ArrayList<>();
    private long seq;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void incrementalRowsAreTheRebuiltRowsInWhateverOrderStreamsArrive(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < STEPS; i++) {
            step(random);
        }
        try (var steady = SyncedLaptop.make(folder.resolve("a"), service, "priya", "laptop-1");
                var anew = SyncedLaptop.make(folder.resolve("b"), service, "sam", "laptop-2")) {
            List<StreamId> streams = new ArrayList<>(service.streams.keySet());
            dribble(steady, streams, random);
            java.util.Collections.reverse(streams);
            for (StreamId stream : streams) {
                assertThat(take(anew, stream, 0, service.streams.get(stream).size(), false))
                        .isTrue();
            }
            StreamId first = streams.getFirst();
            anew.replica.reset(first);
            assertThat(take(anew, first, 0, service.streams.get(first).size(), true))
                    .isTrue();
            var rows = steady.store.rebuild().rows();
            assertThat(rows.get("record_head")).isNotEmpty();
            assertThat(rows.get("record_addition")).isNotEmpty();
            assertThat(rows.get("blob_mention")).isNotEmpty();
            assertThat(anew.store.rebuild().rows()).isEqualTo(rows);
            assertThat(steady.store.rebuild().run()).isEmpty();
            assertThat(anew.store.rebuild().run()).isEmpty();
            assertThat(dump(anew)).isEqualTo(dump(steady)).isNotEmpty();
        }
    }

    /// Streams in turn, a few events at a time.
    private void dribble(SyncedLaptop laptop, List<StreamId> streams, Random random) {
        Map<StreamId, Integer> at = new HashMap<>();
        var left = new ArrayList<>(streams);
        while (!left.isEmpty()) {
            StreamId stream = left.get(random.nextInt(left.size()));
            int from = at.getOrDefault(stream, 0);
            int to = Math.min(service.streams.get(stream).size(), from + 1 + random.nextInt(7));
            assertThat(take(laptop, stream, from, to, false)).isTrue();
            assertThat(take(laptop, stream, from, to, false))
                    .as("the same again follows nothing")
                    .isFalse();
            at.put(stream, to);
            if (to == service.streams.get(stream).size()) {
                left.remove(stream);
            }
        }
    }

    private boolean take(SyncedLaptop laptop, StreamId stream, int from, int to, boolean anew) {
        List<Event> events = service.streams.get(stream).subList(from, to);
        var head = new PullLine.Head(stream.toString(), to, service.chain(stream, to), 0);
        return laptop.replica.events(stream, anew, events, head);
    }

    private static List<String> dump(SyncedLaptop laptop) {
        var lines = new ArrayList<String>();
        new CanonicalDump(laptop.store)
                .write(line -> lines.add(new String(line, java.nio.charset.StandardCharsets.UTF_8)));
        return lines;
    }

    private void step(Random random) {
        UUID child = children.get(random.nextInt(children.size()));
        StreamId stream = StreamId.ofCase(child);
        int kind = random.nextInt(11);
        if (kind == 10) {
            between(random);
        } else if (kind < 5) {
            String group = GROUPS.get(random.nextInt(GROUPS.size()));
            List<UUID> known = versions.computeIfAbsent(child + group, key -> new ArrayList<>());
            List<UUID> supersedes =
                    known.stream().filter(version -> random.nextInt(3) > 0).toList();
            var value = Json.object().put("name", "value " + random.nextInt(5));
            UUID made = put(Intent.group(stream, child, "child_details", group, supersedes, value), random);
            known.add(made);
        } else if (kind < 8 || notes.isEmpty()) {
            Intent note = Laptops.note(child, ids.next(), "note " + random.nextInt());
            if (kind == 7) {
                var named = ((ObjectNode) note.value()).putArray("media").addObject();
                named.put("blob", "ab".repeat(32)).put("key", "AAAA");
            }
            put(note, random);
        } else {
            Operation note = notes.get(random.nextInt(notes.size()));
            var change = Json.object().put("text", "added " + random.nextInt());
            put(
                    kind == 8
                            ? Intent.amendment(note.stream(), note.record(), change, "forgot")
                            : Intent.withdrawal(note.stream(), note.record(), Json.object(), "wrong child"),
                    random);
        }
    }

    /// What two people keep between them: sealed words, and a session whose parts may clash like any other.
    private void between(Random random) {
        StreamId stream = StreamId.ofSupervision("priya", "sam");
        if (random.nextInt(2) == 0) {
            var words = Json.object().put("sealed_at", "2026-11-18T10:00:00Z").put("key", "k" + random.nextInt(2));
            put(Intent.whole(stream, ids.next(), Sealing.WORDS, words.put("sealed", "c" + random.nextInt())), random);
        } else {
            String group =
                    List.of("record", "worker_signed", "supervisor_signed").get(random.nextInt(3));
            var value = Json.object().put("held_on", "2026-11-0" + (1 + random.nextInt(9)));
            put(Intent.group(stream, children.getFirst(), "supervision_session", group, List.of(), value), random);
        }
    }

    private UUID put(Intent intent, Random random) {
        var operation = new Operation(
                ids.next(),
                intent.stream(),
                intent.record(),
                intent.fieldGroup(),
                intent.type(),
                1,
                null,
                intent.supersedes(),
                Laptops.CLOCK.instant().plusSeconds(random.nextInt(1000)),
                ++seq,
                intent.body());
        service.event(operation, "worker" + random.nextInt(3), "elsewhere");
        if (intent.type().equals("case_note")) {
            notes.add(operation);
        }
        return operation.opId();
    }

    @ParameterizedTest
    @ValueSource(longs = {11})
    void aChainThatDoesNotComeOutChangesNothing(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 10; i++) {
            step(random);
        }
        try (var laptop = SyncedLaptop.make(folder.resolve("a"), service, "priya", "laptop-1")) {
            StreamId stream = service.streams.keySet().iterator().next();
            List<Event> events = service.streams.get(stream);
            var wrong = new PullLine.Head(stream.toString(), events.size(), Chain.start("other", stream), 0);
            assertThat(laptop.replica.events(stream, false, events, wrong)).isFalse();
            assertThat(laptop.log().records(stream)).isEmpty();
            var gap = new PullLine.Head(stream.toString(), events.size(), service.chain(stream, events.size()), 0);
            assertThat(laptop.replica.events(stream, false, events.subList(1, events.size()), gap))
                    .isFalse();
        }
    }
}
