package org.alongside.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.alongside.kernel.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MergingTest {
    private static final List<String> ORDER = List.of("lines", "postcode", "since", "withheld");

    private static JsonNode json(String text) {
        return Json.parseObject(text, "test");
    }

    @Test
    void aChangeThatOnlyOneSideMadeIsTaken() {
        var merging = new Merging(
                json("{\"lines\":\"1 Weir Close\",\"postcode\":\"MB1\"}"),
                json("{\"lines\":\"1 Weir Close\",\"postcode\":\"MB2\"}"),
                json("{\"lines\":\"2 Weir Close\",\"postcode\":\"MB1\"}"),
                ORDER);
        assertThat(merging.toChoose()).isEmpty();
        assertThat(merging.result(Map.of())).isEqualTo(json("{\"lines\":\"2 Weir Close\",\"postcode\":\"MB2\"}"));
    }

    @Test
    void whereBothChangedAFieldAPersonChooses() {
        var merging = new Merging(
                json("{\"lines\":\"1 A\"}"), json("{\"lines\":\"2 B\"}"), json("{\"lines\":\"3 C\"}"), ORDER);
        assertThat(merging.toChoose()).extracting(Merging.Line::field).containsExactly("lines");
        assertThat(merging.result(Map.of("lines", Settling.Keep.THEIRS))
                        .path("lines")
                        .stringValue())
                .isEqualTo("3 C");
        assertThat(merging.result(Map.of("lines", Settling.Keep.BOTH))
                        .path("lines")
                        .stringValue())
                .isEqualTo("2 B\n3 C");
    }

    @Test
    void aFieldTakenOutByOneSideStaysOut() {
        var merging = new Merging(
                json("{\"lines\":\"a\",\"postcode\":\"MB1\"}"),
                json("{\"lines\":\"a\"}"),
                json("{\"lines\":\"a\",\"postcode\":\"MB1\"}"),
                ORDER);
        assertThat(merging.result(Map.of()).has("postcode")).isFalse();
    }

    @Test
    void aDayCanBeOnlyOneOrTheOther() {
        var merging = new Merging(
                json("{\"since\":\"2026-01-01\"}"),
                json("{\"since\":\"2026-02-01\"}"),
                json("{\"since\":\"2026-03-01\"}"),
                ORDER);
        assertThat(merging.toChoose().getFirst().canKeepBoth()).isFalse();
    }

    @Test
    void listsAreSettledAsAWhole() {
        JsonNode none = Json.array();
        JsonNode mine = Json.array().add(Json.object().put("number", "1"));
        JsonNode theirs = Json.array().add(Json.object().put("number", "2"));
        var merging = new Merging(none, mine, theirs, List.of());
        assertThat(merging.toChoose()).hasSize(1);
        assertThat(merging.result(Map.of(Merging.WHOLE, Settling.Keep.BOTH))).hasSize(2);
    }
}
