package org.alongside.child.view;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.alongside.access.Staff;
import org.alongside.child.ChildSummary;
import org.alongside.child.Facts;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Texts;
import org.alongside.record.Change;
import org.alongside.ui.Breadth;
import org.alongside.ui.Words;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Link;
import org.alongside.ui.control.NoticeBar;
import org.jspecify.annotations.Nullable;

/// One fact to read: title, who wrote it and when and where it is, Change, and the value. Of two
/// versions it shows both and leads to the decision.
final class FactBlock {
    private final ChildSummary child;
    private final Named named;
    private final Staff staff;
    private final LocalDate today;
    private final Consumer<String> change;
    private final Consumer<java.util.UUID> decide;
    private boolean shownAddress;

    FactBlock(
            ChildSummary child,
            Named named,
            Staff staff,
            LocalDate today,
            Consumer<String> change,
            Consumer<java.util.UUID> decide) {
        this.child = child;
        this.named = named;
        this.staff = staff;
        this.today = today;
        this.change = change;
        this.decide = decide;
    }

    /// @param large the title of a section, not of a card
    VBox of(String group, Facts.@Nullable Fact fact, boolean large) {
        String words = Texts.of("child.title." + group, child.shortName());
        Node title = large ? Boxes.section(words) : Boxes.heading(words);
        Link link = new Link("child-change-" + group, Texts.of("ui.change"), () -> change.accept(group));
        link.called(Texts.of("ui.change-what", words));
        HBox head = Boxes.lineOfText(3, title);
        var block = Boxes.column(1, head);
        block.setId("child-fact-" + group);
        if (fact == null || isEmpty(group, fact)) {
            head.getChildren().addAll(Boxes.space(), link);
            block.getChildren().add(Boxes.text(Texts.of("child.nothing." + group), "text-quiet"));
            return block;
        }
        var by = Boxes.text(by(group, fact.shown()), "text-by");
        if (large) {
            HBox.setHgrow(by, javafx.scene.layout.Priority.ALWAYS);
            by.setMaxWidth(Double.MAX_VALUE);
            Breadth.of(head).subscribe(breadth -> layOut(block, head, by, link, breadth));
        } else {
            head.getChildren().addAll(Boxes.space(), link);
        }
        if (fact.conflict() != null) {
            versions(block, group, fact, fact.conflict());
        } else {
            value(block, group, fact);
        }
        if (!large) {
            block.getChildren().add(by);
        }
        return block;
    }

    /// Who wrote it stands beside the title; under it where there is no room.
    private static void layOut(VBox block, HBox head, Node by, Link link, Breadth breadth) {
        block.getChildren().remove(by);
        Node title = head.getChildren().getFirst();
        if (breadth == Breadth.NARROW) {
            head.getChildren().setAll(title, Boxes.space(), link);
            block.getChildren().add(1, by);
        } else {
            head.getChildren().setAll(title, by, link);
        }
    }

    private boolean isEmpty(String group, Facts.Fact fact) {
        return fact.conflict() == null
                && FactWords.lines(group, fact.value(), named).isEmpty();
    }

    private void value(VBox block, String group, Facts.Fact fact) {
        if (group.equals("address") && fact.value().path("withheld").booleanValue(false) && !shownAddress) {
            block.getChildren()
                    .add(new NoticeBar(
                            "child-address-withheld",
                            NoticeBar.Kind.WARNING,
                            Texts.of("child.address-withheld"),
                            show(block, group, fact)));
            return;
        }
        if (group.equals("address") && fact.value().path("withheld").booleanValue(false)) {
            block.getChildren()
                    .add(new NoticeBar(
                            "child-address-warning", NoticeBar.Kind.WARNING, Texts.of("child.address-warning")));
        }
        lines(block, FactWords.lines(group, fact.value(), named));
    }

    /// A withheld address comes into view only when asked for, each time the page is opened.
    private Node show(VBox block, String group, Facts.Fact fact) {
        Link show = new Link("child-address-show", Texts.of("child.address-show"), () -> {
            shownAddress = true;
            block.getChildren().removeIf(node -> "child-address-withheld".equals(node.getId()));
            var shown = Boxes.column(1);
            value(shown, group, fact);
            block.getChildren().addAll(1, List.copyOf(shown.getChildren()));
        });
        return show.called(Texts.of("child.address-show-what", child.name()));
    }

    private void versions(VBox block, String group, Facts.Fact fact, java.util.UUID conflict) {
        block.getChildren()
                .add(new NoticeBar(
                        "child-conflict-" + group,
                        NoticeBar.Kind.WARNING,
                        Texts.of("child.two-versions"),
                        new Link("child-decide-" + group, Texts.of("child.decide"), () -> decide.accept(conflict))
                                .called(Texts.of("child.decide-what", RecordWords.what(Facts.TYPE, group)))));
        boolean withheld = fact.versions().stream()
                .anyMatch(version -> version.value().path("withheld").booleanValue(false));
        for (Change version : fact.versions()) {
            var one = Boxes.column(0, Boxes.text(by(group, version), "text-by"));
            if (!(group.equals("address") && withheld)) {
                lines(one, FactWords.lines(group, version.value(), named));
            }
            one.getStyleClass().add("fact-version");
            block.getChildren().add(one);
        }
    }

    private static void lines(VBox block, List<String> lines) {
        lines.forEach(line -> block.getChildren().add(Boxes.text(line, "reading")));
    }

    /// "Written with Ellis, 12 Aug 2026, Joanna Pritchard · With the council".
    private String by(String group, Change change) {
        String who = RecordWords.author(staff, change.author());
        boolean together = group.equals("pen_picture")
                && change.value().path("written_with_child").booleanValue(false);
        return Texts.of(
                together ? "child.by-with" : "child.by",
                child.shortName(),
                when(change),
                who,
                RecordWords.where(change));
    }

    private String when(Change change) {
        LocalDate day = Clocks.day(change.at());
        return day.equals(today) ? Words.time(change.at()) : Words.shortDay(day);
    }
}
