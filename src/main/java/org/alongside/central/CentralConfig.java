package org.alongside.central;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.alongside.central.storage.DatabaseChoice;
import org.alongside.record.store.Projection;
import org.jspecify.annotations.Nullable;

/// How a service is to run.
///
/// @param home its folder: keys, certificate, the H2 file
/// @param bind the address to listen on
/// @param port 0 takes a free one
/// @param certificate PEM, with its chain; null for one of the service's own authority
/// @param database H2 in the home, or PostgreSQL
/// @param clock what the program takes for now
/// @param projections the typed rows that the service keeps beside the general ones
public record CentralConfig(
        Path home,
        String bind,
        int port,
        @Nullable Path certificate,
        @Nullable Path certificateKey,
        DatabaseChoice database,
        Clock clock,
        List<Projection> projections) {
    public static final String LOOPBACK = "127.0.0.1";
    public static final int PORT = 8443;

    public CentralConfig {
        projections = List.copyOf(projections);
    }

    /// A service for trying: on loopback, with H2 in its home and a certificate of its own.
    public static CentralConfig trial(Path home, int port, Clock clock) {
        return new CentralConfig(home, LOOPBACK, port, null, null, embedded(home), clock, List.of());
    }

    /// H2 in a service's home.
    public static DatabaseChoice embedded(Path home) {
        return new DatabaseChoice.Embedded(home.resolve("central"));
    }

    public CentralConfig with(DatabaseChoice other) {
        return new CentralConfig(home, bind, port, certificate, certificateKey, other, clock, projections);
    }
}
