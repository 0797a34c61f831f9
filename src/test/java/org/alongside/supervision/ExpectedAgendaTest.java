package org.alongside.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.alongside.kernel.Json;
import org.alongside.testing.MarlbrookLaptop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The agenda of the demonstration council on its day, 18 November 2026, from the records on the
/// supervisor's own laptop.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExpectedAgendaTest {
    private MarlbrookLaptop deborah;

    @BeforeAll
    void enrol(@TempDir Path folder) {
        deborah = MarlbrookLaptop.asFiled(folder, "Deborah");
    }

    @AfterAll
    void lock() {
        deborah.close();
    }

    private Agenda agenda(String worker) {
        var supervising = deborah.laptop().supervising();
        return supervising.agenda(supervising.with(worker));
    }

    private List<String> lines(String worker) {
        return agenda(worker).groups().stream()
                .flatMap(group -> Stream.concat(
                        Stream.of(group.headline().shortName() + " " + group.score()),
                        group.items().stream().map(item -> "  " + item.code() + " " + name(item) + " " + item.score())))
                .toList();
    }

    private String name(Agenda.Item item) {
        return deborah.laptop().children().find(item.child()).orElseThrow().shortName();
    }

    @Test
    void theBrennocksComeFirstHeadedByEllisWithEveryItemTheRecordCanTell() {
        assertThat(lines("w_joanna"))
                .containsExactly(
                        "Ellis 110",
                        "  alone_4 Ellis 100",
                        "  visit_CP Fern 95",
                        "  alone_2 Fern 85",
                        "  visit_CP Ellis 85",
                        "  visit_CP Romy 85",
                        "  alone_2 Romy 75",
                        "  action_overdue Ellis 66",
                        "  discussion_gap Fern 64",
                        "  discussion_gap Ellis 54",
                        "  discussion_gap Romy 54",
                        "Zofia 100",
                        "  undecided_injury Zofia 100");
    }

    @Test
    void aVisitAnActionAndAnUnsignedRecordPutHafsaBeforeCallum() {
        assertThat(lines("w_kofi"))
                .containsExactly(
                        "Hafsa 88",
                        "  visit_CLA Hafsa 80",
                        "  alone_2 Hafsa 75",
                        "  challenge_unanswered Hafsa 70",
                        "  action_overdue Hafsa 68",
                        "  unsigned Hafsa 35",
                        "Callum 50",
                        "  discussion_gap Callum 50");
    }

    /// The flags with a row of their own. The others of the file (DR01, DR03, DR04, DR13 to DR21, DR24, DR26, DR29)
    /// come
    /// with the detectors.
    @Test
    void theFlagsThatHaveARowOfTheirOwnAreThoseThatTheFileExpects() {
        var got = new TreeSet<String>();
        for (String worker : List.of("w_joanna", "w_ffion")) {
            agenda(worker).groups().stream()
                    .flatMap(group -> group.items().stream())
                    .filter(item -> !item.flag().isEmpty())
                    .forEach(item -> got.add(item.flag() + " " + name(item)));
        }
        var expected = new TreeSet<String>();
        demonstration()
                .path("scenarios")
                .forEach(scenario -> scenario.path("expected").path("flags").forEach(flag -> {
                    String id = flag.path("id").asString("");
                    if (Set.of("DR12", "DR25", "DR27").contains(id)) {
                        expected.add(id + " " + subject(flag.path("subject").asString("")));
                    }
                }));
        assertThat(got).isEqualTo(expected);
    }

    private static JsonNode demonstration() {
        try (var in = ExpectedAgendaTest.class.getResourceAsStream("/demo/marlbrook.json")) {
            return Json.MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String subject(String id) {
        return switch (id) {
            case "sv1" -> "Ellis";
            case "sv4" -> "Amari";
            default -> deborah.laptop().children().findByAnyId(id).orElseThrow().shortName();
        };
    }

    @Test
    void theWorkerSeesTheSameAgendaOnTheirOwnLaptop(@TempDir Path folder) {
        Agenda supervisors = agenda("w_joanna");
        try (var joanna = MarlbrookLaptop.asFiled(folder, "Joanna")) {
            var supervising = joanna.laptop().supervising();
            assertThat(supervising.agenda(supervising.mine().orElseThrow())).isEqualTo(supervisors);
        }
    }
}
