package org.alongside.child.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javafx.scene.Node;
import org.alongside.child.ChildSummary;
import org.alongside.child.People;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Json;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.record.Drafts;
import org.alongside.record.Field;
import org.alongside.record.RecordTypes;
import org.alongside.rules.FieldDefinition;
import org.alongside.ui.Command;
import org.alongside.ui.Page;
import org.alongside.ui.Target;
import org.alongside.ui.control.Answer;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.Choice;
import org.alongside.ui.control.ErrorSummary;
import org.alongside.ui.control.PageFrame;
import org.alongside.ui.control.RadioQuestion;
import org.alongside.ui.control.SavedMark;
import org.alongside.ui.form.Ties;
import org.alongside.ui.form.Writing;
import org.alongside.ui.task.Lane;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Adds somebody to a child's life, or to the lives of all children of the household: an unknown
/// adult, a brother or sister, an unborn child.
public final class AddPersonPage implements Page {
    public static final String SCREEN = "add-person";
    /// The kind of its drafts.
    public static final String DRAFT = "person";

    private static final String KIND = "kind";
    private static final String FOR = "for";
    private static final String ALL = "household";
    private static final String ONE = "child";
    private static final Set<String> IDENTITY = Set.of("name", KIND);
    private static final Set<String> RELATION = Set.of("relation", "in_household", "parental_responsibility");

    private final ChildDesk desk;
    private final UUID child;
    private final PageFrame frame = PageFrame.work("add-person", Texts.of("child.person.title"));
    private final ErrorSummary errors = new ErrorSummary("add-person-errors");
    private final SavedMark mark = new SavedMark("add-person-mark");
    private final Command save;
    private @Nullable KeptWriting kept;
    private @Nullable Ties ties;
    private List<ChildSummary> family = List.of();
    private boolean saving;

    /// @param target has the child's id as `child`
    public AddPersonPage(ChildDesk desk, Target target) {
        this.desk = desk;
        this.child = UUID.fromString(target.get("child"));
        save = Command.of("add-person-save", Texts.of("child.person.save"), "Ctrl+Enter", this::save);
        frame.end(mark);
        frame.foot(
                Boxes.row(
                        2,
                        Buttons.main(save),
                        Buttons.quiet("add-person-throw", Texts.of("child.person.throw"), this::throwAway)),
                Boxes.space(),
                Boxes.text(Texts.of("child.person.keys"), "text-hint"));
    }

    private record Read(List<ChildSummary> family, List<Drafts.Draft> drafts) {}

    @Override
    public Node node() {
        return frame;
    }

    @Override
    public Node first() {
        return frame.title();
    }

    @Override
    public List<Command> commands() {
        return List.of(save);
    }

    @Override
    public void attached() {
        desk.background()
                .ask(
                        Lane.STORE,
                        () -> new Read(
                                desk.children().family(child), desk.drafts().all()),
                        this::draw);
    }

    @Override
    public void detached() {
        if (kept != null) {
            kept.autosave().now();
        }
    }

    private void draw(Read read) {
        family = read.family();
        var stored = read.drafts().stream()
                .filter(draft -> draft.kind().equals(DRAFT) && draft.children().equals(List.of(child)))
                .findFirst();
        var now = desk.clock().instant();
        Drafts.Draft draft = stored.orElseGet(() ->
                new Drafts.Draft(desk.ids().get(), DRAFT, List.of(child), Json.object(), Json.object(), now, now));
        var writing = new KeptWriting(
                desk.drafts(), desk.background(), desk.timers(), desk.clock(), draft, stored.isPresent());
        kept = writing;
        writing.autosave().stateProperty().subscribe(mark::show);
        var tied = new Ties(writing.writing());
        ties = tied;
        String name = family.stream()
                .filter(one -> one.id().equals(child))
                .map(ChildSummary::shortName)
                .findFirst()
                .orElse("");
        frame.sub(Texts.of("child.person.sub", name));
        frame.content()
                .getChildren()
                .setAll(errors, Boxes.text(Texts.of("child.person.hint"), "text-quiet", "reading"));
        form(writing.writing(), tied, IDENTITY, "name", KIND);
        Node born = form(writing.writing(), tied, Set.of("born_on"), "born_on");
        Node expected = form(writing.writing(), tied, Set.of("expected_on"), "expected_on");
        tied.when(born, () -> writing.writing().text(KIND).equals("child"));
        tied.when(expected, () -> writing.writing().text(KIND).equals("unborn"));
        form(writing.writing(), tied, RELATION, "relation", "in_household", "parental_responsibility");
        form(writing.writing(), tied, Set.of("phones"), "phones");
        if (family.size() > 1) {
            frame.content().getChildren().add(forWhom(writing.writing(), tied, name));
        }
        writing.writing().onChange(tied::refresh);
    }

    private Node form(Writing writing, Ties tied, Set<String> names, String... order) {
        var form = new DefinitionForm(
                "add-person", DRAFT, fields(names, order), "", writing, tied, Named.NOBODY, desk.clock());
        frame.content().getChildren().add(form);
        return form;
    }

    private static List<FieldDefinition> fields(Set<String> names, String... order) {
        var found = new ArrayList<FieldDefinition>();
        for (String name : order) {
            for (String type : List.of(People.PERSON, People.RELATIONSHIP)) {
                RecordTypes.shipped()
                        .get(type)
                        .field(name)
                        .filter(field -> names.contains(field.id()))
                        .map(AddPersonPage::onOneLine)
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    /// Names, relations and numbers are answered on one line.
    private static FieldDefinition onOneLine(Field field) {
        FieldDefinition asked = FieldDefinition.of(field);
        return field.type() == Field.Type.TEXT
                ? new FieldDefinition(
                        asked.id(),
                        new org.alongside.rules.FieldKind.Text(30),
                        asked.required(),
                        asked.meaning(),
                        false)
                : asked;
    }

    private Node forWhom(Writing writing, Ties tied, String name) {
        var question = new RadioQuestion<String>(
                "add-person-for",
                Texts.of("child.person.for"),
                List.of(
                        Choice.of(
                                ALL,
                                Texts.of(
                                        "child.person.for-all",
                                        ChildPage.list(family.stream()
                                                .map(ChildSummary::shortName)
                                                .toList()))),
                        Choice.of(ONE, Texts.of("child.person.for-one", name))));
        question.choose(writing.has(FOR) ? writing.text(FOR) : ALL);
        question.valueProperty().subscribe((was, is) -> {
            if (is != null) {
                writing.put(FOR, is);
            }
        });
        question.named(FOR);
        return tied.add(question);
    }

    private void save() {
        KeptWriting writing = kept;
        Ties tied = ties;
        if (writing == null || tied == null || saving) {
            return;
        }
        var problems = new ArrayList<>(missing(writing.writing()));
        String kind = writing.writing().text(KIND);
        problems.addAll(DefinitionForm.halfTyped(tied).stream()
                .filter(problem -> !("born_on".equals(problem.field()) && !kind.equals("child"))
                        && !("expected_on".equals(problem.field()) && !kind.equals("unborn")))
                .toList());
        if (!problems.isEmpty()) {
            wrong(problems);
            return;
        }
        saving = true;
        People.NewPerson person = person(writing.writing());
        boolean all = !writing.writing().text(FOR).equals(ONE);
        List<UUID> children =
                all && family.size() > 1 ? family.stream().map(ChildSummary::id).toList() : List.of(child);
        writing.autosave().now();
        UUID draft = writing.finishing();
        desk.background()
                .ask(
                        Lane.STORE,
                        () -> desk.log()
                                .save(
                                        new People(desk.ids())
                                                .add(children, person)
                                                .intents(),
                                        draft),
                        done -> {
                            writing.finished();
                            desk.doors().openChild(child);
                        },
                        why -> {
                            saving = false;
                            if (why instanceof BadInput bad) {
                                wrong(bad.problems());
                            } else {
                                desk.background().fault(why);
                            }
                        });
    }

    private static List<Problem> missing(Writing writing) {
        var problems = new ArrayList<Problem>();
        for (String field : List.of("name", KIND, "relation")) {
            if (!writing.has(field)) {
                problems.add(new Problem("answer-missing", field, Texts.of("child.person.missing-" + field), null));
            }
        }
        return problems;
    }

    private People.NewPerson person(Writing writing) {
        String kind = writing.text(KIND);
        return new People.NewPerson(
                writing.text("name"),
                writing.text("relation"),
                kind,
                kind.equals("child") ? day(writing.get("born_on")) : null,
                kind.equals("unborn") ? day(writing.get("expected_on")) : null,
                writing.text("phones"),
                writing.has("parental_responsibility") ? writing.text("parental_responsibility") : "unknown",
                writing.has("in_household") ? writing.text("in_household") : "unknown");
    }

    private static @Nullable LocalDate day(JsonNode value) {
        return value.isString() ? LocalDate.parse(value.stringValue()) : null;
    }

    private void wrong(List<Problem> problems) {
        List<Answer> answers = ties == null ? List.of() : ties.answers();
        errors.show(problems, answers, Texts.of("child.edit.where"));
        frame.toTop();
    }

    private void throwAway() {
        KeptWriting writing = kept;
        if (writing != null) {
            writing.discard(desk.doors()::back);
        }
    }
}
