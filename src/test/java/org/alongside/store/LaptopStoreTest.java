package org.alongside.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Ids;
import org.alongside.kernel.Json;
import org.alongside.kernel.Limits;
import org.alongside.record.Change;
import org.alongside.record.Drafts;
import org.alongside.record.Operation;
import org.alongside.record.RecordState;
import org.alongside.record.StreamId;
import org.alongside.store.testing.Laptops;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

class LaptopStoreTest {
    private final Ids ids = new Ids(Laptops.CLOCK);
    private final UUID amber = ids.next();

    @TempDir
    Path home;

    @BeforeEach
    void anEnrolledLaptop() {
        Laptops.make(home);
    }

    @Test
    void whatWasSavedIsThereWhenTheLaptopIsOpenedAgain() {
        UUID note = ids.next();
        try (var laptop = Laptops.opened(home)) {
            laptop.store().caseLog().save(List.of(Laptops.note(amber, note, "Rang Gran. «Così», she said: 🦊")));
        }
        try (var laptop = Laptops.opened(home)) {
            RecordState state =
                    laptop.store().caseLog().find(StreamId.ofCase(amber), note).orElseThrow();
            assertThat(state.value("record", "text").stringValue()).isEqualTo("Rang Gran. «Così», she said: 🦊");
            assertThat(state.unsent()).isEqualTo(1);
            assertThat(state.first().author()).isEqualTo("priya");
            assertThat(laptop.store().caseLog().streams(StreamId.Kind.CASE)).containsExactly(StreamId.ofCase(amber));
        }
    }

    @Test
    void operationsSavedTogetherAreOneAtomicGroupAndNumberedInOrder() {
        UUID brother = ids.next();
        UUID visit = ids.next();
        try (var laptop = Laptops.opened(home)) {
            var saved = laptop.store()
                    .caseLog()
                    .save(List.of(Laptops.note(amber, visit, "a"), Laptops.note(brother, visit, "b")));
            assertThat(saved.operations()).extracting(Operation::deviceSeq).containsExactly(1L, 2L);
            assertThat(saved.operations())
                    .extracting(Operation::atomicGroup)
                    .doesNotContainNull()
                    .containsOnly(saved.operations().getFirst().atomicGroup());
            assertThat(laptop.store().caseLog().streamsOf(visit))
                    .containsExactlyInAnyOrder(StreamId.ofCase(amber), StreamId.ofCase(brother));
        }
    }

    @Test
    void aSaveThatIsRefusedStoresNothingOfTheOthersInItAndUsesNoNumber() {
        String tooLong = "word ".repeat(Limits.OPERATION_BYTES / 5 / 5);
        ObjectNode value = Json.object();
        for (int i = 0; i < 6; i++) {
            value.put("text" + i, tooLong);
        }
        var big = org.alongside.record.Intent.whole(StreamId.ofCase(amber), ids.next(), "case_note", value);
        UUID small = ids.next();
        try (var laptop = Laptops.opened(home)) {
            assertThatThrownBy(() -> laptop.store().caseLog().save(List.of(Laptops.note(amber, small, "small"), big)))
                    .isInstanceOfSatisfying(
                            BadInput.class,
                            bad -> assertThat(bad.problems()).extracting("code").containsExactly("operation-too-long"));
            assertThat(laptop.store().caseLog().find(StreamId.ofCase(amber), small))
                    .isEmpty();
            assertThat(laptop.store().caseLog().streams(StreamId.Kind.CASE)).isEmpty();
            var saved = laptop.store().caseLog().save(List.of(Laptops.note(amber, small, "small")));
            assertThat(saved.operations().getFirst().deviceSeq()).isEqualTo(1);
        }
    }

    @Test
    void aTextWithACharacterThatCannotBeKeptIsRefusedAndLineEndsAreMended() {
        try (var laptop = Laptops.opened(home)) {
            var log = laptop.store().caseLog();
            assertThatThrownBy(() -> log.save(List.of(Laptops.note(amber, ids.next(), "a\u0000b"))))
                    .isInstanceOf(BadInput.class);
            UUID note = ids.next();
            log.save(List.of(Laptops.note(amber, note, "one\r\ntwo Ame\u0301lie")));
            assertThat(log.find(StreamId.ofCase(amber), note)
                            .orElseThrow()
                            .value("record", "text")
                            .stringValue())
                    .isEqualTo("one\ntwo Amélie");
        }
    }

    @Test
    void whatIsLaidAsideInADraftMayBeAsLongAsWhatIsWrittenInIt() {
        UUID id = ids.next();
        ObjectNode place = Json.object();
        place.putObject("aside").put("observed", "Cold hands. ".repeat(8_000));
        var draft = new Drafts.Draft(
                id,
                "visit",
                List.of(amber),
                Json.object(),
                place,
                Instant.parse("2026-11-18T09:00:00Z"),
                Instant.EPOCH);
        try (var laptop = Laptops.opened(home)) {
            laptop.store().drafts().keep(draft);
            assertThat(laptop.store().drafts().find(id).orElseThrow().place()).isEqualTo(place);
        }
    }

    @Test
    void aDraftComesBackWithItsWordsAndItsPlaceAndGoesWhenItIsFinished() {
        UUID id = ids.next();
        ObjectNode body = Json.object().put("text", "Half a sent");
        ObjectNode place = Json.object().put("field", "text").put("caret", 11);
        var draft = new Drafts.Draft(
                id, "note", List.of(amber), body, place, Instant.parse("2026-11-18T09:00:00Z"), Instant.EPOCH);
        try (var laptop = Laptops.opened(home)) {
            laptop.store().drafts().keep(draft);
        }
        try (var laptop = Laptops.opened(home)) {
            Drafts.Draft back = laptop.store().drafts().find(id).orElseThrow();
            assertThat(back.body()).isEqualTo(body);
            assertThat(back.place()).isEqualTo(place);
            assertThat(back.children()).containsExactly(amber);
            assertThat(back.savedAt()).isEqualTo(Laptops.CLOCK.instant());
            laptop.store().caseLog().save(List.of(Laptops.note(amber, id, "Half a sentence.")), id);
            assertThat(laptop.store().drafts().all()).isEmpty();
        }
    }

    @Test
    void aDraftThatWasThrownAwayCanBeHadBack() {
        UUID id = ids.next();
        var draft = new Drafts.Draft(
                id, "note", List.of(), Json.object(), Json.object(), Laptops.CLOCK.instant(), Instant.EPOCH);
        try (var laptop = Laptops.opened(home)) {
            Drafts drafts = laptop.store().drafts();
            drafts.keep(draft);
            drafts.discard(id);
            assertThat(drafts.all()).isEmpty();
            drafts.restore(id);
            assertThat(drafts.all()).hasSize(1);
        }
    }

    @Test
    void windowsHearWhichStreamsChangedAfterTheDiskHasIt() {
        try (var laptop = Laptops.opened(home)) {
            var log = laptop.store().caseLog();
            UUID note = ids.next();
            var heard = new ArrayList<StreamId>();
            Runnable end = laptop.store()
                    .changes()
                    .listen(streams -> streams.forEach(stream -> {
                        assertThat(log.find(stream, note)).isPresent();
                        heard.add(stream);
                    }));
            log.save(List.of(Laptops.note(amber, note, "a")));
            end.run();
            log.save(List.of(Laptops.note(amber, ids.next(), "b")));
            assertThat(heard).containsExactly(StreamId.ofCase(amber));
        }
    }

    @Test
    void anInterruptedCallerGetsItsAnswerAndTheStoreStaysOpen() {
        try (var laptop = Laptops.opened(home)) {
            var log = laptop.store().caseLog();
            UUID note = ids.next();
            Thread.currentThread().interrupt();
            log.save(List.of(Laptops.note(amber, note, "a")));
            assertThat(log.find(StreamId.ofCase(amber), note)).isPresent();
            assertThat(Thread.interrupted()).isTrue();
            assertThat(log.records(StreamId.ofCase(amber))).hasSize(1);
        }
    }

    @Test
    void rebuildingFromTheLogGivesTheSameRows() {
        try (var laptop = Laptops.opened(home)) {
            var log = laptop.store().caseLog();
            UUID first = log.save(List.of(Laptops.address(amber, List.of(), "3 Mill Lane")))
                    .operations()
                    .getFirst()
                    .opId();
            log.save(List.of(Laptops.address(amber, List.of(first), "9 Mill Lane")));
            UUID note = ids.next();
            log.save(List.of(Laptops.note(amber, note, "a")));
            log.save(List.of(org.alongside.record.Intent.amendment(
                    StreamId.ofCase(amber), note, Json.object().put("text", "and b"), "forgot")));
            assertThat(laptop.store().rebuild().rows().get("record_head")).hasSize(2);
            assertThat(laptop.store().rebuild().run()).isEmpty();
        }
    }

    @Test
    void aRowThatDoesNotFollowTheRecordIsFoundAndPutRight() {
        try (var laptop = Laptops.opened(home)) {
            UUID note = ids.next();
            laptop.store().caseLog().save(List.of(Laptops.note(amber, note, "a")));
            laptop.store().write(dsl -> dsl.execute("update record_entry set author = 'somebody'"));
            assertThat(laptop.store().rebuild().run())
                    .singleElement()
                    .satisfies(found -> assertThat(found.code()).isEqualTo("projection-differs"))
                    .satisfies(found -> assertThat(found.message()).contains("record_entry", note.toString()));
            assertThat(laptop.store().rebuild().run()).isEmpty();
        }
    }

    @Test
    void aRowOfNoRecordAtAllIsFoundAndTakenAway() {
        try (var laptop = Laptops.opened(home)) {
            UUID stray = ids.next();
            laptop.store().caseLog().save(List.of(Laptops.note(amber, ids.next(), "a")));
            laptop.store()
                    .write(dsl -> dsl.execute(
                            "insert into record_head select 'case/' || cast(? as varchar), ?, field_group, op_id,"
                                    + " author, device, written_at, revision, parked, why, head_value from record_head",
                            stray,
                            stray));
            assertThat(laptop.store().rebuild().run())
                    .singleElement()
                    .satisfies(found -> assertThat(found.message()).contains("record_head", stray.toString()));
            assertThat(laptop.store().rebuild().run()).isEmpty();
        }
    }

    @Test
    void aChildsRecordOf300EventsIsReadWellUnder50Milliseconds() {
        try (var laptop = Laptops.opened(home)) {
            var log = laptop.store().caseLog();
            var notes = new ArrayList<org.alongside.record.Intent>();
            for (int i = 0; i < 300; i++) {
                notes.add(Laptops.note(amber, ids.next(), "A visit to the school. ".repeat(20)));
            }
            log.save(notes);
            long best = Long.MAX_VALUE;
            for (int i = 0; i < 10; i++) {
                long before = System.nanoTime();
                assertThat(log.records(StreamId.ofCase(amber))).hasSize(300);
                best = Math.min(best, System.nanoTime() - before);
            }
            assertThat(best / 1_000_000).isLessThan(50);
        }
    }

    @Test
    void aParkedOrUnsentStepIsMarkedInTheHistory() {
        try (var laptop = Laptops.opened(home)) {
            UUID note = ids.next();
            laptop.store().caseLog().save(List.of(Laptops.note(amber, note, "a")));
            laptop.store().write(dsl -> dsl.execute("update own_operation set state = 'parked', reason = 'scope'"));
            Change change = laptop.store()
                    .caseLog()
                    .find(StreamId.ofCase(amber), note)
                    .orElseThrow()
                    .first();
            assertThat(change.parked()).isTrue();
            assertThat(change.isUnsent()).isFalse();
        }
    }
}
