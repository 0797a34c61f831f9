package org.alongside.supervision;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.caseload.CaseView;
import org.alongside.caseload.Standing;
import org.alongside.caseload.Standings;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Texts;
import org.alongside.record.Change;
import org.alongside.rules.DateText;
import org.alongside.rules.alone.AloneRules;
import org.alongside.rules.clock.WorkingDays;
import org.alongside.rules.content.ContentFile.SupervisionRules;
import org.alongside.rules.content.ContentFile.SupervisionRules.Route;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads what an agenda needs out of a child's case as it stands.
final class FactsReader {
    private static final String HELD_ON = "held_on";

    private final SupervisionRules rules;
    private final WorkingDays calendar;

    FactsReader(SupervisionRules rules, WorkingDays calendar) {
        this.rules = rules;
        this.calendar = calendar;
    }

    ChildFacts read(Standing standing, LocalDate today) {
        CaseView view = standing.view();
        Optional<Standings.NextVisit> next = standing.nextVisit();
        String plan = standing.alone().plan();
        return new ChildFacts(
                view.child(),
                plan,
                standing.alone(),
                communication(view),
                next.map(Standings.NextVisit::due).orElse(null),
                next.map(Standings.NextVisit::overdueWorkingDays).orElse(0),
                assessments(view, today),
                undecided(view, today),
                days(view, "case_discussion", HELD_ON).max(LocalDate::compareTo).orElse(null),
                view.child().plan().map(now -> now.since()).orElse(null),
                unanswered(view, today),
                unsigned(view, today),
                lastNamed(view),
                better(standing, today));
    }

    /// Whether a worker has the child now, by the record of allocations.
    static boolean isHeldBy(CaseView view, String worker) {
        return view.of("allocation")
                .anyMatch(record -> record.path("worker").asString("").equals(worker)
                        && !record.path("to_on").isString()
                        && !record.path("role").asString("").equals("other"));
    }

    static String communication(CaseView view) {
        return view.records().stream()
                .filter(record ->
                        record.type().equals("child_details") || record.type().equals("communication_profile"))
                .map(record -> record.fields().path("comm").asString(""))
                .filter(word -> !word.isEmpty())
                .findFirst()
                .orElse("");
    }

    private List<ChildFacts.Running> assessments(CaseView view, LocalDate today) {
        return view.records().stream()
                .filter(record -> record.type().equals("child_and_family_assessment"))
                .filter(record -> !record.fields().path("authorised_on").isString())
                .flatMap(record -> day(record.fields().path("started_on"))
                        .map(start -> new ChildFacts.Running(record.state().record(), calendar.between(start, today)))
                        .stream())
                .toList();
    }

    /// An injury or disclosure with no decision on the child's record, dated on or after it and linked
    /// to it; of history that was brought in the link is not asked (practice 0.5, DR25).
    private List<ChildFacts.Since> undecided(CaseView view, LocalDate today) {
        var open = new ArrayList<ChildFacts.Since>();
        for (CaseView.Flat record : view.records()) {
            if (!record.type().equals("injury_or_disclosure")
                    || record.fields().path("decided_at").isString()) {
                continue;
            }
            LocalDate noticed = day(record.fields().path("noticed_at")).orElse(null);
            if (noticed != null
                    && calendar.between(noticed, today) > rules.undecidedWorkingDays()
                    && view.records().stream().noneMatch(other -> decides(other, record, noticed))) {
                open.add(new ChildFacts.Since(record.state().record(), noticed));
            }
        }
        return open;
    }

    private static boolean decides(CaseView.Flat decision, CaseView.Flat injury, LocalDate noticed) {
        if (!decision.type().equals("management_decision")) {
            return false;
        }
        boolean linked = decision.fields()
                        .path("injury")
                        .asString("")
                        .equals(injury.state().record().toString())
                || decision.state().first().isBroughtIn();
        return linked
                && day(decision.fields().path("decided_on"))
                        .filter(on -> !on.isBefore(noticed))
                        .isPresent();
    }

    private static List<ChildFacts.Since> unanswered(CaseView view, LocalDate today) {
        return view.records().stream()
                .filter(record -> record.type().equals("challenge")
                        && !record.fields().path("answered_on").isString())
                .flatMap(record -> day(record.fields().path("due_on"))
                        .filter(due -> due.isBefore(today))
                        .map(due -> new ChildFacts.Since(record.state().record(), due))
                        .stream())
                .toList();
    }

    /// Visits that were brought in without a signature; here a finished visit is a signed one.
    private List<ChildFacts.Since> unsigned(CaseView view, LocalDate today) {
        return view.records().stream()
                .filter(record -> record.type().equals("visit")
                        && record.state().first().isBroughtIn()
                        && !record.fields().path("signed_at").isString())
                .flatMap(record -> day(record.fields().path("started_at"))
                        .filter(on -> calendar.between(on, today) > rules.sign().worker())
                        .map(on -> new ChildFacts.Since(record.state().record(), on))
                        .stream())
                .toList();
    }

    private static @Nullable LocalDate lastNamed(CaseView view) {
        return view.records().stream()
                .filter(record -> !record.type().equals("child_details"))
                .flatMap(record -> record.state().history().stream())
                .map(Change::at)
                .map(Clocks::day)
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    /// The last visit that counts was alone, and the one before it was not.
    private List<String> better(Standing standing, LocalDate today) {
        List<AloneRules.Looked> counted =
                standing.looked().stream().filter(AloneRules.Looked::counts).toList();
        LocalDate last = standing.alone().lastAlone();
        boolean again = counted.size() > 1
                && counted.getFirst().alone()
                && !counted.get(1).alone()
                && last != null
                && ChronoUnit.DAYS.between(last, today) <= rules.betterDays();
        return again && last != null
                ? List.of(Texts.of("supervision.better.alone", standing.child().shortName(), Say.day(last)))
                : List.of();
    }

    /// Actions of supervision that stand in a child's case.
    static List<ActionItem> actions(CaseView view) {
        return view.records().stream()
                .filter(record -> record.type().equals("action")
                        && record.fields().path("kind").asString("").equals("supervision"))
                .map(record -> action(view.child().id(), record))
                .toList();
    }

    private static ActionItem action(UUID child, CaseView.Flat record) {
        ObjectNode fields = record.fields();
        return new ActionItem(
                record.state().record(),
                child,
                Route.CHILD_FILE,
                fields.path("text").asString(""),
                fields.path("owner").asString(""),
                fields.path("who").asString(""),
                day(fields.path("agreed_on")).orElse(LocalDate.EPOCH),
                day(fields.path("due_on")).orElse(null),
                day(fields.path("done_on")).orElse(null),
                fields.path("result").asString(""),
                fields.path("carried_forward").intValue(0));
    }

    private static java.util.stream.Stream<LocalDate> days(CaseView view, String type, String field) {
        return view.of(type).flatMap(record -> day(record.path(field)).stream());
    }

    static Optional<LocalDate> day(JsonNode value) {
        if (!value.isString()) {
            return Optional.empty();
        }
        String text = value.stringValue();
        if (!text.contains("T")) {
            return DateText.day(text);
        }
        return DateText.momentProblem(text).isPresent()
                ? Optional.empty()
                : Optional.of(Clocks.day(Clocks.moment(text)));
    }
}
