package org.alongside.visit.view;

import java.util.List;
import org.alongside.ui.form.Writing;
import org.alongside.visit.view.VisitWork.Standing;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Answers that another answer makes pointless (alone, once the child was not seen) are laid aside in
/// the draft's place, not thrown away: they come back when the answer is changed back. For a child out
/// of scope for being alone "does not apply" is taken until "There was time alone" is opened
/// (practice 1.3, windows.md D4).
final class SetAside {
    static final String NOT_APPLICABLE = "not_applicable";
    private static final String ASIDE = "aside";
    private static final String SEEN = "seen";
    private static final List<String> WHEN_NOT_SEEN = List.of(
            "alone",
            "alone_minutes",
            "alone_where",
            "support_person",
            "support_independent",
            "told_about_sharing",
            "child_words",
            "observed",
            "does_and_feels",
            "match");
    private static final List<String> WHEN_SEEN = List.of("not_seen_where", "not_seen_who_will_see_when");
    private static final List<String> WHEN_TOGETHER = List.of("alone_minutes", "alone_where");
    private static final List<String> WHEN_UNSUPPORTED = List.of("support_person", "support_independent");
    private static final List<String> WHEN_COUNTED = List.of("reason_not_alone", "reason_detail");

    private final Writing writing;
    private final List<VisitChild> children;
    private boolean following;

    SetAside(Writing writing, List<VisitChild> children) {
        this.writing = writing;
        this.children = children;
    }

    void follow(Standing standing) {
        if (following || standing == Standing.UNKNOWN) {
            return;
        }
        following = true;
        try {
            children.forEach(child -> follow(child, standing));
        } finally {
            following = false;
        }
    }

    private void follow(VisitChild child, Standing standing) {
        String seen = writing.text(child.path(SEEN));
        if (seen.isEmpty()) {
            return;
        }
        boolean notSeen = seen.equals("not_seen");
        lay(child, WHEN_NOT_SEEN, notSeen);
        lay(child, WHEN_SEEN, !notSeen);
        if (notSeen) {
            return;
        }
        if (!standing.isInScope(child.place()) && !writing.has(child.path("alone"))) {
            writing.put(child.path("alone"), NOT_APPLICABLE);
        }
        String alone = writing.text(child.path("alone"));
        boolean apart = alone.equals("alone_private") || alone.equals("alone_with_support") || alone.equals("alone_partial");
        lay(child, WHEN_TOGETHER, !alone.isEmpty() && !apart);
        lay(child, WHEN_UNSUPPORTED, !alone.isEmpty() && !alone.equals("alone_with_support"));
        boolean reasonAsked = standing.needs(child.path("reason_not_alone"));
        if (alone.equals("alone_private") && seen.equals("awake") && !reasonAsked) {
            lay(child, WHEN_COUNTED, true);
        } else if (reasonAsked) {
            lay(child, WHEN_COUNTED, false);
        }
    }

    private void lay(VisitChild child, List<String> fields, boolean aside) {
        for (String field : fields) {
            String path = child.path(field);
            if (aside && writing.has(path)) {
                shelf().set(path, writing.get(path));
                writing.put(path, (JsonNode) null);
            } else if (!aside && shelf().has(path) && !writing.has(path)) {
                JsonNode back = shelf().get(path);
                shelf().remove(path);
                writing.put(path, back);
            }
        }
    }

    private ObjectNode shelf() {
        return writing.place().get(ASIDE) instanceof ObjectNode there
                ? there
                : writing.place().putObject(ASIDE);
    }

}
