package org.alongside.child.view;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.alongside.child.ChildSummary;
import org.alongside.child.FactRules;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.ui.control.Answer;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.ErrorSummary;
import org.alongside.ui.control.SavedMark;
import org.alongside.ui.form.Ties;
import org.alongside.ui.task.Lane;
import tools.jackson.databind.JsonNode;

/// One fact while it is changed, in its place on the page: its questions, where the writing is, save
/// and leave as it was.
final class FactEditor extends VBox {
    private static final String VALUE = "value";

    private final ChildDesk desk;
    private final ChildSummary child;
    private final String group;
    private final KeptWriting kept;
    private final Ties ties;
    private final ErrorSummary errors;
    private final Runnable saved;
    private final Runnable left;
    private boolean saving;

    /// @param saved once it is on this laptop
    /// @param left once the draft was thrown away
    FactEditor(
            ChildDesk desk,
            ChildSummary child,
            String group,
            KeptWriting kept,
            Named named,
            Runnable saved,
            Runnable left) {
        this.desk = desk;
        this.child = child;
        this.group = group;
        this.kept = kept;
        this.saved = saved;
        this.left = left;
        this.ties = new Ties(kept.writing());
        FactRules.Shape shape = FactRules.shapes().get(group);
        if (shape == null) {
            throw new IllegalArgumentException("a fact that nobody sets: " + group);
        }
        String id = "child-edit-" + group;
        setId(id);
        getStyleClass().addAll("fact-editor", "gap-4");
        errors = new ErrorSummary(id + "-errors");
        var mark = new SavedMark(id + "-mark");
        kept.autosave().stateProperty().subscribe(mark::show);
        var title = Boxes.section(Texts.of("child.edit." + group, child.shortName()));
        var head = Boxes.row(3, Boxes.growing(title), mark);
        title.setMaxWidth(Double.MAX_VALUE);
        VBox form = shape.list()
                ? new RowsForm(id, group, shape.fields(), VALUE, kept.writing(), ties, named, desk.clock())
                : new DefinitionForm(id, group, shape.fields(), VALUE + ".", kept.writing(), ties, named, desk.clock());
        var save = Buttons.of(id + "-save", Texts.of("child.edit.save"), this::save);
        save.getStyleClass().add("accent");
        save.setAccessibleHelp("Ctrl+Enter");
        var buttons = new FlowPane(save, Buttons.quiet(id + "-leave", Texts.of("child.edit.leave"), this::leave));
        buttons.getStyleClass().add("buttons");
        getChildren().addAll(errors, head, form, buttons);
    }

    String group() {
        return group;
    }

    /// To the first question.
    void focusFirst() {
        if (ties.answers().isEmpty()) {
            lookup("#child-edit-" + group + "-add").requestFocus();
        } else {
            ties.answers().getFirst().focusAnswer();
        }
    }

    /// Keeps what is not kept yet, when the page is left.
    void keepNow() {
        kept.autosave().now();
    }

    void save() {
        if (saving) {
            return;
        }
        List<Problem> half = DefinitionForm.halfTyped(ties);
        if (!half.isEmpty()) {
            wrong(half);
            return;
        }
        saving = true;
        JsonNode written = kept.writing().get(VALUE).deepCopy();
        FactRules.Shape shape = FactRules.shapes().get(group);
        JsonNode value = shape != null && shape.list() ? RowsForm.filled(written) : written;
        List<UUID> seen = FactDraft.seen(kept.writing().body());
        kept.autosave().now();
        UUID draft = kept.finishing();
        desk.background()
                .ask(
                        Lane.STORE,
                        () -> desk.facts()
                                .set(child.id(), group, desk.factRules().checked(group, value), seen, null, draft),
                        done -> {
                            kept.finished();
                            saved.run();
                        },
                        this::failed);
    }

    private void failed(Throwable why) {
        saving = false;
        if (why instanceof BadInput bad) {
            var problems = new ArrayList<Problem>();
            for (Problem problem : bad.problems()) {
                problems.add(new Problem(problem.code(), path(problem.field()), problem.message(), null));
            }
            wrong(problems);
        } else {
            desk.background().fault(why);
        }
    }

    private static String path(@org.jspecify.annotations.Nullable String field) {
        if (field == null || field.isEmpty()) {
            return VALUE;
        }
        return field.startsWith("[") ? VALUE + field : VALUE + "." + field;
    }

    private void wrong(List<Problem> problems) {
        List<Answer> answers = ties.answers();
        errors.show(problems, answers, Texts.of("child.edit.where"));
    }

    void leave() {
        kept.discard(left);
    }
}
