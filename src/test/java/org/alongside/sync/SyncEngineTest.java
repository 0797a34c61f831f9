package org.alongside.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.alongside.kernel.Ids;
import org.alongside.kernel.Limits;
import org.alongside.kernel.Unreachable;
import org.alongside.record.Clashes;
import org.alongside.record.StreamId;
import org.alongside.store.testing.Laptops;
import org.alongside.sync.testing.FakeService;
import org.alongside.sync.testing.SyncedLaptop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyncEngineTest {
    private final Ids ids = new Ids(Laptops.CLOCK);
    private final UUID amber = ids.next();
    private final UUID leo = ids.next();
    private final FakeService service = new FakeService(Laptops.TENANT, Laptops.EPOCH, Laptops.CLOCK);

    @TempDir
    Path folder;

    private SyncedLaptop priya;
    private SyncedLaptop sam;

    @BeforeEach
    void twoLaptops() {
        priya = SyncedLaptop.make(folder.resolve("priya"), service, "priya", "laptop-1");
        sam = SyncedLaptop.make(folder.resolve("sam"), service, "sam", "laptop-2");
    }

    @AfterEach
    void close() {
        priya.close();
        sam.close();
    }

    @Test
    void whatOneLaptopSendsTheOtherShows() {
        UUID note = ids.next();
        UUID op = priya.save(Laptops.note(amber, note, "“I don’t want to”, she said — Zoë 🦊"));
        SyncReport report = priya.engine.sync();
        assertThat(report.pushed()).isEqualTo(new SyncReport.Pushed(1, 0, 0));
        assertThat(report.waiting()).isZero();
        assertThat(priya.outbox.items()).singleElement().satisfies(item -> {
            assertThat(item.opId()).isEqualTo(op);
            assertThat(item.state()).isEqualTo(Outbox.State.WITH_THE_COUNCIL);
            assertThat(item.revision()).isEqualTo(1);
        });
        assertThat(sam.engine.sync().pulled()).isEqualTo(new SyncReport.Pulled(1, 1));
        var shown = sam.log().find(StreamId.ofCase(amber), note).orElseThrow();
        assertThat(shown.value("record", "text").stringValue()).isEqualTo("“I don’t want to”, she said — Zoë 🦊");
        assertThat(shown.first().author()).isEqualTo("priya");
        assertThat(shown.unsent()).isZero();
    }

    @Test
    void anOperationLeavesInTheOrderOfSavingAndARetryAfterALostAnswerStoresNothingTwice() {
        var saved = new ArrayList<UUID>();
        for (int i = 0; i < 4; i++) {
            saved.add(priya.save(Laptops.note(amber, ids.next(), "note " + i)));
        }
        service.loseAnswers = 1;
        assertThatThrownBy(priya.engine::sync).isInstanceOf(Unreachable.class);
        assertThat(priya.replica.outboxSize()).isEqualTo(4);
        assertThat(priya.outbox.items()).extracting(Outbox.Item::state).containsOnly(Outbox.State.ON_THIS_LAPTOP);
        assertThat(priya.engine.sync().pushed()).isEqualTo(new SyncReport.Pushed(0, 4, 0));
        assertThat(service.streams.get(StreamId.ofCase(amber)))
                .extracting(event -> event.operation().opId())
                .containsExactlyElementsOf(saved);
    }

    @Test
    void aParkedOperationIsKeptAndShownWithItsReason() {
        service.parkReason = "scope";
        UUID note = ids.next();
        priya.save(Laptops.note(amber, note, "a"));
        assertThat(priya.engine.sync().pushed().parked()).isEqualTo(1);
        assertThat(priya.outbox.items()).singleElement().satisfies(item -> {
            assertThat(item.state()).isEqualTo(Outbox.State.PARKED);
            assertThat(item.why()).isEqualTo("scope");
        });
        assertThat(priya.engine.status().parked()).isEqualTo(1);
        assertThat(priya.log().find(StreamId.ofCase(amber), note).orElseThrow().parked())
                .isEqualTo(1);
    }

    @Test
    void parkedWorkThatARecordsOfficerAcceptsBecomesPartOfTheRecord() {
        service.parkReason = "scope";
        UUID note = ids.next();
        var saved = priya.log()
                .save(List.of(Laptops.note(amber, note, "a")))
                .operations()
                .getFirst();
        priya.engine.sync();
        service.event(saved, "priya", "laptop-1");
        priya.engine.sync();
        var shown = priya.log().find(StreamId.ofCase(amber), note).orElseThrow();
        assertThat(shown.parked()).isZero();
        assertThat(shown.history()).hasSize(1);
        assertThat(priya.replica.parkedSize()).isZero();
    }

    @Test
    void twoWhoChangeOneFactOfflineMakeOneClashWithBothValuesAndWhatStoodBefore() {
        UUID first = priya.save(Laptops.address(amber, List.of(), "3 Mill Lane"));
        priya.engine.sync();
        sam.engine.sync();
        UUID mine = priya.save(Laptops.address(amber, List.of(first), "9 Mill Lane"));
        UUID theirs = sam.save(Laptops.address(amber, List.of(first), "1 Quay Street"));
        priya.engine.sync();
        sam.engine.sync();
        priya.engine.sync();
        for (SyncedLaptop laptop : List.of(priya, sam)) {
            Clashes.Clash clash = laptop.store.clashes().all().getFirst();
            assertThat(laptop.store.clashes().all()).hasSize(1);
            assertThat(clash.versions()).extracting(change -> change.opId()).containsExactly(mine, theirs);
            assertThat(clash.before().path("lines").get(0).stringValue()).isEqualTo("3 Mill Lane");
            assertThat(clash.versions())
                    .extracting(change -> change.value().path("lines").get(0).stringValue())
                    .containsExactly("9 Mill Lane", "1 Quay Street");
        }
        priya.save(Laptops.address(amber, List.of(mine, theirs), "1 Quay Street"));
        priya.engine.sync();
        sam.engine.sync();
        assertThat(sam.store.clashes().all()).isEmpty();
        assertThat(sam.store.rebuild().run()).isEmpty();
    }

    @Test
    void anAnswerCutShortKeepsTheWholeStreamsBeforeTheCutAndTheNextSyncFetchesTheRest() {
        sam.save(Laptops.note(amber, ids.next(), "a"));
        sam.save(Laptops.note(leo, ids.next(), "b"));
        sam.save(Laptops.note(leo, ids.next(), "c"));
        sam.engine.sync();
        service.cutAfterLines = 3;
        assertThatThrownBy(priya.engine::sync).isInstanceOf(Unreachable.class);
        assertThat(priya.log().records(StreamId.ofCase(amber))).hasSize(1);
        assertThat(priya.log().records(StreamId.ofCase(leo))).isEmpty();
        assertThat(priya.engine.sync().pulled().streams()).isEqualTo(1);
        assertThat(priya.log().records(StreamId.ofCase(leo))).hasSize(2);
    }

    @Test
    void itAsksUntilThereIsNoMore() {
        for (int i = 0; i < 5; i++) {
            sam.save(Laptops.note(ids.next(), ids.next(), "child " + i));
        }
        sam.engine.sync();
        service.streamsPerAnswer = 2;
        assertThat(priya.engine.sync().pulled()).isEqualTo(new SyncReport.Pulled(5, 5));
    }

    @Test
    void aBatchThatIsTooLongIsHalvedUntilItPasses() {
        for (int i = 0; i < 10; i++) {
            priya.save(Laptops.note(amber, ids.next(), "note " + i));
        }
        service.longestBatch = 3;
        assertThat(priya.engine.sync().pushed().accepted()).isEqualTo(10);
        assertThat(service.batches).startsWith(10, 5, 2);
    }

    @Test
    void aCopyThatDoesNotFitItsChainIsReplacedAndOwnWorkKept() {
        sam.save(Laptops.note(amber, ids.next(), "a"));
        sam.engine.sync();
        priya.engine.sync();
        UUID own = ids.next();
        priya.save(Laptops.note(amber, own, "mine"));
        priya.store.write(dsl -> dsl.execute("update replica_stream set chain = repeat('0', 64)"));
        priya.engine.sync();
        assertThat(priya.log().records(StreamId.ofCase(amber))).hasSize(2);
        assertThat(priya.store.rebuild().run()).isEmpty();
        assertThat(service.streams.get(StreamId.ofCase(amber))).hasSize(2);
    }

    @Test
    void anOrderToLetGoHidesTheChildAtOnceAndPurgesWhenOwnWorkHasItsResults() {
        service.order("add", StreamId.ofCase(amber));
        sam.save(Laptops.note(amber, ids.next(), "theirs"));
        sam.engine.sync();
        priya.engine.sync();
        assertThat(priya.log().streams(StreamId.Kind.CASE)).containsExactly(StreamId.ofCase(amber));
        UUID own = priya.save(Laptops.note(amber, ids.next(), "yesterday's visit"));
        service.order("remove", StreamId.ofCase(amber));
        service.orders.forEach(order -> {
            if (order.kind().equals("remove")) {
                priya.replica.order(order);
            }
        });
        assertThat(priya.log().streams(StreamId.Kind.CASE)).isEmpty();
        assertThat(priya.log().records(StreamId.ofCase(amber))).isEmpty();
        assertThat(priya.store.rebuild().rows().get("record_entry")).isEmpty();
        assertThat(priya.outbox.items()).extracting(Outbox.Item::opId).containsExactly(own);
        priya.replica.purgeReleased();
        assertThat(priya.replica.outboxSize()).isEqualTo(1);
        service.streams.get(StreamId.ofCase(amber));
        service.parkReason = "scope";
        List<?> events = service.streams.remove(StreamId.ofCase(amber));
        assertThat(events).hasSize(1);
        priya.engine.sync();
        assertThat(service.results).containsKey(own);
        int eventsLeft = priya.store.read(dsl -> dsl.fetchCount(dsl.selectFrom("replica_event")));
        assertThat(eventsLeft).isZero();
        assertThat(priya.outbox.items()).isEmpty();
    }

    @Test
    void aServiceOfAnotherEpochGetsAgainWhatItMayHaveForgotten() {
        UUID op = priya.save(Laptops.note(amber, ids.next(), "a"));
        priya.engine.sync();
        service.streams.clear();
        service.results.clear();
        service.epoch = "epoch-2";
        priya.engine.sync();
        assertThat(service.streams.get(StreamId.ofCase(amber)))
                .extracting(event -> event.operation().opId())
                .containsExactly(op);
        assertThat(priya.replica.epoch()).isEqualTo("epoch-2");
        assertThat(priya.log().records(StreamId.ofCase(amber))).hasSize(1);
        assertThat(priya.store.rebuild().run()).isEmpty();
    }

    @Test
    void unpluggedNothingIsAskedAndTheStatusSaysSinceWhen() {
        priya.network.set(false);
        priya.save(Laptops.note(amber, ids.next(), "a"));
        assertThatThrownBy(priya.engine::sync)
                .isInstanceOfSatisfying(
                        Unreachable.class,
                        unreachable -> assertThat(unreachable.problem().code()).isEqualTo("offline"));
        assertThat(service.batches).isEmpty();
        assertThat(priya.engine.status().link()).isEqualTo(new SyncStatus.Link.Offline(Laptops.CLOCK.instant()));
        assertThat(priya.engine.status().waiting()).isEqualTo(1);
        priya.network.set(true);
        priya.engine.sync();
        assertThat(priya.engine.status().link()).isEqualTo(new SyncStatus.Link.Resting());
        assertThat(priya.engine.status().checked()).isEqualTo(Laptops.CLOCK.instant());
    }

    @Test
    void windowsSeeSendingNOfM() {
        for (int i = 0; i < 3; i++) {
            priya.save(Laptops.note(amber, ids.next(), "note " + i));
        }
        service.longestBatch = 1;
        var seen = new ArrayList<SyncStatus.Link>();
        priya.engine.listen(status -> seen.add(status.link()));
        priya.engine.sync();
        assertThat(seen)
                .contains(
                        new SyncStatus.Link.Sending(0, 3),
                        new SyncStatus.Link.Sending(1, 3),
                        new SyncStatus.Link.Sending(2, 3),
                        new SyncStatus.Link.Fetching());
    }

    @Test
    void aClockAYearOffIsSaidAndChangesNothing() {
        service.clock = Clock.fixed(Laptops.CLOCK.instant().plus(Duration.ofDays(365)), ZoneOffset.UTC);
        priya.save(Laptops.note(amber, ids.next(), "a"));
        SyncReport report = priya.engine.sync();
        assertThat(report.pushed().accepted()).isEqualTo(1);
        assertThat(report.problems()).extracting("code").containsExactly("clock-far-off");
        assertThat(report.problems().getFirst().message())
                .contains("18 November 2026")
                .contains("18 November 2027");
        assertThat(priya.engine.status().clockAhead()).isEqualTo(Duration.ofDays(-365));
    }

    @Test
    void aBusyServiceIsLeftAloneAsLongAsItAsks() {
        service.refusal = FakeService.busy(Duration.ofSeconds(200));
        priya.save(Laptops.note(amber, ids.next(), "a"));
        assertThatThrownBy(priya.engine::sync).isInstanceOf(Unreachable.class);
        assertThat(priya.engine.pause()).isGreaterThanOrEqualTo(Duration.ofSeconds(200));
        priya.engine.sync();
        assertThat(priya.replica.outboxSize()).isZero();
    }

    @Test
    void aTokenWhoseTimeIsOverIsRenewedWithoutAWord() {
        priya.engine.sync();
        service.refusal = new Service.Why.TokenOver();
        priya.save(Laptops.note(amber, ids.next(), "a"));
        assertThat(priya.engine.sync().pushed().accepted()).isEqualTo(1);
    }

    @Test
    void anEndedAccessIsSaidAndTheWorkStaysHere() {
        service.refusal = new Service.Why.AccessEnded("device-revoked");
        priya.save(Laptops.note(amber, ids.next(), "a"));
        assertThatThrownBy(priya.engine::sync).isInstanceOf(Unreachable.class);
        assertThat(priya.engine.status().link()).isEqualTo(new SyncStatus.Link.Ended("device-revoked"));
        assertThat(priya.replica.outboxSize()).isEqualTo(1);
    }

    @Test
    void pausesGrowWithEachFailureSpreadOutAndStopAtFiveMinutes() {
        var backoff = new Backoff(new java.util.Random(1));
        for (int quiet = 0; quiet < 50; quiet++) {
            assertThat(backoff.next()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(120));
        }
        Duration longest = Duration.ZERO;
        for (int failure = 1; failure < 40; failure++) {
            backoff.failed(Duration.ZERO);
            Duration cap = Duration.ofSeconds(Math.min(300, 1L << Math.min(failure, 30)));
            for (int i = 0; i < 20; i++) {
                Duration pause = backoff.next();
                assertThat(pause).isPositive().isLessThanOrEqualTo(cap);
                longest = pause.compareTo(longest) > 0 ? pause : longest;
            }
        }
        assertThat(longest).isBetween(Duration.ofMinutes(4), Limits.RETRY_PAUSE_MAX);
        backoff.reset();
        assertThat(backoff.next()).isLessThanOrEqualTo(Duration.ofSeconds(120));
    }
}
