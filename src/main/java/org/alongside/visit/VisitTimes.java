package org.alongside.visit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import tools.jackson.databind.JsonNode;

/// When a visit was, and what must come after it.
final class VisitTimes {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private final Optional<Instant> started;
    private final Optional<Instant> ended;

    VisitTimes(JsonNode visit) {
        this.started = moment(visit.path("started_at"));
        this.ended = moment(visit.path("ended_at"));
    }

    /// The London day on which it began; empty while it is not said.
    Optional<LocalDate> day() {
        return started.map(Clocks::day);
    }

    List<Problem> problems() {
        boolean backwards =
                started.isPresent() && ended.isPresent() && ended.get().isBefore(started.get());
        return backwards
                ? List.of(Problem.at("visit.ended_at", "end-before-start", Texts.of("visit.end-before-start")))
                : List.of();
    }

    /// The next visit comes after this one; most often the year is the slip.
    List<Problem> nextVisitProblems(JsonNode nextVisit, String path) {
        Optional<LocalDate> next = date(nextVisit.path("date"));
        if (next.isEmpty() || day().isEmpty() || !next.get().isBefore(day().get())) {
            return List.of();
        }
        int year = day().get().getYear();
        int written = next.get().getYear();
        return List.of(
                written < year
                        ? Problem.at(
                                path + ".date",
                                "year-too-early",
                                Texts.of("visit.year-too-early", String.valueOf(year), String.valueOf(written)))
                        : Problem.at(
                                path + ".date",
                                "next-visit-too-early",
                                Texts.of("visit.next-visit-too-early", DAY.format(day().get()))));
    }

    private static Optional<LocalDate> date(JsonNode answer) {
        try {
            return Optional.of(LocalDate.parse(answer.stringValue("")));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// A moment that can be read; one that cannot is named by the check of the answers.
    private static Optional<Instant> moment(JsonNode answer) {
        try {
            return Optional.of(Clocks.moment(answer.stringValue("")));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
