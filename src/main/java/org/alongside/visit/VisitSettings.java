package org.alongside.visit;

import java.util.LinkedHashSet;
import java.util.Set;
import org.alongside.rules.Content;
import tools.jackson.databind.JsonNode;

/// The numbers and lists of a council that say which visits count (practice 1.3, all \[LOCAL\]).
/// The defaults are content; a council's rule pack has the same names.
///
/// @param seenAloneMinAgeYears from this age on a child is in scope for being seen alone
/// @param qualifyingKinds kinds of visit that count as one
public record VisitSettings(int seenAloneMinAgeYears, Set<String> qualifyingKinds) {
    private static final VisitSettings SHIPPED = read(Content.tree("seen-alone.json"));

    public VisitSettings {
        qualifyingKinds = Set.copyOf(qualifyingKinds);
    }

    public static VisitSettings shipped() {
        return SHIPPED;
    }

    /// These settings with what the council has set in its rule pack; the rest stays.
    public VisitSettings with(JsonNode rulePack) {
        return new VisitSettings(
                rulePack.path("seen_alone_min_age_years").intValue(seenAloneMinAgeYears),
                rulePack.path("qualifying_kinds").isArray()
                        ? words(rulePack.path("qualifying_kinds"))
                        : qualifyingKinds);
    }

    private static VisitSettings read(JsonNode file) {
        return new VisitSettings(
                file.path("seen_alone_min_age_years").intValue(), words(file.path("qualifying_kinds")));
    }

    private static Set<String> words(JsonNode array) {
        var words = new LinkedHashSet<String>();
        array.forEach(word -> words.add(word.stringValue()));
        return words;
    }
}
