package org.alongside.central;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.alongside.access.Account;
import org.alongside.access.Role;
import org.alongside.child.store.ChildProjection;
import org.alongside.child.store.PlanPeriodProjection;
import org.alongside.child.store.RelationshipProjection;
import org.alongside.exchange.InventedFiles;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Json;
import org.alongside.tool.remote.AdministrationClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Files of a council through a running service, over HTTPS, as `import` hands them in.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportThroughServiceTest {
    private final Clock clock = Clocks.fixed(LocalDate.of(2026, 11, 25));
    private CentralService service;
    private AdministrationClient client;
    private Path folder;

    @BeforeAll
    void start(@TempDir Path home) throws IOException {
        folder = home;
        var trial = CentralConfig.trial(home.resolve("service"), 0, clock);
        service = CentralService.start(new CentralConfig(
                trial.home(),
                trial.bind(),
                0,
                null,
                null,
                trial.database(),
                clock,
                List.of(new ChildProjection(), new RelationshipProjection(), new PlanPeriodProjection())));
        client = new AdministrationClient(
                service.url(),
                Files.readString(service.caFile()),
                Files.readString(trial.home().resolve(CentralService.ADMIN_TOKEN_FILE))
                        .strip());
    }

    @AfterAll
    void stop() {
        client.close();
        service.close();
    }

    /// The four census files that others published. Where they are absent this is skipped and says so.
    @Test
    void everySampleIsAccountedForAndASecondTimeChangesNothing() throws IOException {
        accounted("fake_CIN_data.xml", 332, 402);
        for (String name : List.of("BAR_cin_2022.xml", "CIN_Census_2024.xml", "CIN_Census_2026.xml")) {
            accounted(name, -1, -1);
        }
        assertThat(service.administration().verify()).isEmpty();
    }

    private void accounted(String name, int children, int episodes) throws IOException {
        Path file = sample(name);
        ObjectNode first = imported(file, null);
        assertThat(first.path("complete").booleanValue()).as(first.toString()).isTrue();
        if (children > 0) {
            assertThat(all(first, "children")).isEqualTo(children);
            assertThat(all(first, "episodes")).isEqualTo(episodes);
        }
        assertThat(all(first, "children")).as(name).isPositive();
        byte[] log = log();
        ObjectNode second = imported(file, null);
        assertThat(second.path("refused")).as(name).isEqualTo(first.path("refused"));
        for (String kind : List.of("taken", "changed")) {
            second.path(kind)
                    .properties()
                    .forEach(count -> assertThat(count.getValue().intValue())
                            .as(name + " " + kind + " " + count.getKey())
                            .isZero());
        }
        assertThat(log()).as(name + ": the log, byte for byte").isEqualTo(log);
    }

    private static int all(ObjectNode report, String what) {
        return report.path("taken").path(what).intValue()
                + report.path("changed").path(what).intValue()
                + report.path("unchanged").path(what).intValue()
                + report.path("refused_counts").path(what).intValue();
    }

    private ObjectNode imported(Path file, ObjectNode map) {
        // Each sample is another invented authority's.
        String authority = Files.exists(file) ? authority(file) : "";
        return client.importFiles("cin-census", List.of(file), false, authority, map);
    }

    private static String authority(Path file) {
        try {
            return Files.readString(file).replaceFirst("(?s).*?<LEA>\\s*(\\d{3})\\s*</LEA>.*", "$1");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private byte[] log() throws IOException {
        var out = new ByteArrayOutputStream();
        client.exportLog(out);
        return out.toByteArray();
    }

    private static Path sample(String name) {
        String named = System.getProperty("alongside.samples", "");
        Path folder = named.isEmpty() ? null : Path.of(named);
        for (Path here = Path.of("").toAbsolutePath(); folder == null && here != null; here = here.getParent()) {
            Path shared = here.resolve("shared").resolve("samples");
            folder = Files.isDirectory(shared) ? shared : null;
        }
        Path file = (folder == null ? Path.of("shared", "samples") : folder)
                .resolve("cin")
                .resolve(name);
        if (!Files.exists(file)) {
            System.out.println("Skipped: " + name
                    + " is not here. Name the folder of samples with -Dalongside.samples=DIR to try it.");
        }
        assumeTrue(Files.exists(file), name + " is not here");
        return file;
    }

    @Test
    void aCodeThatNobodyKnowsIsListedAndTakenOnTheNextRunWithTheMap(@TempDir Path own) throws IOException {
        Clock afterwards = Clocks.fixed(LocalDate.of(2027, 4, 15));
        try (var other = CentralService.start(CentralConfig.trial(own, 0, afterwards));
                var door = new AdministrationClient(
                        other.url(),
                        Files.readString(other.caFile()),
                        Files.readString(own.resolve(CentralService.ADMIN_TOKEN_FILE))
                                .strip())) {
            Path file = Files.writeString(folder.resolve("marlbrook.xml"), InventedFiles.text("marlbrook-2027.xml"));
            ObjectNode first = door.importFiles("cin-census", List.of(file), false, null, null);
            assertThat(first.path("to_map").get(0).toString())
                    .isEqualTo("{\"field\":\"ReferralSource\",\"code\":\"9Z\",\"count\":1}");
            ObjectNode map = Json.parseObject("{\"ReferralSource\":{\"9Z\":\"1A\"}}", "map");
            ObjectNode second = door.importFiles("cin-census", List.of(file), false, null, map);
            assertThat(second.path("to_map")).isEmpty();
            assertThat(changes(second)).as(second.toString()).isPositive();
            assertThat(changes(door.importFiles("cin-census", List.of(file), false, null, map)))
                    .isZero();
            impossible(other, door);
        }
    }

    private static int changes(JsonNode report) {
        int changes = 0;
        for (String kind : List.of("taken", "changed")) {
            changes += report.path(kind).properties().stream()
                    .mapToInt(count -> count.getValue().intValue())
                    .sum();
        }
        return changes;
    }

    /// Nobody is left out of the register without a word.
    private void impossible(CentralService other, AdministrationClient door) throws IOException {
        other.administration().putAccount(new Account("joanna", "Joanna", Role.SOCIAL_WORKER, "North", null));
        other.administration().putAccount(new Account("desk", "Front desk", Role.ADMIN, null, null));
        Path people = Files.writeString(
                folder.resolve("people.csv"),
                "child_id,given_name,born,allocated_to\nC1,Ivy,2019-03-02,joanna\nC2,Ada,2018-03-02,desk\n"
                        + "C3,Bo,2017-03-02,nobody\n");
        ObjectNode report = door.importFiles("people", List.of(people), false, null, null);
        assertThat(report.path("taken").path("children").intValue()).isEqualTo(3);
        assertThat(report.path("taken").path("allocations").intValue()).isEqualTo(1);
        assertThat(report.path("refused"))
                .extracting(row -> row.path("record").stringValue() + " "
                        + row.path("problem").path("code").stringValue())
                .containsExactly("C2 allocation-not-possible", "C3 worker-unknown");
        assertThat(other.administration().allocations())
                .extracting(Administration.Held::worker)
                .containsExactly("joanna");
    }
}
