package org.alongside.visit;

import java.time.LocalDate;
import org.alongside.child.Age;
import org.alongside.rules.Inputs;
import org.alongside.rules.PracticeInputs;
import org.alongside.rules.Value;
import tools.jackson.databind.JsonNode;

/// Works out the inputs of practice 1.5 for a visit: from the child's record, the day, the trip and
/// the row itself.
final class VisitInputs {
    private final VisitSettings settings;
    private final VisitFacts facts;
    private final JsonNode visit;

    VisitInputs(VisitSettings settings, VisitFacts facts, JsonNode visit) {
        this.settings = settings;
        this.facts = facts;
        this.visit = visit;
    }

    /// The inputs of the trip's own conditions.
    Inputs ofTrip(JsonNode rows) {
        return Inputs.none(PracticeInputs.vocabulary()).with("interpreter_needed", interpreterNeeded(rows));
    }

    /// What is known of a child before the row is read.
    ///
    /// @param day the day of the visit
    Inputs ofChild(ChildFacts child, LocalDate day, Inputs trip) {
        ChildFacts.Communication communication = child.communication();
        Inputs inputs = told(told(trip, "plan", child.plan()), "comm", communication.comm())
                .with("comm_aid_working", communication.aidWorking())
                .with("needs_interpreter", communication.needsInterpreter())
                .with("disability", communication.disability())
                .with("mobile", communication.mobile())
                .with(
                        "sibs",
                        facts.family().stream()
                                .filter(each -> !each.plan().isEmpty())
                                .count());
        LocalDate born = child.born();
        if (born == null || child.isUnborn(day)) {
            return inputs;
        }
        return inputs.with("band", Age.band(born, day))
                .with("age_months", Age.months(born, day))
                .with("in_scope", Age.years(born, day) >= settings.seenAloneMinAgeYears());
    }

    /// The record may hold a word that this version does not know; then the input stays unset.
    private static Inputs told(Inputs inputs, String name, String word) {
        boolean known = inputs.vocabulary()
                .find(name)
                .filter(declared -> declared.type().takes(new Value.Word(word)))
                .isPresent();
        return known ? inputs.with(name, word) : inputs;
    }

    /// Practice 1.3, "Counts as a visit".
    boolean countsAsVisit(Inputs trip, Inputs row) {
        return new SeenAlone(settings)
                .countsAsVisit(trip.word("kind"), trip.word("mode"), trip.word("access"), row.word("seen"));
    }

    /// Practice 1.3, "Counted alone".
    boolean aloneCounted(Inputs trip, Inputs row) {
        boolean alone = SeenAlone.isAlone(row.word("alone"), row.flag("support_independent"));
        return alone && row.word("seen").equals("awake") && countsAsVisit(trip, row);
    }

    /// This child, another child or a parent at the visit needs an interpreter (practice 1.5).
    private boolean interpreterNeeded(JsonNode rows) {
        boolean child = rows.valueStream()
                .filter(row -> !row.path("seen").stringValue("").equals("not_seen"))
                .flatMap(row -> facts.child(VisitForm.personId(row.path("child"))).stream())
                .anyMatch(known -> known.communication().needsInterpreter());
        return child
                || visit.path("people_present")
                        .valueStream()
                        .map(VisitForm::personId)
                        .anyMatch(facts.adultsNeedingInterpreter()::contains);
    }
}
