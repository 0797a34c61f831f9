package org.alongside.guided.view;

import java.time.LocalDate;
import java.util.List;
import org.alongside.access.Staff;
import org.alongside.child.ChildSummary;
import org.alongside.child.view.RecordWords;
import org.alongside.chronology.view.EventWords;
import org.alongside.guided.Assessment;
import org.alongside.guided.Evidence.Source;
import org.alongside.guided.Sentence;
import org.alongside.guided.Surroundings;
import org.alongside.kernel.Texts;
import org.alongside.record.SignOff.Step;
import org.alongside.rules.clock.WorkingDays;
import org.alongside.ui.Words;

/// Guided records in words.
final class AssessmentWords {
    private AssessmentWords() {}

    static String text(String key, Object... arguments) {
        return Texts.of("guided.view." + key, arguments);
    }

    /// "Ellis, Romy and Fern".
    static String names(List<ChildSummary> children) {
        List<String> names = children.stream().map(ChildSummary::shortName).toList();
        if (names.size() < 2) {
            return String.join("", names);
        }
        return text("and", String.join(", ", names.subList(0, names.size() - 1)), names.getLast());
    }

    /// "day 20 of 45, due 23 Dec 2026"; what is past is said as it is.
    static String deadline(Surroundings.Deadline deadline, LocalDate today) {
        WorkingDays days = WorkingDays.shipped();
        int all = days.between(deadline.from(), deadline.due());
        int gone = days.between(deadline.from(), today);
        return today.isAfter(deadline.due())
                ? text("was-due", gone, all, Words.shortDay(deadline.due()))
                : text("day-of", gone, all, Words.shortDay(deadline.due()));
    }

    static String kind(Sentence kind) {
        return text("kind." + kind.word());
    }

    /// "19 Oct 2024, School: Ellis hungry", "Carly Brennock, mother of all three".
    static String source(Source source) {
        return switch (source) {
            case Source.OfVisit visit ->
                text("source.visit", Words.shortDay(visit.on().orElseThrow()));
            case Source.OfNote note ->
                text("source.note", Words.shortDay(note.on().orElseThrow()));
            case Source.OfEvent event -> {
                String what = EventWords.what(event.entry());
                String from = event.entry().source();
                String kind = EventWords.kind(event.entry());
                String told = what.isEmpty() ? kind : what;
                yield from.isEmpty()
                        ? text("source.event", Words.shortDay(event.entry().on()), told)
                        : text("source.event-from", Words.shortDay(event.entry().on()), from, told);
            }
            case Source.OfPerson person ->
                person.person().relation().isEmpty()
                        ? person.person().name()
                        : text(
                                "source.person",
                                person.person().name(),
                                person.person().relation());
        };
    }

    /// Where a record stands: "With Deborah Achterberg since 12 Nov 2026".
    static String stands(Assessment assessment, Staff staff, LocalDate today) {
        if (assessment.stands().isEmpty()) {
            return assessment.authorisedOn().isPresent()
                    ? text(
                            "authorised-on",
                            Words.shortDay(assessment.authorisedOn().orElseThrow()))
                    : text(
                            "begun-by",
                            Words.shortDay(assessment.begun()),
                            RecordWords.author(staff, assessment.begunBy()));
        }
        Assessment.Taken taken = assessment.stands().orElseThrow();
        return text(
                "step." + taken.step().word(), RecordWords.author(staff, taken.by()), Words.moment(taken.at(), today));
    }

    static String stateTag(Assessment assessment) {
        return assessment.isAuthorised()
                ? text("tag.authorised")
                : assessment
                        .stands()
                        .map(taken -> text("tag." + taken.step().word()))
                        .orElseGet(() -> text("tag.begun"));
    }

    static boolean isAtManager(Assessment assessment) {
        return assessment.isAt(Step.SENT) || assessment.isAt(Step.ASKED);
    }
}
