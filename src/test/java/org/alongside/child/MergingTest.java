package org.alongside.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.alongside.kernel.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MergingTest {
    private static final List<String> ORDER = List.of("lines", "postcode", "since", "withheld");

    private static final Joining ADDRESS = Joining.of(Facts.TYPE, "address");

    private static JsonNode json(String text) {
        return Json.parseObject(text, "test");
    }

    @Test
    void aChangeThatOnlyOneSideMadeIsTaken() {
        var merging = new Merging(
                ADDRESS,
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
                ADDRESS, json("{\"lines\":\"1 A\"}"), json("{\"lines\":\"2 B\"}"), json("{\"lines\":\"3 C\"}"), ORDER);
        assertThat(merging.toChoose()).extracting(Merging.Line::field).containsExactly("lines");
        assertThat(merging.result(Map.of("lines", Merging.Take.THEIRS))
                        .path("lines")
                        .stringValue())
                .isEqualTo("3 C");
        assertThat(merging.toChoose().getFirst().canKeepBoth())
                .as("an address is one or the other")
                .isFalse();
        assertThat(merging.result(Map.of("lines", Merging.Take.WRITTEN)).has("lines"))
                .isFalse();
    }

    @Test
    void aFieldTakenOutByOneSideStaysOut() {
        var merging = new Merging(
                ADDRESS,
                json("{\"lines\":\"a\",\"postcode\":\"MB1\"}"),
                json("{\"lines\":\"a\"}"),
                json("{\"lines\":\"a\",\"postcode\":\"MB1\"}"),
                ORDER);
        assertThat(merging.result(Map.of()).has("postcode")).isFalse();
    }

    @Test
    void aDayCanBeOnlyOneOrTheOther() {
        var merging = new Merging(
                ADDRESS,
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
        var merging = new Merging(Joining.of(Facts.TYPE, "phones"), none, mine, theirs, List.of());
        assertThat(merging.toChoose()).hasSize(1);
        assertThat(merging.result(Map.of(Merging.WHOLE, Merging.Take.BOTH))).hasSize(2);
    }

    @Test
    void twoListsOfPhonesKeepEveryEntryAndNoNumberIsGlued() {
        var phones = Joining.of(Facts.TYPE, "phones");
        JsonNode mine = Json.array()
                .add(Json.object().put("number", "01632 960 001").put("whose", "Carly"))
                .add(Json.object().put("number", "01632 960 002"));
        JsonNode theirs = Json.array()
                .add(Json.object().put("number", "01632 960 001").put("whose", "Carly"))
                .add(Json.object().put("number", "01632 960 003"));
        assertThat(phones.join(Merging.WHOLE, mine, theirs))
                .extracting(row -> row.path("number").stringValue())
                .containsExactly("01632 960 001", "01632 960 002", "01632 960 003");
    }

    @Test
    void aPhoneInAFieldIsOneOrTheOther() {
        var gp = Joining.of(Facts.TYPE, "gp");
        JsonNode mine = json("{\"name\":\"Mill Road\",\"phone\":\"01632 960 001\"}");
        JsonNode theirs = json("{\"name\":\"Mill Road\",\"phone\":\"01632 960 002\"}");
        assertThat(gp.isPossible(Merging.WHOLE, mine, theirs)).isFalse();
        assertThat(new Merging(gp, json("{}"), mine, theirs, List.of()).toChoose())
                .singleElement()
                .satisfies(line -> assertThat(line.canKeepBoth()).isFalse());
    }

    @Test
    void whatIsWrittenInSentencesStandsOneAfterTheOther() {
        JsonNode both = Joining.of(Facts.TYPE, "pen_picture")
                .join(Merging.WHOLE, json("{\"text\":\"Draws foxes.\"}"), json("{\"text\":\"Loves his nan.\"}"));
        assertThat(both.path("text").stringValue()).isEqualTo("Draws foxes.\nLoves his nan.");
    }
}
