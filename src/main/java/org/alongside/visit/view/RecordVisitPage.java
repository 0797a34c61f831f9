package org.alongside.visit.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.alongside.kernel.Problem;
import org.alongside.ui.Breadth;
import org.alongside.ui.Command;
import org.alongside.ui.Page;
import org.alongside.ui.Target;
import org.alongside.ui.control.Answer;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.ErrorSummary;
import org.alongside.ui.control.Link;
import org.alongside.ui.control.NoticeBar;
import org.alongside.ui.control.PageFrame;
import org.alongside.ui.control.PageTitle;
import org.alongside.ui.control.SavedMark;
import org.alongside.ui.control.TaskList;
import org.alongside.ui.form.Whereabouts;
import org.alongside.ui.task.Lane;
import org.alongside.visit.Summaries;
import org.jspecify.annotations.Nullable;

/// The page "Record visit" (windows.md D4): parts at the left, one page at a time, where the work is at
/// the top, the main action and whom to ring at the foot.
final class RecordVisitPage implements Page {
    private final VisitDesk desk;
    private final UUID draft;
    private final StackPane root = new StackPane();
    private final PageFrame frame = PageFrame.work("visit-record", Asking.text("title"));
    private final SavedMark mark = new SavedMark("visit-saved");
    private final TaskList list = new TaskList("visit-parts", Asking.text("parts"), this::goPart);
    private final ErrorSummary errors = new ErrorSummary("visit-errors");
    private final RecordFoot foot = new RecordFoot(frame, this::mainAction, this::secondAction);
    private final Whereabouts where = new Whereabouts(root, frame);
    private final NoteToSelf note = new NoteToSelf();
    private final Runnable refresh = this::refresh;
    private @Nullable RecordVisit visit;
    private @Nullable Asking page;
    private @Nullable NoticeBar came;
    private Subscription subscriptions = Subscription.EMPTY;

    RecordVisitPage(VisitDesk desk, UUID draft) {
        this.desk = desk;
        this.draft = draft;
        frame.end(mark).parts(list);
        root.getChildren().add(frame);
        Breadth.of(frame).subscribe(breadth -> foot());
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public Node first() {
        Node owner = where.focused();
        return owner != null ? owner : title();
    }

    private PageTitle title() {
        return frame.title();
    }

    @Override
    public void attached() {
        desk.background()
                .ask(
                        Lane.STORE,
                        () -> desk.drafts().find(draft).map(found -> VisitScene.of(desk, found)),
                        found -> found.ifPresentOrElse(
                                this::open, () -> desk.router().go(VisitScreens.VISITS)));
    }

    @Override
    public void detached() {
        subscriptions.unsubscribe();
        RecordVisit now = visit;
        if (now != null) {
            now.left();
            now.writing().removeListener(refresh);
        }
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("visit-go-on", Asking.text("command-go-on"), "Ctrl+Enter", this::mainAction),
                Command.of("visit-next-part", Asking.text("command-next"), "Alt+Page Down", () -> move(true)),
                Command.of("visit-previous-part", Asking.text("command-previous"), "Alt+Page Up", () -> move(false)),
                Command.of("visit-note", Asking.text("note"), "Ctrl+J", this::openNote),
                Command.of("visit-plan", Asking.text("plan-title"), "Ctrl+Shift+G", () -> prompts(VisitScreens.PLAN)),
                Command.of("visit-go", Asking.text("leave-title"), "Ctrl+G", () -> prompts(VisitScreens.LEAVE)),
                Command.of("visit-leave", Asking.text("leave"), this::leave));
    }

    @Override
    public String hint() {
        return Asking.text("keys");
    }

    @Override
    public boolean back() {
        return note.close();
    }

    private void open(VisitScene scene) {
        var opened = new RecordVisit(desk, scene);
        visit = opened;
        where.startFrom(opened.writing());
        opened.whereabouts(where::now);
        opened.writing().onChange(refresh);
        note.open(opened);
        sub(opened);
        came = cameBack(scene);
        subscriptions = Subscription.combine(
                opened.savedProperty().subscribe(mark::show),
                opened.partProperty().subscribe(this::showPart),
                opened.standingProperty().subscribe(now -> {
                    refresh();
                    takeBackAnswered();
                }),
                opened.finishingProperty().subscribe(foot::busy),
                windowFocus().subscribe((was, is) -> opened.left()),
                root.sceneProperty().flatMap(s -> s.focusOwnerProperty()).subscribe(this::focusMoved));
        where.goBack(opened.writing());
    }

    /// Whether the window has the keys: when another program takes them, what is written is kept.
    private ObservableValue<Boolean> windowFocus() {
        return root.sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::focusedProperty)
                .orElse(false);
    }

    /// Says what came back, and from when, once something had been written.
    private @Nullable NoticeBar cameBack(VisitScene scene) {
        // A draft just begun is on the disk, too, but nobody was anywhere in it yet.
        if (!scene.draft().place().has(Whereabouts.FIELD)) {
            return null;
        }
        String moment =
                org.alongside.ui.Words.moment(scene.draft().savedAt(), org.alongside.kernel.Clocks.today(desk.clock()));
        return new NoticeBar("visit-came-back", NoticeBar.Kind.PLAIN, Asking.text("came-back", moment));
    }

    private void showPart(VisitPart part) {
        RecordVisit now = Objects.requireNonNull(visit);
        Asking shown = Pages.of(now, part);
        page = shown;
        frame.content().getChildren().clear();
        if (came != null) {
            frame.content().getChildren().add(came);
        }
        if (!part.isCheck()) {
            frame.content().getChildren().add(promptLinks());
        }
        frame.content().getChildren().addAll(errors, note.node(), shown.content());
        errors.clear();
        frame.toTop();
        foot();
        refresh();
        mark(now, shown);
    }

    private void goPart(String id) {
        RecordVisit now = visit;
        if (now != null) {
            go(
                    now,
                    now.parts().stream()
                            .filter(p -> p.id().equals(id))
                            .findFirst()
                            .orElseThrow());
        }
    }

    private void go(RecordVisit now, VisitPart part) {
        came = null;
        where.forget();
        now.go(part);
        title().requestFocus();
    }

    private void move(boolean forward) {
        RecordVisit now = visit;
        if (now != null) {
            go(now, forward ? now.next() : now.previous());
        }
    }

    private void mainAction() {
        RecordVisit now = visit;
        if (now == null) {
            return;
        }
        if (!now.partProperty().get().isCheck()) {
            move(true);
            return;
        }
        now.finish(at -> desk.router().go(Target.of(VisitScreens.VISIT, "visit", draft.toString())), () -> {
            refresh();
            frame.toTop();
            errors.show(ErrorLines.of(now, this::follow), Asking.text("errors-where"));
        });
    }

    private void secondAction() {
        RecordVisit now = visit;
        if (now != null && now.partProperty().get().isCheck()) {
            leave();
        } else {
            openNote();
        }
    }

    private void openNote() {
        note.show();
    }

    /// What is worth thinking about stands beside the record.
    private void prompts(String screen) {
        RecordVisit now = visit;
        if (now != null) {
            now.left();
            desk.router().go(Target.of(screen, "draft", draft.toString()));
        }
    }

    private Node promptLinks() {
        var links = new FlowPane(
                new Link("visit-plan-link", Asking.text("plan-title"), () -> prompts(VisitScreens.PLAN)),
                new Link("visit-leave-link", Asking.text("leave-title"), () -> prompts(VisitScreens.LEAVE)));
        return Boxes.styled(links, "second-line");
    }

    private void leave() {
        desk.router().go(VisitScreens.VISITS);
    }

    /// To the answer that a line of the error summary is about.
    private void follow(Problem problem) {
        RecordVisit now = Objects.requireNonNull(visit);
        go(now, now.partOf(problem));
        Asking shown = page;
        if (shown != null) {
            answerOf(shown, problem).ifPresent(Answer::focusAnswer);
        }
    }

    /// The control of the very path, else the first one below or above it.
    static Optional<Answer> answerOf(Asking shown, Problem problem) {
        return shown.answers().stream()
                .filter(answer -> answer.field().equals(problem.field()))
                .findFirst()
                .or(() -> shown.answers().stream()
                        .filter(answer -> isAbout(problem, answer))
                        .findFirst());
    }

    private static boolean isAbout(Problem problem, Answer answer) {
        String path = problem.field();
        String own = answer.field();
        return path != null && (path.equals(own) || own.startsWith(path + ".") || path.startsWith(own + "."));
    }

    /// An answer that was given is not called missing any longer; nothing new is called wrong before
    /// finishing is asked for again.
    private void takeBackAnswered() {
        RecordVisit now = visit;
        Asking shown = page;
        if (now == null || shown == null || !now.wasAskedToFinish()) {
            return;
        }
        List<Answer> wrong = now.problems().stream()
                .flatMap(problem -> answerOf(shown, problem).stream())
                .toList();
        shown.answers().stream().filter(answer -> !wrong.contains(answer)).forEach(answer -> answer.wrong(""));
    }

    /// After finishing was asked for, each answer says what the summary says of it.
    private void mark(RecordVisit now, Asking shown) {
        if (!now.wasAskedToFinish()) {
            return;
        }
        shown.answers().forEach(answer -> answer.wrong(""));
        for (Problem problem : now.problems()) {
            answerOf(shown, problem).ifPresent(answer -> answer.wrong(problem.message()));
        }
    }

    private void refresh() {
        RecordVisit now = visit;
        Asking shown = page;
        if (now == null || shown == null) {
            return;
        }
        shown.refresh();
        list.show(Pages.parts(now), now.partProperty().get().id());
        sub(now);
    }

    private void sub(RecordVisit now) {
        String when = Summaries.when(now.writing().get("visit"), org.alongside.kernel.Clocks.today(desk.clock()));
        String names = now.scene().names();
        frame.sub(when.isEmpty() ? names : names + " · " + when);
    }

    private void foot() {
        RecordVisit now = visit;
        if (now != null) {
            foot.show(now);
        }
    }

    private void focusMoved(@Nullable Node owner) {
        RecordVisit now = visit;
        if (now == null) {
            return;
        }
        if (owner instanceof TextInputControl || where.isInContent(owner)) {
            now.moved();
        }
        now.left();
    }
}
