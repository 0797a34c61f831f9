package org.alongside.visit.view;

import java.util.List;
import org.alongside.ui.form.Writing;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Answers that another answer makes pointless (alone, once the child was not seen) are laid aside in
/// the draft's place, not thrown away: they come back when the answer is changed back.
final class SetAside {
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
        if (following || !standing.isKnown()) {
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
        String alone = writing.text(child.path("alone"));
        boolean apart =
                alone.equals("alone_private") || alone.equals("alone_with_support") || alone.equals("alone_partial");
        lay(child, WHEN_TOGETHER, !alone.isEmpty() && !apart);
        lay(child, WHEN_UNSUPPORTED, !alone.isEmpty() && !alone.equals("alone_with_support"));
        boolean reasonAsked = standing.needs(child.place(), "reason_not_alone");
        if (reasonAsked || standing.isAloneCounted(child.place())) {
            lay(child, WHEN_COUNTED, !reasonAsked);
        }
    }

    private void lay(VisitChild child, List<String> fields, boolean aside) {
        for (String field : fields) {
            lay(child.path(field), aside);
        }
    }

    /// Lays an answer aside, or takes it back.
    void lay(String path, boolean aside) {
        if (aside && writing.has(path)) {
            shelf().set(path, writing.get(path));
            writing.put(path, (JsonNode) null);
        } else if (!aside && shelf().has(path) && !writing.has(path)) {
            JsonNode back = shelf().get(path);
            shelf().remove(path);
            writing.put(path, back);
        }
    }

    private ObjectNode shelf() {
        return writing.place().get(ASIDE) instanceof ObjectNode there
                ? there
                : writing.place().putObject(ASIDE);
    }
}
