package org.alongside.central;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.alongside.access.Account;
import org.alongside.access.Role;
import org.alongside.central.directory.History.Past;
import org.alongside.central.storage.DatabaseChoice;
import org.alongside.central.testing.TestLaptop;
import org.alongside.exchange.council.CouncilFile;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Ids;
import org.alongside.kernel.Json;
import org.alongside.kernel.Limits;
import org.alongside.record.Intent;
import org.alongside.record.Operation;
import org.alongside.record.RecordState;
import org.alongside.record.RecordTypes;
import org.alongside.record.StreamId;
import org.alongside.store.keys.SealedBlob;
import org.alongside.sync.wire.BlobWire;
import org.alongside.sync.wire.PullLine;
import org.alongside.sync.wire.Wire;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What the service promises to laptops, over real HTTPS, whatever its database.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CentralServiceContract {
    static final String MARKER = "Zyxomma petiolatum";

    private Path home;

    CentralService service;
    final Clock clock = Clock.systemUTC();
    final Ids ids = new Ids(clock);
    private int names;

    abstract DatabaseChoice database(Path home);

    @BeforeAll
    void start(@TempDir Path folder) {
        home = folder;
        service = CentralService.start(config());
    }

    CentralConfig config() {
        return CentralConfig.trial(home, 0, clock).with(database(home));
    }

    @AfterAll
    void stop() {
        service.close();
    }

    String account(Role role, String supervisor) {
        String name = "t_" + role.word() + "_" + ++names;
        service.administration().putAccount(new Account(name, "Test " + names, role, "North", supervisor));
        return name;
    }

    String account(Role role) {
        return account(role, null);
    }

    TestLaptop laptop(String user) {
        String code =
                service.administration().enrolCode(user, Duration.ofHours(1)).code();
        return new TestLaptop(service.url(), service.caFile()).enrol(user, code);
    }

    /// A child whose case the council knows, with a word in it that nobody else may ever see.
    StreamId child(String... workers) {
        StreamId stream = StreamId.ofCase(ids.next());
        var name = Json.object().put("given_name", "Ivy").put("family_name", MARKER + " " + stream.name());
        bringIn(Map.of(
                stream, List.of(past(Intent.group(stream, stream.id(), "child_details", "name", List.of(), name)))));
        for (String worker : workers) {
            Joanna.allocated(service, stream, worker, clock.instant());
        }
        return stream;
    }

    Past past(Intent intent) {
        return new Past(intent, "council", Instant.parse("2025-01-01T10:00:00Z"), null);
    }

    void bringIn(Map<StreamId, List<Past>> history) {
        service.engine()
                .database()
                .change(transaction -> service.engine().history().bringIn(transaction, history, List.of()));
    }

    static Intent note(StreamId stream, UUID record, String text) {
        return Intent.whole(stream, record, "case_note", Json.object().put("text", text));
    }

    Intent note(StreamId stream, String text) {
        return note(stream, ids.next(), text);
    }

    static List<String> results(List<JsonNode> lines) {
        var words = new ArrayList<String>();
        for (JsonNode line : lines) {
            words.add(line.path("result").stringValue()
                    + (line.path("reason").isString()
                            ? " " + line.path("reason").stringValue()
                            : ""));
        }
        return words;
    }

    @Test
    void whatALaptopSendsComesBackLetterForLetterToWhoeverHoldsTheCase() {
        String manager = account(Role.TEAM_MANAGER);
        String worker = account(Role.SOCIAL_WORKER, manager);
        StreamId child = child(worker);
        TestLaptop own = laptop(worker);
        TestLaptop supervisor = laptop(manager);
        own.pull();
        var note = own.operation(note(child, "“I don’t want to” — Zoë Łukasz 😀 é"));
        assertThat(results(own.push(note))).containsExactly("accepted");
        supervisor.pull();
        var events = supervisor.streams().get(child.toString());
        assertThat(events).hasSize(2);
        assertThat(events.get(1).operation()).isEqualTo(note);
        assertThat(events.get(1).author()).isEqualTo(worker);
        assertThat(events.get(1).device()).isEqualTo(own.device());
        own.pull();
        assertThat(own.chain(child.toString())).isEqualTo(supervisor.chain(child.toString()));
        assertThat(own.pull(Long.MAX_VALUE)).isZero();
    }

    @Test
    void aRepeatIsAnsweredWithTheFirstResultAndStoresNothingTwice() {
        String worker = account(Role.SOCIAL_WORKER);
        StreamId child = child(worker);
        TestLaptop laptop = laptop(worker);
        var note = laptop.operation(note(child, "once"));
        JsonNode first = laptop.push(note).getFirst();
        List<JsonNode> again = laptop.push(note, note);
        assertThat(results(again)).containsExactly("duplicate", "duplicate");
        assertThat(again.getFirst().path("first")).isEqualTo(first);
        assertThat(laptop.pull().streams().get(child.toString())).hasSize(2);
    }

    @Test
    void anotherOperationWithATakenIdIsKeptToo() {
        String worker = account(Role.SOCIAL_WORKER);
        StreamId child = child(worker);
        TestLaptop laptop = laptop(worker);
        var note = laptop.operation(note(child, "first"));
        laptop.push(note);
        String other = new String(note.line(), StandardCharsets.UTF_8).replace("first", "other");
        assertThat(results(laptop.pushLines(List.of(other)))).containsExactly("parked invalid");
        assertThat(results(laptop.pushLines(List.of(other)))).containsExactly("parked invalid");
        assertThat(service.administration().parked().stream()
                        .filter(parked -> parked.opId().equals(note.opId())))
                .hasSize(1);
    }

    @Test
    void whatMayNotBecomeAnEventIsKeptWithItsReason() {
        String worker = account(Role.SOCIAL_WORKER);
        StreamId child = child(worker);
        StreamId others = child();
        TestLaptop laptop = laptop(worker);
        UUID note = ids.next();
        laptop.push(laptop.operation(note(child, note, "finished")));
        UUID wrong = ids.next();
        laptop.push(
                laptop.operation(note(child, wrong, "wrong child")),
                laptop.operation(Intent.withdrawal(child, wrong, Json.object(), "wrong child")));
        var text = Json.object().put("text", "x");
        Map<String, List<Intent>> cases = Map.of(
                "parked scope",
                List.of(
                        note(others, "not mine"),
                        note(StreamId.ofCase(ids.next()), "no such child"),
                        Intent.whole(child, ids.next(), "reviewing_officer_contact", text),
                        Intent.group(StreamId.council(), ids.next(), "council", "record", List.of(), text),
                        Intent.whole(StreamId.ofUser(worker), ids.next(), "order", text),
                        Intent.whole(child, ids.next(), "allegation", text),
                        Intent.group(StreamId.ofPerson(ids.next()), ids.next(), "person", "notes", List.of(), text)),
                "parked signed",
                List.of(
                        note(child, note, "changed"),
                        Intent.group(child, ids.next(), "case_note", "record", List.of(ids.next()), text)),
                "parked closed",
                List.of(Intent.amendment(child, wrong, text, "why")),
                "parked schema",
                List.of(
                        Intent.whole(child, ids.next(), "no_such_type", text),
                        Intent.group(child, child.id(), "child_details", "no_such_group", List.of(), text)),
                "parked invalid",
                List.of(
                        Intent.amendment(child, ids.next(), text, "to nothing"),
                        Intent.amendment(child, note, text, " "),
                        Intent.group(child, ids.next(), "child_details", "name", List.of(), text),
                        Intent.whole(child, note, "chronology_entry", text),
                        note(child, "a control character \u0007"),
                        note(child, "x".repeat(257 * 1024))));
        cases.forEach((expected, intents) -> {
            for (Intent intent : intents) {
                assertThat(results(laptop.push(laptop.operation(intent))))
                        .as(intent.type() + " in " + intent.stream())
                        .containsExactly(expected);
            }
        });
        assertThat(results(laptop.push(laptop.operation(Intent.amendment(child, note, text, "more")))))
                .containsExactly("accepted");
        assertThat(service.administration().verify()).isEmpty();
    }

    @Test
    void whatIsNoOperationIsKeptAsItsBytes() {
        TestLaptop laptop = laptop(account(Role.SOCIAL_WORKER));
        var lines = List.of(
                "<html>",
                "{}",
                "[]",
                "null",
                "{\"op_id\":\"x\"}",
                "{\"op_id\":7,\"stream\":{}}",
                "\u0000\u0001",
                "{\"a\":");
        assertThat(results(laptop.pushLines(lines))).hasSize(lines.size()).containsOnly("parked invalid");
        assertThat(results(laptop.pushLines(lines))).containsOnly("duplicate");
    }

    @Test
    void anOperationThatBreaksItsTransactionIsFoundAndParkedAndHoldsNobodyUp() {
        String worker = account(Role.SOCIAL_WORKER);
        StreamId child = child(worker);
        TestLaptop laptop = laptop(worker);
        var operations = new ArrayList<Operation>();
        for (int i = 0; i < 20; i++) {
            operations.add(laptop.operation(note(child, "note " + i)));
        }
        // Longer than the column for when a record happened: the database refuses it.
        operations.set(
                13,
                laptop.operation(Intent.whole(
                        child, ids.next(), "case_note", Json.object().put(happened(), "2026 ".repeat(20)))));
        List<JsonNode> lines = laptop.push(operations);
        assertThat(results(lines).stream().filter("accepted"::equals)).hasSize(19);
        assertThat(lines.stream()
                        .filter(line -> line.path("result").stringValue().equals("parked"))
                        .map(line -> line.path("op_id").stringValue()))
                .containsExactly(operations.get(13).opId().toString());
        assertThat(laptop.pull().streams().get(child.toString())).hasSize(20);
    }

    private static String happened() {
        return RecordTypes.shipped().get("case_note").happened();
    }

    @Test
    void anAtomicGroupStandsOrFallsAsAWhole() {
        String worker = account(Role.SOCIAL_WORKER);
        StreamId mine = child(worker);
        StreamId others = child();
        TestLaptop laptop = laptop(worker);
        UUID group = ids.next();
        var results = laptop.push(
                laptop.operation(note(mine, "part one"), group), laptop.operation(note(others, "part two"), group));
        assertThat(results(results)).containsExactlyInAnyOrder("parked after-parked", "parked scope");
        assertThat(results(laptop.push(laptop.operation(note(mine, "part three"), group))))
                .containsExactly("parked after-parked");
        assertThat(laptop.pull().streams().get(mine.toString())).hasSize(1);
    }

    @Test
    void twoWhoDidNotKnowOfEachOtherLeaveAConflictThatAThirdSettles() {
        String one = account(Role.SOCIAL_WORKER);
        String two = account(Role.SOCIAL_WORKER);
        StreamId child = child(one, two);
        TestLaptop first = laptop(one);
        TestLaptop second = laptop(two);
        var school = Json.object().put("name", "Hill Rise");
        var a = first.operation(Intent.group(child, child.id(), "child_details", "school", List.of(), school));
        var b = second.operation(Intent.group(
                child,
                child.id(),
                "child_details",
                "school",
                List.of(),
                Json.object().put("name", "Elm Park")));
        assertThat(first.push(a).getFirst().path("conflict").isNull()).isTrue();
        assertThat(second.push(b).getFirst().path("conflict").stringValue())
                .isEqualTo(RecordState.conflictId(child, child.id(), "school").toString());
        var settled = first.operation(
                Intent.group(child, child.id(), "child_details", "school", List.of(a.opId(), b.opId()), school));
        assertThat(first.push(settled).getFirst().path("conflict").isNull()).isTrue();
    }

    @Test
    void aLaptopWithoutAllocationIsSentNotOneByteOfTheCase() {
        StreamId child = child(account(Role.SOCIAL_WORKER));
        TestLaptop other = laptop(account(Role.SOCIAL_WORKER));
        other.pull();
        other.push(other.operation(note(child, "guessed the id")));
        other.authorised(
                "/sync/v1/pull",
                Wire.NDJSON,
                "{\"stream\":\"" + child
                        + "\",\"rev\":0,\"chain\":\"0000000000000000\"}\n"
                        + "{\"user_rev\":0,\"want_blobs\":[],\"byte_budget\":1000}");
        assertThat(other.wasEverSent(MARKER)).isFalse();
        assertThat(other.streams().keySet()).containsExactly(StreamId.council().toString());
    }

    @Test
    void whoLosesACaseIsOrderedToLetItGoAndIsSentNothingMore() {
        String manager = account(Role.TEAM_MANAGER);
        String worker = account(Role.SOCIAL_WORKER, manager);
        StreamId child = child(worker);
        TestLaptop laptop = laptop(worker);
        TestLaptop supervisor = laptop(manager);
        laptop.pull();
        supervisor.pull();
        service.administration().deallocate(child.name(), worker);
        laptop.pull();
        supervisor.pull();
        for (TestLaptop each : List.of(laptop, supervisor)) {
            assertThat(each.orders())
                    .filteredOn(order -> order.stream().equals(child.toString()))
                    .extracting(PullLine.Order::kind)
                    .containsExactly("add", "remove");
        }
        assertThat(laptop.streams()).doesNotContainKey(child.toString());
        assertThat(results(laptop.push(laptop.operation(note(child, "written before I knew")))))
                .containsExactly("parked scope");
    }

    @Test
    void aDeclaredRelationshipHidesTheWholeFamilyWhateverIsAllocated() {
        String worker = account(Role.SOCIAL_WORKER);
        String related = account(Role.SOCIAL_WORKER);
        StreamId child = child(worker, related);
        StreamId sister = child(related);
        StreamId uncle = StreamId.ofPerson(ids.next());
        TestLaptop laptop = laptop(worker);
        UUID group = ids.next();
        assertThat(results(laptop.push(
                        laptop.operation(relationship(child, uncle), group),
                        laptop.operation(person(uncle), group),
                        laptop.operation(relationship(child, StreamId.ofPerson(sister.id())), group))))
                .containsOnly("accepted");
        service.administration().declare(related, uncle.id());
        TestLaptop own = laptop(related);
        own.pull();
        assertThat(own.wasEverSent(MARKER)).isFalse();
        assertThat(own.streams().keySet()).containsExactly(StreamId.council().toString());
        assertThatThrownBy(() -> service.administration().allocate(child.name(), related, "full"))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void aRestrictedStreamReachesNobodyWhoIsNotNamedForIt() {
        String manager = account(Role.TEAM_MANAGER);
        String worker = account(Role.SOCIAL_WORKER, manager);
        StreamId child = child(worker);
        StreamId sealed = new StreamId(StreamId.Kind.CASE_RESTRICTED, child.name());
        bringIn(Map.of(
                sealed,
                List.of(past(Intent.group(
                        sealed,
                        ids.next(),
                        "adoption_step",
                        "record",
                        List.of(),
                        Json.object().put("text", "Q7SEALED"))))));
        for (String each : List.of(manager, worker)) {
            TestLaptop laptop = laptop(each).pull();
            assertThat(laptop.streams()).containsKey(child.toString()).doesNotContainKey(sealed.toString());
            assertThat(laptop.wasEverSent("Q7SEALED")).isFalse();
        }
    }

    @Test
    void aPersonFollowsTheCaseAndLeavesWithTheLastLink() {
        String worker = account(Role.SOCIAL_WORKER);
        String colleague = account(Role.SOCIAL_WORKER);
        StreamId child = child(worker, colleague);
        TestLaptop laptop = laptop(worker);
        TestLaptop other = laptop(colleague);
        StreamId person = StreamId.ofPerson(ids.next());
        Intent link = relationship(child, person);
        laptop.push(laptop.operation(person(person)), laptop.operation(link));
        assertThat(other.pull().streams()).containsKey(person.toString());
        // Somebody without the case cannot see the person by naming them.
        String stranger = account(Role.SOCIAL_WORKER);
        StreamId own = child(stranger);
        TestLaptop third = laptop(stranger);
        assertThat(results(third.push(third.operation(relationship(own, person)))))
                .containsExactly("parked scope");
        laptop.push(laptop.operation(Intent.withdrawal(child, link.record(), Json.object(), "somebody else")));
        other.pull();
        assertThat(other.orders().getLast())
                .extracting(PullLine.Order::kind, PullLine.Order::stream)
                .containsExactly("remove", person.toString());
        assertThat(third.pull().wasEverSent(person.name())).isFalse();
    }

    @Test
    void aNewChildsCaseBelongsToWhoeverBeganIt() {
        String manager = account(Role.TEAM_MANAGER);
        String worker = account(Role.SOCIAL_WORKER, manager);
        TestLaptop laptop = laptop(worker);
        TestLaptop supervisor = laptop(manager);
        StreamId baby = StreamId.ofCase(ids.next());
        assertThat(results(laptop.push(
                        laptop.operation(Intent.group(
                                baby,
                                baby.id(),
                                "child_details",
                                "name",
                                List.of(),
                                Json.object().put("known_as", "Baby"))),
                        laptop.operation(note(baby, "expected in May")))))
                .containsExactly("accepted", "accepted");
        assertThat(supervisor.pull().streams().get(baby.toString())).hasSize(2);
        assertThat(laptop.pull().orders()).extracting(PullLine.Order::stream).contains(baby.toString());
        TestLaptop support = laptop(account(Role.FAMILY_SUPPORT_WORKER));
        StreamId second = StreamId.ofCase(ids.next());
        assertThat(results(support.push(support.operation(Intent.group(
                        second,
                        second.id(),
                        "child_details",
                        "name",
                        List.of(),
                        Json.object().put("known_as", "B"))))))
                .containsExactly("parked scope");
    }

    static Intent relationship(StreamId child, StreamId person) {
        var value = Json.object()
                .put("person", person.name())
                .put("relation", "uncle")
                .put("parental_responsibility", "no");
        return Intent.group(
                child,
                UUID.nameUUIDFromBytes((child + person.name()).getBytes(StandardCharsets.UTF_8)),
                "relationship",
                "relation",
                List.of(),
                value);
    }

    static Intent person(StreamId person) {
        var value = Json.object().put("name", MARKER + " uncle").put("kind", "adult");
        return Intent.group(person, person.id(), "person", "identity", List.of(), value);
    }

    @Test
    void aLongRecordComesInPartsAndADamagedReplicaComesAnew() {
        String worker = account(Role.SOCIAL_WORKER);
        StreamId child = child(worker);
        TestLaptop laptop = laptop(worker);
        var notes = new ArrayList<Operation>();
        for (int i = 0; i < 40; i++) {
            notes.add(laptop.operation(note(child, "note " + i + " ".repeat(2_000))));
        }
        laptop.push(notes);
        assertThat(laptop.pull(10_000)).isGreaterThan(5);
        assertThat(laptop.streams().get(child.toString())).hasSize(41);
        laptop.damage(child.toString());
        laptop.pull();
        assertThat(laptop.resets()).containsExactly(child.toString());
        assertThat(laptop.streams().get(child.toString())).hasSize(41);
    }

    @Test
    void manyWritersOnFewStreamsLeaveNoGapAndLoseNothing() throws Exception {
        int writers = 8;
        int rounds = 10;
        var workers = new ArrayList<String>();
        for (int i = 0; i < writers; i++) {
            workers.add(account(Role.SOCIAL_WORKER));
        }
        String[] all = workers.toArray(String[]::new);
        var children = List.of(child(all), child(all), child(all));
        var sent = java.util.concurrent.ConcurrentHashMap.<UUID>newKeySet();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (String worker : workers) {
                TestLaptop laptop = laptop(worker);
                running.add(pool.submit(() -> {
                    for (int round = 0; round < rounds; round++) {
                        var batch = new ArrayList<Operation>();
                        for (StreamId child : round % 2 == 0 ? children : children.reversed()) {
                            batch.add(laptop.operation(note(child, worker + " " + round)));
                        }
                        assertThat(results(laptop.push(batch))).containsOnly("accepted");
                        batch.forEach(operation -> sent.add(operation.opId()));
                        laptop.pull();
                    }
                }));
            }
            for (Future<?> each : running) {
                each.get(60, TimeUnit.SECONDS);
            }
        }
        TestLaptop reader = laptop(workers.getFirst()).pull();
        var held = new HashSet<UUID>();
        for (StreamId child : children) {
            var events = reader.streams().get(child.toString());
            assertThat(events).hasSize(1 + writers * rounds);
            events.stream().skip(1).forEach(event -> held.add(event.operation().opId()));
        }
        assertThat(held).isEqualTo(sent);
        assertThat(service.administration().verify()).isEmpty();
    }

    @Test
    void aCodeEnrolsOneLaptopOnceForOnePersonInItsTime() {
        String worker = account(Role.SOCIAL_WORKER);
        String code =
                service.administration().enrolCode(worker, Duration.ofHours(1)).code();
        var laptop = new TestLaptop(service.url(), service.caFile());
        String expired = service.administration()
                .enrolCode(worker, Duration.ofSeconds(-1))
                .code();
        assertThat(refusal(laptop, worker, expired)).isEqualTo("enrolment-code-expired");
        assertThat(laptop.enrolResponse(
                                worker, code.toLowerCase(java.util.Locale.ROOT).replace("-", " "))
                        .statusCode())
                .isEqualTo(200);
        assertThat(refusal(laptop, worker, code)).isEqualTo("enrolment-code-used");
    }

    /// Used, expired, another's and of an ended account: whoever has not the whole code of this very
    /// account hears one thing.
    @Test
    void whoGuessesACodeIsToldNothingAboutTheCodesThereAre() {
        String worker = account(Role.SOCIAL_WORKER);
        String ended = account(Role.SOCIAL_WORKER);
        String code =
                service.administration().enrolCode(worker, Duration.ofHours(1)).code();
        String endedCode =
                service.administration().enrolCode(ended, Duration.ofHours(1)).code();
        service.administration().endAccount(ended);
        var laptop = new TestLaptop(service.url(), service.caFile());
        byte[] wrong = laptop.enrolResponse(worker, "AAAA-AAAA-AAAA-AAAA").body();
        assertThat(refusal(laptop, worker, "AAAA-AAAA-AAAA-AAAA")).isEqualTo("enrolment-code-wrong");
        assertThat(laptop.enrolResponse(account(Role.SOCIAL_WORKER), code).body())
                .isEqualTo(wrong);
        assertThat(laptop.enrolResponse("nobody", code).body()).isEqualTo(wrong);
        assertThat(laptop.enrolResponse(ended, endedCode).body()).isEqualTo(wrong);
        laptop.enrolResponse(worker, code);
        assertThat(laptop.enrolResponse(worker, code.substring(0, code.length() - 1))
                        .body())
                .isEqualTo(wrong);
    }

    private static String refusal(TestLaptop laptop, String user, String code) {
        var response = laptop.enrolResponse(user, code);
        assertThat(response.statusCode()).isEqualTo(403);
        return Json.MAPPER
                .readTree(response.body())
                .path("problems")
                .path(0)
                .path("code")
                .stringValue();
    }

    @Test
    void whoACaseIsGivenToAndTakenFromStandsInTheCase() {
        String manager = account(Role.TEAM_MANAGER);
        String worker = account(Role.SOCIAL_WORKER, manager);
        StreamId child = child();
        String today = org.alongside.kernel.Clocks.today(clock).toString();
        service.administration().allocate(child.name(), worker, "full");
        service.administration().allocate(child.name(), worker, "full");
        assertThat(allocations(child))
                .singleElement()
                .satisfies(record -> assertThat(record.value("record", "worker").stringValue())
                        .isEqualTo(worker))
                .satisfies(
                        record -> assertThat(record.value("record", "from_on").stringValue())
                                .isEqualTo(today))
                .satisfies(record -> assertThat(
                                record.value("record", "first_worker").booleanValue())
                        .isTrue())
                .satisfies(record ->
                        assertThat(record.value("ended", "to_on").isString()).isFalse());
        service.administration().deallocate(child.name(), worker);
        String second = account(Role.SOCIAL_WORKER, manager);
        service.administration().allocate(child.name(), second, "full");
        service.administration().endAccount(second);
        assertThat(allocations(child))
                .hasSize(2)
                .allSatisfy(record ->
                        assertThat(record.value("ended", "to_on").stringValue()).isEqualTo(today))
                .filteredOn(
                        record -> record.value("record", "worker").stringValue().equals(second))
                .singleElement()
                .satisfies(record -> assertThat(
                                record.value("record", "first_worker").booleanValue())
                        .isFalse());
        assertThat(service.administration().verify()).isEmpty();
    }

    private List<RecordState> allocations(StreamId child) {
        return service.engine()
                .database()
                .read(transaction -> transaction.streams().recordsOf(child, "allocation").stream()
                        .map(record -> org.alongside.record.RecordFold.fold(
                                transaction.streams().history(child, record)))
                        .toList());
    }

    @Test
    void aRevokedLaptopGetsNothingAndASalvagedOneHandsIn() {
        String worker = account(Role.SOCIAL_WORKER);
        StreamId child = child(worker);
        TestLaptop stolen = laptop(worker);
        TestLaptop kept = laptop(worker);
        service.administration().revokeDevice(stolen.device(), false);
        service.administration().revokeDevice(kept.device(), true);
        assertThat(stolen.pushResponse("x").statusCode()).isEqualTo(403);
        assertThat(stolen.tokenResponse().statusCode()).isEqualTo(403);
        assertThat(results(kept.push(kept.operation(note(child, "still here")))))
                .containsExactly("parked revoked");
        assertThatThrownBy(kept::pull).hasMessageContaining("403");
        TestLaptop ended = laptop(worker);
        service.administration().endAccount(worker);
        assertThat(results(ended.push(ended.operation(note(child, "left"))))).containsExactly("parked revoked");
        assertThat(ended.wasEverSent(MARKER)).isFalse();
    }

    @Test
    void everythingIsThereAfterARestart() {
        String worker = account(Role.SOCIAL_WORKER);
        StreamId child = child(worker);
        TestLaptop laptop = laptop(worker);
        var note = laptop.operation(note(child, "kept"));
        laptop.push(note);
        laptop.pull();
        String epoch = service.epoch();
        service.close();
        service = CentralService.start(config());
        assertThat(service.epoch()).isEqualTo(epoch);
        assertThat(service.administration().verify()).isEmpty();
        TestLaptop again = laptop(worker).pull();
        assertThat(again.chain(child.toString())).isEqualTo(laptop.chain(child.toString()));
        assertThat(results(again.push(note))).containsExactly("duplicate");
    }

    @Test
    void aNewEpochIsToldBeforeAnythingElse() {
        TestLaptop laptop = laptop(account(Role.SOCIAL_WORKER));
        service.administration().newEpoch("test");
        var response = laptop.pushResponse("x");
        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(new String(response.body(), StandardCharsets.UTF_8)).contains("new-epoch");
        assertThat(response.headers().firstValue(Wire.SERVICE_HEADER)).contains(service.epoch());
    }

    @Test
    void theDemonstrationCouncilIsFilledInOnceAndHidesWhatItMust(@TempDir Path folder) {
        var load = CouncilFile.demonstration(clock);
        var filled = config();
        if (filled.database() instanceof DatabaseChoice.Embedded) {
            filled = CentralConfig.trial(folder, 0, clock);
        } else {
            filled = filled.with(emptyDatabase());
        }
        try (var council = CentralService.start(filled)) {
            assertThat(council.engine().load(load)).isTrue();
            assertThat(council.engine().load(load)).isFalse();
            assertThat(council.council()).isEqualTo("Marlbrook Council");
            assertThat(council.administration().verify()).isEmpty();
            String code = council.administration()
                    .enrolCode("w_joanna", Duration.ofHours(1))
                    .code();
            TestLaptop joanna = new TestLaptop(council.url(), council.caFile())
                    .enrol("w_joanna", code)
                    .pull();
            assertThat(joanna.streams().keySet()).anyMatch(stream -> stream.startsWith("case/"));
            String rosie = council.administration()
                    .enrolCode("a_rosie", Duration.ofHours(1))
                    .code();
            TestLaptop related = new TestLaptop(council.url(), council.caFile())
                    .enrol("a_rosie", rosie)
                    .pull();
            assertThat(related.streams().keySet())
                    .containsExactly(StreamId.council().toString());
        }
    }

    abstract DatabaseChoice emptyDatabase();

    private static String sha256(byte[] bytes) {
        return SealedBlob.name(bytes);
    }

    private static int status(TestLaptop laptop, String method, String path, byte[] body, String... headers) {
        String type = method.equals("PUT") ? BlobWire.BYTES : "";
        return laptop.authorised(method, path, type, body, headers).statusCode();
    }

    private static int declare(TestLaptop laptop, StreamId stream, String name, long bytes) {
        return laptop.authorised(
                        BlobWire.BLOBS,
                        "application/json",
                        Json.line(new BlobWire.Declaration(stream.toString(), name, bytes, Limits.BLOB_CHUNK_BYTES)))
                .statusCode();
    }

    private Intent naming(StreamId stream, String blob) {
        var value = Json.object().put("text", "a photograph");
        value.putArray("media").addObject().put("blob", blob).put("key", "AAAA");
        return Intent.whole(stream, ids.next(), "case_note", value);
    }

    @Test
    void anAttachmentIsReachedThroughACaseThatNamesItAndNeverByItsHash() {
        String worker = account(Role.SOCIAL_WORKER);
        String other = account(Role.SOCIAL_WORKER);
        StreamId child = child(worker);
        StreamId others = child(other);
        TestLaptop own = laptop(worker);
        TestLaptop stranger = laptop(other);
        byte[] sealed = (MARKER + " as sealed " + ids.next()).getBytes(StandardCharsets.UTF_8);
        String name = sha256(sealed);
        String there = BlobWire.path(name, "", child.toString());
        byte[] none = new byte[0];
        assertThat(declare(own, child, name, sealed.length)).isEqualTo(200);
        assertThat(status(own, "HEAD", there, none)).isEqualTo(204);
        String chunk = BlobWire.path(name, "/0", child.toString());
        assertThat(status(own, "PUT", chunk, sealed, BlobWire.CHUNK_HASH_HEADER, "00".repeat(32)))
                .as("a chunk that is not what its sender says")
                .isEqualTo(400);
        assertThat(status(own, "PUT", chunk, sealed, BlobWire.CHUNK_HASH_HEADER, name))
                .isEqualTo(204);
        String complete = BlobWire.path(name, "/complete", child.toString());
        assertThat(status(own, "POST", complete, none)).isEqualTo(204);
        assertThat(status(own, "POST", complete, none))
                .as("a lost answer is asked for again")
                .isEqualTo(204);
        assertThat(status(own, "GET", there, none)).as("no event names it yet").isEqualTo(404);
        assertThat(results(own.push(own.operation(naming(child, name))))).containsExactly("accepted");
        assertThat(own.authorised("GET", there, "", none).body()).isEqualTo(sealed);
        // Another worker knows the hash, and even names it in a case of their own.
        assertThat(status(stranger, "GET", there, none)).isEqualTo(404);
        assertThat(status(stranger, "HEAD", there, none)).isEqualTo(404);
        assertThat(declare(stranger, child, name, sealed.length)).isEqualTo(400);
        assertThat(results(stranger.push(stranger.operation(naming(others, name)))))
                .containsExactly("accepted");
        assertThat(status(stranger, "GET", BlobWire.path(name, "", others.toString()), none))
                .isEqualTo(404);
        assertThat(status(stranger, "GET", BlobWire.path("ab".repeat(32), "", child.toString()), none))
                .as("what is not there sounds the same")
                .isEqualTo(404);
        assertThat(stranger.wasEverSent(MARKER)).isFalse();
        assertThat(service.administration().verify()).isEmpty();
    }

    @Test
    void anAttachmentThatIsTooLongDamagedOrNotDeclaredIsRefused() {
        String worker = account(Role.SOCIAL_WORKER);
        StreamId child = child(worker);
        TestLaptop laptop = laptop(worker);
        byte[] sealed = new byte[100];
        String name = sha256("something else".getBytes(StandardCharsets.UTF_8));
        assertThat(declare(laptop, child, name, Limits.BLOB_BYTES + 1L)).isEqualTo(400);
        assertThat(declare(laptop, child, name, 0)).isEqualTo(400);
        assertThat(declare(laptop, child, "not-a-name", 100)).isEqualTo(400);
        String chunk = BlobWire.path(name, "/0", child.toString());
        String[] hash = {BlobWire.CHUNK_HASH_HEADER, sha256(sealed)};
        assertThat(status(laptop, "PUT", chunk, sealed, hash))
                .as("not declared")
                .isEqualTo(400);
        assertThat(declare(laptop, child, name, sealed.length)).isEqualTo(200);
        assertThat(declare(laptop, child, name, 99)).as("another length").isEqualTo(400);
        assertThat(status(laptop, "PUT", BlobWire.path(name, "/1", child.toString()), sealed, hash))
                .isEqualTo(400);
        assertThat(status(laptop, "PUT", chunk, sealed, hash)).isEqualTo(204);
        String complete = BlobWire.path(name, "/complete", child.toString());
        assertThat(status(laptop, "POST", complete, new byte[0]))
                .as("the whole is not what it is named by")
                .isEqualTo(400);
        assertThat(laptop.authorised("HEAD", BlobWire.path(name, "", child.toString()), "", new byte[0])
                        .headers()
                        .firstValue(BlobWire.CHUNKS_HEADER))
                .as("and is to be brought again")
                .hasValue("");
        assertThat(status(
                        laptop,
                        "PUT",
                        chunk,
                        new byte[Limits.REQUEST_BYTES + 1],
                        BlobWire.CHUNK_HASH_HEADER,
                        "00".repeat(32)))
                .isEqualTo(413);
    }
}
