package org.alongside.central.http;

import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.alongside.central.Administration;
import org.alongside.central.ServiceLife;
import org.alongside.central.admission.Blobs;
import org.alongside.central.admission.Pull;
import org.alongside.central.admission.Push;
import org.alongside.central.admission.Receipts;
import org.alongside.central.directory.Devices;
import org.alongside.central.storage.CentralDatabase;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Ids;
import org.alongside.kernel.Texts;
import org.jspecify.annotations.Nullable;

/// The service on the network: its routes behind its certificate.
public final class Https implements AutoCloseable {
    private final HttpServer server;
    private final Path caFile;
    private final int port;
    private final List<String> routes;

    /// What the routes call.
    public record Engine(
            CentralDatabase database,
            ServiceLife life,
            Devices devices,
            Push push,
            Pull pull,
            Receipts receipts,
            Blobs blobs,
            Administration administration) {}

    /// Where to listen, and as whom.
    ///
    /// @param certificate PEM, with its chain; null for one of the service's own authority
    public record Place(
            Path home,
            String bind,
            int port,
            @Nullable Path certificate,
            @Nullable Path certificateKey,
            String adminToken) {}

    /// @throws BadInput when the certificate cannot be used or the port is not free
    public Https(Place place, Engine engine, Clock clock, Ids ids) {
        try {
            ServerIdentity identity = identity(place);
            caFile = place.certificate() == null
                    ? place.home().resolve(CertificateAuthority.CERTIFICATE_FILE)
                    : place.certificate();
            List<Route> table = routes(place, engine, clock, ids);
            routes = table.stream()
                    .map(route -> route.method() + " " + route.path())
                    .toList();
            server = new HttpServer(identity, place.bind(), place.port(), table, engine.life()::epoch, ids);
            port = server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw BadInput.of("certificate-not-usable", "certificate", "The certificate and key cannot be used.");
        }
    }

    private static ServerIdentity identity(Place place) throws IOException, GeneralSecurityException {
        Path certificate = place.certificate();
        Path key = place.certificateKey();
        if (certificate != null && key != null) {
            return ServerIdentity.given(certificate, key);
        }
        if (certificate != null || key != null) {
            throw BadInput.of("certificate-half-given", "certificate", Texts.of("central.certificate-half-given"));
        }
        return CertificateAuthority.in(place.home()).issue(place.bind());
    }

    /// Every route, in one table; the OpenAPI document names the same.
    static List<Route> routes(Place place, Engine engine, Clock clock, Ids ids) {
        var metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new JvmMemoryMetrics().bindTo(metrics);
        var routes = new ArrayList<Route>();
        var sync = new SyncRoutes(
                engine.life(),
                engine.devices(),
                engine.push(),
                engine.pull(),
                engine.receipts(),
                clock,
                new Counts(metrics));
        routes.addAll(sync.routes());
        routes.addAll(new BlobRoutes(engine.life(), engine.blobs(), sync::device).routes());
        routes.addAll(
                new AdminRoutes(engine.administration(), new Uploads(place.home(), ids), place.adminToken()).routes());
        routes.addAll(new OperationsRoutes(engine.database(), metrics).routes());
        return List.copyOf(routes);
    }

    /// Method and path of every route.
    public List<String> routes() {
        return routes;
    }

    public int port() {
        return port;
    }

    /// The certificate that laptops are given to know the service by.
    public Path caFile() {
        return caFile;
    }

    @Override
    public void close() {
        server.stop();
    }
}
