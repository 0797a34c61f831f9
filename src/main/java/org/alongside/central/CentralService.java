package org.alongside.central;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.alongside.central.directory.SecretFile;
import org.alongside.central.http.Https;
import org.alongside.kernel.OwnerOnly;

/// A running service. Started by `central`, by the demonstration and by tests; stopped by closing it.
public final class CentralService implements AutoCloseable {
    /// The administrator's token, in the home, for nobody else to read.
    public static final String ADMIN_TOKEN_FILE = "admin.token";

    /// Where the running service can be reached, for commands on the same home.
    public static final String URL_FILE = "service.url";

    private static final int TOKEN_BYTES = 32;

    private final CentralEngine engine;
    private final Https https;
    private final String url;
    private final Path urlFile;

    private CentralService(CentralConfig config, CentralEngine engine) {
        this.engine = engine;
        Path home = config.home();
        try {
            OwnerOnly.folder(home);
            OwnerOnly.within(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String token = SecretFile.readOrMake(home.resolve(ADMIN_TOKEN_FILE), CentralService::freshToken);
        https = new Https(
                new Https.Place(
                        home, config.bind(), config.port(), config.certificate(), config.certificateKey(), token),
                new Https.Engine(
                        engine.database(),
                        engine.life(),
                        engine.devices(),
                        engine.push(),
                        engine.pull(),
                        engine.receipts(),
                        engine.blobs(),
                        engine.administration()),
                config.clock(),
                engine.ids());
        String host = config.bind().contains(":") ? "[" + config.bind() + "]" : config.bind();
        url = "https://" + (host.equals("0.0.0.0") ? CentralConfig.LOOPBACK : host) + ":" + https.port();
        urlFile = home.resolve(URL_FILE);
        SecretFile.put(urlFile, url + "\n");
    }

    /// Starts the service; it answers when this returns.
    ///
    /// @throws org.alongside.kernel.BadInput when certificate or port cannot be used
    /// @throws org.alongside.central.storage.StorageUnavailable when the database cannot be reached
    public static CentralService start(CentralConfig config) {
        CentralEngine engine = CentralEngine.open(config);
        boolean started = false;
        try {
            var service = new CentralService(config, engine);
            started = true;
            return service;
        } finally {
            if (!started) {
                engine.close();
            }
        }
    }

    private static String freshToken() {
        byte[] token = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(token);
        return HexFormat.of().formatHex(token);
    }

    public String url() {
        return url;
    }

    public Path caFile() {
        return https.caFile();
    }

    public String epoch() {
        return engine.life().epoch();
    }

    /// What the council is called; empty until it has said so.
    public String council() {
        return engine.life().council();
    }

    /// Method and path of everything it answers.
    public java.util.List<String> routes() {
        return https.routes();
    }

    public CentralEngine engine() {
        return engine;
    }

    public Administration administration() {
        return engine.administration();
    }

    /// Takes no more requests, lets those in hand end, closes the database.
    @Override
    public void close() {
        try {
            SecretFile.remove(urlFile);
            https.close();
        } finally {
            engine.close();
        }
    }
}
