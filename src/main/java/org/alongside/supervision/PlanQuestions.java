package org.alongside.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Problem;
import org.alongside.plan.Action;
import org.alongside.plan.Linter;
import org.alongside.plan.Plan;

/// The linter of plans, asked about one action of supervision: vague words and weak verbs only.
public final class PlanQuestions implements ActionQuestions {
    private static final Set<String> ASKED = Set.of("PL04", "PL05");

    private final Linter linter;
    private final Clock clock;

    public PlanQuestions(Linter linter, Clock clock) {
        this.linter = linter;
        this.clock = clock;
    }

    @Override
    public List<Problem> of(String text, String path) {
        LocalDate today = Clocks.today(clock);
        var action = new Action("supervision", text, "", "", "", "", "", "", "", 0, null, Set.of(), Set.of(), "");
        return linter.check(Plan.of(action), 0, today).stream()
                .filter(finding -> ASKED.contains(finding.code()))
                .map(finding -> Problem.at(path, finding.code(), finding.question()))
                .toList();
    }
}
