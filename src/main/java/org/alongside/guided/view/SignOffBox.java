package org.alongside.guided.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.alongside.child.view.KeptWriting;
import org.alongside.guided.Assessment;
import org.alongside.guided.GuidedForm;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Json;
import org.alongside.kernel.Problem;
import org.alongside.record.CaseLog;
import org.alongside.record.Drafts;
import org.alongside.record.SignOff.Step;
import org.alongside.rules.content.ContentFile.Question;
import org.alongside.rules.content.ContentFile.Question.Role;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.ErrorSummary;
import org.alongside.ui.control.LongQuestion;
import org.alongside.ui.control.SavedMark;
import org.alongside.ui.form.Ties;
import org.alongside.ui.task.Lane;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// The manager's part of a record that waits: the form's questions for the manager, and two ways on:
/// authorise it, or give it back with reasons. What is typed is a draft of the manager's own.
final class SignOffBox extends VBox {
    /// The kind of its drafts; the body names the record.
    static final String DRAFT = "sign-off";

    private static final String ANSWERS = "answers";
    private static final String WHY = "why";
    private static final String LATE = "late_reason";

    private final AssessmentDesk desk;
    private final Assessment assessment;
    private final KeptWriting kept;
    private final Ties ties;
    private final ErrorSummary errors = new ErrorSummary("sign-errors");
    private final SavedMark mark = new SavedMark("sign-saved");
    private final Runnable done;
    private boolean saving;

    SignOffBox(
            AssessmentDesk desk,
            Assessment assessment,
            GuidedForm form,
            Optional<Drafts.Draft> stored,
            boolean late,
            Runnable done) {
        this.desk = desk;
        this.assessment = assessment;
        this.done = done;
        getStyleClass().add("gap-4");
        kept = new KeptWriting(
                desk.drafts(),
                desk.background(),
                desk.timers(),
                desk.clock(),
                stored.orElseGet(this::begun),
                stored.isPresent());
        kept.autosave().stateProperty().subscribe(mark::show);
        ties = new Ties(kept.writing());
        getChildren().addAll(errors, Boxes.section(AssessmentWords.text("sign-title")));
        boolean asked = assessment.isAt(Step.ASKED);
        for (Question question : form.ofManager()) {
            boolean ofAsking = question.is(Role.NOT_ALONE_REASON);
            boolean answered = assessment.manager().has(question.id());
            if (asked == ofAsking || ofAsking && !answered) {
                ask(question, asked);
            }
        }
        if (!asked) {
            if (late) {
                var reason = new LongQuestion("sign-late", AssessmentWords.text("late-why"), desk.clock());
                getChildren().add(ties.lines(reason, LATE));
            }
            var why = new LongQuestion("sign-why", AssessmentWords.text("return-why"), desk.clock());
            why.hint(AssessmentWords.text("return-hint"));
            getChildren().add(ties.lines(why, WHY));
        }
    }

    private Drafts.Draft begun() {
        ObjectNode body = Json.object();
        body.put("record", assessment.id().toString());
        var now = desk.clock().instant();
        return new Drafts.Draft(desk.ids().get(), DRAFT, assessment.children(), body, Json.object(), now, now);
    }

    private void ask(Question question, boolean asked) {
        boolean optional = question.is(Role.NOT_ALONE_REASON) && !asked;
        var lines = new LongQuestion("sign-" + question.id(), question.question(), desk.clock());
        String hint = question.hint() == null ? "" : question.hint();
        lines.hint(optional ? hint + " " + AssessmentWords.text("sign-if-needed") : hint);
        getChildren().add(ties.lines(lines, ANSWERS + "." + question.id()));
    }

    /// The buttons for the page's foot.
    Node[] buttons() {
        boolean asked = assessment.isAt(Step.ASKED);
        var main = Buttons.of("sign-main", AssessmentWords.text(asked ? "decide" : "authorise"), this::main);
        main.getStyleClass().add("accent");
        main.setAccessibleHelp("Ctrl+Enter");
        var row = new FlowPane(main);
        row.getStyleClass().add("buttons");
        if (!asked) {
            row.getChildren().add(Buttons.of("sign-return", AssessmentWords.text("give-back"), this::giveBack));
        }
        return new Node[] {Boxes.growing(row), mark};
    }

    void left() {
        kept.autosave().now();
    }

    /// Ctrl+Enter: authorises, or decides what was asked.
    void main() {
        UUID record = assessment.id();
        if (assessment.isAt(Step.ASKED)) {
            String decision = answers().properties().stream()
                    .map(entry -> entry.getValue().asString(""))
                    .findFirst()
                    .orElse("");
            save(draft -> desk.signingOff().decide(record, decision, draft));
            return;
        }
        ObjectNode file = Json.object();
        file.set(ANSWERS, answers());
        if (kept.writing().has(LATE)) {
            file.put(LATE, kept.writing().text(LATE));
        }
        save(draft -> desk.signingOff().authorise(record, file, draft));
    }

    private void giveBack() {
        String why = kept.writing().text(WHY);
        save(draft -> desk.signingOff().giveBack(assessment.id(), why, draft));
    }

    private ObjectNode answers() {
        return kept.writing().get(ANSWERS) instanceof ObjectNode answers ? answers.deepCopy() : Json.object();
    }

    /// One of the three ways on; takes the draft that goes with it.
    private interface Way {
        CaseLog.Saved take(@Nullable UUID draft);
    }

    private void save(Way way) {
        if (saving) {
            return;
        }
        saving = true;
        kept.autosave().now();
        UUID draft = kept.finishing();
        desk.background()
                .ask(
                        Lane.STORE,
                        () -> way.take(draft),
                        saved -> {
                            kept.finished();
                            done.run();
                        },
                        why -> {
                            saving = false;
                            if (why instanceof BadInput bad) {
                                tell(bad.problems());
                            } else {
                                desk.background().fault(why);
                            }
                        });
    }

    private void tell(List<Problem> problems) {
        errors.show(problems, new ArrayList<>(ties.answers()), AssessmentWords.text("where"));
    }
}
