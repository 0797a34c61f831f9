package org.alongside.central.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.alongside.central.CentralConfig;
import org.alongside.central.CentralService;
import org.alongside.central.Joanna;
import org.alongside.central.testing.TestLaptop;
import org.alongside.kernel.Json;
import org.alongside.kernel.Limits;
import org.alongside.sync.wire.Wire;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Clients that are slow, too long, wrong or hostile, over real sockets.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HardClientsTest {
    private static final String HELLO = "GET /sync/v1/hello HTTP/1.1\r\nHost: localhost\r\n";

    private CentralService service;
    private TestLaptop laptop;
    private Path home;
    private int port;

    @BeforeAll
    void start(@TempDir Path folder) {
        home = folder;
        service = CentralService.start(CentralConfig.trial(folder, 0, Clock.systemUTC()));
        port = Integer.parseInt(service.url().substring(service.url().lastIndexOf(':') + 1));
        Joanna.account(service);
        String code = service.administration()
                .enrolCode("joanna", Duration.ofHours(1))
                .code();
        laptop = new TestLaptop(service.url(), service.caFile()).enrol("joanna", code);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private SSLSocket socket() throws IOException {
        var socket = (SSLSocket)
                TestLaptop.trusting(service.caFile()).getSocketFactory().createSocket("127.0.0.1", port);
        socket.setSoTimeout(20_000);
        offer(socket, "h2", "http/1.1");
        return socket;
    }

    private static void offer(SSLSocket socket, String... protocols) {
        var parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(protocols);
        socket.setSSLParameters(parameters);
    }

    /// Sends a byte every 250 ms after the start, and reads until the service closes.
    private String drip(String start) throws IOException {
        try (SSLSocket socket = socket();
                ScheduledExecutorService dripping = Executors.newSingleThreadScheduledExecutor()) {
            socket.getOutputStream().write(start.getBytes(StandardCharsets.US_ASCII));
            dripping.scheduleAtFixedRate(() -> drop(socket), 250, 250, TimeUnit.MILLISECONDS);
            var answer = new ByteArrayOutputStream();
            try {
                socket.getInputStream().transferTo(answer);
            } catch (java.net.SocketTimeoutException e) {
                return "still open";
            } catch (IOException e) {
                // Closed in the middle of a byte of ours.
                return answer.toString(StandardCharsets.UTF_8);
            } finally {
                dripping.shutdownNow();
            }
            return answer.toString(StandardCharsets.UTF_8);
        }
    }

    private static void drop(Socket socket) {
        try {
            socket.getOutputStream().write('x');
            socket.getOutputStream().flush();
        } catch (IOException e) {
            throw new IllegalStateException("closed", e);
        }
    }

    /// All at once, since each is closed only after seconds.
    private Map<String, String> drips(Map<String, String> starts) throws Exception {
        var answers = new TreeMap<String, String>();
        try (var each = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = new TreeMap<String, Future<String>>();
            starts.forEach((what, start) -> asked.put(what, each.submit(() -> drip(start))));
            for (var one : asked.entrySet()) {
                answers.put(one.getKey(), one.getValue().get());
            }
        }
        return answers;
    }

    @Test
    void aRequestThatComesByteByByteIsClosedWhereverItIsSlow() throws Exception {
        String posted = "POST /sync/v1/devices HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
        String chunked = posted + "Transfer-Encoding: chunked\r\n\r\n";
        var answers = drips(Map.of(
                "head", HELLO + "X: ",
                "later head", HELLO + "\r\n" + HELLO + "X: ",
                "body", posted + "Content-Length: 5000\r\n\r\n",
                "behind a chunk's size", chunked + "1;",
                "trailer", chunked + "1\r\n{\r\n0\r\nX: "));
        assertThat(answers).doesNotContainValue("still open");
        assertThat(answers.get("head")).isEmpty();
        assertThat(answers.get("later head")).startsWith("HTTP/1.1 200").containsOnlyOnce("HTTP/1.1");
        assertThat(answers.get("body")).startsWith("HTTP/1.1 408").contains("too-slow", "Alongside-Service");
        assertThat(answers.get("behind a chunk's size")).doesNotContain("HTTP/1.1 2");
        assertThat(answers.get("trailer")).doesNotContain("HTTP/1.1 2");
    }

    /// Its bounds would not hold there: decision 5.
    @Test
    void http2IsNotSpokenToThoseWhoOfferItNorToThoseWhoJustBegin() throws IOException {
        try (SSLSocket both = socket()) {
            both.startHandshake();
            assertThat(both.getApplicationProtocol()).isEqualTo("http/1.1");
            assertThat(begin(both, HELLO + "Connection: close\r\n\r\n")).startsWith("HTTP/1.1 200");
        }
        try (SSLSocket only = socket()) {
            offer(only, "h2");
            assertThatThrownBy(only::startHandshake).isInstanceOf(SSLHandshakeException.class);
        }
        try (SSLSocket untold = socket()) {
            offer(untold);
            assertThat(begin(untold, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0"))
                    .startsWith("HTTP/1.1 4");
        }
        try (SSLSocket upgrading = socket()) {
            assertThat(begin(
                            upgrading,
                            HELLO + "Connection: Upgrade, HTTP2-Settings, close\r\nUpgrade: h2c\r\n"
                                    + "HTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n"))
                    .startsWith("HTTP/1.1 200");
        }
        assertThat(laptop.send("GET", Wire.HELLO, "", new byte[0]).version()).isEqualTo(HttpClient.Version.HTTP_1_1);
    }

    private static String begin(SSLSocket socket, String words) throws IOException {
        socket.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void whatIsTooLongIs413WhetherItIsToldOrPacked() throws IOException {
        String line = "x".repeat(1000) + "\n";
        var response = laptop.pushResponse(line.repeat(1100));
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.headers().firstValue("Content-Type")).contains(Wire.PROBLEM);
        assertThat(laptop.pushResponse("x\n".repeat(Limits.BATCH_OPERATIONS + 1))
                        .statusCode())
                .isEqualTo(413);
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            for (int i = 0; i < 40; i++) {
                gzip.write(new byte[1024 * 1024]);
            }
        }
        assertThat(packed.size()).isLessThan(Limits.REQUEST_BYTES);
        var bomb = laptop.send(
                "POST",
                Wire.PUSH,
                Wire.NDJSON,
                packed.toByteArray(),
                "Content-Encoding",
                "gzip",
                "Authorization",
                "Bearer " + laptop.token(),
                Wire.EPOCH_HEADER,
                laptop.epoch());
        assertThat(bomb.statusCode()).isEqualTo(413);
    }

    record Bad(String method, String path, String type, String body, int status) {}

    @Test
    void badInputIsAProblemWithAReasonAndNeverAFault() throws IOException {
        String token =
                Files.readString(home.resolve(CentralService.ADMIN_TOKEN_FILE)).strip();
        var table = List.of(
                new Bad("GET", "/", "", "", 404),
                new Bad("GET", "/sync/v1/nothing", "", "", 404),
                new Bad("GET", "/sync/v1/../../etc/passwd", "", "", 404),
                new Bad("DELETE", Wire.HELLO, "", "", 405),
                new Bad("POST", Wire.DEVICES, "text/plain", "x", 415),
                new Bad("POST", Wire.DEVICES, "application/json", "", 400),
                new Bad("POST", Wire.DEVICES, "application/json", "{", 400),
                new Bad("POST", Wire.DEVICES, "application/json", "null", 400),
                new Bad("POST", Wire.DEVICES, "application/json", "[1]", 400),
                new Bad("POST", Wire.DEVICES, "application/json", "{}", 400),
                new Bad("POST", Wire.DEVICES, "application/json", "{\"user\":{}}", 400),
                new Bad("POST", Wire.DEVICES, "application/json", "{\"user\":\"a\",\"user\":\"b\"}", 400),
                new Bad(
                        "POST",
                        Wire.DEVICES,
                        "application/json",
                        "{\"user\":\"\\u0000\",\"code\":\"c\",\"public_key\":\"!\"}",
                        400),
                new Bad("POST", Wire.DEVICES, "application/json", "[".repeat(5000), 400),
                new Bad("POST", Wire.TOKEN, "application/json", "{\"device\":\"" + "d".repeat(90) + "\"}", 400),
                new Bad(
                        "POST",
                        Wire.TOKEN,
                        "application/json",
                        "{\"device\":\"d\",\"challenge\":\"a.b\",\"signature\":\"%%\"}",
                        401),
                new Bad(
                        "POST",
                        Wire.TOKEN,
                        "application/json",
                        "{\"device\":\"d\",\"challenge\":\"" + "é".repeat(50) + "\",\"signature\":\"x\"}",
                        401));
        for (Bad bad : table) {
            var response =
                    laptop.send(bad.method(), bad.path(), bad.type(), bad.body().getBytes(StandardCharsets.UTF_8));
            expectProblem(
                    bad,
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("Content-Type").orElse(""));
        }
        var device = List.of(
                new Bad("POST", Wire.PULL, Wire.NDJSON, "x", 400),
                new Bad("POST", Wire.PULL, Wire.NDJSON, "{}", 400),
                new Bad("POST", Wire.PULL, Wire.NDJSON, "{\"user_rev\":-1,\"want_blobs\":[],\"byte_budget\":1}", 400),
                new Bad(
                        "POST",
                        Wire.PULL,
                        Wire.NDJSON,
                        "{\"stream\":null,\"rev\":1,\"chain\":\"\"}\n"
                                + "{\"user_rev\":0,\"want_blobs\":[],\"byte_budget\":1}",
                        400),
                new Bad("POST", Wire.PULL, Wire.NDJSON, "\n\n", 400),
                new Bad("POST", Wire.PULL, "text/html", "x", 415),
                new Bad("POST", Wire.PUSH, Wire.NDJSON, "\n", 400),
                new Bad("POST", Wire.PUSH, "application/json", "{}", 415),
                new Bad("POST", Wire.RECEIPTS, "application/json", "{\"kind\":\"x\",\"stream\":\"y\",\"rev\":0}", 400),
                new Bad(
                        "POST",
                        Wire.RECEIPTS,
                        "application/json",
                        "{\"kind\":\"purge\",\"stream\":\"y\",\"rev\":0}",
                        400));
        for (Bad bad : device) {
            var response = laptop.authorised(bad.path(), bad.type(), bad.body());
            expectProblem(
                    bad,
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("Content-Type").orElse(""));
        }
        var admin = List.of(
                new Bad(
                        "POST",
                        "/admin/v1/users",
                        "application/json",
                        "{\"name\":\"A B\",\"display\":\"x\",\"role\":\"admin\"}",
                        400),
                new Bad(
                        "POST",
                        "/admin/v1/users",
                        "application/json",
                        "{\"name\":\"ab\",\"display\":\"x\",\"role\":\"king\"}",
                        400),
                new Bad(
                        "POST",
                        "/admin/v1/users",
                        "application/json",
                        "{\"name\":\"ab\",\"display\":\"x\",\"role\":\"admin\",\"supervisor\":\"nobody\"}",
                        400),
                new Bad("POST", "/admin/v1/users/nobody/end", "application/json", "{}", 400),
                new Bad(
                        "POST",
                        "/admin/v1/enrol-codes",
                        "application/json",
                        "{\"user\":\"nobody\",\"valid_hours\":1}",
                        400),
                new Bad(
                        "POST",
                        "/admin/v1/enrol-codes",
                        "application/json",
                        "{\"user\":\"joanna\",\"valid_hours\":0}",
                        400),
                new Bad(
                        "POST",
                        "/admin/v1/allocate",
                        "application/json",
                        "{\"child\":\"x\",\"worker\":\"joanna\"}",
                        400),
                new Bad(
                        "POST",
                        "/admin/v1/deallocate",
                        "application/json",
                        "{\"child\":\"x\",\"worker\":\"joanna\"}",
                        400),
                new Bad("POST", "/admin/v1/devices/x/revoke", "application/json", "{\"salvage\":true}", 400),
                new Bad("POST", "/admin/v1/uploads?name=../x", "application/octet-stream", "x", 400),
                new Bad(
                        "POST",
                        "/admin/v1/import",
                        "application/json",
                        "{\"format\":\"people\",\"dry_run\":false,\"uploads\":[\"../../x\"]}",
                        400));
        for (Bad bad : admin) {
            byte[] body = bad.body().getBytes(StandardCharsets.UTF_8);
            var refused = laptop.send(bad.method(), bad.path(), bad.type(), body);
            assertThat(refused.statusCode()).as(bad.path()).isEqualTo(401);
            var response = laptop.send(bad.method(), bad.path(), bad.type(), body, "Authorization", "Bearer " + token);
            expectProblem(
                    bad,
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("Content-Type").orElse(""));
        }
        assertThat(laptop.wasEverSent("Exception")).isFalse();
        assertThat(laptop.wasEverSent("org.alongside")).isFalse();
    }

    private static void expectProblem(Bad bad, int status, byte[] body, String type) {
        String said = new String(body, StandardCharsets.UTF_8);
        assertThat(status).as(bad + " " + said).isEqualTo(bad.status());
        assertThat(type).as(bad.toString()).isEqualTo(Wire.PROBLEM);
        var problem = Json.MAPPER.readTree(body);
        assertThat(problem.path("type").stringValue()).startsWith("urn:alongside:problem:");
        assertThat(problem.path("problems").get(0).path("message").stringValue())
                .isNotBlank();
    }

    @Test
    void onlyTls13IsSpoken() throws IOException {
        try (SSLSocket socket = socket()) {
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
            assertThatThrownBy(socket::startHandshake).isInstanceOf(IOException.class);
        }
        try (SSLSocket socket = socket()) {
            socket.startHandshake();
            assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.3");
        }
    }

    @Test
    void aFileIsTakenInThroughTheAdministrationApi() throws IOException {
        String bearer = "Bearer "
                + Files.readString(home.resolve(CentralService.ADMIN_TOKEN_FILE))
                        .strip();
        String csv = "child_id,given_name,family_name,born,allocated_to\nC1,Ivy,Okafor,2019-03-02,joanna\n";
        var upload = laptop.send(
                "POST",
                "/admin/v1/uploads?name=people.csv",
                "application/octet-stream",
                csv.getBytes(StandardCharsets.UTF_8),
                "Authorization",
                bearer);
        String word = Json.MAPPER.readTree(upload.body()).path("upload").stringValue();
        var report = laptop.send(
                "POST",
                "/admin/v1/import",
                "application/json",
                ("{\"format\":\"people\",\"dry_run\":false,\"uploads\":[\"" + word + "\"]}")
                        .getBytes(StandardCharsets.UTF_8),
                "Authorization",
                bearer);
        var read = Json.MAPPER.readTree(report.body());
        assertThat(read.path("complete").booleanValue()).as(read.toString()).isTrue();
        assertThat(read.path("taken").path("children").intValue()).isEqualTo(1);
        assertThat(laptop.pull().streams().keySet()).anyMatch(stream -> stream.startsWith("case/"));
        assertThat(service.administration().verify()).isEmpty();
    }

    @Test
    void whoRunsItCanAskWhetherItLivesAndWhatItCounts() {
        for (String path : List.of("/health/live", "/health/ready", "/metrics", "/openapi")) {
            assertThat(laptop.send("GET", path, "", new byte[0]).statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
    }
}
