package org.alongside.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alongside.rules.clock.WorkingDays;

/// The questions about a whole plan (practice 3.2, PL30 to PL39). Each is asked only where the record
/// or the file can answer it; what nobody could have known is not held against the writer. Whose task
/// it really is (PL40), no program can tell, and how many pages it prints on (PL32) is the printer's.
final class WholePlan {
    private final LinterWords words;

    WholePlan(LinterWords words) {
        this.words = words;
    }

    void check(Plan plan, LocalDate today, List<Finding> into) {
        ownOutcomes(plan, into);
        worries(plan, into);
        int actions = plan.actions().size();
        if (actions > words.number("most_actions")) {
            into.add(found("PL32", plan, "actions", Map.of("n", String.valueOf(actions))));
        }
        whoDoesIt(plan, into);
        seenAlone(plan, into);
        childrensWords(plan, today, into);
        dates(plan, today, into);
        if (plan.kind() == Plan.Kind.CHILD_PROTECTION
                && plan.said().contingency().isBlank()) {
            into.add(found("PL39", plan, "plan", Map.of()));
        }
    }

    private Finding found(String code, Plan plan, String where, Map<String, String> with) {
        return Found.plan(words, code, plan, where, with.getOrDefault("word", with.getOrDefault("name", "")), with);
    }

    /// An outcome is a child's own when it names them, or when its action is for nobody else.
    private void ownOutcomes(Plan plan, List<Finding> into) {
        for (int at = 0; at < plan.children().size(); at++) {
            Plan.Child child = plan.children().get(at);
            Phrases named = Phrases.of(List.of(child.name()));
            boolean alone = plan.children().size() == 1;
            boolean has = plan.actions().stream()
                    .filter(action -> !action.outcome().isBlank())
                    .anyMatch(action -> alone
                            || named.isIn(action.outcome())
                            || (action.children().size() == 1
                                    && action.children().contains(child.id())));
            if (!has) {
                into.add(found("PL30", plan, "children[" + at + "]", Map.of("name", child.name())));
            }
        }
    }

    private void worries(Plan plan, List<Finding> into) {
        List<String> all = plan.said().worries();
        for (int at = 0; at < all.size(); at++) {
            String worry = all.get(at);
            if (plan.actions().stream().noneMatch(action -> action.worry().equals(worry))) {
                into.add(found("PL31", plan, "worries[" + at + "]", Map.of("word", worry)));
            }
        }
    }

    private void whoDoesIt(Plan plan, List<Finding> into) {
        if (plan.adults().isEmpty() || plan.actions().isEmpty()) {
            return;
        }
        int mothers = count(plan, Plan.Adult.Role.MOTHER, false);
        long others = plan.adults().stream()
                .filter(adult -> adult.role() == Plan.Adult.Role.FATHER_OR_PARTNER && adult.atHome())
                .filter(adult -> plan.actions().stream().noneMatch(action -> named(adult, action)))
                .count();
        int percent = mothers * 100 / plan.actions().size();
        if (percent > words.number("mother_percent") || others > 0) {
            into.add(found("PL33", plan, "actions", Map.of("n", String.valueOf(percent))));
        }
        int parents = count(plan, Plan.Adult.Role.MOTHER, true);
        long family = plan.actions().stream()
                .filter(action -> plan.adults().stream().anyMatch(adult -> named(adult, action)))
                .count();
        long services = plan.actions().stream()
                        .filter(action -> !action.who().isBlank())
                        .count()
                - family;
        if (parents > words.number("parents_for_a_service") * services) {
            into.add(found("PL34", plan, "actions", Map.of()));
        }
    }

    /// Actions of people in a role; of both parents where a partner counts too.
    private static int count(Plan plan, Plan.Adult.Role role, boolean bothParents) {
        return (int) plan.actions().stream()
                .filter(action -> plan.adults().stream()
                        .filter(adult -> adult.role() == role
                                || (bothParents && adult.role() == Plan.Adult.Role.FATHER_OR_PARTNER))
                        .anyMatch(adult -> named(adult, action)))
                .count();
    }

    /// "Carly" or "Carly Brennock", and "Mother" where that is all the plan says.
    private static boolean named(Plan.Adult adult, Action action) {
        String first = adult.name().strip().split("\\s+")[0];
        var called = new ArrayList<>(List.of(first, adult.name()));
        if (adult.role() == Plan.Adult.Role.MOTHER) {
            called.addAll(List.of("mother", "mum"));
        }
        return Phrases.of(called).isIn(action.who());
    }

    private void seenAlone(Plan plan, List<Finding> into) {
        var lines = new ArrayList<String>(List.of(plan.said().seeing()));
        plan.actions().forEach(action -> lines.add(action.text()));
        lines.removeIf(line -> !words.alone.isIn(line));
        for (int at = 0; at < plan.children().size(); at++) {
            Plan.Child child = plan.children().get(at);
            Phrases named = Phrases.of(List.of(child.name()));
            if (lines.stream().noneMatch(line -> named.isIn(line) || words.everyChild.isIn(line))) {
                into.add(found("PL35", plan, "children[" + at + "]", Map.of("name", child.name())));
            }
        }
    }

    private void childrensWords(Plan plan, LocalDate today, List<Finding> into) {
        int days = words.number("child_words_days");
        for (int at = 0; at < plan.children().size(); at++) {
            Plan.Child child = plan.children().get(at);
            LocalDate on = child.words().on();
            if (child.words().known() && (on == null || on.isBefore(today.minusDays(days)))) {
                into.add(found(
                        "PL36", plan, "children[" + at + "]", Map.of("name", child.name(), "n", String.valueOf(days))));
            }
        }
    }

    private void dates(Plan plan, LocalDate today, List<Finding> into) {
        List<LocalDate> due = plan.actions().stream()
                .map(action -> Linter.due(plan, action, today))
                .flatMap(Optional::stream)
                .toList();
        LocalDate review = plan.nextReview();
        if (review != null && !due.isEmpty()) {
            long late = due.stream()
                    .filter(day -> !day.isAfter(review) && day.isAfter(review.minusDays(words.number("late_days"))))
                    .count();
            long percent = late * 100 / due.size();
            if (percent >= words.number("late_percent")) {
                into.add(found("PL37", plan, "actions", Map.of("n", String.valueOf(percent))));
            }
        }
        int soon = words.number("first_step_working_days");
        LocalDate from = plan.agreedOn() == null || plan.agreedOn().isBefore(today) ? today : plan.agreedOn();
        LocalDate to = WorkingDays.shipped().plus(from, soon);
        if (!plan.actions().isEmpty() && due.stream().noneMatch(day -> !day.isBefore(from) && !day.isAfter(to))) {
            into.add(found("PL38", plan, "actions", Map.of("n", String.valueOf(soon))));
        }
    }
}
