package org.alongside.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A plan as it is read by the linter and made into the family's page: what it says, for whom, and
/// what the record knows beside it.
///
/// @param agreedOn null while it is a draft
/// @param children whom it is for, the eldest first
/// @param actions in their order
/// @param adults in the children's lives, as far as they are known
public record Plan(
        Kind kind,
        @Nullable LocalDate agreedOn,
        @Nullable LocalDate nextReview,
        List<Child> children,
        List<Action> actions,
        Said said,
        List<Adult> adults) {
    public Plan {
        children = List.copyOf(children);
        actions = List.copyOf(actions);
        adults = List.copyOf(adults);
    }

    /// The kinds of plan, and which document each one is for its readers (practice 3.4).
    public enum Kind {
        CHILD_IN_NEED("family_plan"),
        FAMILY_HELP("family_plan"),
        EARLY_HELP("family_plan"),
        CHILD_PROTECTION("family_plan"),
        CARE_PLAN("family_plan"),
        PATHWAY("pathway_plan");

        private final String document;

        Kind(String document) {
            this.document = document;
        }

        public String document() {
            return document;
        }
    }

    /// @param name what the child is called
    /// @param fullName empty where it is not known
    /// @param words when the child's own words or signs were last recorded
    public record Child(String id, String name, String fullName, Words words) {}

    /// When a child's own words or signs were last recorded.
    ///
    /// @param known whether the record could be asked at all
    /// @param on null when there are none
    public record Words(boolean known, @Nullable LocalDate on) {
        public static final Words NOT_KNOWN = new Words(false, null);
    }

    /// @param name as people call them
    /// @param atHome whether they live with a child of the plan
    public record Adult(String name, Role role, boolean atHome) {
        /// Who somebody is to the children.
        public enum Role {
            MOTHER,
            FATHER_OR_PARTNER,
            OTHER
        }
    }

    /// What a plan says beside its actions.
    ///
    /// @param worries what we are worried about, one each
    /// @param seeing when each child will be visited and seen alone
    /// @param contingency who decides, and when legal or other advice is taken
    /// @param ring who to ring, a line each
    /// @param answered questions about the whole plan that stand and were explained
    public record Said(
            List<String> worries,
            String seeing,
            String contingency,
            List<String> ring,
            Set<String> answered,
            String explained) {
        public static final Said NOTHING = new Said(List.of(), "", "", List.of(), Set.of(), "");

        public Said {
            worries = List.copyOf(worries);
            ring = List.copyOf(ring);
            answered = Set.copyOf(answered);
        }

        /// Whether a question about the whole plan was explained.
        public boolean explains(String code) {
            return !explained.isBlank() && answered.contains(code);
        }
    }

    /// One action by itself, for its own questions.
    public static Plan of(Action action) {
        return new Plan(Kind.FAMILY_HELP, null, null, List.of(), List.of(action), Said.NOTHING, List.of());
    }

    /// The day that a day and month without a year follow.
    public LocalDate agreed(Action action, LocalDate today) {
        if (action.agreedOn() != null) {
            return action.agreedOn();
        }
        return agreedOn == null ? today : agreedOn;
    }

    /// Names of people and services in it, for the reading age: whole ones, and each part of them.
    public List<String> names() {
        var names = new ArrayList<String>();
        children.forEach(child -> {
            add(names, child.name());
            add(names, child.fullName());
        });
        adults.forEach(adult -> add(names, adult.name()));
        actions.forEach(action -> {
            for (String who : action.who().split(Linter.BETWEEN_NAMES)) {
                add(names, who);
            }
            if (!action.provider().isBlank()) {
                names.add(action.provider().strip());
            }
        });
        return names;
    }

    private static void add(List<String> names, String name) {
        if (name.isBlank()) {
            return;
        }
        names.add(name.strip());
        for (String part : name.strip().split("\\s+")) {
            if (Character.isUpperCase(part.codePointAt(0))) {
                names.add(part);
            }
        }
    }
}
