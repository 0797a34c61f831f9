package org.alongside.guided;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.kernel.Json;
import org.alongside.record.Change;
import org.alongside.record.RecordState;
import org.alongside.record.RecordType;
import org.alongside.record.RecordTypes;
import org.alongside.record.SignOff;
import org.alongside.record.SignOff.Step;
import org.alongside.rules.DateText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A guided record in the log: the family's answers with each child's own, put together from the cases
/// that this laptop holds, and how far it is on its way to being signed.
///
/// @param states the record in each child's case, by child
public record Assessment(UUID id, String type, Map<UUID, RecordState> states) {
    static final String ANSWERS = "answers";
    static final String MANAGER = "manager";
    static final String SIGN_OFF = "sign_off";
    static final String RECORD = "record";
    static final String AUTHORISED = "authorised";
    static final String ASKED = "asked";
    static final String ADULTS = "adults";

    public Assessment {
        states = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(states));
    }

    /// A step that was taken.
    ///
    /// @param why the reasons, or the question; empty where none is given
    /// @param parked the council holds it, but it is not in the record
    public record Taken(Step step, String by, Instant at, String why, boolean parked, boolean unsent) {}

    /// A question as it was asked, in the words of its form's version.
    public record Asked(String id, String section, String question, String about) {}

    /// An adult as they were called when it was sent.
    public record Adult(String id, String name) {}

    private RecordState first() {
        return states.values().iterator().next();
    }

    public List<UUID> children() {
        return List.copyOf(states.keySet());
    }

    /// The day it began; the day it was first written where it does not say.
    public LocalDate begun() {
        return day(first().value(RECORD, "started_on"))
                .orElseGet(() -> org.alongside.kernel.Clocks.day(first().first().at()));
    }

    /// Who began it.
    public String begunBy() {
        return first().first().author();
    }

    /// Every step, in order.
    public List<Taken> steps() {
        var taken = new ArrayList<Taken>();
        for (Change change : first().history()) {
            if (SIGN_OFF.equals(change.operation().fieldGroup())) {
                step(change.value())
                        .ifPresent(step -> taken.add(new Taken(
                                step,
                                change.author(),
                                change.at(),
                                change.why() == null ? "" : change.why(),
                                change.parked(),
                                change.isUnsent())));
            }
        }
        return List.copyOf(taken);
    }

    static Optional<Step> step(JsonNode value) {
        for (Step step : Step.values()) {
            if (SignOff.isAt(value, step)) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    /// Where it stands; what the council did not take into the record does not count.
    public Optional<Taken> stands() {
        List<Taken> counted = steps().stream().filter(taken -> !taken.parked()).toList();
        return counted.stream()
                .filter(taken -> taken.step() == Step.AUTHORISED)
                .findFirst()
                .or(() -> counted.isEmpty() ? Optional.empty() : Optional.of(counted.getLast()));
    }

    public boolean isAt(Step step) {
        return stands().filter(taken -> taken.step() == step).isPresent();
    }

    /// Whether it was authorised here, or was brought in authorised.
    public boolean isAuthorised() {
        return isAt(Step.AUTHORISED) || authorisedOn().isPresent() && !hasAnswers();
    }

    public Optional<LocalDate> authorisedOn() {
        return day(first().value(AUTHORISED, "authorised_on"));
    }

    public boolean isWithdrawn() {
        return states.values().stream().allMatch(state -> state.withdrawal().isPresent());
    }

    public boolean hasAnswers() {
        return first().current(ANSWERS).isPresent();
    }

    /// Everyone who wrote answers, asked or sent; none of them may authorise it.
    public Set<String> writers() {
        var writers = new LinkedHashSet<String>();
        RecordType declared = RecordTypes.shipped().get(type);
        for (RecordState state : states.values()) {
            for (Change change : state.history()) {
                String group = change.operation().mergeUnit();
                boolean own = declared.signOff()
                        .filter(rule -> rule.author().contains(group))
                        .isPresent();
                boolean step = group.equals(SIGN_OFF)
                        && step(change.value())
                                .filter(taken -> !taken.isOfAuthoriser())
                                .isPresent();
                if (own || step) {
                    writers.add(change.author());
                }
            }
        }
        return writers;
    }

    /// Who sent it last.
    public Optional<String> author() {
        return steps().stream()
                .filter(taken -> !taken.step().isOfAuthoriser())
                .map(Taken::by)
                .reduce((first, second) -> second);
    }

    /// The form's id, where it has answers.
    public String form() {
        return sent().path(AnswersFile.FORM).asString("");
    }

    public int version() {
        return sent().path(AnswersFile.VERSION).intValue(0);
    }

    private JsonNode sent() {
        return first().current(ANSWERS).map(Change::value).orElseGet(Json::object);
    }

    /// The questions that were asked, in the words they were asked in.
    public List<Asked> asked() {
        var asked = new ArrayList<Asked>();
        var seen = new LinkedHashSet<String>();
        for (RecordState state : states.values()) {
            for (JsonNode one : state.value(ANSWERS, ASKED)) {
                if (seen.add(one.path("id").asString(""))) {
                    asked.add(new Asked(
                            one.path("id").asString(""),
                            one.path("section").asString(""),
                            one.path("question").asString(""),
                            one.path("for").asString("")));
                }
            }
        }
        return asked;
    }

    public List<Adult> adults() {
        var adults = new ArrayList<Adult>();
        for (JsonNode one : sent().path(ADULTS)) {
            adults.add(new Adult(one.path("id").asString(""), one.path("name").asString("")));
        }
        return adults;
    }

    /// The answers of all children together.
    public ObjectNode answers() {
        ObjectNode all = Json.object();
        states.values().forEach(state -> merge(all, state.value(ANSWERS, AnswersFile.ANSWERS)));
        return all;
    }

    public ObjectNode thenAndNow() {
        ObjectNode all = Json.object();
        states.values().forEach(state -> merge(all, state.value(ANSWERS, AnswersFile.THEN_AND_NOW)));
        return all;
    }

    /// What the manager answered, by question.
    public ObjectNode manager() {
        return first().value(MANAGER, MANAGER) instanceof ObjectNode object ? object.deepCopy() : Json.object();
    }

    private static void merge(ObjectNode into, JsonNode more) {
        more.properties().forEach(entry -> {
            if (entry.getValue() instanceof ObjectNode object
                    && into.get(entry.getKey()) instanceof ObjectNode there
                    && !object.has(GuidedAnswer.VALUE)
                    && !object.has(GuidedAnswer.SAME_AS)) {
                there.setAll(object);
            } else {
                into.set(entry.getKey(), entry.getValue().deepCopy());
            }
        });
    }

    /// Whether two versions of something in it wait for a decision.
    public boolean isInConflict() {
        return states.values().stream()
                .anyMatch(state -> state.heads().keySet().stream().anyMatch(state::isInConflict));
    }

    public boolean councilHasIt() {
        return states.values().stream().allMatch(state -> state.unsent() == 0 && state.parked() == 0);
    }

    /// Words that were added after it was signed.
    public List<Change> additions() {
        return first().additions();
    }

    /// The versions of a group that stand in a child's case.
    List<UUID> heads(UUID child, String group) {
        RecordState state = states.get(child);
        return state == null
                ? List.of()
                : state.heads().getOrDefault(group, List.of()).stream()
                        .map(Change::opId)
                        .toList();
    }

    ObjectNode value(UUID child, String group) {
        RecordState state = states.get(child);
        @Nullable Change current = state == null ? null : state.current(group).orElse(null);
        return current != null && current.value() instanceof ObjectNode object ? object.deepCopy() : Json.object();
    }

    private static Optional<LocalDate> day(JsonNode value) {
        return value.isString() ? DateText.day(value.stringValue()) : Optional.empty();
    }
}
