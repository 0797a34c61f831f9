package org.alongside.caseload;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.access.Account;
import org.alongside.access.Staff;
import org.alongside.kernel.Texts;
import org.alongside.rules.alone.AloneCount;
import org.alongside.rules.alone.AloneRules;
import org.alongside.visit.Words;
import tools.jackson.databind.node.ObjectNode;

/// What fills the braces of a prompt's text, from the record. What the record does not know is left
/// out; the text then has its own words, or "(not known)".
final class PromptWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private final Staff staff;
    private final Account me;

    PromptWords(Staff staff, Account me) {
        this.staff = staff;
        this.me = me;
    }

    Map<String, String> of(Standing standing, Optional<PromptInputs.Unmet> unmet, LocalDate today) {
        CaseView view = standing.view();
        AloneCount alone = standing.alone();
        var words = new HashMap<String, String>();
        words.put("child", standing.child().shortName());
        words.put("asleep_streak", String.valueOf(alone.asleepStreak()));
        words.put("last_bedroom_visits_ago", String.valueOf(alone.bedroomVisitsAgo()));
        words.put("last_reason", lastReason(standing));
        words.put("direction", direction(view));
        words.put("promise", promise(view));
        latest(view, "missing_episode", "went_missing_at", today)
                .ifPresent(day -> words.put("last_missing", DAY.format(day)));
        latest(view, "injury_or_disclosure", "noticed_at", today)
                .ifPresent(day -> words.put("injury_date", DAY.format(day)));
        words.put("worker_number", workerNumber(view, today));
        unmet.ifPresent(adult -> {
            words.put("adult_name", adult.name());
            LocalDate last = adult.lastSpoken();
            words.put("last_spoken", last == null ? Texts.of("rules.prompt.plan-began") : DAY.format(last));
        });
        words.put("duty_number", staff.council().dutyPhone());
        String supervisor = me.supervisor();
        words.put("supervisor", supervisor == null ? "" : staff.displayOf(supervisor));
        AloneCount.Decision decision = alone.decision();
        words.put("decision_due", decision == null ? "" : DAY.format(decision.by()));
        return words;
    }

    /// Why the child was not alone at the last visit that counted.
    private static String lastReason(Standing standing) {
        return standing.looked().stream()
                .filter(AloneRules.Looked::counts)
                .findFirst()
                .map(looked -> looked.visit().reason().isEmpty()
                        ? Words.value("seen", looked.visit().seen())
                        : Words.value("reason_not_alone", looked.visit().reason()))
                .map(words -> words.substring(0, 1).toLowerCase(Locale.UK) + words.substring(1))
                .orElse("");
    }

    private static String direction(CaseView view) {
        return view.of("management_decision")
                .filter(decision -> CaseReader.word(decision, "kind").equals("not_seen_alone"))
                .max(Comparator.comparing(
                        decision -> decision.path("decided_on").asString("")))
                .map(decision -> decision.path("decision").asString("").strip())
                .map(text -> text.endsWith(".") ? text.substring(0, text.length() - 1) : text)
                .orElse("");
    }

    private static String promise(CaseView view) {
        return view.of("visit")
                .max(Comparator.comparing(visit -> visit.path("started_at").asString("")))
                .map(visit -> visit.path("promises")
                        .valueStream()
                        .map(each -> each.isObject() ? each.path("text").asString("") : each.asString(""))
                        .filter(text -> !text.isBlank())
                        .map(text -> text.endsWith(".") ? text.substring(0, text.length() - 1) : text)
                        .collect(Collectors.joining("; ")))
                .orElse("");
    }

    private static Optional<LocalDate> latest(CaseView view, String type, String field, LocalDate today) {
        return view.of(type)
                .flatMap(record -> CaseReader.day(record.path(field)).stream())
                .filter(day -> !day.isAfter(today))
                .max(LocalDate::compareTo);
    }

    /// "second": which worker this is for the child in twelve months.
    private static String workerNumber(CaseView view, LocalDate today) {
        long workers = view.of("allocation")
                .filter(allocation -> lasts(allocation, today.minusYears(1)))
                .map(allocation -> CaseReader.word(allocation, "worker"))
                .filter(worker -> !worker.isEmpty())
                .distinct()
                .count();
        return workers == 0 ? "" : Texts.find("rules.prompt.ordinal." + workers).orElse(workers + "th");
    }

    private static boolean lasts(ObjectNode allocation, LocalDate since) {
        boolean social = Stream.of("", "social_worker", "family_help_lead")
                .anyMatch(role -> CaseReader.word(allocation, "role").equals(role));
        return social
                && CaseReader.day(allocation.path("to_on"))
                        .filter(to -> to.isBefore(since))
                        .isEmpty();
    }
}
