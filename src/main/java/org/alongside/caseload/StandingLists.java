package org.alongside.caseload;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alongside.rules.Content;
import tools.jackson.databind.JsonNode;

/// Which rules' dates stand where, from content. Every date stands on the child's page of dates; these
/// are the ones that are told without asking.
///
/// @param lines rules by the line beside a child that tells their next date: `core_group`, `review` …
/// @param raised rules whose date is raised on Today, besides those of visits
/// @param raisedForDays a single date is raised for so long after it passed
/// @param aheadWorkingDays dates that come within so many working days are told in advance
public record StandingLists(
        Map<String, Set<String>> lines, Set<String> raised, int raisedForDays, int aheadWorkingDays) {
    /// The line of the child's next review, whichever plan asks for it.
    public static final String REVIEW = "review";

    private static final StandingLists SHIPPED = read(Content.tree("standing-lists.json"));

    public static StandingLists shipped() {
        return SHIPPED;
    }

    private static StandingLists read(JsonNode file) {
        var lines = new LinkedHashMap<String, Set<String>>();
        file.path("lines")
                .forEach(line -> lines.put(line.path("id").stringValue(), Set.copyOf(texts(line.path("rules")))));
        return new StandingLists(
                java.util.Collections.unmodifiableMap(lines),
                java.util.Collections.unmodifiableSet(new LinkedHashSet<>(texts(file.path("raised")))),
                file.path("raised_for_days").intValue(),
                file.path("ahead_working_days").intValue());
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(text -> texts.add(text.stringValue()));
        return texts;
    }

    /// The rules of one line.
    public Set<String> line(String id) {
        return lines.getOrDefault(id, Set.of());
    }
}
