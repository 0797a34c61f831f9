package org.alongside.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.access.Account;
import org.alongside.access.Role;
import org.alongside.central.testing.TestLaptop;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Ids;
import org.alongside.kernel.Json;
import org.alongside.record.Intent;
import org.alongside.record.RecordState;
import org.alongside.record.Sealing;
import org.alongside.record.StreamId;
import org.alongside.store.FaultPoints;
import org.alongside.store.testing.Laptops;
import org.alongside.sync.EnrolLaptop;
import org.alongside.sync.NetworkSwitch;
import org.alongside.sync.remote.ServiceClient;
import org.alongside.sync.store.CanonicalDump;
import org.alongside.sync.testing.SyncedLaptop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What a worker and their supervisor keep between them is read on their laptops and nowhere else.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrivateStreamTest {
    private static final String MARKER = "I-cry-in-the-car-7431";

    private final Clock clock = Clocks.system();
    private final Ids ids = new Ids(clock);
    private Path home = Path.of("");
    private CentralService service;
    private String ca = "";
    private int names;

    @TempDir
    Path folder;

    @BeforeAll
    void start(@TempDir Path given) throws IOException {
        home = given;
        service = CentralService.start(CentralConfig.trial(home, 0, clock));
        ca = Files.readString(service.caFile());
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private String account(Role role, String supervisor) {
        String name = "w" + ++names;
        put(name, role, supervisor);
        return name;
    }

    private void put(String name, Role role, String supervisor) {
        service.administration().putAccount(new Account(name, "Worker " + name, role, "North", supervisor));
    }

    private String code(String user) {
        return service.administration().enrolCode(user, Duration.ofHours(1)).code();
    }

    private SyncedLaptop enrol(String user) {
        var network = new NetworkSwitch();
        var client = new ServiceClient(service.url(), ca, network);
        var made = new EnrolLaptop(client, Laptops.parts(clock, System::nanoTime, FaultPoints.none()))
                .enrol(
                        folder.resolve(user + "-" + ++names),
                        service.url(),
                        ca,
                        user,
                        code(user),
                        Laptops.PASSPHRASE.toCharArray(),
                        Duration.ZERO);
        var laptop = new SyncedLaptop(made.store(), made.home(), client, network);
        laptop.engine.sync();
        return laptop;
    }

    private TestLaptop bare(String user) {
        return new TestLaptop(service.url(), service.caFile()).enrol(user, code(user));
    }

    private UUID write(SyncedLaptop laptop, StreamId stream, String words) {
        UUID record = ids.next();
        laptop.log()
                .save(laptop.store.sealing().seal(stream, record, Json.object().put("text", words)));
        laptop.engine.sync();
        return record;
    }

    private static String read(SyncedLaptop laptop, StreamId stream, UUID record) {
        return laptop.log()
                .find(stream, record)
                .flatMap(laptop.store.sealing()::open)
                .map(words -> words.path("text").asString(""))
                .orElse("");
    }

    private static List<String> dump(SyncedLaptop laptop) {
        var lines = new ArrayList<String>();
        new CanonicalDump(laptop.store).write(line -> lines.add(new String(line, StandardCharsets.UTF_8)));
        return lines;
    }

    private static List<String> results(List<JsonNode> results) {
        return results.stream()
                .map(result -> result.path("result").asString("") + " "
                        + result.path("reason").asString(""))
                .map(String::strip)
                .toList();
    }

    @Test
    void privateWordsAreReadOnTheTwoLaptopsAndByNobodyElse() throws IOException {
        String manager = account(Role.TEAM_MANAGER, null);
        String worker = account(Role.SOCIAL_WORKER, manager);
        String colleague = account(Role.SOCIAL_WORKER, manager);
        String above = account(Role.SERVICE_MANAGER, null);
        StreamId stream = StreamId.ofSupervision(worker, manager);
        try (var hers = enrol(worker);
                var managers = enrol(manager)) {
            UUID record = write(managers, stream, MARKER);
            hers.engine.sync();
            assertThat(read(hers, stream, record)).isEqualTo(MARKER);
            UUID answer = write(hers, stream, MARKER + " too");
            managers.engine.sync();
            assertThat(read(managers, stream, answer)).isEqualTo(MARKER + " too");
            assertThat(dump(hers)).isNotEmpty().noneMatch(line -> line.contains(MARKER));
            assertThat(dump(managers)).anyMatch(line -> line.contains(Sealing.WORDS));
            assertThat(hers.store.rebuild().rows().toString())
                    .as("nor in any table of the laptop's own, opened store")
                    .contains(Sealing.WORDS)
                    .doesNotContain(MARKER);
            assertThat(managers.store.rebuild().run()).isEmpty();
        }
        for (String other : List.of(colleague, above)) {
            TestLaptop laptop = bare(other).pull();
            assertThat(laptop.streams()).doesNotContainKey(stream.toString());
            laptop.authorised(
                    "/sync/v1/pull",
                    "application/x-ndjson",
                    "{\"stream\":\"" + stream + "\",\"rev\":0,\"chain\":\"0000000000000000\"}\n"
                            + "{\"user_rev\":0,\"want_blobs\":[],\"byte_budget\":1000}");
            assertThat(laptop.wasEverSent(stream.name())).isFalse();
            assertThat(results(laptop.push(laptop.operation(sealedLike(stream)))))
                    .containsExactly("parked scope");
        }
        assertThat(export()).contains(Sealing.WORDS).doesNotContain(MARKER);
        try (Stream<Path> files = Files.walk(home)) {
            assertThat(files.filter(Files::isRegularFile))
                    .allSatisfy(file -> assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                            .doesNotContain(MARKER));
        }
    }

    private String export() throws IOException {
        var out = new ByteArrayOutputStream();
        service.administration().exportLog(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private Intent sealedLike(StreamId stream) {
        return Intent.whole(
                stream,
                ids.next(),
                Sealing.WORDS,
                Json.object()
                        .put("sealed_at", "2026-11-18T10:00:00Z")
                        .put("key", "k")
                        .put("sealed", "AAAA"));
    }

    @Test
    void aLaptopThatComesLaterIsGivenTheKeysByOneThatHasThem() {
        String manager = account(Role.TEAM_MANAGER, null);
        String worker = account(Role.SOCIAL_WORKER, manager);
        StreamId stream = StreamId.ofSupervision(worker, manager);
        try (var managers = enrol(manager)) {
            UUID record = write(managers, stream, MARKER);
            try (var hers = enrol(worker)) {
                assertThat(read(hers, stream, record))
                        .as("nobody gave it the key yet")
                        .isEmpty();
                managers.engine.sync();
                hers.engine.sync();
                assertThat(read(hers, stream, record)).isEqualTo(MARKER);
                try (var second = enrol(worker)) {
                    hers.engine.sync();
                    second.engine.sync();
                    assertThat(read(second, stream, record)).isEqualTo(MARKER);
                }
            }
        }
    }

    @Test
    void aFormerSupervisorLetsTheStreamGoAndTheNewOneBeginsAnEmptyOne() {
        String former = account(Role.TEAM_MANAGER, null);
        String next = account(Role.TEAM_MANAGER, null);
        String worker = account(Role.SOCIAL_WORKER, former);
        StreamId stream = StreamId.ofSupervision(worker, former);
        try (var hers = enrol(worker);
                var formers = enrol(former)) {
            UUID record = write(formers, stream, MARKER);
            hers.engine.sync();
            put(worker, Role.SOCIAL_WORKER, next);
            try (var nexts = enrol(next)) {
                formers.engine.sync();
                hers.engine.sync();
                assertThat(formers.log().streams(StreamId.Kind.SUPERVISION)).isEmpty();
                assertThat(formers.store.rebuild().rows().toString()).doesNotContain(stream.toString());
                assertThat(nexts.log().streams(StreamId.Kind.SUPERVISION))
                        .containsExactly(StreamId.ofSupervision(worker, next));
                assertThat(hers.log().streams(StreamId.Kind.SUPERVISION))
                        .as("the record is the worker's own")
                        .containsExactlyInAnyOrder(stream, StreamId.ofSupervision(worker, next));
                assertThat(read(hers, stream, record)).isEqualTo(MARKER);
            }
        }
        TestLaptop late = bare(former).pull();
        assertThat(late.streams()).doesNotContainKey(stream.toString());
        assertThat(results(late.push(late.operation(sealedLike(stream))))).containsExactly("parked scope");
    }

    @Test
    void eachSignsForThemselvesAndNeitherTakesTheOthersWordsAway() {
        String manager = account(Role.TEAM_MANAGER, null);
        String worker = account(Role.ASYE, manager);
        StreamId stream = StreamId.ofSupervision(worker, manager);
        TestLaptop hers = bare(worker).pull();
        TestLaptop managers = bare(manager).pull();
        UUID session = ids.next();
        String day = LocalDate.of(2026, 11, 18).toString();
        Intent held = group(
                stream, session, "record", Json.object().put("worker", worker).put("held_on", day));
        Intent hersToo = group(stream, ids.next(), "record", held.value());
        assertThat(results(hers.push(hers.operation(hersToo)))).containsExactly("parked scope");
        assertThat(results(managers.push(managers.operation(held)))).containsExactly("accepted");
        Intent workers = group(stream, session, "worker_signed", Json.object().put("worker_signed_on", day));
        Intent theirs =
                group(stream, session, "supervisor_signed", Json.object().put("supervisor_signed_on", day));
        assertThat(results(managers.push(managers.operation(workers)))).containsExactly("parked scope");
        assertThat(results(hers.push(hers.operation(theirs)))).containsExactly("parked scope");
        assertThat(results(managers.push(managers.operation(theirs)))).containsExactly("accepted");
        assertThat(results(hers.push(hers.operation(workers)))).containsExactly("accepted");
        Intent dissent = sealedLike(stream);
        assertThat(results(hers.push(hers.operation(dissent)))).containsExactly("accepted");
        assertThat(results(managers.push(
                        managers.operation(Intent.withdrawal(stream, dissent.record(), Json.object(), "not helpful")))))
                .containsExactly("parked signed");
        Intent again = Intent.whole(stream, dissent.record(), Sealing.WORDS, dissent.value());
        assertThat(results(managers.push(managers.operation(again)))).containsExactly("parked signed");
    }

    @Test
    void whatIsNotSealedAndWhatBelongsElsewhereIsNotTaken() {
        String manager = account(Role.TEAM_MANAGER, null);
        String worker = account(Role.SOCIAL_WORKER, manager);
        StreamId stream = StreamId.ofSupervision(worker, manager);
        TestLaptop managers = bare(manager).pull();
        var clear = Json.object().put("key", "k").put("sealed", "AAAA").put("text", "in clear");
        var other = Json.object().put("device", "another laptop").put("public_key", "AAAA");
        assertThat(results(managers.push(
                        managers.operation(Intent.whole(stream, ids.next(), Sealing.WORDS, clear)),
                        managers.operation(Intent.whole(stream, ids.next(), Sealing.LAPTOP, other)),
                        managers.operation(Intent.whole(stream, ids.next(), "case_note", Json.object())))))
                .containsExactly("parked scope", "parked scope", "parked scope");
    }

    private static Intent group(StreamId stream, UUID record, String group, JsonNode value) {
        return Intent.group(stream, record, "supervision_session", group, List.of(), value);
    }

    @Test
    void wordsMovedToAnotherPlaceDoNotOpen() {
        String manager = account(Role.TEAM_MANAGER, null);
        String worker = account(Role.SOCIAL_WORKER, manager);
        StreamId stream = StreamId.ofSupervision(worker, manager);
        try (var managers = enrol(manager)) {
            UUID record = write(managers, stream, MARKER);
            RecordState sealed = managers.log().find(stream, record).orElseThrow();
            UUID elsewhere = ids.next();
            managers.log()
                    .save(List.of(Intent.whole(
                            stream,
                            elsewhere,
                            Sealing.WORDS,
                            sealed.current("record").orElseThrow().value())));
            assertThat(read(managers, stream, record)).isEqualTo(MARKER);
            assertThat(read(managers, stream, elsewhere)).isEmpty();
        }
    }
}
