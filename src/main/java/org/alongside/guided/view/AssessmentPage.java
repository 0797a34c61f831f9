package org.alongside.guided.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.alongside.guided.GuidedCheck;
import org.alongside.guided.Scene;
import org.alongside.guided.Sentence;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Problem;
import org.alongside.ui.Breadth;
import org.alongside.ui.Command;
import org.alongside.ui.Page;
import org.alongside.ui.Target;
import org.alongside.ui.Words;
import org.alongside.ui.control.Answer;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.EmptyState;
import org.alongside.ui.control.ErrorSummary;
import org.alongside.ui.control.NoticeBar;
import org.alongside.ui.control.PageFrame;
import org.alongside.ui.control.Part;
import org.alongside.ui.control.SavedMark;
import org.alongside.ui.control.TaskList;
import org.alongside.ui.form.Whereabouts;
import org.alongside.ui.task.Lane;
import org.jspecify.annotations.Nullable;

/// Writes a guided record (windows.md D3): sections at the left, one page at a time, where the work is
/// at the top, the main action at the foot.
public final class AssessmentPage implements Page {
    public static final String SCREEN = "assessment";

    /// Lines of the error summary; a form half written misses a hundred answers.
    private static final int TOLD_AT_ONCE = 6;

    private final AssessmentDesk desk;
    private final UUID draft;
    private final StackPane root = new StackPane();
    private final PageFrame frame = PageFrame.work("assessment", AssessmentWords.text("title"));
    private final SavedMark mark = new SavedMark("assessment-saved");
    private final TaskList list = new TaskList("assessment-parts", AssessmentWords.text("parts"), this::goPart);
    private final ErrorSummary errors = new ErrorSummary("assessment-errors");
    private final Whereabouts where = new Whereabouts(root, frame);
    private final Button main = Buttons.of("assessment-main", "", this::mainAction);
    private final Button link =
            Buttons.of("assessment-link", AssessmentWords.text("link-event"), "mdoal-insert_link", this::link);
    private final Label balance = Boxes.word("", "text-hint");
    private final Runnable changed = this::changed;
    private @Nullable WriteAssessment write;
    private @Nullable SectionPart part;
    private @Nullable PassageBox last;
    private final List<Node> came = new ArrayList<>();
    private Subscription subscriptions = Subscription.EMPTY;

    /// @param target has the draft's id as `draft`
    public AssessmentPage(AssessmentDesk desk, Target target) {
        this.desk = desk;
        this.draft = UUID.fromString(target.get("draft"));
        main.getStyleClass().add("accent");
        main.setAccessibleHelp("Ctrl+Enter");
        link.setAccessibleHelp("Ctrl+E");
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
        return owner != null ? owner : frame.title();
    }

    @Override
    public void attached() {
        desk.background()
                .ask(
                        Lane.STORE,
                        () -> desk.assessments().scene(draft),
                        found -> found.ifPresentOrElse(this::open, this::gone),
                        why -> {
                            if (why instanceof BadInput bad) {
                                unreadable(bad.problems().getFirst().message());
                            } else {
                                desk.background().fault(why);
                            }
                        });
    }

    @Override
    public void detached() {
        subscriptions.unsubscribe();
        WriteAssessment now = write;
        if (now != null) {
            now.left();
            now.writing().removeListener(changed);
        }
    }

    @Override
    public List<Command> commands() {
        var commands = new ArrayList<Command>();
        commands.add(
                Command.of("assessment-go-on", AssessmentWords.text("command-go-on"), "Ctrl+Enter", this::mainAction));
        commands.add(
                Command.of("assessment-next", AssessmentWords.text("command-next"), "Alt+Page Down", () -> move(true)));
        commands.add(Command.of(
                "assessment-previous", AssessmentWords.text("command-previous"), "Alt+Page Up", () -> move(false)));
        int key = 1;
        for (Sentence kind : Sentence.values()) {
            commands.add(Command.of(
                    "assessment-" + kind.word(),
                    AssessmentWords.text("command." + kind.word()),
                    "Alt+" + key++,
                    () -> say(kind)));
        }
        commands.add(Command.of("assessment-pick", AssessmentWords.text("link-event"), "Ctrl+E", this::link));
        commands.add(Command.of("assessment-another", AssessmentWords.text("another"), "Ctrl+Shift+E", this::another));
        return commands;
    }

    @Override
    public String hint() {
        return AssessmentWords.text("keys");
    }

    @Override
    public boolean back() {
        SectionPart shown = part;
        return shown != null && shown.passages().stream().anyMatch(PassageBox::closePicker);
    }

    private void gone() {
        unreadable(AssessmentWords.text("draft-gone"));
    }

    private void unreadable(String words) {
        frame.content().getChildren().setAll(new EmptyState(words));
        frame.foot();
    }

    private void open(Scene scene) {
        var opened = new WriteAssessment(desk, scene);
        write = opened;
        where.startFrom(opened.writing());
        opened.whereabouts(where::now);
        opened.writing().onChange(changed);
        frame.sub(sub(scene));
        came.clear();
        came.addAll(notices(scene));
        subscriptions = Subscription.combine(
                opened.savedProperty().subscribe(mark::show),
                opened.partProperty().subscribe(this::showPart),
                root.sceneProperty()
                        .flatMap(javafx.scene.Scene::windowProperty)
                        .flatMap(Window::focusedProperty)
                        .orElse(false)
                        .subscribe((was, is) -> opened.left()),
                root.sceneProperty().flatMap(s -> s.focusOwnerProperty()).subscribe(this::focusMoved));
        where.goBack(opened.writing());
    }

    private String sub(Scene scene) {
        String names = AssessmentWords.names(scene.family().children());
        String clock = scene.deadline()
                .map(deadline -> AssessmentWords.deadline(deadline, Clocks.today(desk.clock())))
                .orElseGet(() -> AssessmentWords.text(
                        "begun", Words.shortDay(desk.assessments().begun(scene.draft()))));
        return names.isEmpty() ? clock : names + " · " + clock;
    }

    /// What the writer should know first: given back with reasons, another version of the form, a child
    /// whose record is no longer here.
    private List<Node> notices(Scene scene) {
        var notices = new ArrayList<Node>();
        var stands = scene.assessment();
        if (stands != null) {
            stands.stands()
                    .filter(taken -> !taken.why().isBlank() && taken.step().isOfAuthoriser())
                    .ifPresent(taken -> notices.add(new NoticeBar(
                            "assessment-returned",
                            NoticeBar.Kind.ACCENT,
                            AssessmentWords.stands(stands, desk.staff(), Clocks.today(desk.clock())) + ". "
                                    + taken.why())));
        }
        if (scene.carriedFrom() > 0) {
            notices.add(new NoticeBar(
                    "assessment-carried",
                    NoticeBar.Kind.WARNING,
                    AssessmentWords.text(
                            "carried", scene.carriedFrom(), scene.form().version())));
        } else if (!scene.inForce()) {
            notices.add(new NoticeBar(
                    "assessment-withdrawn",
                    NoticeBar.Kind.PLAIN,
                    AssessmentWords.text("withdrawn", scene.form().version())));
        }
        if (scene.family().children().isEmpty()) {
            notices.add(new NoticeBar(
                    "assessment-children-gone", NoticeBar.Kind.WARNING, AssessmentWords.text("children-gone")));
        } else if (!scene.family().missing().isEmpty()) {
            notices.add(new NoticeBar(
                    "assessment-child-gone",
                    NoticeBar.Kind.WARNING,
                    AssessmentWords.text("child-gone", scene.family().missing().size())));
        }
        return notices;
    }

    private void showPart(String id) {
        WriteAssessment now = Objects.requireNonNull(write);
        frame.content().getChildren().setAll(came);
        frame.content().getChildren().add(errors);
        errors.clear();
        last = null;
        if (id.equals(WriteAssessment.SEND)) {
            part = null;
            var send = new SendPart(now, this::follow, this::ask);
            frame.content().getChildren().add(send.content());
        } else {
            var shown = new SectionPart(now, now.section(id));
            part = shown;
            frame.content().getChildren().add(shown.content());
            markWrong(now, shown);
        }
        frame.toTop();
        foot();
        changed();
    }

    private static void markWrong(WriteAssessment now, SectionPart shown) {
        if (!now.wasAskedToSend()) {
            return;
        }
        List<Problem> problems = now.problems();
        shown.answers()
                .forEach(answer -> answer.wrong(problems.stream()
                        .filter(problem -> answer.field().equals(problem.field()))
                        .map(Problem::message)
                        .findFirst()
                        .orElse("")));
    }

    private void changed() {
        WriteAssessment now = write;
        if (now == null) {
            return;
        }
        SectionPart shown = part;
        if (shown != null) {
            shown.refresh();
        }
        list.show(parts(now), now.partProperty().get());
        GuidedCheck.Balance words = now.balance();
        int all = words.seen() + words.told() + words.think();
        balance.setText(
                all == 0
                        ? ""
                        : AssessmentWords.text(
                                "balance-short",
                                SendPart.share(words.seen(), all),
                                SendPart.share(words.told(), all),
                                SendPart.share(words.think(), all)));
    }

    private List<Part> parts(WriteAssessment now) {
        var parts = new ArrayList<Part>();
        for (String id : now.parts()) {
            if (id.equals(WriteAssessment.SEND)) {
                int missing = now.check().missing().size();
                parts.add(new Part(
                        id,
                        AssessmentWords.text("send-part"),
                        Part.State.NOT_STARTED,
                        missing == 0
                                ? AssessmentWords.text("part-ready")
                                : AssessmentWords.text("part-open", missing)));
                continue;
            }
            List<GuidedCheck.Line> lines = now.check().ofSection(now.section(id)).stream()
                    .filter(GuidedCheck.Line::asked)
                    .toList();
            long answered = lines.stream().filter(GuidedCheck.Line::answered).count();
            boolean whole = lines.stream().noneMatch(GuidedCheck.Line::isMissing);
            Part.State state = whole && answered > 0
                    ? Part.State.FINISHED
                    : answered == 0 ? Part.State.NOT_STARTED : Part.State.IN_PROGRESS;
            String words = state == Part.State.FINISHED
                    ? AssessmentWords.text("part-done")
                    : answered == 0
                            ? AssessmentWords.text("part-new")
                            : AssessmentWords.text("part-some", answered, lines.size());
            parts.add(new Part(id, now.section(id), state, words));
        }
        return parts;
    }

    private void foot() {
        WriteAssessment now = write;
        if (now == null) {
            return;
        }
        boolean send = now.partProperty().get().equals(WriteAssessment.SEND);
        boolean narrow = Breadth.of(frame).getValue() == Breadth.NARROW;
        String next =
                now.next().equals(WriteAssessment.SEND) ? AssessmentWords.text("send-part") : now.section(now.next());
        main.setText(
                send
                        ? AssessmentWords.text("send")
                        : narrow ? AssessmentWords.text("next-part") : AssessmentWords.text("next", next));
        Boxes.show(link, !send);
        Boxes.show(balance, !narrow);
        frame.foot(main, link, Boxes.space(), balance);
    }

    private void goPart(String id) {
        WriteAssessment now = write;
        if (now != null) {
            where.forget();
            now.go(id);
            frame.title().requestFocus();
        }
    }

    private void move(boolean forward) {
        WriteAssessment now = write;
        if (now != null) {
            goPart(forward ? now.next() : now.previous());
        }
    }

    private void mainAction() {
        WriteAssessment now = write;
        if (now == null) {
            return;
        }
        if (!now.partProperty().get().equals(WriteAssessment.SEND)) {
            move(true);
            return;
        }
        main.setDisable(true);
        now.send(() -> desk.doors().read(draft), problems -> {
            main.setDisable(false);
            showPart(WriteAssessment.SEND);
            tell(problems);
        });
    }

    private void ask(String why) {
        WriteAssessment now = write;
        if (now != null) {
            now.ask(why, () -> desk.doors().read(draft), this::tell);
        }
    }

    /// The first of them; all of them stand below.
    private void tell(List<Problem> problems) {
        errors.show(
                problems.stream()
                        .limit(TOLD_AT_ONCE)
                        .map(problem -> new ErrorSummary.Line(problem.message(), () -> follow(problem)))
                        .toList(),
                AssessmentWords.text(problems.size() > TOLD_AT_ONCE ? "where-more" : "where"));
        frame.toTop();
    }

    /// To the answer that a problem is about.
    private void follow(Problem problem) {
        WriteAssessment now = write;
        String field = problem.field();
        if (now == null || field == null || !field.startsWith("answers.")) {
            return;
        }
        String id = field.substring("answers.".length()).split("\\.")[0];
        now.scene().form().question(id).ifPresent(question -> {
            goPart(now.partOf(question));
            SectionPart shown = part;
            if (shown != null) {
                Optional<Answer> answer = shown.answers().stream()
                        .filter(one -> one.field().equals(field))
                        .findFirst();
                answer.ifPresent(Answer::focusAnswer);
            }
        });
    }

    private void say(Sentence kind) {
        PassageBox box = last;
        if (box != null) {
            box.say(kind);
        }
    }

    private void link() {
        PassageBox box = last;
        SectionPart shown = part;
        if (box != null) {
            box.pick();
        } else if (shown != null && !shown.passages().isEmpty()) {
            shown.passages().getFirst().pick();
        }
    }

    private void another() {
        PassageBox box = last;
        SectionPart shown = part;
        if (box != null && shown != null) {
            shown.answers().stream()
                    .filter(AnswerBox.class::isInstance)
                    .map(AnswerBox.class::cast)
                    .filter(answer -> answer.passages().contains(box))
                    .findFirst()
                    .ifPresent(AnswerBox::another);
        }
    }

    private void focusMoved(@Nullable Node owner) {
        WriteAssessment now = write;
        if (now == null) {
            return;
        }
        for (Node at = owner; at != null; at = at.getParent()) {
            if (at instanceof PassageBox box) {
                last = box;
            }
        }
        if (owner instanceof TextInputControl || where.isInContent(owner)) {
            now.moved();
        }
        now.left();
    }
}
