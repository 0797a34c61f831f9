package org.alongside.caseload;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.child.Age;
import org.alongside.kernel.Json;
import org.alongside.record.Amended;
import org.alongside.record.CaseLog;
import org.alongside.record.StreamId;
import org.alongside.rules.Content;
import org.alongside.rules.Inputs;
import org.alongside.rules.PracticeInputs;
import org.alongside.rules.Value;
import org.alongside.rules.alone.AloneCount;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Works out the inputs of practice 1.5 that the record knows before a visit begins. What only the
/// plan for the visit, a tap or an answer tells stays unset.
public final class PromptInputs {
    private static final JsonNode RISKS = Content.tree("risk-words.json");

    private final PromptNumbers numbers = PromptNumbers.shipped();
    private final CaseLog log;
    private final String worker;

    /// @param worker the account of whoever is going to visit
    public PromptInputs(CaseLog log, String worker) {
        this.log = log;
        this.worker = worker;
    }

    /// @param sibs children of the family with an open plan, this one included
    public Inputs of(CaseView view, AloneCount alone, int sibs, LocalDate today) {
        Inputs inputs = counters(alone, age(view, communication(view), today)).with("sibs", sibs);
        return told(inputs, "school_status", schoolStatus(view, today))
                .with(
                        "first_visit",
                        view.childhood().visits().stream()
                                .noneMatch(visit -> visit.worker().equals(worker)))
                .with("new_worker", isNewWorker(view, today))
                .with("risks", risks(view))
                .with("adult_not_met", adultNotMet(view, alone, today).isPresent())
                .with("racialised", isRacialised(view))
                .with("worker_risk", isNotVisitedAlone(view) ? "do_not_visit_alone" : "none")
                .with("identity_recorded", !ethnicity(view).isEmpty())
                .with("missing_60d", happened(view, "missing_episode", "went_missing_at", today, numbers.recentDays()))
                .with("moved_home_60d", happened(view, "home", "started_on", today, numbers.recentDays()))
                .with("injury_14d", happened(view, "injury_or_disclosure", "noticed_at", today, numbers.injuryDays()))
                .with("promised_last_time", isPromised(view))
                .with(
                        "worker_judged_inappropriate_before",
                        view.childhood().visits().stream()
                                .findFirst()
                                .filter(visit -> visit.reason().equals("worker_judged_inappropriate"))
                                .isPresent());
    }

    private static Inputs counters(AloneCount alone, Inputs inputs) {
        return told(inputs, "plan", alone.plan())
                .with("in_scope", alone.inScope())
                .with("streak", alone.streak())
                .with("obstructed", alone.obstructed())
                .with("asleep_streak", alone.asleepStreak())
                .with("level", alone.level())
                .with("last_bedroom_visits_ago", alone.bedroomVisitsAgo());
    }

    private static Inputs age(CaseView view, Inputs inputs, LocalDate today) {
        LocalDate born = view.child().bornOn();
        return born == null || view.child().isUnborn(today)
                ? inputs
                : told(inputs, "band", Age.band(born, today)).with("age_months", Age.months(born, today));
    }

    private static Inputs communication(CaseView view) {
        Inputs inputs = Inputs.none(PracticeInputs.vocabulary());
        Optional<ObjectNode> details = details(view);
        if (details.isEmpty()) {
            return inputs;
        }
        for (String flag : List.of("comm_aid_working", "needs_interpreter", "disability", "mobile")) {
            if (details.get().path(flag).isBoolean()) {
                inputs = inputs.with(flag, details.get().path(flag).booleanValue());
            }
        }
        return told(inputs, "comm", details.get().path("comm").asString(""));
    }

    /// The record may hold a word that this version does not know; then the input stays unset.
    private static Inputs told(Inputs inputs, String name, String word) {
        boolean known = inputs.vocabulary()
                .find(name)
                .filter(declared -> declared.type().takes(new Value.Word(word)))
                .isPresent();
        return known && !word.isEmpty() ? inputs.with(name, word) : inputs;
    }

    private static Optional<ObjectNode> details(CaseView view) {
        return view.of("child_details").findFirst();
    }

    /// Before school age "pre"; at school where a school is recorded and no event says otherwise.
    private String schoolStatus(CaseView view, LocalDate today) {
        LocalDate born = view.child().bornOn();
        if (born != null && Age.years(born, today) < numbers.schoolAgeYears()) {
            return "pre";
        }
        Optional<String> event = view.of("education_event")
                .filter(each -> CaseReader.day(each.path("ended_on")).isEmpty())
                .map(each -> CaseReader.word(each, "kind"))
                .findFirst();
        if (event.filter(kind -> kind.startsWith("missing") || kind.equals("home_education"))
                .isPresent()) {
            return "none";
        }
        if (event.filter(kind -> kind.equals("part_time")).isPresent()) {
            return "part";
        }
        boolean school = details(view)
                .filter(details ->
                        !details.path("group.school").path("name").asString("").isEmpty())
                .isPresent();
        return school ? "in" : "";
    }

    private boolean isNewWorker(CaseView view, LocalDate today) {
        return view.of("allocation")
                .filter(allocation -> CaseReader.word(allocation, "worker").equals(worker))
                .flatMap(allocation -> CaseReader.day(allocation.path("from_on")).stream())
                .anyMatch(from -> !from.isBefore(today.minusDays(numbers.newWorkerDays())));
    }

    private static boolean happened(CaseView view, String type, String field, LocalDate today, int days) {
        return view.of(type)
                .flatMap(record -> CaseReader.day(record.path(field)).stream())
                .anyMatch(on -> !on.isAfter(today) && !on.isBefore(today.minusDays(days)));
    }

    private static String ethnicity(CaseView view) {
        return details(view).map(each -> each.path("ethnicity").asString("")).orElse("");
    }

    /// Any ethnicity but those of the majority, or none recorded.
    private boolean isRacialised(CaseView view) {
        return !numbers.majorityEthnicities().contains(ethnicity(view));
    }

    private static boolean isPromised(CaseView view) {
        return view.records().stream()
                .filter(record -> record.type().equals("visit"))
                .max(Comparator.comparing(
                        record -> record.fields().path("started_at").asString("")))
                .filter(record -> !record.fields().path("promises").isEmpty())
                .isPresent();
    }

    /// From the category of the plan, and from what is written about people in the child's life.
    private Set<String> risks(CaseView view) {
        var risks = new HashSet<String>();
        view.of("child_protection_plan")
                .filter(plan -> CaseReader.day(plan.path("ended_on")).isEmpty())
                .map(plan -> CaseReader.word(plan, "latest_category"))
                .forEach(category ->
                        RISKS.path("plan_category").path(category).forEach(risk -> risks.add(risk.stringValue())));
        people(view).forEach(relationship -> {
            String flags = person(relationship, "notes").path("risk_flags").asString("");
            RISKS.path("words").properties().forEach(word -> {
                if (flags.contains(word.getKey())) {
                    risks.add(word.getValue().stringValue());
                }
            });
        });
        return risks;
    }

    /// Whether what is written about somebody in the child's life says that nobody should go alone.
    private boolean isNotVisitedAlone(CaseView view) {
        return people(view)
                .map(relationship -> person(relationship, "notes")
                        .path("risk_flags")
                        .asString("")
                        .toLowerCase(Locale.UK))
                .anyMatch(flags ->
                        RISKS.path("not_alone").valueStream().anyMatch(word -> flags.contains(word.stringValue())));
    }

    private static Stream<ObjectNode> people(CaseView view) {
        return view.of("relationship")
                .filter(each -> CaseReader.day(each.path("to_on")).isEmpty());
    }

    private JsonNode person(ObjectNode relationship, String group) {
        try {
            UUID id = UUID.fromString(relationship.path("person").asString(""));
            return log.find(StreamId.ofPerson(id), id)
                    .map(state -> (JsonNode) Amended.value(state, group))
                    .orElseGet(Json::object);
        } catch (IllegalArgumentException e) {
            return Json.object();
        }
    }

    /// An adult who is raised by DR24 (practice 6.4): with parental responsibility or in the household,
    /// not spoken to for longer than the content says, or never since the plan began.
    Optional<Unmet> adultNotMet(CaseView view, AloneCount alone, LocalDate today) {
        if (alone.plan().isEmpty()) {
            return Optional.empty();
        }
        return people(view)
                .filter(PromptInputs::matters)
                .filter(each ->
                        !person(each, "identity").path("kind").asString("").equals("child"))
                .filter(each -> lastSpoken(view, each)
                        .map(on -> on.isBefore(today.minusDays(numbers.adultUnseenDays())))
                        .orElseGet(() -> view.childhood()
                                .runBegan(today)
                                .filter(on -> !on.isAfter(today.minusDays(numbers.adultNeverDays())))
                                .isPresent()))
                .findFirst()
                .map(each -> new Unmet(
                        person(each, "identity").path("name").asString(""),
                        lastSpoken(view, each).orElse(null)));
    }

    /// @param lastSpoken null for never since the plan began
    record Unmet(String name, @Nullable LocalDate lastSpoken) {}

    private static boolean matters(ObjectNode relationship) {
        String household = CaseReader.word(relationship, "in_household");
        return !relationship.path("approved_carer").booleanValue(false)
                && (CaseReader.word(relationship, "parental_responsibility").equals("yes")
                        || household.equals("yes")
                        || household.equals("sometimes"));
    }

    /// Being there at a visit is not being spoken to: the visit has to hold what the adult said.
    private static Optional<LocalDate> lastSpoken(CaseView view, ObjectNode relationship) {
        String person = relationship.path("person").asString("");
        Stream<LocalDate> told = CaseReader.day(relationship.path("last_spoken_to_on")).stream();
        Stream<LocalDate> visits = view.of("visit")
                .filter(visit -> names(visit.path("parent_views"), person))
                .flatMap(visit -> CaseReader.day(visit.path("started_at")).stream());
        Stream<LocalDate> notes = view.of("case_note")
                .filter(note -> names(note.path("with"), person))
                .flatMap(note -> CaseReader.day(note.path("at")).stream());
        return Stream.of(told, visits, notes).flatMap(each -> each).max(LocalDate::compareTo);
    }

    private static boolean names(JsonNode people, String person) {
        return people.valueStream()
                .anyMatch(each -> (each.isObject() ? each.path("person") : each)
                        .asString("")
                        .equals(person));
    }
}
