package org.alongside.guided.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.alongside.child.ChildSummary;
import org.alongside.child.view.DefinitionForm;
import org.alongside.child.view.KeptWriting;
import org.alongside.child.view.Named;
import org.alongside.child.view.RecordWords;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Json;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.record.Amended;
import org.alongside.record.Drafts;
import org.alongside.record.RecordState;
import org.alongside.record.RecordType;
import org.alongside.record.StreamId;
import org.alongside.rules.AnswerCheck;
import org.alongside.rules.Definition;
import org.alongside.rules.FieldDefinition;
import org.alongside.rules.Inputs;
import org.alongside.rules.References;
import org.alongside.rules.Vocabulary;
import org.alongside.ui.Command;
import org.alongside.ui.Page;
import org.alongside.ui.Target;
import org.alongside.ui.control.Answer;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.Choice;
import org.alongside.ui.control.ChoiceField;
import org.alongside.ui.control.EmptyState;
import org.alongside.ui.control.ErrorSummary;
import org.alongside.ui.control.LongQuestion;
import org.alongside.ui.control.PageFrame;
import org.alongside.ui.control.RadioQuestion;
import org.alongside.ui.control.SavedMark;
import org.alongside.ui.form.Ties;
import org.alongside.ui.form.Writing;
import org.alongside.ui.task.Lane;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Adds to a finished event, or to a typed record that has no page of its own: further words, something put right, or
/// that it was entered in error,
/// with the right child where it was the wrong one. The record itself is never overwritten, and every
/// addition has its reason.
public final class AmendPage implements Page {
    public static final String SCREEN = "amend";
    /// The kind of its drafts.
    public static final String DRAFT = "amend";

    private static final String DO = "do";
    private static final String ADD = "add";
    private static final String MEND = "mend";
    private static final String ERROR = "error";
    private static final String TEXT = "text";
    private static final String VALUE = "value";
    private static final String RIGHT = "right_child";
    private static final String WHY = "why";

    private final GuidedDesk desk;
    private final UUID child;
    private final UUID record;
    private final PageFrame frame = PageFrame.work("amend", Texts.of("guided.amend.title"));
    private final ErrorSummary errors = new ErrorSummary("amend-errors");
    private final SavedMark mark = new SavedMark("amend-mark");
    private final Command save;
    private @Nullable KeptWriting kept;
    private @Nullable Ties ties;
    private @Nullable RecordType type;
    private ObjectNode before = Json.object();
    private boolean saving;

    /// @param target has the child's id as `child` and the record's as `record`
    public AmendPage(GuidedDesk desk, Target target) {
        this.desk = desk;
        this.child = UUID.fromString(target.get("child"));
        this.record = UUID.fromString(target.get("record"));
        save = Command.of("amend-save", Texts.of("guided.amend.save"), "Ctrl+Enter", this::save);
        frame.end(mark);
        frame.foot(
                Boxes.row(
                        2,
                        Buttons.main(save),
                        Buttons.quiet("amend-throw", Texts.of("guided.amend.throw"), this::throwAway)),
                Boxes.space(),
                Boxes.text(Texts.of("guided.event.keys"), "text-hint"));
    }

    private record Read(
            Optional<RecordState> state, List<ChildSummary> children, List<Drafts.Draft> drafts, Named named) {}

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
                                desk.log().find(StreamId.ofCase(child), record),
                                desk.children().all(),
                                desk.drafts().all(),
                                Named.around(child, desk.children(), desk.staff())),
                        this::draw);
    }

    @Override
    public void detached() {
        if (kept != null) {
            kept.autosave().now();
        }
    }

    private void draw(Read read) {
        if (read.state().isEmpty() || read.state().get().withdrawal().isPresent()) {
            frame.content().getChildren().setAll(new EmptyState(Texts.of("guided.amend.gone")));
            frame.foot();
            return;
        }
        RecordState state = read.state().get();
        RecordType found = desk.types().get(state.type());
        type = found;
        before = Amended.value(state, found.groups().getFirst().id());
        Optional<Drafts.Draft> stored = read.drafts().stream()
                .filter(draft -> draft.kind().equals(DRAFT)
                        && draft.body().path("record").asString("").equals(record.toString()))
                .findFirst();
        var writing = new KeptWriting(
                desk.drafts(),
                desk.background(),
                desk.timers(),
                desk.clock(),
                stored.orElseGet(this::begun),
                stored.isPresent());
        kept = writing;
        writing.autosave().stateProperty().subscribe(mark::show);
        var tied = new Ties(writing.writing());
        ties = tied;
        String name = read.children().stream()
                .filter(one -> one.id().equals(child))
                .map(ChildSummary::name)
                .findFirst()
                .orElse("");
        frame.sub(Texts.of("guided.amend.sub", RecordWords.what(found.id(), "record"), name));
        frame.content()
                .getChildren()
                .setAll(
                        errors,
                        Boxes.text(Texts.of("guided.amend.hint"), "text-quiet", "reading"),
                        what(found, writing.writing(), tied, read),
                        tied.lines(new LongQuestion("amend-why", Texts.of("guided.amend.why"), desk.clock()), WHY));
        writing.writing().onChange(tied::refresh);
    }

    private Drafts.Draft begun() {
        ObjectNode body = Json.object();
        body.put("record", record.toString());
        body.set(VALUE, before.deepCopy());
        var now = desk.clock().instant();
        return new Drafts.Draft(desk.ids().get(), DRAFT, List.of(child), body, Json.object(), now, now);
    }

    /// What is to be done, each with its own questions.
    private Node what(RecordType found, Writing writing, Ties tied, Read read) {
        var choices = new ArrayList<Choice<String>>();
        choices.add(Choice.of(ADD, Texts.of("guided.amend.add")));
        if (canMend(found)) {
            choices.add(Choice.of(MEND, Texts.of("guided.amend.mend")));
        }
        choices.add(Choice.of(ERROR, Texts.of("guided.amend.error")));
        var question = new RadioQuestion<String>("amend-do", Texts.of("guided.amend.do"), choices);
        tied.radio(question, DO);
        VBox form = Boxes.column(4);
        tied.lines(added(form, "amend-text", Texts.of("guided.amend.text")), TEXT);
        tied.when(form, () -> writing.text(DO).equals(ADD));
        var box = Boxes.column(4, question, form);
        if (canMend(found)) {
            var mend = new DefinitionForm(
                    "amend", found.id(), fields(found), VALUE + ".", writing, tied, read.named(), desk.clock());
            tied.when(mend, () -> writing.text(DO).equals(MEND));
            box.getChildren().add(mend);
        }
        var right = new ChoiceField<String>("amend-right", Texts.of("guided.amend.right"), rightChildren(read));
        right.hint(Texts.of("guided.amend.right-hint"));
        right.choose(writing.has(RIGHT) ? writing.text(RIGHT) : "");
        right.valueProperty().subscribe((was, is) -> {
            if (is != null) {
                writing.put(RIGHT, is.isEmpty() ? null : Json.MAPPER.valueToTree(is));
            }
        });
        right.named(RIGHT);
        tied.when(right, () -> writing.text(DO).equals(ERROR));
        tied.add(right);
        box.getChildren().add(right);
        return box;
    }

    private LongQuestion added(VBox form, String id, String words) {
        var question = new LongQuestion(id, words, desk.clock());
        form.getChildren().add(question);
        return question;
    }

    private List<Choice<String>> rightChildren(Read read) {
        var choices = new ArrayList<Choice<String>>();
        choices.add(Choice.of("", Texts.of("guided.amend.right-none")));
        read.children().stream()
                .filter(one -> !one.id().equals(child))
                .forEach(one -> choices.add(Choice.of(one.id().toString(), one.name())));
        return choices;
    }

    /// A typed record of several parts is changed part by part where it is shown.
    private static boolean canMend(RecordType found) {
        return found.isWhole() && !found.fields().isEmpty();
    }

    private static List<FieldDefinition> fields(RecordType found) {
        return found.fields().stream().map(FieldDefinition::of).toList();
    }

    private void save() {
        KeptWriting writing = kept;
        RecordType found = type;
        if (writing == null || found == null || saving) {
            return;
        }
        Writing written = writing.writing();
        List<Problem> problems = problems(found, written);
        if (!problems.isEmpty()) {
            wrong(problems);
            return;
        }
        saving = true;
        String why = written.text(WHY);
        String right = written.text(RIGHT);
        String asked = written.text(DO);
        ObjectNode change =
                asked.equals(MEND) ? changes(written.get(VALUE)) : Json.object().put(TEXT, written.text(TEXT));
        writing.autosave().now();
        UUID draft = writing.finishing();
        desk.background()
                .ask(
                        Lane.STORE,
                        () -> {
                            if (asked.equals(ERROR)) {
                                desk.amending()
                                        .finishing(draft)
                                        .withdraw(
                                                record,
                                                why,
                                                right.isEmpty() ? null : StreamId.ofCase(UUID.fromString(right)));
                            } else {
                                desk.amending().finishing(draft).amend(record, change, why);
                            }
                            return Boolean.TRUE;
                        },
                        done -> {
                            writing.finished();
                            desk.doors().openTab(child, "chronology");
                        },
                        failed -> {
                            saving = false;
                            if (failed instanceof BadInput bad) {
                                wrong(bad.problems());
                            } else {
                                desk.background().fault(failed);
                            }
                        });
    }

    private List<Problem> problems(RecordType found, Writing written) {
        var problems = new ArrayList<Problem>();
        String asked = written.text(DO);
        if (asked.isEmpty()) {
            problems.add(missing(DO, "guided.amend.do-missing"));
        }
        if (asked.equals(ADD) && !written.has(TEXT)) {
            problems.add(missing(TEXT, "guided.amend.text-missing"));
        }
        if (asked.equals(MEND)) {
            problems.addAll(ties == null ? List.of() : DefinitionForm.halfTyped(ties));
            JsonNode value = written.get(VALUE);
            new AnswerCheck(References.trusted())
                    .check(Definition.of(fields(found), Vocabulary.of()), value, Inputs.none(Vocabulary.of()))
                    .wrong()
                    .forEach(problem -> problems.add(problem.under(VALUE)));
            if (problems.isEmpty() && changes(value).isEmpty()) {
                problems.add(missing(DO, "guided.amend.nothing"));
            }
        }
        if (!written.has(WHY)) {
            problems.add(missing(WHY, "guided.amend.why-missing"));
        }
        return problems;
    }

    private static Problem missing(String field, String key) {
        return Problem.at(field, "answer-missing", Texts.of(key));
    }

    /// Only what differs; what was taken out is null.
    private ObjectNode changes(JsonNode value) {
        ObjectNode changes = Json.object();
        value.properties().forEach(entry -> {
            if (!entry.getValue().equals(before.path(entry.getKey()))) {
                changes.set(entry.getKey(), entry.getValue());
            }
        });
        before.propertyNames().stream().filter(field -> !value.has(field)).forEach(changes::putNull);
        return changes;
    }

    private void wrong(List<Problem> problems) {
        List<Answer> answers = ties == null ? List.of() : ties.answers();
        errors.show(
                type == null ? problems : GuidedWords.kindly(type, problems, VALUE),
                answers,
                Texts.of("guided.event.where"));
        frame.toTop();
    }

    private void throwAway() {
        KeptWriting writing = kept;
        if (writing != null) {
            writing.discard(desk.doors()::back);
        }
    }
}
