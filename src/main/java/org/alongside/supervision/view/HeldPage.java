package org.alongside.supervision.view;

import static org.alongside.supervision.view.SessionPage.text;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.scene.Node;
import javafx.util.Subscription;
import org.alongside.child.ChildSummary;
import org.alongside.child.view.KeptWriting;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Texts;
import org.alongside.record.CaseLog;
import org.alongside.record.Drafts.Draft;
import org.alongside.record.RecordState;
import org.alongside.supervision.Pair;
import org.alongside.supervision.Session;
import org.alongside.supervision.Supervising;
import org.alongside.ui.Command;
import org.alongside.ui.Page;
import org.alongside.ui.Target;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.EmptyState;
import org.alongside.ui.control.LongQuestion;
import org.alongside.ui.control.NoticeBar;
import org.alongside.ui.control.PageFrame;
import org.alongside.ui.control.SavedMark;
import org.alongside.ui.control.Sheet;
import org.alongside.ui.control.Tag;
import org.alongside.ui.form.Ties;
import org.alongside.ui.task.Lane;
import org.jspecify.annotations.Nullable;

/// A session that was held: what went to each child's record, what is private, signing, and the
/// worker's own words where they see it differently.
public final class HeldPage implements Page {
    public static final String SCREEN = "supervision-held";

    private final SessionDesk desk;
    private final String worker;
    private final UUID id;
    private final PageFrame frame = PageFrame.work("held", text("title"));
    private final SavedMark mark = new SavedMark("held-saved");
    private final Command sign = Command.of("held-sign", text("sign"), "Ctrl+Enter", this::sign);
    private Subscription subscriptions = Subscription.EMPTY;
    private @Nullable KeptWriting kept;
    private @Nullable Read read;

    public HeldPage(SessionDesk desk, Target target) {
        this.desk = desk;
        this.worker = target.get("worker");
        this.id = UUID.fromString(target.get("session"));
        frame.end(mark);
    }

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
        return List.of(sign);
    }

    private record Read(
            Pair pair,
            Session session,
            List<RecordState> entries,
            List<ChildSummary> children,
            Draft draft,
            boolean supervisor) {}

    @Override
    public void attached() {
        load();
    }

    @Override
    public void detached() {
        subscriptions.unsubscribe();
        if (kept != null) {
            kept.autosave().now();
        }
    }

    private void load() {
        desk.background().ask(Lane.STORE, this::read, this::show, why -> {
            if (why instanceof BadInput bad) {
                frame.content()
                        .getChildren()
                        .setAll(new EmptyState(bad.problems().getFirst().message()));
            } else {
                desk.background().fault(why);
            }
        });
    }

    private Read read() {
        Supervising supervising = desk.supervising();
        Pair pair = supervising.pairs().stream()
                .filter(each -> each.worker().equals(worker))
                .filter(each -> supervising.record(each).session(id).isPresent())
                .findFirst()
                .orElseThrow(
                        () -> BadInput.of("session-unknown", "session_id", Texts.of("supervision.session-unknown")));
        return new Read(
                pair,
                supervising.session(pair, id),
                supervising.entries(pair, id),
                desk.children().all(),
                desk.sessions().openWords(worker, id),
                supervising.isSupervisor(pair));
    }

    private void show(Read now) {
        read = now;
        Session session = now.session();
        frame.sub(text(
                "sub",
                desk.staff().displayOf(now.pair().worker()),
                desk.staff().displayOf(now.pair().supervisor()),
                org.alongside.ui.Words.day(session.held())));
        boolean signed = session.isSignedBy(now.pair(), desk.me().name());
        sign.enabledProperty().set(!signed);
        var content = frame.content().getChildren();
        content.clear();
        content.add(new NoticeBar("held-standing", NoticeBar.Kind.PLAIN, standing(now)));
        children(now, content);
        privately(now, content);
        ownWords(now, content);
        if (signed) {
            frame.foot(
                    Buttons.of("held-all", text("all"), () -> desk.doors().openAll()),
                    Boxes.space(),
                    Boxes.text(text("neither"), "text-quiet"));
        } else {
            frame.foot(
                    Buttons.main(sign),
                    Buttons.of("held-all", text("all"), () -> desk.doors().openAll()),
                    Boxes.space(),
                    Boxes.text(text("neither"), "text-quiet"));
        }
    }

    private String standing(Read now) {
        Session session = now.session();
        var parts = new ArrayList<String>();
        parts.add(
                session.workerSigned() == null
                        ? text("not-signed", desk.staff().displayOf(now.pair().worker()))
                        : text(
                                "signed-on",
                                desk.staff().displayOf(now.pair().worker()),
                                org.alongside.ui.Words.shortDay(session.workerSigned())));
        parts.add(
                session.supervisorSigned() == null
                        ? text("not-signed", desk.staff().displayOf(now.pair().supervisor()))
                        : text(
                                "signed-on",
                                desk.staff().displayOf(now.pair().supervisor()),
                                org.alongside.ui.Words.shortDay(session.supervisorSigned())));
        if (session.isLocked()) {
            parts.add(text("locked"));
        } else if (session.isUnsignedTooLong(
                desk.supervising().rules().sign(), desk.supervising().calendar(), Clocks.today(desk.clock()))) {
            parts.add(text("unsigned-too-long"));
        }
        return String.join(" ", parts);
    }

    private void children(Read now, List<Node> content) {
        content.add(Boxes.row(
                3,
                Boxes.growing(Boxes.section(text("childs-part"))),
                new Tag(text("with-each"), Tag.Kind.ACCENT).icon("mdoal-article")));
        if (now.entries().isEmpty()) {
            content.add(new EmptyState(text("childs-none")));
        }
        for (ChildSummary child : now.children()) {
            var sheet = new Sheet();
            boolean any = false;
            for (RecordState entry : now.entries()) {
                if (entry.stream().equals(child.stream()) && !entry.type().equals("action")) {
                    sheet.line(entry(now, entry));
                    any = true;
                }
            }
            if (any) {
                content.add(Boxes.column(2, Boxes.heading(child.shortName()), sheet));
            }
        }
    }

    private Node entry(Read now, RecordState entry) {
        boolean decision = entry.type().equals("management_decision");
        var value = entry.current("record").map(each -> each.value()).orElseGet(org.alongside.kernel.Json::object);
        var lines = Boxes.column(1);
        if (decision) {
            line(lines, text("what"), Supervising.text(value, "decision"));
            line(lines, text("why"), Supervising.text(value, "why"));
            line(lines, text("would-change"), Supervising.text(value, "would_change"));
            if (!now.supervisor() && !now.session().isLocked()) {
                lines.getChildren()
                        .add(Buttons.quiet(
                                "held-disagree-" + entry.record(),
                                text("disagree"),
                                () -> disagree(now, entry.stream().id())));
            }
        } else {
            String points = Supervising.text(value, "points");
            line(lines, text("points"), points.isEmpty() ? Supervising.text(value, "decision") : points);
            line(lines, text("alone"), Supervising.text(value, "seen_alone"));
            if (lines.getChildren().isEmpty()) {
                lines.getChildren().add(Boxes.text(text("talked-through"), "text-quiet"));
            }
        }
        return lines;
    }

    private static void line(javafx.scene.layout.VBox lines, String title, String words) {
        if (!words.isBlank()) {
            lines.getChildren().add(Boxes.column(0, Boxes.text(title, "text-hint"), Boxes.text(words)));
        }
    }

    private void privately(Read now, List<Node> content) {
        content.add(Boxes.row(
                3,
                Boxes.growing(Boxes.section(text("me-words"))),
                new Tag(text("me-private"), Tag.Kind.PLAIN).icon("mdoal-lock")));
        if (now.session().unreadable() > 0) {
            content.add(new NoticeBar(
                    "held-no-key",
                    NoticeBar.Kind.WARNING,
                    text("no-key", now.session().unreadable())));
        }
        if (now.session().words().isEmpty()) {
            content.add(new EmptyState(text("private-none")));
            return;
        }
        var sheet = new Sheet();
        now.session()
                .words()
                .forEach(words -> sheet.line(Boxes.column(
                        1,
                        Boxes.text(
                                text(
                                        "words." + words.kind().name().toLowerCase(java.util.Locale.ROOT),
                                        desk.staff().displayOf(words.author()),
                                        org.alongside.ui.Words.moment(words.at(), Clocks.today(desk.clock()))),
                                "text-hint"),
                        Boxes.text(words.text()))));
        content.add(sheet);
    }

    private void ownWords(Read now, List<Node> content) {
        boolean locked = now.session().isLocked();
        var writing = new KeptWriting(
                desk.sessions().sealed(),
                desk.background(),
                desk.timers(),
                desk.clock(),
                now.draft(),
                !now.draft().body().path("own").asString("").isEmpty());
        kept = writing;
        subscriptions.unsubscribe();
        subscriptions = writing.autosave().stateProperty().subscribe(mark::show);
        boolean dissent = !locked && !now.supervisor();
        var own = new LongQuestion("held-own", text(dissent ? "differently" : "later-note"), desk.clock());
        own.hint(text(dissent ? "differently-hint" : "later-note-hint"));
        new Ties(writing.writing()).lines(own, "own");
        var problem = Boxes.text("", "wrong-text");
        Boxes.show(problem, false);
        content.add(Boxes.column(
                2, own, problem, Buttons.of("held-add", text("add-words"), () -> add(now, writing, problem))));
    }

    private void add(Read now, KeptWriting writing, javafx.scene.control.Label problem) {
        String words = writing.writing().text("own");
        writing.autosave().now();
        UUID draft = writing.finishing();
        CheckPane.save(
                desk,
                () -> {
                    CaseLog.Saved saved = desk.supervising().add(now.pair(), id, words);
                    discard(draft);
                    return saved;
                },
                () -> {
                    writing.finished();
                    load();
                },
                problem);
    }

    private void discard(@Nullable UUID draft) {
        if (draft != null) {
            desk.sessions().sealed().discard(draft);
        }
    }

    /// The words are asked for below: without them nobody can look at it.
    private void disagree(Read now, UUID child) {
        KeptWriting writing = kept;
        String words = writing == null ? "" : writing.writing().text("own");
        if (writing == null || words.isBlank()) {
            Node field = frame.lookup("#held-own-text");
            if (field != null) {
                field.requestFocus();
            }
            return;
        }
        writing.autosave().now();
        UUID draft = writing.finishing();
        CheckPane.save(
                desk,
                () -> {
                    CaseLog.Saved saved = desk.supervising().disagree(now.pair(), id, child, words);
                    discard(draft);
                    return saved;
                },
                () -> {
                    writing.finished();
                    load();
                },
                Boxes.text(""));
    }

    private void sign() {
        Read now = read;
        if (now != null) {
            desk.background().ask(Lane.STORE, () -> desk.supervising().sign(now.pair(), id), saved -> load(), why -> {
                if (why instanceof BadInput) {
                    load();
                } else {
                    desk.background().fault(why);
                }
            });
        }
    }
}
