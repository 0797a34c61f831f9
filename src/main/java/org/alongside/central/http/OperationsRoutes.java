package org.alongside.central.http;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.alongside.central.storage.CentralDatabase;
import org.alongside.central.storage.SettingTable;
import org.alongside.central.storage.StorageUnavailable;
import org.alongside.kernel.Json;

/// What whoever runs the service asks it: is it alive, can it work, what does it count, what does it
/// answer to.
final class OperationsRoutes {
    private static final String OPENAPI = "/central/openapi.json";

    private final CentralDatabase database;
    private final PrometheusMeterRegistry metrics;

    OperationsRoutes(CentralDatabase database, PrometheusMeterRegistry metrics) {
        this.database = database;
        this.metrics = metrics;
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", "/health/live", exchange -> state(200, "live")),
                new Route("GET", "/health/ready", exchange -> ready()),
                new Route("GET", "/metrics", exchange -> metrics()),
                new Route("GET", "/openapi", exchange -> Answer.of(200, Answer.JSON, openApi())));
    }

    static byte[] openApi() {
        try (var in = OperationsRoutes.class.getResourceAsStream(OPENAPI)) {
            if (in == null) {
                throw new IllegalStateException("openapi.json is not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer ready() {
        try {
            database.read(transaction -> transaction.settings().find(SettingTable.EPOCH));
            return state(200, "ready");
        } catch (StorageUnavailable e) {
            return state(503, "database-not-available");
        }
    }

    private Answer metrics() {
        return Answer.of(
                200,
                "text/plain; version=0.0.4; charset=utf-8",
                metrics.scrape().getBytes(StandardCharsets.UTF_8));
    }

    private static Answer state(int status, String word) {
        return Answer.of(
                status, Answer.JSON, Json.line(Json.object().put("state", word)).getBytes(StandardCharsets.UTF_8));
    }
}
