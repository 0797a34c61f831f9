package org.alongside.visit.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Problem;
import org.alongside.record.Drafts.Draft;
import org.alongside.ui.Command;
import org.alongside.ui.Page;
import org.alongside.ui.Target;
import org.alongside.ui.control.Answer;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.EmptyState;
import org.alongside.ui.control.ErrorSummary;
import org.alongside.ui.control.PageFrame;
import org.alongside.ui.control.SavedMark;
import org.alongside.ui.control.TaskList;
import org.alongside.ui.form.Whereabouts;
import org.alongside.ui.task.Lane;
import org.alongside.visit.VisitCorrecting;
import org.jspecify.annotations.Nullable;

/// Puts answers of a finished visit right: the very pages on which they were given, filled with what
/// the visit says; then what differs, before beside after, and the reason. A draft until it is saved.
final class CorrectVisitPage implements Page {
    private final VisitDesk desk;
    private final UUID of;
    private final StackPane root = new StackPane();
    private final PageFrame frame = PageFrame.work("visit-correct", Asking.text("correct-title"));
    private final SavedMark mark = new SavedMark("visit-correct-saved");
    private final TaskList list = new TaskList("visit-correct-parts", Asking.text("parts"), this::goPart);
    private final ErrorSummary errors = new ErrorSummary("visit-correct-errors");
    private final Button main = Buttons.of("visit-correct-main", "", this::mainAction);
    private final Whereabouts where = new Whereabouts(root, frame);
    private final Runnable refresh = this::refresh;
    private @Nullable RecordVisit visit;
    private @Nullable Asking page;
    private Subscription subscriptions = Subscription.EMPTY;
    private List<Problem> problems = List.of();
    private boolean saving;

    CorrectVisitPage(VisitDesk desk, UUID of) {
        this.desk = desk;
        this.of = of;
        main.getStyleClass().add("accent");
        main.setAccessibleHelp("Ctrl+Enter");
        frame.end(mark).parts(list);
        frame.foot(
                main, Buttons.quiet("visit-correct-leave", Asking.text("correct-leave"), this::leave), Boxes.space());
        root.getChildren().add(frame);
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public Node first() {
        Node owner = where.focused();
        return owner != null ? owner : frame.title();
    }

    @Override
    public String hint() {
        return Asking.text("correct-keys");
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("visit-correct-go-on", Asking.text("correct-save"), "Ctrl+Enter", this::mainAction),
                Command.of("visit-next-part", Asking.text("command-next"), "Alt+Page Down", () -> move(true)),
                Command.of("visit-previous-part", Asking.text("command-previous"), "Alt+Page Up", () -> move(false)));
    }

    @Override
    public void attached() {
        desk.background()
                .ask(
                        Lane.STORE,
                        () -> VisitScene.of(desk, desk.recording().correcting().begin(of)),
                        this::open,
                        why -> {
                            if (why instanceof BadInput) {
                                frame.content().getChildren().setAll(new EmptyState(Asking.text("correct-gone")));
                                frame.foot();
                            } else {
                                desk.background().fault(why);
                            }
                        });
    }

    @Override
    public void detached() {
        subscriptions.unsubscribe();
        RecordVisit now = visit;
        if (now == null || saving) {
            return;
        }
        now.writing().removeListener(refresh);
        if (isUntouched(now)) {
            forget(now, () -> {});
        } else {
            now.left();
        }
    }

    private void open(VisitScene scene) {
        var opened = new RecordVisit(desk, scene);
        visit = opened;
        where.startFrom(opened.writing());
        opened.whereabouts(where::now);
        opened.writing().onChange(refresh);
        frame.sub(scene.names());
        subscriptions = Subscription.combine(
                opened.savedProperty().subscribe(state -> saved(opened, state)),
                opened.partProperty().subscribe(this::showPart),
                opened.standingProperty().subscribe(now -> refresh()),
                root.sceneProperty().flatMap(s -> s.focusOwnerProperty()).subscribe(owner -> {
                    if (where.isInContent(owner) && !isUntouched(opened)) {
                        opened.moved();
                        opened.left();
                    }
                }));
        if (isUntouched(opened)) {
            frame.title().requestFocus();
        } else {
            where.goBack(opened.writing());
        }
    }

    /// Nothing is said to be a draft before anything is changed.
    private void saved(RecordVisit now, SavedMark.State state) {
        mark.show(isUntouched(now) ? new SavedMark.State.Nothing() : state);
    }

    static List<VisitCorrecting.Changed> changed(RecordVisit visit) {
        return VisitCorrecting.changed(
                VisitCorrecting.before(visit.writing().body()), visit.writing().body());
    }

    private static boolean isUntouched(RecordVisit visit) {
        return changed(visit).isEmpty() && !visit.writing().has(VisitCorrecting.WHY);
    }

    private void showPart(VisitPart part) {
        RecordVisit now = Objects.requireNonNull(visit);
        Asking shown = part.isCheck() ? new CorrectionPart(now) : Pages.of(now, part);
        page = shown;
        frame.content().getChildren().clear();
        if (!part.isCheck()) {
            frame.content().getChildren().add(Boxes.text(Asking.text("correct-hint"), "text-quiet", "reading"));
        }
        frame.content().getChildren().addAll(errors, shown.content());
        errors.clear();
        main.setText(Asking.text(part.isCheck() ? "correct-save" : "correct-go-check"));
        frame.toTop();
        refresh();
        shown.answers().forEach(answer -> answer.wrong(""));
        for (Problem problem : problems) {
            RecordVisitPage.answerOf(shown, problem).ifPresent(answer -> answer.wrong(problem.message()));
        }
    }

    private void goPart(String id) {
        RecordVisit now = visit;
        if (now != null) {
            now.parts().stream()
                    .filter(part -> part.id().equals(id))
                    .findFirst()
                    .ifPresent(part -> go(now, part));
        }
    }

    private void go(RecordVisit now, VisitPart part) {
        where.forget();
        now.go(part);
        frame.title().requestFocus();
    }

    private void move(boolean forward) {
        RecordVisit now = visit;
        if (now != null) {
            go(now, forward ? now.next() : now.previous());
        }
    }

    private void mainAction() {
        RecordVisit now = visit;
        if (now == null || saving) {
            return;
        }
        if (!now.partProperty().get().isCheck()) {
            go(now, VisitPart.CHECK);
            if (page instanceof CorrectionPart check) {
                check.focusWhy();
            }
            return;
        }
        save(now);
    }

    private void save(RecordVisit now) {
        var wrong = new ArrayList<>(HalfTyped.problems(now));
        if (changed(now).isEmpty()) {
            wrong.add(Problem.at("visit", "correction-empty", Asking.text("correct-nothing")));
        }
        String why = now.writing().text(VisitCorrecting.WHY);
        if (why.isBlank()) {
            wrong.add(Problem.at(VisitCorrecting.WHY, "reason-missing", Asking.text("correct-why-missing")));
        }
        if (!wrong.isEmpty()) {
            wrong(now, wrong);
            return;
        }
        saving = true;
        now.left();
        Draft draft = now.snapshot();
        desk.background()
                .ask(
                        Lane.STORE,
                        () -> desk.recording().correcting().save(draft, why),
                        saved -> {
                            now.end();
                            desk.router().go(target());
                        },
                        failed -> {
                            saving = false;
                            if (failed instanceof BadInput bad) {
                                wrong(now, bad.problems());
                            } else {
                                desk.background().fault(failed);
                            }
                        });
    }

    private void wrong(RecordVisit now, List<Problem> found) {
        problems = List.copyOf(found);
        refresh();
        frame.toTop();
        Asking shown = page;
        if (shown != null) {
            problems.forEach(problem ->
                    RecordVisitPage.answerOf(shown, problem).ifPresent(answer -> answer.wrong(problem.message())));
        }
        errors.show(
                problems.stream()
                        .map(problem ->
                                new ErrorSummary.Line(ErrorLines.words(now, problem), () -> follow(now, problem)))
                        .toList(),
                Asking.text("correct-where"));
    }

    /// To the answer that a line of the error summary is about.
    private void follow(RecordVisit now, Problem problem) {
        if (!VisitCorrecting.WHY.equals(problem.field())) {
            go(now, now.partOf(problem));
        }
        Asking shown = page;
        Optional<Answer> answer = shown == null ? Optional.empty() : RecordVisitPage.answerOf(shown, problem);
        answer.ifPresent(Answer::focusAnswer);
    }

    private void leave() {
        RecordVisit now = visit;
        if (now == null) {
            desk.router().go(target());
            return;
        }
        saving = true;
        boolean untouched = isUntouched(now);
        if (!untouched) {
            // What was typed last is in the draft, too, that can be had back.
            now.left();
        }
        String draft = now.scene().draft().id().toString();
        forget(now, () -> desk.router().go(untouched ? target() : target().with("thrown", draft)));
    }

    private Target target() {
        return Target.of(VisitScreens.VISIT, "visit", of.toString());
    }

    private void forget(RecordVisit now, Runnable then) {
        now.end();
        UUID draft = now.scene().draft().id();
        desk.background()
                .ask(
                        Lane.STORE,
                        () -> {
                            desk.recording().correcting().forget(draft);
                            return Boolean.TRUE;
                        },
                        gone -> then.run());
    }

    private void refresh() {
        RecordVisit now = visit;
        Asking shown = page;
        if (now == null || shown == null) {
            return;
        }
        shown.refresh();
        list.show(CorrectionPart.parts(now, problems), now.partProperty().get().id());
    }
}
