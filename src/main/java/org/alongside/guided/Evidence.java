package org.alongside.guided;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.child.ChildSummary;
import org.alongside.child.Children;
import org.alongside.child.PersonInLife;
import org.alongside.chronology.Chronology;
import org.alongside.chronology.Notes;
import org.alongside.kernel.Clocks;
import org.alongside.record.RecordState;
import org.alongside.visit.VisitRecording;

/// What an answer may rest on: visits, events of the chronology and other records, notes, and people.
public record Evidence(List<Source> sources) {
    public Evidence {
        sources = List.copyOf(sources);
    }

    /// One thing to point at.
    public sealed interface Source {
        UUID child();

        String id();

        /// The day it happened; none for a person.
        Optional<LocalDate> on();

        record OfVisit(UUID child, RecordState visit) implements Source {
            @Override
            public String id() {
                return visit.record().toString();
            }

            @Override
            public Optional<LocalDate> on() {
                return Optional.of(Clocks.day(VisitRecording.startedAt(visit)));
            }
        }

        record OfEvent(UUID child, Chronology.Entry entry) implements Source {
            @Override
            public String id() {
                return entry.record().toString();
            }

            @Override
            public Optional<LocalDate> on() {
                return Optional.of(entry.on());
            }
        }

        record OfNote(UUID child, RecordState note) implements Source {
            @Override
            public String id() {
                return note.record().toString();
            }

            @Override
            public Optional<LocalDate> on() {
                return Optional.of(Clocks.day(Notes.at(note)));
            }
        }

        record OfPerson(UUID child, PersonInLife person) implements Source {
            @Override
            public String id() {
                return person.person().toString();
            }

            @Override
            public Optional<LocalDate> on() {
                return Optional.empty();
            }
        }
    }

    public Optional<Source> find(String id) {
        return sources.stream().filter(source -> source.id().equals(id)).findFirst();
    }

    /// Everything around some children, the newest first, people last.
    ///
    /// @param except the record itself
    static Evidence around(
            List<ChildSummary> children,
            UUID except,
            Children people,
            VisitRecording visits,
            Notes notes,
            Chronology chronology) {
        var seen = new HashSet<String>();
        seen.add(except.toString());
        var dated = new ArrayList<Source>();
        var named = new ArrayList<Source>();
        for (ChildSummary child : children) {
            visits.visitsOf(child.id()).forEach(visit -> add(new Source.OfVisit(child.id(), visit), seen, dated));
            notes.of(child.id()).forEach(note -> add(new Source.OfNote(child.id(), note), seen, dated));
            chronology.of(child.id()).stream()
                    .filter(entry -> !entry.isWithdrawn())
                    .forEach(entry -> add(new Source.OfEvent(child.id(), entry), seen, dated));
            people.people(child.id()).forEach(person -> add(new Source.OfPerson(child.id(), person), seen, named));
        }
        dated.sort(java.util.Comparator.comparing((Source source) -> source.on().orElse(LocalDate.MIN))
                .reversed());
        dated.addAll(named);
        return new Evidence(dated);
    }

    private static void add(Source source, HashSet<String> seen, List<Source> into) {
        if (seen.add(source.id())) {
            into.add(source);
        }
    }
}
