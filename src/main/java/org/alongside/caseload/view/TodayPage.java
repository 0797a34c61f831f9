package org.alongside.caseload.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.alongside.access.Staff;
import org.alongside.caseload.Caseload;
import org.alongside.caseload.Raised;
import org.alongside.caseload.Standing;
import org.alongside.caseload.StandingLists;
import org.alongside.caseload.Standings;
import org.alongside.caseload.Today;
import org.alongside.child.view.DraftLine;
import org.alongside.child.view.RecordWords;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Texts;
import org.alongside.ui.Page;
import org.alongside.ui.Words;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.EmptyState;
import org.alongside.ui.control.IconLine;
import org.alongside.ui.control.Link;
import org.alongside.ui.control.NoticeBar;
import org.alongside.ui.control.PageFrame;
import org.alongside.ui.control.SendingPanel;
import org.alongside.ui.control.Sheet;
import org.alongside.ui.task.Lane;
import org.jspecify.annotations.Nullable;

/// Today: visits set for the day, drafts to finish, what others changed, what waits to be sent.
public final class TodayPage implements Page {
    private final CaseloadDesk desk;
    private final CaseloadWords words;
    private final PageFrame frame;
    private final VBox ready = Boxes.column(1);
    private final VBox asked = Boxes.column(2);
    private final List<DraftLine> draftLines = new ArrayList<>();
    private @Nullable DoNow doNow;

    private record Read(Today.Day day, List<Raised> now, List<Raised.Dated> soon, StandingWords words) {}

    public TodayPage(CaseloadDesk desk) {
        this.desk = desk;
        this.words = new CaseloadWords(Clocks.today(desk.clock()), desk.seenAloneMinAgeYears());
        this.frame = PageFrame.list("today", Words.day(Clocks.today(desk.clock())));
        frame.panel(
                new SendingPanel("today-sending", desk.sending(), desk.doors()::showOutbox, desk.doors()::syncNow),
                ready,
                danger());
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
    public boolean back() {
        return draftLines.stream().anyMatch(DraftLine::keepIt);
    }

    @Override
    public boolean holds() {
        DoNow now = doNow;
        return draftLines.stream().anyMatch(DraftLine::isHeld) || now != null && now.isWriting();
    }

    @Override
    public void attached() {
        desk.background().ask(Lane.STORE, this::read, this::show);
        desk.background().ask(Lane.STORE, desk.doors()::reminders, this::remind);
    }

    /// Stands over everything else of the day.
    private void remind(List<Reminder> reminders) {
        asked.getChildren().clear();
        for (Reminder reminder : reminders) {
            asked.getChildren()
                    .add(new NoticeBar(
                            "today-" + reminder.id(),
                            NoticeBar.Kind.ACCENT,
                            reminder.words(),
                            Buttons.of(
                                    "today-" + reminder.id() + "-open",
                                    Texts.of("caseload.today.reminder-open"),
                                    () -> desk.doors().follow(reminder))));
        }
        Boxes.show(asked, !reminders.isEmpty());
    }

    @Override
    public void detached() {
        DoNow now = doNow;
        if (now != null) {
            now.keepNow();
        }
    }

    private Read read() {
        LocalDate today = Clocks.today(desk.clock());
        Collection<Standing> standings = desk.board().all().values();
        Standings by = desk.board().standings();
        StandingLists lists = StandingLists.shipped();
        return new Read(
                desk.today().now(),
                Raised.now(standings, by, lists, today),
                Raised.soon(standings, by, lists, today),
                new StandingWords(today, desk.staff(), desk.me(), desk.board()));
    }

    private void show(Read read) {
        Today.Day day = read.day();
        int count = day.visits().size();
        String visits = count == 0
                ? ""
                : count == 1 ? Texts.of("caseload.today.visits-one") : Texts.of("caseload.today.visits-some", count);
        String prompts = Texts.of("caseload.today.prompts", read.now().size());
        frame.sub(visits.isEmpty() || prompts.isEmpty() ? visits + prompts : visits + ", " + prompts);
        frame.content().getChildren().setAll(asked);
        if (day.households().isEmpty()) {
            frame.content()
                    .getChildren()
                    .add(new EmptyState(
                            Texts.of("caseload.today.no-children"),
                            "today-fetch",
                            Texts.of("caseload.today.no-children-step"),
                            desk.doors()::syncNow));
        } else {
            section(Texts.of(count == 0 ? "caseload.today.visits-none" : "caseload.today.title-visits"), visits(day));
        }
        doNow = new DoNow(desk, read.words(), this::attached);
        if (!read.now().isEmpty()) {
            frame.content()
                    .getChildren()
                    .add(Boxes.column(
                            2,
                            Boxes.lineOfText(
                                    3,
                                    Boxes.section(Texts.of("caseload.today.title-now")),
                                    Boxes.text(Texts.of("caseload.today.now-hint"), "text-hint")),
                            doNow.cards(read.now())));
        }
        if (!day.drafts().isEmpty()) {
            section(Texts.of("caseload.today.title-drafts"), drafts(day.drafts()));
        }
        if (!day.coming().isEmpty()) {
            section(Texts.of("caseload.today.title-coming"), coming(day));
        }
        if (!read.soon().isEmpty()) {
            section(
                    Texts.of(
                            "caseload.today.title-soon", StandingLists.shipped().aheadWorkingDays()),
                    DoNow.soon(read.soon(), read.words()));
        }
        if (!day.households().isEmpty()) {
            section(Texts.of("caseload.today.title-households"), households(day));
            section(Texts.of("caseload.today.title-changes"), changes(day));
        }
        ready(day);
    }

    private void section(String title, Node content) {
        frame.content().getChildren().add(Boxes.column(2, Boxes.section(title), content));
    }

    private Node visits(Today.Day day) {
        if (day.visits().isEmpty()) {
            return new EmptyState(Texts.of("caseload.today.no-visits"));
        }
        var sheet = new Sheet();
        boolean main = true;
        for (Today.Household household : day.visits()) {
            sheet.line(visit(household, main, "visit"));
            main = false;
        }
        return sheet;
    }

    private Node visit(Today.Household household, boolean main, String list) {
        List<Caseload.Row> rows = household.children();
        var children = rows.stream().map(Caseload.Row::child).toList();
        String names = CaseloadWords.names(children);
        String place = household.address();
        Button start = Buttons.of(
                "today-start-" + list + "-" + rows.getFirst().id(),
                Texts.of("caseload.today.start"),
                () -> desk.doors()
                        .startVisit(rows.stream().map(Caseload.Row::id).toList()));
        start.setAccessibleText(Texts.of("caseload.today.start-for", names));
        if (main) {
            start.getStyleClass().add("accent");
        }
        Button plan = Buttons.of(
                "today-plan-" + list + "-" + rows.getFirst().id(),
                Texts.of("caseload.today.plan"),
                () -> desk.doors().planVisit(rows.stream().map(Caseload.Row::id).toList()));
        plan.setAccessibleText(Texts.of("caseload.today.plan-for", names));
        String status = words.status(children.getFirst());
        HBox line = Boxes.row(
                3,
                Boxes.lineOfText(
                        3,
                        Boxes.word(names, "text-lead", "strong"),
                        Boxes.text(place.isEmpty() ? status : place + " · " + status, "text-quiet")),
                Boxes.space(),
                plan,
                start);
        line.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(line.getChildren().getFirst(), javafx.scene.layout.Priority.ALWAYS);
        String alone = words.lastAlone(rows);
        return alone.isEmpty() ? line : Boxes.column(1, line, Boxes.text(alone));
    }

    private Node households(Today.Day day) {
        var sheet = new Sheet();
        for (Today.Household household : day.households()) {
            if (!day.visits().contains(household)) {
                sheet.line(visit(household, false, "household"));
            }
        }
        return Boxes.column(2, Boxes.text(Texts.of("caseload.today.households-hint"), "text-hint"), sheet);
    }

    private Node coming(Today.Day day) {
        var sheet = new Sheet();
        for (Today.Household household : day.coming()) {
            String names = CaseloadWords.names(
                    household.children().stream().map(Caseload.Row::child).toList());
            sheet.line(Boxes.row(
                    4,
                    Boxes.word(household.nextVisit().map(Words::shortDay).orElse(""), "text-quiet"),
                    Boxes.text(names)));
        }
        return sheet;
    }

    private Node drafts(List<Today.Unfinished> drafts) {
        draftLines.clear();
        var sheet = new Sheet();
        for (Today.Unfinished unfinished : drafts) {
            String kind = Texts.find(
                            "caseload.today.draft-" + unfinished.draft().kind())
                    .orElseGet(() -> Texts.of("caseload.today.draft-other"));
            String names = CaseloadWords.names(unfinished.children());
            Button open = Buttons.of(
                    "today-draft-" + unfinished.draft().id(),
                    Texts.of("caseload.today.open"),
                    () -> desk.doors().openDraft(unfinished.draft()));
            open.setAccessibleText(Texts.of("caseload.today.open-for", kind, names));
            String saved = Texts.of(
                    "caseload.today.draft-saved",
                    Words.moment(unfinished.draft().savedAt(), Clocks.today(desk.clock())));
            var line = new DraftLine(
                    "today-draft",
                    desk.drafts(),
                    desk.background(),
                    new DraftLine.What(
                            unfinished.draft().id(),
                            kind + ", " + names,
                            Words.moment(unfinished.draft().savedAt(), Clocks.today(desk.clock())),
                            unfinished.draft().body()),
                    Boxes.growing(Boxes.column(
                            1,
                            Boxes.word(names.isEmpty() ? kind : kind + " · " + names, "strong"),
                            Boxes.text(saved, "text-hint"))),
                    open);
            draftLines.add(line);
            sheet.line(line);
        }
        return sheet;
    }

    private Node changes(Today.Day day) {
        if (day.changes().isEmpty()) {
            return new EmptyState(Texts.of("caseload.today.no-changes"));
        }
        var sheet = new Sheet();
        for (Today.Changed changed : day.changes()) {
            var line = changed.line();
            String what = RecordWords.what(line.type(), line.fieldGroup());
            sheet.line(Boxes.row(
                    4,
                    Boxes.word(Words.moment(line.at(), day.date()), "text-quiet"),
                    new Link(
                                    "today-changed-" + line.record() + "-" + line.fieldGroup(),
                                    changed.child().shortName(),
                                    () -> desk.doors().openChild(changed.child().id()))
                            .called(changed.child().name() + ", " + what),
                    Boxes.text(Texts.of(
                            "caseload.today.changed-by", what, RecordWords.author(desk.staff(), line.author())))));
        }
        return sheet;
    }

    private void ready(Today.Day day) {
        int children = day.households().stream()
                .mapToInt(household -> household.children().size())
                .sum();
        var checked = desk.checked().getValue();
        ready.getChildren()
                .setAll(
                        Boxes.heading(Texts.of("caseload.today.ready-title")),
                        new IconLine(
                                children == 0 ? "mdoal-info" : "mdoal-check_circle",
                                children == 0
                                        ? Texts.of("caseload.today.ready-none")
                                        : Texts.of("caseload.today.ready", children)),
                        Boxes.text(
                                checked == null
                                        ? Texts.of("caseload.today.checked-never")
                                        : Texts.of("caseload.today.checked", Words.moment(checked, day.date())),
                                "text-hint"));
    }

    private Node danger() {
        Staff.Council council = desk.staff().council();
        var box = Boxes.column(1, Boxes.heading(Texts.of("caseload.today.danger-title")));
        if (council.dutyPhone().isEmpty()) {
            box.getChildren().add(Boxes.text(Texts.of("caseload.today.danger-none")));
        } else {
            box.getChildren()
                    .addAll(
                            Boxes.text(Texts.of("caseload.today.danger", council.dutyName())),
                            Boxes.word(council.dutyPhone(), "strong"));
        }
        return box;
    }
}
