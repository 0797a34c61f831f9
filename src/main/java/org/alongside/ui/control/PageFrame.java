package org.alongside.ui.control;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.alongside.ui.Breadth;
import org.jspecify.annotations.Nullable;

/// The skeleton of a page: a title (plain, or a white head over the whole width), content that
/// scrolls, and where wanted the parts at the left, a panel at the right and a foot with the main
/// action. In a narrower window the panel lies under the content and the parts become a chooser; the
/// reading order stays.
public final class PageFrame extends VBox {
    private final PageTitle title;
    private final Label sub = Boxes.text("", "page-sub");
    private final HBox end = Boxes.row(2);
    private final FlowPane headLine = new FlowPane();
    private final VBox head = Boxes.styled(new VBox(), "page-head");
    private final VBox content;
    private final VBox scrolled = Boxes.styled(new VBox(), "page-scrolled");
    private final ScrollPane scroll = new ScrollPane(scrolled);
    private final HBox middle = new HBox();
    private final VBox column = new VBox();
    private final HBox foot = Boxes.styled(new HBox(), "page-foot");
    private final boolean white;
    private @Nullable TaskList parts;
    private @Nullable Pane panel;

    private PageFrame(String id, String words, boolean white) {
        this.white = white;
        setId(id);
        setMinSize(0, 0);
        title = new PageTitle(id + "-title", words);
        content = Boxes.styled(new VBox(), "page-content");
        headLine.getStyleClass().add("page-head-line");
        HBox left = Boxes.lineOfText(4, title, sub);
        Boxes.show(sub, false);
        Boxes.growing(left);
        HBox line = Boxes.row(4, left, end);
        head.getChildren().add(line);
        scroll.setId(id + "-scroll");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("page-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox.setVgrow(middle, Priority.ALWAYS);
        HBox.setHgrow(column, Priority.ALWAYS);
        middle.setMinHeight(0);
        column.setMinSize(0, 0);
        scroll.setMinHeight(0);
        column.getChildren().addAll(scroll, foot);
        foot.setAlignment(Pos.CENTER_LEFT);
        Boxes.show(foot, false);
        if (white) {
            head.getStyleClass().add("white");
        }
        Breadth.of(this).subscribe(this::layOut);
        keepFocusInView();
    }

    /// A list page: its title scrolls with it, on the canvas.
    public static PageFrame list(String id, String title) {
        return new PageFrame(id, title, false);
    }

    /// A page for writing or about one child: a white head that stays.
    public static PageFrame work(String id, String title) {
        return new PageFrame(id, title, true);
    }

    public PageTitle title() {
        return title;
    }

    /// Words beside the title.
    public PageFrame sub(String words) {
        sub.setText(words);
        Boxes.show(sub, !words.isEmpty());
        return this;
    }

    /// What stands at the end of the title's line: the saved mark, buttons of a list.
    public PageFrame end(Node... nodes) {
        end.getChildren().setAll(nodes);
        end.setMinWidth(Region.USE_PREF_SIZE);
        return this;
    }

    /// Further lines of the head: who a child lives with, tabs.
    public PageFrame underTitle(Node... lines) {
        head.getChildren().addAll(lines);
        return this;
    }

    /// Where the page puts what it shows.
    public VBox content() {
        return content;
    }

    /// The parts of a long record.
    public PageFrame parts(TaskList list) {
        parts = list;
        layOut(Breadth.of(this).getValue());
        return this;
    }

    /// Blocks at the right, a hairline between them.
    public PageFrame panel(Node... blocks) {
        var side = Boxes.styled(new VBox(), "panel-blocks");
        for (Node block : blocks) {
            block.getStyleClass().add("panel-block");
            side.getChildren().add(block);
        }
        if (!side.getChildren().isEmpty()) {
            side.getChildren().getFirst().getStyleClass().add("first");
        }
        panel = side;
        layOut(Breadth.of(this).getValue());
        return this;
    }

    /// The main action and what stands beside it, always in view.
    public PageFrame foot(Node... nodes) {
        foot.getChildren().setAll(nodes);
        Boxes.show(foot, nodes.length > 0);
        return this;
    }

    /// Up to the top: after a change of part, or when the error summary comes.
    public void toTop() {
        scroll.setVvalue(0);
    }

    private void layOut(Breadth breadth) {
        scrolled.getChildren().clear();
        middle.getChildren().clear();
        getChildren().clear();
        if (white) {
            getChildren().add(head);
        } else {
            scrolled.getChildren().add(head);
        }
        chooser(breadth);
        scrolled.getChildren().add(content);
        if (parts != null && breadth != Breadth.NARROW) {
            middle.getChildren().add(parts);
        }
        middle.getChildren().add(column);
        Pane side = panel;
        if (side != null) {
            if (breadth == Breadth.WIDE) {
                var bordered = Boxes.styled(new VBox(side), "side-panel");
                bordered.setMinWidth(Region.USE_PREF_SIZE);
                middle.getChildren().add(bordered);
            } else {
                scrolled.getChildren().add(folded(side, breadth));
            }
        }
        getChildren().add(middle);
    }

    private void chooser(Breadth breadth) {
        if (parts == null) {
            return;
        }
        head.getChildren().remove(parts.chooser());
        if (breadth == Breadth.NARROW) {
            head.getChildren().add(parts.chooser());
        }
    }

    private static Node folded(Pane side, Breadth breadth) {
        if (breadth == Breadth.NARROW) {
            return Boxes.styled(new VBox(side), "folded-panel");
        }
        return Boxes.styled(new VBox(side), "folded-panel");
    }

    /// A control that gets the focus by key is scrolled fully into view, never under the foot.
    private void keepFocusInView() {
        sceneProperty().flatMap(scene -> scene.focusOwnerProperty()).subscribe(owner -> {
            if (owner != null && isInContent(owner)) {
                reveal(owner);
            }
        });
    }

    private boolean isInContent(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == scrolled) {
                return true;
            }
        }
        return false;
    }

    private void reveal(Node node) {
        double room = scroll.getViewportBounds().getHeight();
        double spare = scrolled.getHeight() - room;
        if (spare <= 0 || room <= 0) {
            return;
        }
        var at = scrolled.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        double top = scroll.getVvalue() * spare;
        double edge = 12;
        if (at.getMinY() - edge < top || at.getHeight() > room) {
            scroll.setVvalue(Math.clamp((at.getMinY() - edge) / spare, 0, 1));
        } else if (at.getMaxY() + edge > top + room) {
            scroll.setVvalue(Math.clamp((at.getMaxY() + edge - room) / spare, 0, 1));
        }
    }
}
