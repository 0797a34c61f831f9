package org.alongside.visit;

import tools.jackson.databind.JsonNode;

/// The two words of practice 1.3 that everything else counts by: whether a child's row is a visit, and
/// whether the child was seen alone at it. Facts of the record; who is held to what, and from which
/// age, is for the rules that count.
public final class SeenAlone {
    private final VisitSettings settings;

    public SeenAlone(VisitSettings settings) {
        this.settings = settings;
    }

    /// Counts as a visit: a kind that qualifies, in person, let in, the child awake or asleep.
    public boolean countsAsVisit(String kind, String mode, String access, String seen) {
        return settings.qualifyingKinds().contains(kind)
                && mode.equals("in_person")
                && access.equals("admitted")
                && (seen.equals("awake") || seen.equals("asleep"));
    }

    /// @param visit the trip's fields
    /// @param child the child's row
    public boolean countsAsVisit(JsonNode visit, JsonNode child) {
        return countsAsVisit(word(visit, "kind"), word(visit, "mode"), word(visit, "access"), word(child, "seen"));
    }

    /// Counted alone: a visit, the child awake, and alone in private, or with support whose
    /// independence was confirmed.
    public boolean countsAsAlone(JsonNode visit, JsonNode child) {
        boolean alone =
                isAlone(word(child, "alone"), child.path("support_independent").booleanValue(false));
        return alone && word(child, "seen").equals("awake") && countsAsVisit(visit, child);
    }

    /// Nobody of the home in the room or able to hear. In a doorway, or interrupted, is not alone.
    public static boolean isAlone(String alone, boolean supportIndependent) {
        return alone.equals("alone_private") || alone.equals("alone_with_support") && supportIndependent;
    }

    private static String word(JsonNode fields, String field) {
        JsonNode answer = fields.path(field);
        return (answer.isObject() ? answer.path("value") : answer).stringValue("");
    }
}
