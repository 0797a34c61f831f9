package org.alongside.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.alongside.kernel.Json;
import org.alongside.kernel.Unreachable;
import org.alongside.sync.EnrolLaptop;
import org.alongside.sync.NetworkSwitch;
import org.alongside.sync.remote.ServiceClient;
import org.alongside.tool.Laptop;
import org.alongside.tool.SyncSession;
import org.alongside.tool.Window.TourOptions;
import org.alongside.tool.remote.AdministrationClient;
import tools.jackson.databind.JsonNode;

/// The council's service that the tour plays against: a process of its own, as in an office.
final class TourService implements AutoCloseable {
    private static final String PROGRAM = "org.alongside.Main";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long STOP_SECONDS = 15;

    private final Process process;
    private final Path home;
    private final String url;

    private TourService(Process process, Path home, String url) {
        this.process = process;
        this.home = home;
        this.url = url;
    }

    /// Starts it, filled with the council of the options; returns when it answers.
    static TourService start(Path home, TourOptions options) {
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                PROGRAM,
                "central",
                "--home",
                home.toString(),
                "--port",
                "0",
                "--json"));
        Path council = options.council();
        command.addAll(council == null ? List.of("--demo") : List.of("--council", council.toString()));
        String clock = options.clock();
        if (clock != null) {
            command.addAll(List.of("--clock", clock));
        }
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            String ready = lines.readLine();
            if (ready == null) {
                throw new Unreachable("service-not-started", "The service of the tour did not start.");
            }
            JsonNode said = Json.MAPPER.readTree(ready);
            return new TourService(process, home, said.path("url").stringValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Makes a laptop for an account, with its cases.
    void enrol(Path laptop, String account, String passphrase, Clock clock) {
        try {
            String ca = Files.readString(home.resolve("ca.pem"));
            String token = Files.readString(home.resolve("admin.token")).strip();
            String code;
            try (var administration = new AdministrationClient(url, ca, token)) {
                code = administration.enrolCode(account, 1).path("code").stringValue();
            }
            var network = new NetworkSwitch();
            try (var client = new ServiceClient(url, ca, network)) {
                EnrolLaptop.Made made = new EnrolLaptop(client, Laptop.parts(clock))
                        .enrol(laptop, url, ca, account, code, passphrase.toCharArray(), PATIENCE);
                try (Laptop opened = Laptop.of(made.home(), made.store(), clock, () -> false);
                        var session = new SyncSession(opened, network)) {
                    session.engine().sync();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The first social worker who holds a child.
    String worker() {
        try (var administration = new AdministrationClient(
                url,
                Files.readString(home.resolve("ca.pem")),
                Files.readString(home.resolve("admin.token")).strip())) {
            List<String> holders = administration
                    .items("allocations")
                    .path("items")
                    .valueStream()
                    .map(held -> held.path("worker").asString(""))
                    .toList();
            return administration
                    .items("people")
                    .path("items")
                    .valueStream()
                    .filter(person -> person.path("role").asString("").equals("social_worker"))
                    .map(person -> person.path("user").asString(""))
                    .filter(holders::contains)
                    .reduce((first, second) -> second)
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
