package org.alongside.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.alongside.central.CentralConfig;
import org.alongside.central.CentralService;
import org.alongside.central.storage.DatabaseChoice;
import org.alongside.exchange.council.CouncilFile;
import org.alongside.exchange.council.CouncilLoad;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// `central`: runs the council's service until it is stopped.
@Command(name = "central", description = "Runs the council's service.", mixinStandardHelpOptions = true)
final class CentralCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Option(names = "--port", defaultValue = "8443", description = "0 takes a free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--bind", defaultValue = "127.0.0.1", description = "Address (default: ${DEFAULT-VALUE}).")
    private String bind = CentralConfig.LOOPBACK;

    @Option(names = "--certificate", paramLabel = "F", description = "PEM; without it an authority of its own.")
    private @Nullable Path certificate;

    @Option(names = "--certificate-key", paramLabel = "F", description = "PEM.")
    private @Nullable Path certificateKey;

    @Option(
            names = "--database",
            paramLabel = "JDBC_URL",
            description = "jdbc:postgresql:…; without it H2 in the home.")
    private @Nullable String database;

    @Option(names = "--database-user", paramLabel = "U", description = "The database's user.")
    private @Nullable String databaseUser;

    @Option(names = "--database-password-file", paramLabel = "F", description = "Its password, in a file.")
    private @Nullable Path databasePasswordFile;

    @Option(names = "--council", paramLabel = "FILE", description = "Fill an empty service from a council file.")
    private @Nullable Path council;

    @Option(names = "--demo", description = "Fill an empty service with the demonstration council.")
    private boolean demo;

    CentralCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Optional<CouncilLoad> load = load();
        var ended = new CountDownLatch(1);
        try (CentralService service = CentralService.start(config())) {
            load.ifPresent(council -> fill(service, council));
            ready(service);
            awaitStop(ended);
        } finally {
            ended.countDown();
        }
        return ExitCode.DONE;
    }

    private CentralConfig config() {
        Path home = invocation.home();
        CentralConfig trial = CentralConfig.trial(home, port, invocation.clock());
        var config = new CentralConfig(
                home,
                bind,
                port,
                certificate,
                certificateKey,
                trial.database(),
                invocation.clock(),
                Services.projections());
        return database == null ? config : config.with(server(database));
    }

    private DatabaseChoice server(String url) {
        if (!url.startsWith(DatabaseChoice.Server.PREFIX)) {
            throw BadInput.of("database-not-known", "database", "A database's address begins with jdbc:postgresql:");
        }
        if (databaseUser == null || databasePasswordFile == null) {
            throw BadInput.of("usage", "Say --database-user U and --database-password-file F, too.");
        }
        return new DatabaseChoice.Server(url, databaseUser, SecretFile.firstLine(databasePasswordFile));
    }

    private Optional<CouncilLoad> load() {
        if (council == null) {
            return demo ? Optional.of(CouncilFile.demonstration(invocation.clock())) : Optional.empty();
        }
        try {
            return Optional.of(CouncilFile.read(Files.readAllBytes(council), invocation.clock()));
        } catch (IOException e) {
            throw BadInput.of("file-not-readable", "council", council.getFileName() + " cannot be read.");
        }
    }

    private void fill(CentralService service, CouncilLoad load) {
        if (!service.engine().load(load)) {
            invocation.warn("The service holds data already: the council file is passed over.");
            return;
        }
        invocation.warn(load.council().name() + ": " + load.size() + " events brought in.");
        load.notYetCarried()
                .forEach(part -> invocation.warn("Not carried yet: " + part.words() + " (" + part.count() + ")."));
    }

    private void ready(CentralService service) {
        ObjectNode json = Json.object();
        json.put("event", "ready");
        json.put("url", service.url());
        json.put("ca_file", service.caFile().toString());
        json.put("epoch", service.epoch());
        json.put("council", service.council().isEmpty() ? null : service.council());
        invocation.answer(json);
        if (!invocation.json()) {
            invocation.say("Ready at " + service.url() + ". Certificate file: " + service.caFile());
        }
    }

    /// Until SIGTERM or Ctrl+C. The program ends only after the service has: whoever is told to stop
    /// waits here for that, and not for the thread that exits, which would wait for it in turn.
    private static void awaitStop(CountDownLatch ended) {
        var asked = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            asked.countDown();
            await(ended);
        }));
        await(asked);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
