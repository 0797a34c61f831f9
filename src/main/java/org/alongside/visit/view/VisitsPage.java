package org.alongside.visit.view;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.alongside.child.view.DraftLine;
import org.alongside.kernel.Clocks;
import org.alongside.ui.Page;
import org.alongside.ui.Target;
import org.alongside.ui.Words;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.EmptyState;
import org.alongside.ui.control.Link;
import org.alongside.ui.control.PageFrame;
import org.alongside.ui.control.Sheet;
import org.alongside.ui.control.Tag;
import org.alongside.ui.task.Lane;

/// The place "Visits": what is to be finished first, then starting one, then what was recorded.
final class VisitsPage implements Page {
    private final VisitDesk desk;
    private final Consumer<List<UUID>> begin;
    private final PageFrame frame = PageFrame.list("visits", Asking.text("visits"));

    private final List<DraftLine> draftLines = new ArrayList<>();

    VisitsPage(VisitDesk desk, Consumer<List<UUID>> begin) {
        this.desk = desk;
        this.begin = begin;
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
        return draftLines.stream().anyMatch(DraftLine::isHeld);
    }

    @Override
    public void attached() {
        desk.background().ask(Lane.STORE, () -> VisitList.read(desk), this::show);
    }

    private void show(VisitList list) {
        VBox content = frame.content();
        content.getChildren().clear();
        draftLines.clear();
        if (!list.drafts().isEmpty()) {
            var sheet = new Sheet();
            list.drafts().forEach(draft -> sheet.line(draft(draft)));
            content.getChildren().add(Boxes.column(2, Boxes.section(Asking.text("drafts")), sheet));
        }
        content.getChildren().add(Boxes.column(2, Boxes.section(Asking.text("start-title")), start(list)));
        content.getChildren().add(Boxes.column(2, Boxes.section(Asking.text("recent")), recent(list)));
    }

    private Node draft(VisitList.OpenDraft draft) {
        String open = draft.id().toString();
        Link link = new Link(
                "visits-draft-" + open,
                draft.names(),
                () -> desk.router().go(Target.of(VisitScreens.RECORD, "draft", open)));
        String saved = Words.moment(draft.savedAt(), Clocks.today(desk.clock()));
        var line = new DraftLine(
                "visits-draft",
                desk.drafts(),
                desk.background(),
                new DraftLine.What(draft.id(), Asking.text("draft-of", draft.names()), saved, draft.body()),
                Boxes.growing(Boxes.column(
                        0,
                        link,
                        Boxes.text(
                                draft.when().isEmpty()
                                        ? Asking.text("draft-saved", saved)
                                        : draft.when() + " · " + Asking.text("draft-saved", saved),
                                "text-quiet"))));
        draftLines.add(line);
        return line;
    }

    private Node start(VisitList list) {
        if (list.households().isEmpty()) {
            return new EmptyState(Asking.text("no-children"));
        }
        var sheet = new Sheet();
        for (VisitList.Household household : list.households()) {
            String id = "visits-start-" + household.children().getFirst();
            var button = Buttons.of(id, Asking.text("start"), () -> begin.accept(household.children()));
            button.setAccessibleText(Asking.text("start-what", household.label()));
            var names = Boxes.column(
                    0, Boxes.text(household.label(), "text-label"), Boxes.text(household.names(), "text-quiet"));
            sheet.line(Boxes.row(4, Boxes.growing(names), button));
        }
        return sheet;
    }

    private Node recent(VisitList list) {
        if (list.recent().isEmpty()) {
            return new EmptyState(Asking.text("no-visits"));
        }
        var sheet = new Sheet();
        for (VisitList.Recent visit : list.recent()) {
            String id = visit.id().toString();
            Link link = new Link(
                    "visits-" + id, visit.names(), () -> desk.router().go(Target.of(VisitScreens.VISIT, "visit", id)));
            link.called(visit.names() + ", " + visit.when());
            sheet.line(line(link, visit.when() + (visit.what().isEmpty() ? "" : " · " + visit.what()), state(visit)));
        }
        return sheet;
    }

    private static Node state(VisitList.Recent visit) {
        if (visit.visit().isWithdrawn()) {
            return new Tag(Asking.text("in-error-tag"), Tag.Kind.WARNING);
        }
        return visit.visit().councilHasIt()
                ? new Tag(Asking.text("with-council"), Tag.Kind.PLAIN).icon("mdoal-cloud_done")
                : new Tag(Asking.text("one-to-send"), Tag.Kind.PLAIN).icon("mdoal-laptop");
    }

    private static Node line(Link link, String words, Node end) {
        HBox row = Boxes.row(4, Boxes.growing(Boxes.column(0, link, Boxes.text(words, "text-quiet"))), end);
        return row;
    }
}
