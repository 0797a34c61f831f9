package org.alongside.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Json;
import org.alongside.kernel.Texts;
import org.alongside.kernel.Unreachable;
import org.alongside.tool.Window.TourOptions;
import org.alongside.tool.remote.AdministrationClient;
import tools.jackson.databind.JsonNode;

/// The council's service that the tour plays against: a process of its own, as in an office, and what
/// an administrator does there.
final class TourService implements AutoCloseable {
    private static final String PROGRAM = "org.alongside.Main";
    private static final String NEWCOMER = "w_newcomer";
    private static final long STOP_SECONDS = 15;

    private final Process process;
    private final Path home;
    private final String url;
    private final String council;

    private TourService(Process process, Path home, String url, String council) {
        this.process = process;
        this.home = home;
        this.url = url;
        this.council = council;
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
        Path file = options.council();
        command.addAll(file == null ? List.of("--demo") : List.of("--council", file.toString()));
        String clock = options.clock();
        if (clock != null) {
            command.addAll(List.of("--clock", clock));
        }
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            // Should the tour itself be ended, the service goes with it.
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            String ready = lines.readLine();
            if (ready == null) {
                throw new Unreachable("service-not-started", Texts.of("app.tour-no-service"));
            }
            JsonNode said = Json.MAPPER.readTree(ready);
            return new TourService(
                    process,
                    home,
                    said.path("url").asString(""),
                    said.path("council").asString(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return url;
    }

    String council() {
        return council;
    }

    Path caFile() {
        return home.resolve("ca.pem");
    }

    /// A one-time code for an account.
    String code(String account) {
        return ask(administration ->
                administration.enrolCode(account, 1).path("code").asString(""));
    }

    /// The social worker who holds the most children.
    String worker() {
        return ask(administration -> {
            Map<String, Long> held = administration
                    .items("allocations")
                    .path("items")
                    .valueStream()
                    .collect(Collectors.groupingBy(one -> one.path("worker").asString(""), Collectors.counting()));
            return administration
                    .items("people")
                    .path("items")
                    .valueStream()
                    .filter(person -> person.path("role").asString("").equals("social_worker"))
                    .map(person -> person.path("user").asString(""))
                    .filter(held::containsKey)
                    .max(Comparator.comparing(held::get))
                    .orElseThrow(
                            () -> BadInput.of("council-without-worker", "council", Texts.of("tool.demo-no-worker")));
        });
    }

    /// Who supervises an account.
    String supervisorOf(String account) {
        return ask(administration -> administration
                .items("people")
                .path("items")
                .valueStream()
                .filter(person -> person.path("user").asString("").equals(account))
                .map(person -> person.path("supervisor").asString(""))
                .filter(supervisor -> !supervisor.isEmpty())
                .findFirst()
                .orElseThrow(() ->
                        BadInput.of("council-without-supervisor", "council", Texts.of("tool.demo-no-supervisor"))));
    }

    /// Adds somebody who holds no child yet.
    String newcomer() {
        return ask(administration -> {
            administration.addUser(NEWCOMER, Texts.of("app.tour-newcomer"), "social_worker", null, null);
            return NEWCOMER;
        });
    }

    private <T> T ask(Function<AdministrationClient, T> work) {
        try (var administration = new AdministrationClient(
                url,
                Files.readString(caFile()),
                Files.readString(home.resolve("admin.token")).strip())) {
            return work.apply(administration);
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
