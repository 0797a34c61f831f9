package org.alongside.caseload;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.alongside.child.Glance;
import org.alongside.chronology.Chronology;
import org.alongside.chronology.Notes;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Texts;
import org.alongside.record.Amended;
import org.alongside.record.RecordState;
import org.alongside.visit.VisitRecording;
import tools.jackson.databind.JsonNode;

/// A child's record at a glance, from visits, notes and the chronology.
public final class ChildGlance implements Glance {
    private final Caseload caseload;
    private final VisitRecording visits;
    private final Notes notes;
    private final Chronology chronology;
    private final Function<Chronology.Entry, Event> words;
    private final Function<UUID, Stands> stands;

    /// @param words an event as a list shows it
    /// @param stands how the plan stands, in words
    public ChildGlance(
            Caseload caseload,
            VisitRecording visits,
            Notes notes,
            Chronology chronology,
            Function<Chronology.Entry, Event> words,
            Function<UUID, Stands> stands) {
        this.caseload = caseload;
        this.visits = visits;
        this.notes = notes;
        this.chronology = chronology;
        this.words = words;
        this.stands = stands;
    }

    @Override
    public Now now(UUID child) {
        return caseload.rows().stream()
                .filter(row -> row.id().equals(child))
                .findFirst()
                .map(row -> new Now(row.lastSeen(), row.lastAlone(), row.nextVisitOn(), row.unsent()))
                .orElseGet(() -> new Now(null, null, null, 0));
    }

    @Override
    public Stands stands(UUID child) {
        return stands.apply(child);
    }

    @Override
    public List<Said> said(UUID child, int most) {
        var said = new ArrayList<Said>();
        for (RecordState visit : visits.visitsOf(child)) {
            if (visit.withdrawal().isEmpty()) {
                ofVisit(visit, said);
            }
        }
        for (RecordState note : notes.of(child)) {
            String text = Amended.value(note, "record")
                    .path("child_words")
                    .asString("")
                    .strip();
            if (!text.isEmpty() && note.withdrawal().isEmpty()) {
                said.add(new Said(Clocks.day(Notes.at(note)), text, Texts.of("caseload.said.note")));
            }
        }
        said.sort(Comparator.comparing(Said::on).reversed());
        return said.stream().limit(most).toList();
    }

    private static void ofVisit(RecordState visit, List<Said> said) {
        JsonNode row = Amended.value(visit, "record").path("child");
        String text = row.path("child_words").asString("").strip();
        if (text.isEmpty()) {
            return;
        }
        LocalDate on = Clocks.day(VisitRecording.startedAt(visit));
        boolean alone = row.path("alone").asString("").startsWith("alone_");
        said.add(new Said(on, text, Texts.of(alone ? "caseload.said.alone" : "caseload.said.visit")));
    }

    @Override
    public Latest latest(UUID child, int most) {
        List<Chronology.Entry> entries = chronology.of(child).stream()
                .filter(entry -> !entry.isWithdrawn())
                .toList();
        return new Latest(entries.stream().limit(most).map(words).toList(), entries.size());
    }
}
