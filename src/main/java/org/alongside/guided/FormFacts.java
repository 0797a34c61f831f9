package org.alongside.guided;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.child.Age;
import org.alongside.child.ChildSummary;
import org.alongside.child.Children;
import org.alongside.child.PersonInLife;
import org.alongside.child.Plans;
import org.alongside.kernel.Clocks;
import org.alongside.record.Amended;
import org.alongside.record.CaseLog;
import org.alongside.record.RecordState;
import org.alongside.record.RecordTypes;
import org.alongside.record.StreamId;
import org.alongside.rules.DateText;
import org.alongside.rules.Inputs;
import org.alongside.rules.PracticeInputs;
import org.alongside.rules.content.ContentFile.Question;
import org.alongside.rules.content.ContentFile.Question.Role;
import org.alongside.visit.SeenAlone;
import org.alongside.visit.VisitRecording;
import org.alongside.visit.VisitSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The facts that conditions of guided records may name (practice 2.1), worked out from the record and
/// from the answers so far. Whatever cannot be known stays unset, and unset is quiet.
public final class FormFacts {
    private static final String ASSESSMENT = "child_and_family_assessment";

    private final CaseLog log;
    private final Children children;
    private final Surroundings surroundings;
    private final GuidedSettings settings;
    private final SeenAlone seenAlone = new SeenAlone(VisitSettings.shipped());

    public FormFacts(CaseLog log, Children children, Surroundings surroundings, GuidedSettings settings) {
        this.log = log;
        this.children = children;
        this.surroundings = surroundings;
        this.settings = settings;
    }

    /// What the record says around one guided record, read once and asked for many states of its
    /// answers.
    public final class Known implements Circumstances {
        private final UUID record;
        private final Family family;
        private final LocalDate begun;
        private final LocalDate today;
        private final List<OfChild> each;
        private final boolean pregnancy;
        private final boolean earlierWork;
        private final Set<String> earlierHarms;

        private Known(UUID record, Family family, LocalDate begun, LocalDate today) {
            this.record = record;
            this.family = family;
            this.begun = begun;
            this.today = today;
            var all = new ArrayList<OfChild>();
            family.children().forEach(child -> all.add(read(child, today)));
            this.each = List.copyOf(all);
            this.pregnancy = isPregnancy();
            var around = new ArrayList<>(each);
            family.children().stream()
                    .flatMap(child -> children.family(child.id()).stream())
                    .distinct()
                    .filter(child -> family.child(child.id().toString()).isEmpty())
                    .forEach(child -> around.add(read(child, today)));
            this.earlierWork = around.stream().anyMatch(one -> hasEarlierWork(one.records()));
            this.earlierHarms = new HashSet<>();
            around.forEach(one -> earlierHarms.addAll(harmsBefore(one.records())));
        }

        @Override
        public Family family() {
            return family;
        }

        @Override
        public Inputs ofChild(UUID child, GuidedForm form, Answered answers) {
            return each.stream()
                    .filter(one -> one.child().id().equals(child))
                    .findFirst()
                    .map(one -> inputs(one, form, answers))
                    .orElseGet(() -> Inputs.none(PracticeInputs.ofForms()));
        }

        @Override
        public List<Inputs> ofAdult(PersonInLife adult, GuidedForm form, Answered answers) {
            return each.stream()
                    .map(one -> inputs(one, form, answers).with("adult_stays", adult.livesWithChild()))
                    .toList();
        }

        @Override
        public List<ChildSummary> notAlone() {
            return each.stream()
                    .filter(one -> one.inputs().flag("in_scope"))
                    .filter(one -> one.records().stream().noneMatch(this::isAlone))
                    .map(OfChild::child)
                    .toList();
        }

        private boolean isAlone(RecordState state) {
            if (!state.type().equals(VisitRecording.TYPE)
                    || state.withdrawal().isPresent()
                    || Clocks.day(VisitRecording.startedAt(state)).isBefore(begun)) {
                return false;
            }
            ObjectNode value = Amended.value(state, "record");
            return seenAlone.countsAsAlone(value.path("visit"), value.path("child"));
        }

        private Inputs inputs(OfChild one, GuidedForm form, Answered answers) {
            Set<String> ticks = ticks(form, answers);
            Inputs inputs = one.inputs()
                    .with("ticks", ticks)
                    .with("tick_count", ticks.size())
                    .with("referrals", of(one.records(), "referral").count())
                    .with("earlier_work", earlierWork)
                    .with("same_harm_before", ticks.stream().anyMatch(earlierHarms::contains))
                    .with("pregnancy", pregnancy)
                    .with("siblings", hasSiblings(one))
                    .with("injury", isInjury(one.records()))
                    .with("no_time_alone", !notAlone().isEmpty())
                    .with("plan_follows", isPlanFollowing(one.child(), form, answers))
                    .with("conference", isConference(one.records()))
                    .with("episodes_90d", episodes(one.records()));
            inputs = enquiry(one.records())
                            .filter(outcome ->
                                    outcome.path("outcome").asString("").equals("shown_continuing_risk"))
                            .isPresent()
                    ? inputs.with("continuing_harm", true)
                    : inputs;
            if (of(one.records(), "return_home_interview")
                    .anyMatch(each -> each.path("answer").asString("").equals("accepted"))) {
                inputs = inputs.with("accepted", true);
            }
            for (GuidedSettings.AnswerFact fact : settings.answerFacts()) {
                Optional<Question> question = form.question(fact.question());
                if (question.filter(asked -> answers.says(asked, fact.words())).isPresent()) {
                    inputs = inputs.with(fact.fact(), true);
                }
            }
            return inputs;
        }

        private boolean isPlanFollowing(ChildSummary child, GuidedForm form, Answered answers) {
            return form.having(Role.OUTCOME)
                    .filter(question -> answers.get(question, child.id().toString())
                                    instanceof GuidedAnswer.Chosen(var values, var _)
                            && values.stream().anyMatch(settings.planFollows()::contains))
                    .isPresent();
        }

        private boolean hasEarlierWork(List<RecordState> records) {
            boolean plan = Plans.of(records).stream()
                    .anyMatch(period -> !period.withdrawn()
                            && period.end() != null
                            && !period.end().isAfter(today));
            return plan || earlierAssessments(records).findAny().isPresent();
        }

        private Stream<RecordState> earlierAssessments(List<RecordState> records) {
            return standing(records)
                    .filter(state ->
                            state.type().equals(ASSESSMENT) && !state.record().equals(record))
                    .filter(state -> !state.value("authorised", "authorised_on").isMissingNode());
        }

        private Set<String> harmsBefore(List<RecordState> records) {
            var harms = new HashSet<String>();
            standing(records)
                    .filter(state -> state.type().equals("child_protection_plan"))
                    .filter(state -> Plans.period(state)
                            .filter(period ->
                                    period.end() != null && !period.end().isAfter(today))
                            .isPresent())
                    .forEach(state -> Stream.of(
                                    state.value("begun", "first_category"), state.value("terms", "latest_category"))
                            .forEach(category -> harms.addAll(
                                    settings.planCategory().getOrDefault(category.asString(""), Set.of()))));
            earlierAssessments(records).forEach(state -> {
                state.value("authorised", "factors")
                        .forEach(
                                factor -> Optional.ofNullable(settings.factors().get(factor.asString("")))
                                        .ifPresent(harms::add));
                Forms.shipped()
                        .ofType(state.type())
                        .ifPresent(form -> harms.addAll(ticks(form, Answered.of(state.value("answers", "answers")))));
            });
            List<ObjectNode> referrals = of(records, "referral")
                    .sorted(java.util.Comparator.comparing(
                            referral -> referral.path("received_on").asString("")))
                    .toList();
            // The last one is what this record answers.
            referrals.stream()
                    .limit(Math.max(0, referrals.size() - 1))
                    .forEach(referral -> harms.addAll(
                            settings.harmsIn(referral.path("worries").asString(""))));
            return harms;
        }

        private boolean hasSiblings(OfChild one) {
            return children.family(one.child().id()).size() > 1
                    || people(one.child())
                            .anyMatch(person -> person.path("kind").asString("").equals("child")
                                    || person.path("kind").asString("").equals("unborn"));
        }

        private boolean isPregnancy() {
            return family.children().stream()
                            .flatMap(child -> children.family(child.id()).stream())
                            .anyMatch(child -> child.isUnborn(today))
                    || family.children().stream()
                            .flatMap(this::people)
                            .anyMatch(person -> person.path("kind").asString("").equals("unborn"));
        }

        private Stream<JsonNode> people(ChildSummary child) {
            return children.people(child.id()).stream()
                    .flatMap(person -> log.find(StreamId.ofPerson(person.person()), person.person()).stream()
                            .map(state -> Amended.value(state, "identity")));
        }

        private boolean isInjury(List<RecordState> records) {
            return of(records, "injury_or_disclosure")
                    .filter(each -> each.path("kind").asString("").equals("injury"))
                    .flatMap(each -> day(each.path("noticed_at")).stream())
                    .anyMatch(on -> !on.isBefore(begun.minusDays(settings.injuryDays())));
        }

        private boolean isConference(List<RecordState> records) {
            return enquiry(records)
                    .filter(outcome ->
                            outcome.path("conference_decision").asString("").equals("needed"))
                    .isPresent();
        }

        private long episodes(List<RecordState> records) {
            return of(records, "missing_episode")
                    .flatMap(each -> day(each.path("went_missing_at")).stream())
                    .filter(on -> !on.isAfter(today) && on.isAfter(today.minusDays(settings.episodeDays())))
                    .count();
        }
    }

    private record OfChild(ChildSummary child, List<RecordState> records, Inputs inputs) {}

    /// Reads everything once.
    ///
    /// @param record the guided record itself, which is no earlier work
    /// @param begun the day it began
    public Known around(UUID record, Family family, LocalDate begun, LocalDate today) {
        return new Known(record, family, begun, today);
    }

    private OfChild read(ChildSummary child, LocalDate today) {
        Inputs inputs = surroundings.inputs(child).in(PracticeInputs.ofForms());
        if (child.bornOn() != null && !child.isUnborn(today)) {
            inputs = inputs.with("age", Age.years(child.bornOn(), today));
        }
        LocalDate since = child.plan().map(ChildSummary.CurrentPlan::since).orElse(null);
        if (since != null && !since.isAfter(today)) {
            inputs = inputs.with("plan_months", Period.between(since, today).toTotalMonths());
        }
        return new OfChild(child, log.records(child.stream()), inputs);
    }

    private Set<String> ticks(GuidedForm form, Answered answers) {
        return ticks(form, answers, settings);
    }

    /// The worries named: those ticked, or those that words about suspected harm name.
    static Set<String> ticks(GuidedForm form, Answered answers, GuidedSettings settings) {
        var ticks = new HashSet<String>();
        form.having(Role.TICKS)
                .ifPresent(question -> answers.all(question)
                        .forEach(answer -> ticks.addAll(
                                answer instanceof GuidedAnswer.Chosen(var values, var _)
                                        ? values
                                        : settings.harmsIn(answer.text()))));
        var known = new HashSet<String>();
        PracticeInputs.ofForms().find("ticks").ifPresent(name -> {
            if (name.type() instanceof org.alongside.rules.Type.Words(var values)) {
                known.addAll(values);
            }
        });
        ticks.retainAll(known);
        return ticks;
    }

    private static Stream<RecordState> standing(List<RecordState> records) {
        return records.stream().filter(state -> state.withdrawal().isEmpty());
    }

    /// The first group of each record of a type.
    private static Stream<ObjectNode> of(List<RecordState> records, String type) {
        return standing(records)
                .filter(state -> state.type().equals(type))
                .map(state -> Amended.value(
                        state,
                        RecordTypes.shipped().get(type).groups().getFirst().id()));
    }

    /// The outcome of the enquiry that began last.
    private static Optional<ObjectNode> enquiry(List<RecordState> records) {
        return standing(records)
                .filter(state -> state.type().equals("section_47_enquiry"))
                .max(java.util.Comparator.comparing(
                        state -> state.value("record", "started_on").asString("")))
                .map(state -> Amended.value(state, "outcome"));
    }

    private static Optional<LocalDate> day(JsonNode value) {
        String text = value.asString("");
        if (!text.contains("T")) {
            return DateText.day(text);
        }
        return DateText.momentProblem(text).isPresent()
                ? Optional.empty()
                : Optional.of(Clocks.day(Clocks.moment(text)));
    }
}
