package org.alongside.child.view;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.alongside.child.Age;
import org.alongside.child.ChildSummary;
import org.alongside.child.Glance;
import org.alongside.kernel.Texts;
import org.alongside.ui.Words;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.Link;
import org.alongside.ui.control.NoticeBar;
import org.jspecify.annotations.Nullable;

/// How things stand with a child now: last seen, last alone, the next visit that is set; and where a
/// visit or a note begins.
final class NowPanel {
    private final ChildDesk desk;
    private final ChildSummary child;
    private final LocalDate today;

    NowPanel(ChildDesk desk, ChildSummary child, LocalDate today) {
        this.desk = desk;
        this.child = child;
        this.today = today;
    }

    void draw(VBox panel, Glance.Now now, Glance.Stands stands, Runnable startVisit) {
        var start = Buttons.of("child-start", Texts.of("child.start"), startVisit);
        start.getStyleClass().add("accent");
        start.setAccessibleHelp("Ctrl+Shift+V");
        var note = Buttons.of(
                "child-new-note", Texts.of("child.new-note"), () -> desk.doors().newNote(child.id()));
        note.setAccessibleHelp("Ctrl+Shift+N");
        var buttons = new FlowPane(start, note);
        buttons.getStyleClass().add("buttons");
        panel.getChildren()
                .setAll(
                        Boxes.heading(Texts.of("child.now")),
                        line("child.now-seen", day(now.lastSeen(), "child.now-never-seen")),
                        line("child.now-alone", alone(now), stands.raised()));
        if (now.nextVisitOn() != null || stands.dates().isEmpty()) {
            panel.getChildren().add(line("child.now-next", next(now.nextVisitOn())));
        }
        stands.dates().forEach(date -> panel.getChildren().add(date(date)));
        if (!stands.prompt().isEmpty()) {
            panel.getChildren()
                    .add(new NoticeBar(
                            "child-prompt",
                            NoticeBar.Kind.WARNING,
                            stands.prompt(),
                            new Link(
                                            "child-prompt-open",
                                            Texts.of("child.now-open"),
                                            () -> desk.doors().openDates(child.id(), "alone"))
                                    .called(stands.prompt())));
        }
        if (now.unsent() > 0) {
            panel.getChildren().add(line("child.now-to-send", Texts.of("child.now-unsent", now.unsent())));
        }
        panel.getChildren().add(buttons);
    }

    /// A live date; it leads to how it came about.
    private Node date(Glance.Date date) {
        var name = Boxes.text(date.name(), "text-quiet", "now-key");
        var when = new Link(
                        "child-date-" + date.id(),
                        date.when(),
                        () -> desk.doors().openDates(child.id(), date.id()))
                .called(date.name() + ", " + date.when());
        if (date.passed()) {
            when.getStyleClass().add("text-when");
        }
        var line = Boxes.row(2, name, when);
        line.setAlignment(javafx.geometry.Pos.BASELINE_LEFT);
        return line;
    }

    private static Node line(String key, String words) {
        return line(key, words, false);
    }

    private static Node line(String key, String words, boolean amber) {
        var name = Boxes.text(Texts.of(key), "text-quiet", "now-key");
        var value = Boxes.growing(amber ? Boxes.text(words, "text-when") : Boxes.text(words));
        var line = Boxes.row(2, name, value);
        line.setAlignment(javafx.geometry.Pos.TOP_LEFT);
        return line;
    }

    private String alone(Glance.Now now) {
        if (now.lastAlone() != null) {
            return day(now.lastAlone(), "");
        }
        LocalDate born = child.bornOn();
        if (born == null || born.isAfter(today)) {
            return Texts.of("child.now-unborn");
        }
        return Age.years(born, today) < desk.seenAloneMinAgeYears()
                ? Texts.of("child.now-young")
                : Texts.of("child.now-not-yet");
    }

    private String day(@Nullable LocalDate day, String never) {
        if (day == null) {
            return Texts.of(never);
        }
        long days = ChronoUnit.DAYS.between(day, today);
        return days == 0 ? Texts.of("child.now-today") : Texts.of("child.now-days", Words.shortDay(day), days);
    }

    private String next(@Nullable LocalDate day) {
        if (day == null) {
            return Texts.of("child.now-none");
        }
        if (day.equals(today)) {
            return Texts.of("child.now-today");
        }
        return day.isBefore(today) ? Texts.of("child.now-was", Words.shortDay(day)) : Words.shortDay(day);
    }
}
