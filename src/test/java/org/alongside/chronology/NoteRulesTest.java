package org.alongside.chronology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.alongside.kernel.Json;
import org.alongside.kernel.Problem;
import org.alongside.record.RecordTypes;
import org.alongside.rules.AnswerCheck;
import org.alongside.rules.References;
import org.junit.jupiter.api.Test;

class NoteRulesTest {
    private final NoteRules rules = new NoteRules(RecordTypes.shipped());

    @Test
    void aNoteIsWhatItWasWhenWithWhomAndWhatWasSaid() {
        assertThat(check("{'kind':'call','at':'2026-11-18T10:30','with':['p_carly',{'name':'called Jay'}],"
                                + "'text':'Rang about Friday.','child_words':'Tell her I am fine'}")
                        .all())
                .isEmpty();
    }

    @Test
    void aNoteNeedsItsKindItsTimeAndItsText() {
        assertThat(check("{}").missing())
                .extracting(Problem::field, Problem::message)
                .containsExactly(
                        tuple("kind", "Choose what it was: a call, a message, a meeting"),
                        tuple("at", "Give the day and time it happened"),
                        tuple("text", "Write what was said and done"));
    }

    @Test
    void whatANoteDoesNotHaveIsRefused() {
        assertThat(check("{'kind':'visit','at':'2026-02-31T10:00','signed_at':'2026-11-18T10:30'}")
                        .wrong())
                .extracting(Problem::field, Problem::code)
                .containsExactlyInAnyOrder(
                        tuple("kind", "value-not-allowed"),
                        tuple("at", "date-not-real"),
                        tuple("signed_at", "field-unknown"));
    }

    private AnswerCheck.Result check(String note) {
        return rules.check(Json.MAPPER.readTree(note.replace('\'', '"')), References.trusted());
    }
}
