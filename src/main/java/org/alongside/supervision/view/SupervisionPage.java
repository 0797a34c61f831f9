package org.alongside.supervision.view;

import static org.alongside.supervision.view.SessionPage.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.alongside.kernel.Clocks;
import org.alongside.rules.content.ContentFile.SupervisionRules;
import org.alongside.supervision.ActionItem;
import org.alongside.supervision.Pair;
import org.alongside.supervision.Session;
import org.alongside.supervision.Supervising;
import org.alongside.ui.Page;
import org.alongside.ui.Words;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.EmptyState;
import org.alongside.ui.control.PageFrame;
import org.alongside.ui.control.Sheet;
import org.alongside.ui.task.Lane;

/// Supervision: what is to be signed, whom one supervises, one's own sessions and actions.
public final class SupervisionPage implements Page {
    public static final String SCREEN = "supervision";

    private static final int SESSIONS_SHOWN = 6;

    private final SessionDesk desk;
    private final PageFrame frame = PageFrame.list("supervision", text("title"));

    public SupervisionPage(SessionDesk desk) {
        this.desk = desk;
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
    public void attached() {
        load();
    }

    private void load() {
        desk.background().ask(Lane.STORE, this::read, this::show);
    }

    private record Line(Pair pair, boolean now, List<Session> sessions, List<ActionItem> actions, boolean writing) {}

    private record Read(List<Supervising.Waiting> toSign, List<Line> lines, SupervisionRules rules) {}

    private Read read() {
        var lines = new ArrayList<Line>();
        for (Pair pair : desk.supervising().pairs()) {
            lines.add(new Line(
                    pair,
                    desk.supervising().isNow(pair),
                    desk.supervising().record(pair).sessions(),
                    desk.supervising().actions(pair),
                    desk.sessions().find(pair.worker()).isPresent()));
        }
        return new Read(desk.supervising().toSign(), lines, desk.supervising().rules());
    }

    private void show(Read read) {
        var content = frame.content().getChildren();
        content.clear();
        if (read.lines().isEmpty()) {
            content.add(new EmptyState(text("nobody")));
            return;
        }
        if (!read.toSign().isEmpty()) {
            var sheet = new Sheet();
            read.toSign().forEach(waiting -> sheet.line(toSign(waiting)));
            content.add(Boxes.column(2, Boxes.section(text("to-sign")), sheet));
        }
        var supervised = read.lines().stream()
                .filter(line -> desk.supervising().isSupervisor(line.pair()))
                .toList();
        if (!supervised.isEmpty()) {
            var sheet = new Sheet();
            supervised.forEach(line -> sheet.line(worker(line, read.rules())));
            content.add(Boxes.column(2, Boxes.section(text("you-supervise")), sheet));
        }
        for (Line line : read.lines()) {
            if (!desk.supervising().isSupervisor(line.pair())) {
                own(line, read);
            }
        }
    }

    private Node toSign(Supervising.Waiting waiting) {
        Session session = waiting.session();
        String other = desk.staff().displayOf(waiting.pair().other(desk.me().name()));
        boolean late = waiting.by().isBefore(Clocks.today(desk.clock()));
        Button open = Buttons.of(
                "supervision-sign-" + session.id(),
                text("open"),
                () -> desk.doors().openHeld(waiting.pair().worker(), session.id()));
        open.setAccessibleText(text("open-of", Words.day(session.held()), other));
        return Boxes.row(
                3,
                Boxes.growing(Boxes.column(
                        1,
                        Boxes.text(text("session-with", Words.day(session.held()), other), "strong"),
                        Boxes.text(
                                text(late ? "sign-late" : "sign-by", Words.day(waiting.by())),
                                late ? "text-when" : "text-hint"))),
                open);
    }

    private Node worker(Line line, SupervisionRules rules) {
        String name = desk.staff().displayOf(line.pair().worker());
        Button open = Buttons.of(
                "supervision-open-" + line.pair().worker(),
                text(line.writing() ? "go-on" : "prepare"),
                () -> desk.doors().openSession(line.pair().worker()));
        open.setAccessibleText(text("prepare-with", name));
        return Boxes.row(
                3,
                Boxes.growing(
                        Boxes.column(1, Boxes.text(name, "strong"), Boxes.text(standing(line, rules), "text-hint"))),
                open);
    }

    private String standing(Line line, SupervisionRules rules) {
        var parts = new ArrayList<String>();
        LocalDate today = Clocks.today(desk.clock());
        if (line.sessions().isEmpty()) {
            parts.add(text("never"));
        } else {
            LocalDate last = line.sessions().getFirst().held();
            LocalDate due = last.plusDays(rules.personalDays());
            parts.add(text("last", Words.shortDay(last)));
            parts.add(text(due.isBefore(today) ? "was-due" : "due", Words.shortDay(due)));
        }
        long unsigned = line.sessions().stream()
                .filter(session -> session.isUnsignedTooLong(
                        rules.sign(), desk.supervising().calendar(), today))
                .count();
        if (unsigned > 0) {
            parts.add(text("unsigned", unsigned));
        }
        long open = line.actions().stream().filter(ActionItem::isOpen).count();
        if (open > 0) {
            parts.add(text("actions-open", open));
        }
        return String.join(" · ", parts);
    }

    private void own(Line line, Read read) {
        String supervisor = desk.staff().displayOf(line.pair().supervisor());
        var content = frame.content().getChildren();
        var sheet = new Sheet();
        if (line.now()) {
            Button open = Buttons.of(
                    "supervision-own",
                    text("open-agenda"),
                    () -> desk.doors().openSession(line.pair().worker()));
            sheet.line(Boxes.row(
                    3,
                    Boxes.growing(Boxes.column(
                            1,
                            Boxes.text(text("agenda-with", supervisor), "strong"),
                            Boxes.text(standing(line, read.rules()), "text-hint"))),
                    open));
        }
        line.sessions().stream().limit(SESSIONS_SHOWN).forEach(session -> sheet.line(held(line, session)));
        content.add(Boxes.column(2, Boxes.section(text(line.now() ? "your-own" : "your-former", supervisor)), sheet));
        if (line.now()) {
            content.add(CheckPane.list(
                    desk,
                    line.pair(),
                    line.actions(),
                    new CheckPane.Says(
                            read.rules().notDone().supervisorDecides(),
                            read.rules().notDone().serviceManager()),
                    this::load));
        }
    }

    private Node held(Line line, Session session) {
        Button open = Buttons.of(
                "supervision-held-" + session.id(),
                text("read"),
                () -> desk.doors().openHeld(line.pair().worker(), session.id()));
        open.setAccessibleText(text("read-of", Words.day(session.held())));
        return Boxes.row(
                3,
                Boxes.growing(Boxes.column(
                        1,
                        Boxes.text(Words.day(session.held())),
                        Boxes.text(text(session.isLocked() ? "both-signed" : "not-both-signed"), "text-hint"))),
                open);
    }
}
