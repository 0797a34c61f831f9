package org.alongside.visit.view;

import java.util.ArrayList;
import java.util.List;
import org.alongside.visit.Part;
import org.alongside.visit.VisitFields;
import org.jspecify.annotations.Nullable;

/// A page of the record of a visit: a part of the form, or the check at the end.
///
/// @param kind null for the check
/// @param child which child, from 0, on the page of one child; else -1
public record VisitPart(Part.@Nullable Kind kind, int child) {
    static final VisitPart CHECK = new VisitPart(null, -1);

    static VisitPart of(Part.Kind kind) {
        return new VisitPart(kind, -1);
    }

    /// Stable within one record: `home`, `child-0`, `check`.
    public String id() {
        return switch (kind) {
            case null -> "check";
            case WHO_WHERE_WHEN -> "who";
            case CHILD -> "child-" + child;
            case HOME -> "home";
            case THINK -> "think";
            case NEXT -> "next";
        };
    }

    public boolean isCheck() {
        return kind == null;
    }

    static List<VisitPart> all(int children) {
        var parts = new ArrayList<VisitPart>();
        for (Part.Kind kind : Part.Kind.values()) {
            if (kind == Part.Kind.CHILD) {
                for (int i = 0; i < children; i++) {
                    parts.add(new VisitPart(kind, i));
                }
            } else {
                parts.add(of(kind));
            }
        }
        parts.add(CHECK);
        return List.copyOf(parts);
    }

    /// On which page an answer stands.
    ///
    /// @param path of a problem; null when it is about the whole
    static VisitPart ofAnswer(@Nullable String path, int children) {
        if (path == null) {
            return of(Part.Kind.WHO_WHERE_WHEN);
        }
        if (path.startsWith("children[")) {
            int end = path.indexOf(']');
            int child = Integer.parseInt(path.substring("children[".length(), end));
            Part.Kind kind = path.length() > end + 2 ? part(path.substring(end + 2)) : Part.Kind.CHILD;
            if (kind != Part.Kind.CHILD) {
                return of(kind);
            }
            return child < children ? new VisitPart(kind, child) : of(Part.Kind.WHO_WHERE_WHEN);
        }
        return path.startsWith("visit.") ? of(part(path.substring("visit.".length()))) : of(Part.Kind.WHO_WHERE_WHEN);
    }

    private static Part.Kind part(String field) {
        return VisitFields.shipped().part(field.replaceFirst("[.\\[].*", ""));
    }
}
