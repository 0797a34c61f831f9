package org.alongside.visit.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.child.Age;
import org.alongside.child.ChildSummary;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.TypedText;
import org.alongside.record.Drafts.Draft;
import org.alongside.visit.FinishedVisit;
import org.alongside.visit.Summaries;
import org.alongside.visit.VisitRecording;
import tools.jackson.databind.JsonNode;

/// What the place "Visits" lists: drafts to finish, households to visit, recent visits. Read from the
/// store on its lane.
record VisitList(List<OpenDraft> drafts, List<Household> households, List<Recent> recent) {
    static final int RECENT_MOST = 40;

    record OpenDraft(UUID id, String names, String when, Instant savedAt, JsonNode body) {}

    record Household(List<UUID> children, String label, String names) {}

    record Recent(UUID id, String names, String when, String what, FinishedVisit visit) {}

    static VisitList read(VisitDesk desk) {
        LocalDate today = Clocks.today(desk.clock());
        List<OpenDraft> drafts = desk.drafts().all().stream()
                .filter(draft -> draft.kind().equals(VisitRecording.TYPE))
                .map(draft -> draft(desk, draft, today))
                .toList();
        List<Recent> recent = desk.recording().recent(RECENT_MOST).stream()
                .map(visit -> recent(desk, visit, today))
                .toList();
        return new VisitList(drafts, households(desk, today), recent);
    }

    private static OpenDraft draft(VisitDesk desk, Draft draft, LocalDate today) {
        List<String> names =
                draft.children().stream().map(child -> name(desk, child)).toList();
        return new OpenDraft(
                draft.id(),
                VisitScene.names(names),
                Summaries.when(draft.body().path("visit"), today),
                draft.savedAt(),
                draft.body());
    }

    private static Recent recent(VisitDesk desk, FinishedVisit visit, LocalDate today) {
        List<String> names =
                visit.rows().stream().map(row -> name(desk, row.child())).toList();
        String what = visit.text("kind");
        return new Recent(
                visit.id(),
                VisitScene.names(names),
                Summaries.when(visit.trip(), today),
                what.isEmpty() ? "" : org.alongside.visit.Words.value("kind", what),
                visit);
    }

    static String name(VisitDesk desk, UUID child) {
        return desk.children()
                .find(child)
                .map(known -> TypedText.isolated(known.shortName()))
                .orElse("");
    }

    /// The families whose cases are here, each once; a child nobody can visit yet is left out.
    private static List<Household> households(VisitDesk desk, LocalDate today) {
        Map<UUID, Household> families = new LinkedHashMap<>();
        var seen = new HashSet<UUID>();
        for (ChildSummary child : desk.children().all()) {
            if (!seen.add(child.id())) {
                continue;
            }
            List<ChildSummary> family = new ArrayList<>(desk.children().family(child.id()));
            family.removeIf(each -> each.isUnborn(today) || each.diedOn() != null);
            family.forEach(each -> seen.add(each.id()));
            if (family.isEmpty()) {
                continue;
            }
            String names = VisitScene.names(family.stream()
                    .map(each -> TypedText.isolated(each.shortName()) + ", "
                            + Age.words(each.bornOn(), today).replace(" years", ""))
                    .toList());
            String label = child.familyLabel().isBlank() ? child.name() : child.familyLabel();
            families.put(
                    child.id(),
                    new Household(family.stream().map(ChildSummary::id).toList(), TypedText.isolated(label), names));
        }
        return families.values().stream()
                .sorted(Comparator.comparing(Household::label))
                .toList();
    }
}
