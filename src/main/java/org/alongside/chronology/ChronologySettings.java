package org.alongside.chronology;

import org.alongside.rules.Content;
import tools.jackson.databind.JsonNode;

/// Numbers of the chronology, from content.
///
/// @param gapMonths a time without entries of this length or longer is shown as a line
public record ChronologySettings(int gapMonths) {
    public static ChronologySettings shipped() {
        JsonNode file = Content.tree("chronology-settings.json");
        return new ChronologySettings(file.path("gap_months").intValue());
    }
}
