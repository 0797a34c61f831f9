package org.alongside.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.alongside.kernel.Json;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private final Answers answers =
            new Answers(Json.parseObject("{\"children\":[{\"child\":\"a\"},{\"child\":\"b\"}]}", "it"));

    @Test
    void anAnswerIsPutWhereItsProblemPoints() {
        assertThat(answers.put("children[1].next_visit.date", Json.MAPPER.valueToTree("2026-12-02")))
                .isTrue();
        assertThat(answers.text("children[1].next_visit.date")).isEqualTo("2026-12-02");
        assertThat(answers.get("children[0]").has("next_visit")).isFalse();
    }

    @Test
    void whatIsTakenAwayLeavesNoEmptyObjectAndNoHoleInAList() {
        answers.put("children[1].next_visit.date", Json.MAPPER.valueToTree("2026-12-02"));
        assertThat(answers.put("children[1].next_visit.date", null)).isTrue();
        assertThat(answers.get("children[1]").propertyNames()).containsExactly("child");
        assertThat(answers.get("children").size()).isEqualTo(2);
    }

    @Test
    void theSameAnswerAgainIsNoChange() {
        assertThat(answers.put("children[0].child", Json.MAPPER.valueToTree("a")))
                .isFalse();
        assertThat(answers.put("visit.kind", null)).isFalse();
    }

    @Test
    void aBlankTextIsNoAnswerAndAnEmptyListIsOne() {
        answers.put("visit.people_present", Json.array());
        assertThat(answers.has("visit.people_present")).isTrue();
        answers.put("visit.home_conditions", Json.MAPPER.valueToTree("  "));
        assertThat(answers.has("visit.home_conditions")).isFalse();
    }
}
