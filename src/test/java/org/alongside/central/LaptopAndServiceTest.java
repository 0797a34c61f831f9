package org.alongside.central;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.alongside.access.Account;
import org.alongside.access.Role;
import org.alongside.central.directory.History.Past;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Ids;
import org.alongside.kernel.Json;
import org.alongside.kernel.Unreachable;
import org.alongside.record.Blobs;
import org.alongside.record.Intent;
import org.alongside.record.StreamId;
import org.alongside.store.LaptopHome;
import org.alongside.store.testing.Laptops;
import org.alongside.sync.BlobQueue;
import org.alongside.sync.EnrolLaptop;
import org.alongside.sync.NetworkSwitch;
import org.alongside.sync.Service;
import org.alongside.sync.SyncReport;
import org.alongside.sync.remote.ServiceClient;
import org.alongside.sync.store.CanonicalDump;
import org.alongside.sync.testing.SyncedLaptop;
import org.alongside.sync.wire.Enrolment;
import org.alongside.sync.wire.Hello;
import org.alongside.sync.wire.Manifest;
import org.alongside.sync.wire.OpResult;
import org.alongside.sync.wire.PullLine;
import org.alongside.sync.wire.Token;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The laptop's own engine and store against the real service, over HTTPS.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LaptopAndServiceTest {
    private final Clock clock = Clocks.system();
    private final Ids ids = new Ids(clock);
    private CentralService service;
    private String ca;
    private int names;

    @TempDir
    Path folder;

    @BeforeAll
    void start(@TempDir Path home) throws IOException {
        service = CentralService.start(CentralConfig.trial(home, 0, clock));
        ca = Files.readString(service.caFile());
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private String account(Role role, String supervisor) {
        String name = "w" + ++names;
        service.administration().putAccount(new Account(name, "Worker " + names, role, "North", supervisor));
        return name;
    }

    private StreamId child(String worker) {
        StreamId stream = StreamId.ofCase(ids.next());
        var name = Json.object().put("given_name", "Ivy").put("family_name", "Moss");
        var past = new Past(
                Intent.group(stream, stream.id(), "child_details", "name", List.of(), name),
                "council",
                Instant.parse("2025-01-01T10:00:00Z"),
                null);
        service.engine()
                .database()
                .change(transaction ->
                        service.engine().history().bringIn(transaction, Map.of(stream, List.of(past)), List.of()));
        Joanna.allocated(service, stream, worker, clock.instant());
        return stream;
    }

    private SyncedLaptop enrol(String user) {
        String code =
                service.administration().enrolCode(user, Duration.ofHours(1)).code();
        var network = new NetworkSwitch();
        var client = new ServiceClient(service.url(), ca, network);
        var made = new EnrolLaptop(
                        client, Laptops.parts(clock, System::nanoTime, org.alongside.store.FaultPoints.none()))
                .enrol(
                        folder.resolve(user),
                        service.url(),
                        ca,
                        user,
                        code,
                        Laptops.PASSPHRASE.toCharArray(),
                        Duration.ZERO);
        return new SyncedLaptop(made.store(), made.home(), client, network);
    }

    @Test
    void whatAWorkerSavesTheSupervisorsLaptopShowsAndBothDumpsAreTheServices() throws IOException {
        String manager = account(Role.TEAM_MANAGER, null);
        String worker = account(Role.SOCIAL_WORKER, manager);
        StreamId child = child(worker);
        try (var own = enrol(worker);
                var supervisor = enrol(manager)) {
            assertThat(own.engine.sync().pulled().streams()).isPositive();
            supervisor.engine.sync();
            assertThat(own.log().streams(StreamId.Kind.CASE)).containsExactly(child);
            var note = ids.next();
            own.save(Laptops.note(child.id(), note, "“No”, said Zoë Łukasz 🦊\nand left."));
            assertThat(own.engine.sync().pushed()).isEqualTo(new SyncReport.Pushed(1, 0, 0));
            supervisor.engine.sync();
            assertThat(supervisor
                            .log()
                            .find(child, note)
                            .orElseThrow()
                            .value("record", "text")
                            .stringValue())
                    .isEqualTo("“No”, said Zoë Łukasz 🦊\nand left.");
            own.engine.sync();
            assertThat(dump(own))
                    .isEqualTo(dump(supervisor))
                    .isEqualTo(canonical(List.of(child, StreamId.council(), StreamId.ofSupervision(worker, manager))));
            assertThat(own.store.rebuild().run()).isEmpty();
        }
    }

    /// A record that names an attachment, as a life-story entry names its photograph.
    private Intent naming(StreamId child, UUID record, Blobs.Ref ref) {
        var entry = Json.object().put("text", "The day at the sea");
        ref.into(entry.putArray("media").addObject());
        return Intent.whole(child, record, "case_note", entry);
    }

    @Test
    void aSealedAttachmentReachesTheOtherLaptopAfterTheOperationThatNamesIt() {
        String manager = account(Role.TEAM_MANAGER, null);
        String worker = account(Role.SOCIAL_WORKER, manager);
        StreamId child = child(worker);
        byte[] picture = "a picture of the sea ".repeat(20_000).getBytes(StandardCharsets.UTF_8);
        try (var own = enrol(worker);
                var supervisor = enrol(manager)) {
            own.engine.sync();
            Blobs.Ref ref = own.store.blobs().keep(child, picture);
            assertThat(own.engine.sync().blobs().sent())
                    .as("what no record names stays here")
                    .isZero();
            own.save(naming(child, ids.next(), ref));
            assertThat(own.replica.blobs().waiting()).isEqualTo(1);
            // The words arrive first; the photograph is said to be still to come.
            var holding = new SyncedLaptop(
                    own.store, () -> {}, new Holding(new ServiceClient(service.url(), ca, own.network)), own.network);
            assertThatThrownBy(holding.engine::sync).isInstanceOf(Unreachable.class);
            assertThat(own.store.blobs().place(child, ref.name())).isEqualTo(Blobs.Place.ON_THIS_LAPTOP);
            assertThat(supervisor.engine.sync().blobs().awaited()).isEqualTo(1);
            assertThat(supervisor.store.blobs().place(child, ref.name())).isEqualTo(Blobs.Place.STILL_TO_COME);
            assertThat(supervisor.store.blobs().open(child, ref)).isEmpty();
            assertThat(own.engine.sync()).satisfies(report -> {
                assertThat(report.blobs().sent()).isEqualTo(1);
                assertThat(report.waiting()).isZero();
            });
            assertThat(own.store.blobs().place(child, ref.name())).isEqualTo(Blobs.Place.WITH_THE_COUNCIL);
            assertThat(supervisor.engine.sync().blobs().fetched()).isEqualTo(1);
            assertThat(supervisor.store.blobs().open(child, ref)).hasValue(picture);
            assertThat(supervisor.engine.sync().blobs()).isEqualTo(new SyncReport.Blobs(0, 0, 0));
            assertThat(own.store.rebuild().run()).isEmpty();
            assertThat(own.store.blobs().damaged()).isEmpty();
            assertThat(service.administration().verify()).isEmpty();
        }
    }

    @Test
    void anAttachmentOfACaseThatIsTakenAwayGoesOutBeforeTheCaseLeavesTheLaptop() {
        String worker = account(Role.SOCIAL_WORKER, null);
        StreamId child = child(worker);
        try (var own = enrol(worker)) {
            own.engine.sync();
            Blobs.Ref ref = own.store.blobs().keep(child, new byte[] {1, 2, 3});
            own.save(naming(child, ids.next(), ref));
            service.administration().deallocate(child.name(), worker);
            SyncReport report = own.engine.sync();
            assertThat(report.pushed().parked()).isEqualTo(1);
            assertThat(report.blobs().sent()).isEqualTo(1);
            own.engine.sync();
            assertThat(own.log().streams(StreamId.Kind.CASE)).isEmpty();
            assertThat(own.store.blobs().open(child, ref)).isEmpty();
        }
    }

    private static List<String> dump(SyncedLaptop laptop) {
        var lines = new ArrayList<String>();
        new CanonicalDump(laptop.store).write(line -> lines.add(new String(line, StandardCharsets.UTF_8)));
        return lines;
    }

    private List<String> canonical(List<StreamId> streams) throws IOException {
        var out = new ByteArrayOutputStream();
        service.administration().exportLog(out);
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.contains("\"stream\":\"user/"))
                .filter(line -> streams.stream().anyMatch(stream -> line.contains("\"stream\":\"" + stream + "\"")))
                .toList();
    }

    @Test
    void aCutAnswerRetriedStoresNothingTwice() {
        String worker = account(Role.SOCIAL_WORKER, null);
        StreamId child = child(worker);
        try (var own = enrol(worker)) {
            own.engine.sync();
            var cutting = new Cutting(new ServiceClient(service.url(), ca, own.network));
            var cut = new SyncedLaptop(own.store, () -> {}, cutting, own.network);
            for (int i = 0; i < 3; i++) {
                own.save(Laptops.note(child.id(), ids.next(), "note " + i));
            }
            cutting.lose = 2;
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(cut.engine::sync).isInstanceOf(Unreachable.class);
                assertThat(own.replica.outboxSize()).isEqualTo(3);
            }
            assertThat(cut.engine.sync().pushed()).isEqualTo(new SyncReport.Pushed(0, 3, 0));
            assertThat(own.log().records(child)).hasSize(4);
            assertThat(service.administration().verify()).isEmpty();
        }
    }

    @Test
    void aNewEpochAtTheServiceIsTakenAndNothingIsLostOrTwice() {
        String worker = account(Role.SOCIAL_WORKER, null);
        StreamId child = child(worker);
        try (var own = enrol(worker)) {
            own.engine.sync();
            own.save(Laptops.note(child.id(), ids.next(), "before"));
            own.engine.sync();
            String epoch = service.administration().newEpoch("a test");
            own.save(Laptops.note(child.id(), ids.next(), "after"));
            own.engine.sync();
            assertThat(own.replica.epoch()).isEqualTo(epoch);
            assertThat(own.replica.outboxSize()).isZero();
            assertThat(own.log().records(child)).hasSize(3);
        }
    }

    @Test
    void aRevokedLaptopIsToldAndKeepsItsWork() {
        String worker = account(Role.SOCIAL_WORKER, null);
        StreamId child = child(worker);
        try (var own = enrol(worker)) {
            own.engine.sync();
            own.save(Laptops.note(child.id(), ids.next(), "mine"));
            service.administration().revokeDevice(own.store.enrolled().device(), false);
            assertThatThrownBy(own.engine::sync)
                    .isInstanceOfSatisfying(
                            Unreachable.class,
                            ended -> assertThat(ended.problem().code()).isEqualTo("access-ended"));
            assertThat(own.replica.outboxSize()).isEqualTo(1);
        }
    }

    @Test
    void aDeallocatedChildLeavesTheLaptop() {
        String worker = account(Role.SOCIAL_WORKER, null);
        StreamId child = child(worker);
        try (var own = enrol(worker)) {
            own.engine.sync();
            service.administration().deallocate(child.name(), worker);
            own.engine.sync();
            assertThat(own.log().streams(StreamId.Kind.CASE)).isEmpty();
            assertThat(dump(own)).noneMatch(line -> line.contains(child.name()));
        }
    }

    @Test
    void aWrongCodeLeavesNoHalfHomeAndTheRightOneWorksAfterwards() {
        String worker = account(Role.SOCIAL_WORKER, null);
        var enrolling = new EnrolLaptop(
                new ServiceClient(service.url(), ca, new NetworkSwitch()),
                Laptops.parts(clock, System::nanoTime, org.alongside.store.FaultPoints.none()));
        assertThatThrownBy(() -> enrolling.enrol(
                        folder.resolve(worker),
                        service.url(),
                        ca,
                        worker,
                        "AAAA-BBBB-CCCC-DDDD",
                        Laptops.PASSPHRASE.toCharArray(),
                        Duration.ZERO))
                .isInstanceOfSatisfying(
                        Unreachable.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("enrolment-code-wrong"));
        assertThat(LaptopHome.isLaptop(folder.resolve(worker))).isFalse();
        assertThat(folder.resolve(worker).resolve("keys.alk")).doesNotExist();
        enrol(worker).close();
        assertThat(LaptopHome.isLaptop(folder.resolve(worker))).isTrue();
    }

    @Test
    void anotherAuthoritysServiceIsNotTrusted(@TempDir Path other) throws IOException {
        try (var stranger = CentralService.start(CentralConfig.trial(other, 0, clock));
                var client = new ServiceClient(stranger.url(), ca, new NetworkSwitch())) {
            code(client, "certificate-not-trusted");
        }
    }

    @Test
    void whereNothingListensTheServiceIsNotReached() throws IOException {
        int port;
        try (var socket = new java.net.ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        try (var client = new ServiceClient("https://127.0.0.1:" + port, ca, new NetworkSwitch())) {
            code(client, "service-not-reached");
        }
    }

    @Test
    void plainHttpInPlaceOfTheServiceIsNotTheService() throws IOException {
        HttpServer portal = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        portal.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.close();
        });
        portal.start();
        try (var client =
                new ServiceClient("https://127.0.0.1:" + portal.getAddress().getPort(), ca, new NetworkSwitch())) {
            assertThatThrownBy(client::hello).isInstanceOf(Unreachable.class);
        } finally {
            portal.stop(0);
        }
    }

    @Test
    void aGuestNetworksPageARedirectAndAnEmptyBodyAreNoAnswersEvenUnderTheRightCertificate() throws Exception {
        var answers = new ArrayList<com.sun.net.httpserver.HttpHandler>();
        answers.add(exchange -> {
            byte[] page = "<html>Welcome to the guest network</html>".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        answers.add(exchange -> {
            exchange.getResponseHeaders().add("Location", "https://127.0.0.1/login");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        answers.add(exchange -> {
            exchange.getResponseHeaders().add("Alongside-Service", "e");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        answers.add(exchange -> {
            byte[] page = "{\"hello\":\"world\"}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Alongside-Service", "e");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        var authority = TestAuthority.make();
        for (var answer : answers) {
            HttpsServer portal = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            portal.setHttpsConfigurator(new HttpsConfigurator(authority.context()));
            portal.createContext("/", answer);
            portal.start();
            try (var client = new ServiceClient(
                    "https://127.0.0.1:" + portal.getAddress().getPort(), authority.pem(), new NetworkSwitch())) {
                code(client, "not-the-councils-service");
            } finally {
                portal.stop(0);
            }
        }
    }

    private static void code(Service client, String code) {
        assertThatThrownBy(client::hello).isInstanceOfSatisfying(Unreachable.class, unreachable -> {
            assertThat(unreachable.problem().code()).isEqualTo(code);
            assertThat(unreachable.problem().message()).isNotBlank();
        });
    }

    /// Loses the network when it comes to attachments.
    private static final class Holding implements Service {
        private final Service real;

        private Holding(Service real) {
            this.real = real;
        }

        @Override
        public Hello hello() {
            return real.hello();
        }

        @Override
        public Enrolment.Answer enrol(Enrolment.Request request) {
            return real.enrol(request);
        }

        @Override
        public Token.Answer token(Token.Request request) {
            return real.token(request);
        }

        @Override
        public List<OpResult> push(Session session, List<byte[]> operations) {
            return real.push(session, operations);
        }

        @Override
        public void pull(Session session, Manifest manifest, Consumer<PullLine> lines) {
            real.pull(session, manifest, lines);
        }

        @Override
        public void sendBlob(Session session, BlobQueue.Named blob, byte[] bytes) {
            throw new Unreachable("service-not-reached", "lost");
        }

        @Override
        public Optional<byte[]> fetchBlob(Session session, BlobQueue.Named blob) {
            throw new Unreachable("service-not-reached", "lost");
        }
    }

    /// Takes the answer to a push away after the service gave it.
    private static final class Cutting implements Service {
        private final Service real;
        private int lose;

        private Cutting(Service real) {
            this.real = real;
        }

        @Override
        public Hello hello() {
            return real.hello();
        }

        @Override
        public Enrolment.Answer enrol(Enrolment.Request request) {
            return real.enrol(request);
        }

        @Override
        public Token.Answer token(Token.Request request) {
            return real.token(request);
        }

        @Override
        public List<OpResult> push(Session session, List<byte[]> operations) {
            List<OpResult> results = real.push(session, operations);
            if (lose-- > 0) {
                throw new Unreachable("answer-cut", "cut");
            }
            return results;
        }

        @Override
        public void sendBlob(Session session, BlobQueue.Named blob, byte[] bytes) {
            real.sendBlob(session, blob, bytes);
        }

        @Override
        public Optional<byte[]> fetchBlob(Session session, BlobQueue.Named blob) {
            return real.fetchBlob(session, blob);
        }

        @Override
        public void pull(Session session, Manifest manifest, Consumer<PullLine> lines) {
            real.pull(session, manifest, lines);
        }
    }
}
