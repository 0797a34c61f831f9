package org.alongside.visit.view;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of the record of a visit.
///
/// @param child which child, from 0, in the page of one child; else -1
public record VisitPart(Kind kind, int child) {
    /// The kinds, in their order on the page.
    public enum Kind {
        WHO("who"),
        CHILD("child"),
        HOME("home"),
        THINK("think"),
        ACTIONS("actions"),
        CHECK("check");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    static VisitPart of(Kind kind) {
        return new VisitPart(kind, -1);
    }

    /// Stable within one record: `who`, `child-0`, `check`.
    public String id() {
        return kind == Kind.CHILD ? kind.word() + "-" + child : kind.word();
    }

    static List<VisitPart> all(int children) {
        var parts = new ArrayList<VisitPart>();
        for (Kind kind : Kind.values()) {
            if (kind == Kind.CHILD) {
                for (int i = 0; i < children; i++) {
                    parts.add(new VisitPart(kind, i));
                }
            } else {
                parts.add(of(kind));
            }
        }
        return List.copyOf(parts);
    }

    /// In which part an answer stands.
    ///
    /// @param path of a problem; null when it is about the whole
    static VisitPart ofAnswer(@Nullable String path, int children) {
        if (path == null) {
            return of(Kind.WHO);
        }
        if (path.startsWith("children[")) {
            int end = path.indexOf(']');
            int child = Integer.parseInt(path.substring("children[".length(), end));
            String field = path.substring(Math.min(path.length(), end + 2));
            if (field.startsWith("analysis") || field.startsWith("match")) {
                return of(Kind.THINK);
            }
            if (field.startsWith("next_visit") || field.startsWith("promises")) {
                return of(Kind.ACTIONS);
            }
            return child < children ? new VisitPart(Kind.CHILD, child) : of(Kind.WHO);
        }
        boolean home = path.startsWith("visit.rooms_seen")
                || path.startsWith("visit.home_conditions")
                || path.startsWith("visit.parent_views")
                || path.startsWith("visit.worker_safety");
        return of(home ? Kind.HOME : Kind.WHO);
    }
}
