package org.alongside.central.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.alongside.central.CentralConfig;
import org.alongside.central.CentralService;
import org.alongside.central.Joanna;
import org.alongside.central.testing.TestLaptop;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Json;
import org.alongside.kernel.Limits;
import org.alongside.sync.wire.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How often one may ask, whose certificate is shown, and what a stop leaves behind; over real HTTPS.
class ServiceLimitsTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-18T10:00:10Z"));
    private final Clock clock = new Clock() {
        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    };

    @TempDir
    private Path home;

    private static void joanna(CentralService service) {
        Joanna.account(service);
    }

    private static String code(CentralService service) {
        return service.administration().enrolCode("joanna", Duration.ofHours(1)).code();
    }

    @Test
    void whoTriesTooManyCodesWaitsUntilTheQuarterOfAnHourIsOver() {
        try (var service = CentralService.start(CentralConfig.trial(home, 0, clock))) {
            joanna(service);
            String code = code(service);
            var laptop = new TestLaptop(service.url(), service.caFile());
            for (int i = 0; i < Limits.ENROL_TRIES; i++) {
                assertThat(laptop.enrolResponse("joanna", "AAAA-AAAA-AAAA-AAAA").statusCode())
                        .isEqualTo(403);
            }
            expectTooMany(laptop.enrolResponse("joanna", code), 14 * 60 + 50, "15 minutes");
            now.set(now.get().plus(Duration.ofMinutes(14)));
            expectTooMany(laptop.enrolResponse("joanna", code), 50, "1 minute,");
            now.set(now.get().plusSeconds(50));
            assertThat(laptop.enrolResponse("joanna", code).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whoAsksTooOftenIsToldWhenToAskAgainAndTheOthersAreAnswered() {
        try (var service = CentralService.start(CentralConfig.trial(home, 0, clock))) {
            joanna(service);
            var busy = new TestLaptop(service.url(), service.caFile()).enrol("joanna", code(service));
            var other = new TestLaptop(service.url(), service.caFile()).enrol("joanna", code(service));
            HttpResponse<byte[]> last = busy.pushResponse("x");
            for (int i = 0; last.statusCode() != 429 && i < 2 * Limits.REQUESTS_PER_MINUTE; i++) {
                last = busy.pushResponse("x");
            }
            expectTooMany(last, 50, "50 seconds");
            other.pull();
            now.set(now.get().plusSeconds(50));
            busy.pull();
        }
    }

    private static void expectTooMany(HttpResponse<byte[]> response, int seconds, String words) {
        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValue("Retry-After")).contains(String.valueOf(seconds));
        assertThat(response.headers().firstValue("Content-Type")).contains(Wire.PROBLEM);
        var problem = Json.MAPPER.readTree(response.body()).path("problems").path(0);
        assertThat(problem.path("code").stringValue()).isEqualTo("too-many-requests");
        assertThat(problem.path("message").stringValue()).contains(words);
    }

    @Test
    void aCouncilsOwnCertificateIsShownInPlaceOfOneOfOurs(@TempDir Path given) throws Exception {
        ServerIdentity identity = CertificateAuthority.in(given).issue("127.0.0.1");
        Path certificate = given.resolve("server.pem");
        Path key = given.resolve("server.key");
        Files.writeString(
                certificate,
                pem("CERTIFICATE", identity.chain().get(0).getEncoded())
                        + pem("CERTIFICATE", identity.chain().get(1).getEncoded()));
        Files.writeString(key, pem("PRIVATE KEY", identity.key().getEncoded()));
        var trial = CentralConfig.trial(home, 0, Clock.systemUTC());
        try (var service = CentralService.start(new CentralConfig(
                home, trial.bind(), 0, certificate, key, trial.database(), Clock.systemUTC(), List.of()))) {
            assertThat(home.resolve("ca.key")).doesNotExist();
            var laptop = new TestLaptop(service.url(), given.resolve("ca.pem"));
            assertThat(laptop.send("GET", Wire.HELLO, "", new byte[0]).statusCode())
                    .isEqualTo(200);
            joanna(service);
            new TestLaptop(service.url(), service.caFile())
                    .enrol("joanna", code(service))
                    .pull();
        }
        assertThatThrownBy(() -> CentralService.start(new CentralConfig(
                        home, trial.bind(), 0, certificate, null, trial.database(), Clock.systemUTC(), List.of())))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> CentralService.start(new CentralConfig(
                        home, trial.bind(), 0, key, certificate, trial.database(), Clock.systemUTC(), List.of())))
                .isInstanceOf(BadInput.class);
    }

    private static String pem(String kind, byte[] bytes) {
        return "-----BEGIN " + kind + "-----\n"
                + java.util.Base64.getMimeEncoder().encodeToString(bytes)
                + "\n-----END " + kind + "-----\n";
    }

    @Test
    void whatAServiceHoldsIsItsOwnersAloneAfterRealUse() throws IOException {
        Path folder = home.resolve("service");
        for (int run = 0; run < 2; run++) {
            try (var service = CentralService.start(CentralConfig.trial(folder, 0, Clock.systemUTC()))) {
                joanna(service);
                new TestLaptop(service.url(), service.caFile())
                        .enrol("joanna", code(service))
                        .pull();
                expectOwnersAlone(folder);
            }
            expectOwnersAlone(folder);
        }
    }

    private static void expectOwnersAlone(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (Path each : all.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                        .as(each.toString())
                        .isEqualTo(Files.isDirectory(each) ? "rwx------" : "rw-------");
            }
        }
    }
}
