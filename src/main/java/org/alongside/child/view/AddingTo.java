package org.alongside.child.view;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.alongside.child.ChildSummary;
import org.alongside.child.Children;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Json;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.record.CaseLog;
import org.alongside.record.Drafts;
import org.alongside.record.StreamId;
import org.alongside.ui.control.Answer;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.Choice;
import org.alongside.ui.control.ChoiceField;
import org.alongside.ui.control.ErrorSummary;
import org.alongside.ui.control.IconLine;
import org.alongside.ui.control.LineQuestion;
import org.alongside.ui.control.LongQuestion;
import org.alongside.ui.control.RadioQuestion;
import org.alongside.ui.control.SavedMark;
import org.alongside.ui.form.Ties;
import org.alongside.ui.form.Timers;
import org.alongside.ui.form.Writing;
import org.alongside.ui.task.Background;
import org.alongside.ui.task.Lane;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Under a finished visit or note: adds words to it, or says that it was entered in error, with the
/// right child where it was the wrong one. Either needs a reason; what was written stays as it was.
/// What is typed here is kept as a draft like any other writing.
public final class AddingTo extends VBox {
    /// The kind of its drafts; `record` and `of` in the body say what they are about.
    public static final String DRAFT = "adding";

    private static final String DO = "do";
    private static final String ADD = "add";
    private static final String ERROR = "error";
    private static final String TEXT = "text";
    private static final String WHY = "why";
    private static final String WRONG = "wrong";
    private static final String OTHER_CHILD = "child";
    private static final String RIGHT = "right_child";

    private final Desk desk;
    private final About about;
    private final Keeping keeping;
    private final Runnable done;
    private final Node[] further;
    private List<ChildSummary> others = List.of();
    private @Nullable KeptWriting kept;
    private boolean saving;

    /// What this works with.
    public record Desk(
            Drafts drafts, Children children, Background background, Timers timers, Clock clock, Supplier<UUID> ids) {}

    /// @param id prefix of the controls' ids, and what kind of page it is: `visit`, `note`
    /// @param children whose cases hold it
    /// @param movable whether it can be moved to another child as one; a visit that tells of several
    ///     children cannot
    public record About(String id, UUID record, List<UUID> children, boolean movable) {
        public About {
            children = List.copyOf(children);
        }
    }

    /// How it is written to the record; on the store's lane.
    public interface Keeping {
        /// @param draft what it was written in, gone with the save; null when nothing was kept
        CaseLog.Saved add(ObjectNode change, String why, @Nullable UUID draft);

        /// @param rightChild null when it belongs to no other child
        CaseLog.Saved inError(String why, @Nullable StreamId rightChild, @Nullable UUID draft);
    }

    /// @param done on the JavaFX thread, once it is saved
    /// @param further buttons that stand beside "Add to this record"
    public AddingTo(Desk desk, About about, Keeping keeping, Runnable done, Node... further) {
        this.desk = desk;
        this.about = about;
        this.keeping = keeping;
        this.done = done;
        this.further = further.clone();
        getStyleClass().add("gap-4");
        closed();
        desk.background().ask(Lane.STORE, this::read, this::open);
    }

    private record Read(List<ChildSummary> others, Optional<Drafts.Draft> draft) {}

    private Read read() {
        return new Read(
                desk.children().all().stream()
                        .filter(child -> !about.children().contains(child.id()))
                        .toList(),
                stored());
    }

    private Optional<Drafts.Draft> stored() {
        return desk.drafts().all().stream()
                .filter(draft -> draft.kind().equals(DRAFT)
                        && draft.body()
                                .path("record")
                                .asString("")
                                .equals(about.record().toString()))
                .findFirst();
    }

    /// Goes on with what was begun here before.
    private void open(Read read) {
        others = read.others();
        read.draft().ifPresent(draft -> form(draft, true, false));
    }

    /// Keeps what is not kept yet, when the page is left.
    public void keepNow() {
        if (kept != null) {
            kept.autosave().now();
        }
    }

    private void closed() {
        var add = Buttons.of(about.id() + "-add", text("add"), "mdoal-edit", () -> begin(ADD));
        var line = new FlowPane(add);
        line.getStyleClass().add("buttons");
        line.getChildren().addAll(further);
        line.getChildren().add(Buttons.quiet(about.id() + "-in-error", text("in-error"), () -> begin(ERROR)));
        getChildren().setAll(line);
    }

    /// Goes on with a draft of this kind, or begins one.
    private void begin(String what) {
        desk.background().ask(Lane.STORE, this::stored, stored -> {
            Drafts.Draft draft = stored.orElseGet(this::begun);
            draft.body().put(DO, what);
            form(draft, stored.isPresent(), true);
        });
    }

    private Drafts.Draft begun() {
        ObjectNode body = Json.object().put("record", about.record().toString()).put("of", about.id());
        var now = desk.clock().instant();
        return new Drafts.Draft(desk.ids().get(), DRAFT, about.children(), body, Json.object(), now, now);
    }

    private void form(Drafts.Draft draft, boolean stored, boolean focus) {
        var writing = new KeptWriting(desk.drafts(), desk.background(), desk.timers(), desk.clock(), draft, stored);
        kept = writing;
        var ties = new Ties(writing.writing());
        writing.writing().onChange(ties::refresh);
        boolean adding = !writing.writing().text(DO).equals(ERROR);
        var errors = new ErrorSummary(about.id() + "-add-errors");
        var mark = new SavedMark(about.id() + "-add-saved");
        writing.autosave().stateProperty().subscribe(mark::show);
        var title = Boxes.section(text(adding ? "add-title" : "in-error-title"));
        title.setMaxWidth(Double.MAX_VALUE);
        getChildren().setAll(errors, Boxes.row(3, Boxes.growing(title), mark));
        if (adding) {
            getChildren()
                    .add(ties.lines(new LongQuestion(about.id() + "-added", text("add-words"), desk.clock()), TEXT));
        } else {
            inError(writing.writing(), ties);
        }
        var why = new LineQuestion(about.id() + "-why", text("why"));
        why.hint(text("why-hint"));
        getChildren().add(ties.line(why, WHY));
        getChildren().add(buttons(adding, errors, writing, ties));
        if (focus) {
            ties.answers().getFirst().focusAnswer();
        }
    }

    private FlowPane buttons(boolean adding, ErrorSummary errors, KeptWriting writing, Ties ties) {
        Button main = Buttons.of(
                about.id() + "-add-save",
                text(adding ? "add-save" : "in-error-save"),
                () -> save(adding, errors, writing, ties));
        main.getStyleClass().add("accent");
        var buttons = new FlowPane(main, Buttons.quiet(about.id() + "-add-close", text("close"), this::close));
        buttons.getStyleClass().add("buttons");
        return buttons;
    }

    /// What is wrong with it, and what saying so does.
    private void inError(Writing writing, Ties ties) {
        if (about.movable() && !others.isEmpty()) {
            var wrong = new RadioQuestion<String>(
                    about.id() + "-wrong",
                    text("wrong"),
                    List.of(Choice.of(OTHER_CHILD, text("wrong-child")), Choice.of("other", text("wrong-other"))));
            ties.radio(wrong, WRONG);
            var right = new ChoiceField<String>(
                    about.id() + "-right",
                    text("right"),
                    others.stream()
                            .map(child -> Choice.of(child.id().toString(), child.name()))
                            .toList());
            wrong.under(ties.choice(right, RIGHT), OTHER_CHILD);
            getChildren().add(wrong);
        } else if (!about.movable()) {
            getChildren().add(new IconLine("mdoal-info", text("not-movable")));
        }
        var stays = new IconLine("mdoal-info", text("error-does"));
        var moves = new IconLine("mdoal-info", text("error-moves"));
        getChildren().add(ties.when(stays, () -> !isMoved(writing)));
        getChildren().add(ties.when(moves, () -> isMoved(writing)));
    }

    private static boolean isMoved(Writing writing) {
        return writing.text(WRONG).equals(OTHER_CHILD) && writing.has(RIGHT);
    }

    private void close() {
        keepNow();
        closed();
        lookup("#" + about.id() + "-add").requestFocus();
    }

    private List<Problem> problems(boolean adding, Writing writing, Ties ties) {
        var problems = new ArrayList<Problem>();
        if (adding && !writing.has(TEXT)) {
            problems.add(Problem.at(TEXT, "text-missing", text("add-missing")));
        }
        boolean asked =
                ties.answers().stream().anyMatch(answer -> answer.field().equals(WRONG));
        if (asked && !writing.has(WRONG)) {
            problems.add(Problem.at(WRONG, "wrong-missing", text("wrong-missing")));
        }
        if (asked && writing.text(WRONG).equals(OTHER_CHILD) && !writing.has(RIGHT)) {
            problems.add(Problem.at(RIGHT, "right-missing", text("right-missing")));
        }
        if (!writing.has(WHY)) {
            problems.add(Problem.at(WHY, "reason-missing", text("why-missing")));
        }
        return problems;
    }

    private void save(boolean adding, ErrorSummary errors, KeptWriting writing, Ties ties) {
        if (saving) {
            return;
        }
        Writing written = writing.writing();
        List<Answer> answers = ties.answers();
        List<Problem> problems = problems(adding, written, ties);
        if (!problems.isEmpty()) {
            errors.show(problems, answers, text("add-stays"));
            return;
        }
        saving = true;
        String why = written.text(WHY);
        ObjectNode change = Json.object().put(TEXT, written.text(TEXT));
        StreamId right = isMoved(written) ? StreamId.ofCase(UUID.fromString(written.text(RIGHT))) : null;
        writing.autosave().now();
        UUID draft = writing.finishing();
        desk.background()
                .ask(
                        Lane.STORE,
                        () -> adding ? keeping.add(change, why, draft) : keeping.inError(why, right, draft),
                        saved -> {
                            writing.finished();
                            kept = null;
                            done.run();
                        },
                        failed -> {
                            saving = false;
                            if (failed instanceof BadInput bad) {
                                errors.show(bad.problems(), answers, text("add-stays"));
                            } else {
                                desk.background().fault(failed);
                            }
                        });
    }

    private static String text(String key) {
        return Texts.of("child.adding." + key);
    }
}
