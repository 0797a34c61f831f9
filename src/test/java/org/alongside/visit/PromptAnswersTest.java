package org.alongside.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.alongside.kernel.Json;
import org.alongside.record.Intent;
import org.alongside.record.StreamId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/// Answers to prompts become records of their own once the visit is finished.
class PromptAnswersTest {
    private static final UUID VISIT = new UUID(7, 7);
    private static final UUID ELLIS = new UUID(1, 1);
    private static final UUID ROMY = new UUID(1, 2);

    private static ObjectNode prompts(String json) {
        return Json.parseObject(json.replace('\'', '"'), "prompts");
    }

    private static List<Intent> intents(String json) {
        var next = new AtomicLong();
        return PromptAnswers.intents(
                VISIT,
                List.of(ELLIS, ROMY),
                prompts(json),
                LocalDate.of(2026, 11, 18),
                () -> new UUID(9, next.incrementAndGet()));
    }

    @Test
    void whatWasAnsweredForTheFamilyStandsInEachChildsCaseAndTheRestInItsOwn() {
        List<Intent> intents =
                intents("{'family':{'PN01':{'answer':'To see how mornings go','phase':'plan','asked':'Why?'}},"
                        + "'rows':[{'PN03':{'skipped':'not_this_time','phase':'plan','asked':'What?'}},{}]}");
        assertThat(intents)
                .extracting(Intent::stream)
                .containsExactly(StreamId.ofCase(ELLIS), StreamId.ofCase(ELLIS), StreamId.ofCase(ROMY));
        assertThat(intents.getFirst().value().path("visit").stringValue()).isEqualTo(VISIT.toString());
        assertThat(intents.get(1).value().path("skipped").stringValue()).isEqualTo("not_this_time");
        assertThat(intents).extracting(Intent::record).doesNotHaveDuplicates();
    }

    @Test
    void aPromptWithNoAnswerIsNoRecord() {
        assertThat(intents("{'rows':[{'PN03':{'asked':'What?','phase':'plan','answer':'  '}}]}"))
                .isEmpty();
        assertThat(intents("{}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'other':{}}",
                "{'family':{'PN01':'yes'}}",
                "{'family':{'pn1':{'answer':'x'}}}",
                "{'rows':[{'PN01':{'answer':3}}]}",
                "{'rows':[{'PN01':{'skipped':'because'}}]}",
                "{'rows':[{'PN01':{'said':'x'}}]}"
            })
    void whatIsNoAnswerIsNamed(String wrong) {
        assertThat(PromptAnswers.problems(prompts(wrong))).isNotEmpty();
    }

    @Test
    void theRulesOfAVisitTakeThem() {
        assertThat(PromptAnswers.problems(prompts("{'family':{'PN01':{'answer':'x'}},'taps':[{'disclosure':true}]}")))
                .isEmpty();
    }
}
