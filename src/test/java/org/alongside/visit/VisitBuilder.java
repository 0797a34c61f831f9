package org.alongside.visit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.kernel.Json;
import org.alongside.kernel.Problem;
import org.alongside.rules.References;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A finished visit of invented children on 18 November 2026, to be changed answer by answer.
final class VisitBuilder {
    static final LocalDate DAY = LocalDate.of(2026, 11, 18);
    static final ChildFacts NINE = child(1, "Ellis", DAY.minusYears(9), "CP");
    static final ChildFacts FIVE = child(2, "Romy", DAY.minusYears(5), "CP");
    static final ChildFacts BABY = child(3, "Fern", DAY.minusMonths(8), "CP");

    private static final VisitRules RULES = new VisitRules(VisitFields.shipped(), VisitSettings.shipped());

    private final VisitForm form;
    private final List<ChildFacts> family;
    private Set<String> adultsNeedingInterpreter = Set.of();

    private VisitBuilder(List<ChildFacts> family) {
        this.family = new ArrayList<>(family);
        this.form = VisitForm.begin(new UUID(7, 7), family, DAY, "w_joanna");
    }

    static VisitBuilder finished(ChildFacts... family) {
        var builder = new VisitBuilder(List.of(family));
        builder.set("visit.kind", "statutory_visit")
                .set("visit.announced", true)
                .set("visit.started_at", "2026-11-18T10:30")
                .set("visit.ended_at", "2026-11-18T11:35")
                .set("visit.place", "home")
                .set("visit.mode", "in_person")
                .set("visit.access", "admitted")
                .json("visit.people_present", "['p_carly']")
                .json("visit.rooms_seen", "['kitchen']")
                .set("visit.home_conditions", "Warm, a smell of damp on the stairs")
                .json("visit.parent_views", "[{'person':'p_carly','text':'Nights are better'}]");
        for (int row = 0; row < builder.form.rows(); row++) {
            String path = "children[" + row + "].";
            boolean young = builder.form.childOf(row).equals(BABY.id().toString());
            builder.set(path + "seen", "awake")
                    .set(path + "bedroom_seen", "yes_with_child")
                    .json(path + "communication_method", young ? "['observation']" : "['speech']")
                    .set(path + "observed", "Settled, warm clothes")
                    .set(path + "analysis", "Better rested than last time")
                    .json(path + "next_visit", "{'date':'2026-12-02','place':'home'}");
            if (!young) {
                builder.set(path + "alone", "alone_private")
                        .number(path + "alone_minutes", 15)
                        .set(path + "alone_where", "own_bedroom")
                        .set(path + "told_about_sharing", true)
                        .set(path + "child_words", "Can we talk at school. Not here.");
            }
        }
        return builder;
    }

    static ChildFacts child(int id, String name, @Nullable LocalDate born, String plan) {
        return new ChildFacts(new UUID(1, id), "p_" + name, name, born, false, plan, ChildFacts.Communication.UNKNOWN);
    }

    static ChildFacts needingInterpreter(ChildFacts child) {
        return new ChildFacts(
                child.id(),
                child.externalId(),
                child.name(),
                child.born(),
                child.unborn(),
                child.plan(),
                new ChildFacts.Communication("verbal", true, true, false, true));
    }

    VisitBuilder set(String path, String answer) {
        form.set(path, answer);
        return this;
    }

    VisitBuilder set(String path, boolean answer) {
        form.set(path, answer);
        return this;
    }

    VisitBuilder number(String path, int answer) {
        form.set(path, answer);
        return this;
    }

    /// With single quotation marks for double ones.
    VisitBuilder json(String path, String answer) {
        form.set(path, Json.MAPPER.readTree(answer.replace('\'', '"')));
        return this;
    }

    VisitBuilder without(String path) {
        form.clear(path);
        return this;
    }

    /// A child of the family who has no row.
    VisitBuilder alsoInFamily(ChildFacts child) {
        family.add(child);
        return this;
    }

    VisitBuilder adultNeedsInterpreter(String id) {
        adultsNeedingInterpreter = Set.of(id);
        return this;
    }

    VisitForm form() {
        return form;
    }

    VisitCheck check() {
        return check(RULES);
    }

    VisitCheck check(VisitRules rules) {
        return check(rules, form.tree());
    }

    VisitCheck check(VisitRules rules, JsonNode tree) {
        return rules.check(tree, new VisitFacts(family, adultsNeedingInterpreter, References.trusted()));
    }

    /// The fields that finishing still needs.
    List<String> missing() {
        return paths(check().unfinished());
    }

    List<String> wrong() {
        return paths(check().wrong());
    }

    private static List<String> paths(List<Problem> problems) {
        return problems.stream().map(problem -> String.valueOf(problem.field())).toList();
    }
}
