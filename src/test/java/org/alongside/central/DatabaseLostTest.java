package org.alongside.central;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.alongside.central.storage.DatabaseChoice;
import org.alongside.central.testing.TestLaptop;
import org.alongside.kernel.Json;
import org.alongside.record.Intent;
import org.alongside.record.StreamId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// PostgreSQL goes away while laptops work, and comes back.
class DatabaseLostTest {
    private static EmbeddedPostgres postgresql(Path folder, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    @Test
    void whileTheDatabaseIsAwayTheServiceSaysSoAndAfterwardsNothingIsStoredTwice(@TempDir Path home, @TempDir Path data)
            throws Exception {
        Path folder = data.resolve("pg");
        EmbeddedPostgres database = postgresql(folder, 0);
        int port = database.getPort();
        var choice = new DatabaseChoice.Server(database.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
        try (var service = CentralService.start(
                CentralConfig.trial(home, 0, Clock.systemUTC()).with(choice))) {
            Joanna.account(service);
            StreamId child = Joanna.child(service, home);
            String code = Joanna.code(service);
            var laptop = new TestLaptop(service.url(), service.caFile()).enrol("joanna", code);
            laptop.pull();
            var note = laptop.operation(Intent.whole(
                    child, UUID.randomUUID(), "case_note", Json.object().put("text", "kept once")));
            assertThat(laptop.push(note).getFirst().path("result").stringValue())
                    .isEqualTo("accepted");

            database.close();
            HttpResponse<byte[]> away =
                    laptop.pushResponse(new String(note.line(), java.nio.charset.StandardCharsets.UTF_8));
            assertThat(away.statusCode()).isEqualTo(503);
            assertThat(away.headers().firstValue("Retry-After")).isPresent();
            assertThat(Json.MAPPER
                            .readTree(away.body())
                            .path("problems")
                            .path(0)
                            .path("code")
                            .stringValue())
                    .isEqualTo("not-available");
            assertThat(state(laptop, "/health/ready", 503)).isEqualTo("database-not-available");
            assertThat(state(laptop, "/health/live", 200)).isEqualTo("live");

            database = postgresql(folder, port);
            assertThat(state(laptop, "/health/ready", 200)).isEqualTo("ready");
            assertThat(laptop.push(note).getFirst().path("result").stringValue())
                    .isEqualTo("duplicate");
            laptop.pull();
            assertThat(laptop.streams().get(child.toString()))
                    .filteredOn(event -> event.operation().opId().equals(note.opId()))
                    .hasSize(1);
            assertThat(service.administration().verify()).isEmpty();
        } finally {
            database.close();
        }
    }

    private static String state(TestLaptop laptop, String path, int status) {
        HttpResponse<byte[]> response = laptop.send("GET", path, "", new byte[0]);
        assertThat(response.statusCode()).as(path).isEqualTo(status);
        return Json.MAPPER.readTree(response.body()).path("state").stringValue();
    }
}
