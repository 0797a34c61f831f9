package org.alongside.guided;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.child.ChildSummary;
import org.alongside.child.PersonInLife;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.rules.Answer;
import org.alongside.rules.Inputs;
import org.alongside.rules.Name;
import org.alongside.rules.PracticeInputs;
import org.alongside.rules.Value;
import org.alongside.rules.content.ContentFile.Question;
import org.alongside.rules.content.ContentFile.Question.About;
import org.alongside.rules.content.ContentFile.Question.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A guided record in a file, checked without a laptop: ANSWERS.json with `form`, and, where they are
/// told, `children` and `adults` (`{"id","name","inputs":{…}}`) with the facts that conditions may name.
/// Without them the children and adults are those that the answers name.
public final class RecordFile implements Circumstances {
    private static final String CHILDREN = "children";
    private static final String ADULTS = "adults";
    private static final String INPUTS = "inputs";
    private static final String STAYS = "adult_stays";

    private final GuidedForm form;
    private final ObjectNode body;
    private final Map<UUID, Inputs> ofChild = new LinkedHashMap<>();
    private final Map<UUID, Boolean> stays = new LinkedHashMap<>();
    private final Family family;

    /// @throws BadInput with everything in the file that can never be stored
    public RecordFile(Forms forms, ObjectNode file) {
        this.form = forms.inForce(file.path(AnswersFile.FORM).asString(""));
        ObjectNode answers = file.deepCopy();
        answers.remove(List.of(CHILDREN, ADULTS));
        var manager = answers.deepCopy();
        ObjectNode own = only(answers, false);
        ObjectNode others = only(manager, true);
        var problems = new ArrayList<Problem>();
        AnswersFile.Result read = AnswersFile.read(form, own, AnswersFile.Names.trusted(), false);
        AnswersFile.Result ofManager = AnswersFile.read(form, others, AnswersFile.Names.trusted(), true);
        problems.addAll(read.problems());
        ofManager.problems().stream()
                .filter(problem -> !read.problems().contains(problem))
                .forEach(problems::add);
        this.body = read.body();
        body.withObjectProperty(AnswersFile.ANSWERS).setAll(ofManager.body().withObjectProperty(AnswersFile.ANSWERS));
        this.family = family(file, problems);
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }

    /// The answers to the manager's questions, or all others.
    private ObjectNode only(ObjectNode file, boolean ofManager) {
        if (file.path(AnswersFile.ANSWERS) instanceof ObjectNode answers) {
            List.copyOf(answers.propertyNames()).stream()
                    .filter(id -> form.question(id)
                                    .map(question -> question.about() == About.MANAGER)
                                    .orElse(false)
                            != ofManager)
                    .forEach(answers::remove);
        }
        return file;
    }

    private Family family(ObjectNode file, List<Problem> problems) {
        var children = new ArrayList<ChildSummary>();
        var adults = new ArrayList<PersonInLife>();
        for (var entry : people(file, CHILDREN, About.CHILD).entrySet()) {
            UUID id = id(entry.getKey());
            children.add(child(id, entry.getKey(), entry.getValue().path("name").asString(entry.getKey())));
            ofChild.put(id, inputs(entry.getValue().path(INPUTS), CHILDREN + "." + entry.getKey(), problems));
        }
        for (var entry : people(file, ADULTS, About.ADULT).entrySet()) {
            UUID id = id(entry.getKey());
            stays.put(id, entry.getValue().path(INPUTS).path(STAYS).booleanValue(false));
            adults.add(adult(id, entry.getKey(), entry.getValue().path("name").asString(entry.getKey())));
        }
        renamed();
        return new Family(children, adults, List.of());
    }

    /// Those that are listed, else those that answers name.
    private Map<String, JsonNode> people(ObjectNode file, String list, About about) {
        var people = new LinkedHashMap<String, JsonNode>();
        file.path(list).forEach(one -> people.put(one.path("id").asString(""), one));
        if (people.isEmpty()) {
            Set<String> named = new LinkedHashSet<>();
            form.questions().stream()
                    .filter(question -> question.about() == about)
                    .forEach(question -> named.addAll(
                            body.path(AnswersFile.ANSWERS).path(question.id()).propertyNames()));
            named.forEach(id -> people.put(id, org.alongside.kernel.Json.object()));
        }
        return people;
    }

    /// Answers under the ids that stand for the names of the file.
    private void renamed() {
        ObjectNode answers = body.withObjectProperty(AnswersFile.ANSWERS);
        for (Question question : form.questions()) {
            if (!question.isOnce() && answers.path(question.id()) instanceof ObjectNode each) {
                ObjectNode by = org.alongside.kernel.Json.object();
                each.properties().forEach(entry -> by.set(id(entry.getKey()).toString(), entry.getValue()));
                answers.set(question.id(), by);
            }
        }
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return UUID.nameUUIDFromBytes(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    private static Inputs inputs(JsonNode given, String path, List<Problem> problems) {
        Inputs inputs = Inputs.none(PracticeInputs.ofForms());
        for (var member : given.properties()) {
            Optional<Name> name = PracticeInputs.ofForms().find(member.getKey());
            Optional<Value> value = name.flatMap(one -> Answer.value(member.getValue(), one.type()));
            if (value.isEmpty()) {
                problems.add(Problem.at(
                        path + "." + INPUTS + "." + member.getKey(), "input-wrong", Texts.of("guided.wrong.input")));
            } else {
                inputs = inputs.with(member.getKey(), value.get());
            }
        }
        return inputs;
    }

    private static ChildSummary child(UUID id, String external, String name) {
        return new ChildSummary(
                id, external, name, "", null, null, null, null, null, null, "", "", false, Optional.empty(), null);
    }

    private static PersonInLife adult(UUID id, String external, String name) {
        return new PersonInLife(id, id, external, name, "", "unknown", "unknown", null, "", null, false);
    }

    public GuidedForm form() {
        return form;
    }

    public ObjectNode body() {
        return body;
    }

    /// How the record stands.
    public GuidedCheck check() {
        return GuidedCheck.of(
                form, this, Answered.of(body.path(AnswersFile.ANSWERS)), GuidedSettings.shipped(), _ -> false);
    }

    @Override
    public Family family() {
        return family;
    }

    @Override
    public Inputs ofChild(UUID child, GuidedForm asked, Answered answers) {
        Inputs inputs = ofChild.getOrDefault(child, Inputs.none(PracticeInputs.ofForms()));
        Set<String> ticks = FormFacts.ticks(asked, answers, GuidedSettings.shipped());
        Optional<Question> outcome = asked.having(Role.OUTCOME);
        boolean follows = outcome.isPresent()
                && answers.get(outcome.get(), child.toString()) instanceof GuidedAnswer.Chosen(var values, var _)
                && values.stream().anyMatch(GuidedSettings.shipped().planFollows()::contains);
        return inputs.with("ticks", ticks).with("tick_count", ticks.size()).with("plan_follows", follows);
    }

    private List<Inputs> ofChildren(GuidedForm asked, Answered answers) {
        return ofChild.keySet().stream()
                .map(child -> ofChild(child, asked, answers))
                .toList();
    }

    @Override
    public List<Inputs> ofAdult(PersonInLife adult, GuidedForm asked, Answered answers) {
        boolean stay = stays.getOrDefault(adult.person(), false);
        return ofChildren(asked, answers).stream()
                .map(inputs -> inputs.with(STAYS, stay))
                .toList();
    }

    @Override
    public List<ChildSummary> notAlone() {
        return family.children().stream()
                .filter(child -> ofChild.getOrDefault(child.id(), Inputs.none(PracticeInputs.ofForms()))
                        .flag("no_time_alone"))
                .toList();
    }
}
