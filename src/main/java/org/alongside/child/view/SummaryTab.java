package org.alongside.child.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.alongside.child.ChildSummary;
import org.alongside.child.FactRules;
import org.alongside.child.Facts;
import org.alongside.child.Glance;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Texts;
import org.alongside.record.Drafts;
import org.alongside.ui.Words;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.KnowBox;
import org.alongside.ui.control.Link;
import org.alongside.ui.control.NoticeBar;
import org.alongside.ui.control.SideBySide;
import org.alongside.ui.task.Lane;
import org.jspecify.annotations.Nullable;

/// Who the child is, fact by fact, each with who wrote it and when. A fact is changed in its place;
/// what is being written is a draft that comes back with the page.
final class SummaryTab implements ChildTab {
    private static final int SAID = 3;
    private static final int EVENTS = 2;
    /// What is shown small, two beside each other, in this order.
    private static final List<String> CARDS =
            List.of("address", "household", "phones", "communication", "school", "gp", "name", "birth");

    private final ChildDesk desk;
    private final ChildSummary child;
    private final VBox content = Boxes.column(4);
    private final Map<String, FactEditor> editors = new LinkedHashMap<>();
    private Shown shown;
    private @Nullable UUID thrownAway;
    private String thrownAwayGroup = "";

    private record Shown(
            Map<String, Facts.Fact> facts,
            List<Drafts.Draft> drafts,
            List<Glance.Said> said,
            Glance.Latest latest,
            Named named) {}

    SummaryTab(ChildDesk desk, ChildSummary child) {
        this.desk = desk;
        this.child = child;
        this.shown = new Shown(Map.of(), List.of(), List.of(), new Glance.Latest(List.of(), 0), Named.NOBODY);
    }

    @Override
    public Node node() {
        return content;
    }

    @Override
    public void attached() {
        load("");
    }

    @Override
    public void detached() {
        editors.values().forEach(FactEditor::keepNow);
    }

    /// @param focus the group whose Change link gets the focus; empty for none
    private void load(String focus) {
        desk.background().ask(Lane.STORE, this::read, read -> {
            shown = read;
            draw();
            if (!focus.isEmpty() && content.lookup("#child-change-" + focus) instanceof Node link) {
                link.requestFocus();
            }
        });
    }

    private Shown read() {
        return new Shown(
                desk.facts().of(child.id()),
                desk.drafts().all(),
                desk.glance().said(child.id(), SAID),
                desk.glance().latest(child.id(), EVENTS),
                Named.around(child.id(), desk.children(), desk.staff()));
    }

    @Override
    public boolean main() {
        FactEditor editor = open();
        if (editor == null) {
            return false;
        }
        editor.save();
        return true;
    }

    /// Where the writer is: the editor that has the focus, else the first one.
    private @Nullable FactEditor open() {
        Node owner = content.getScene() == null ? null : content.getScene().getFocusOwner();
        for (Node at = owner; at != null; at = at.getParent()) {
            if (at instanceof FactEditor editor) {
                return editor;
            }
        }
        return editors.values().stream().findFirst().orElse(null);
    }

    private void draw() {
        for (String group : FactRules.shapes().keySet()) {
            if (!editors.containsKey(group)) {
                FactDraft.find(shown.drafts(), child.id(), group)
                        .ifPresent(draft -> editors.put(group, editor(group, draft, true)));
            }
        }
        content.getChildren().clear();
        if (thrownAway != null) {
            content.getChildren().add(undoBar());
        }
        content.getChildren().add(fact("pen_picture", true));
        if (!shown.said().isEmpty()) {
            content.getChildren().add(said());
        }
        cards();
        if (!shown.latest().events().isEmpty()) {
            content.getChildren().add(latest());
        }
    }

    /// Two cards beside each other; one that is being changed has the whole width.
    private void cards() {
        var waiting = new ArrayList<Region>();
        for (String group : CARDS) {
            if (editors.containsKey(group)) {
                flush(waiting);
                content.getChildren().add(fact(group, false));
            } else {
                waiting.add(fact(group, false));
                if (waiting.size() == 2) {
                    flush(waiting);
                }
            }
        }
        flush(waiting);
    }

    private void flush(List<Region> waiting) {
        if (waiting.size() == 2) {
            content.getChildren().add(SideBySide.shares(1, waiting.get(0), 1, waiting.get(1)));
        } else if (waiting.size() == 1) {
            content.getChildren().add(waiting.getFirst());
        }
        waiting.clear();
    }

    private Region fact(String group, boolean large) {
        FactEditor editor = editors.get(group);
        if (editor != null) {
            return editor;
        }
        var block = new FactBlock(
                        child,
                        shown.named(),
                        desk.staff(),
                        Clocks.today(desk.clock()),
                        this::change,
                        desk.doors()::openConflict)
                .of(group, shown.facts().get(group), large);
        if (!large) {
            block.getStyleClass().addAll("sheet", "fact-card");
        }
        return block;
    }

    private void change(String group) {
        FactRules.Shape shape = FactRules.shapes().get(group);
        var begun = FactDraft.begin(
                desk.ids().get(),
                child.id(),
                group,
                shown.facts().get(group),
                shape != null && shape.list(),
                desk.clock().instant());
        FactEditor editor = editor(group, begun, false);
        editors.put(group, editor);
        draw();
        content.applyCss();
        content.layout();
        editor.focusFirst();
    }

    private FactEditor editor(String group, Drafts.Draft draft, boolean stored) {
        var kept = new KeptWriting(desk.drafts(), desk.background(), desk.timers(), desk.clock(), draft, stored);
        return new FactEditor(desk, child, group, kept, shown.named(), () -> closed(group, null), () -> {
            closed(group, kept.finishing());
        });
    }

    private void closed(String group, @Nullable UUID thrown) {
        editors.remove(group);
        thrownAway = thrown;
        thrownAwayGroup = group;
        load(group);
    }

    private Node undoBar() {
        UUID draft = thrownAway;
        String what = RecordWords.what(Facts.TYPE, thrownAwayGroup);
        return new NoticeBar(
                "child-left",
                NoticeBar.Kind.PLAIN,
                Texts.of("child.edit.left", what),
                Buttons.of("child-left-undo", Texts.of("child.undo"), () -> {
                    thrownAway = null;
                    desk.background()
                            .ask(
                                    Lane.STORE,
                                    () -> {
                                        desk.drafts().restore(java.util.Objects.requireNonNull(draft));
                                        return Boolean.TRUE;
                                    },
                                    done -> load(""));
                }));
    }

    private Node said() {
        Glance.Said newest = shown.said().getFirst();
        var lines = new ArrayList<Node>();
        lines.add(Boxes.text(Texts.of("child.quote", newest.words()), "text-lead", "reading"));
        for (Glance.Said older : shown.said().subList(1, shown.said().size())) {
            lines.add(Boxes.text(
                    Texts.of("child.said-older", Words.shortDay(older.on()), Texts.of("child.quote", older.words())),
                    "text-hint",
                    "reading"));
        }
        return KnowBox.reading(
                        "child-said",
                        KnowBox.Kind.WORDS,
                        Texts.of("child.said", child.shortName()),
                        lines.toArray(Node[]::new))
                .by(
                        newest.where().isEmpty()
                                ? Words.shortDay(newest.on())
                                : Texts.of("child.said-by", Words.shortDay(newest.on()), newest.where()));
    }

    private Node latest() {
        var box = Boxes.column(
                1,
                Boxes.lineOfText(
                        3,
                        Boxes.growing(Boxes.section(Texts.of("child.latest"))),
                        new Link(
                                "child-all-events",
                                Texts.of("child.latest-all", shown.latest().count()),
                                () -> desk.doors().openTab(child.id(), "chronology"))));
        ((Region) ((javafx.scene.layout.HBox) box.getChildren().getFirst())
                        .getChildren()
                        .getFirst())
                .setMaxWidth(Double.MAX_VALUE);
        for (Glance.Event event : shown.latest().events()) {
            var on = Boxes.word(Words.shortDay(event.on()));
            on.getStyleClass().add("event-on");
            var kind = Boxes.text(event.kind(), "text-quiet", "event-kind");
            var line = Boxes.row(4, on, kind, Boxes.growing(Boxes.text(event.what())));
            line.setAlignment(javafx.geometry.Pos.TOP_LEFT);
            box.getChildren().add(line);
        }
        return box;
    }
}
