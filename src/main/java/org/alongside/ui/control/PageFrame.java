package org.alongside.ui.control;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.InputEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.alongside.ui.Breadth;
import org.alongside.ui.theme.SizeOfScene;
import org.jspecify.annotations.Nullable;

/// The skeleton of a page: a title (plain, or a white head over the whole width), content that
/// scrolls, and where wanted the parts at the left, a panel at the right and a foot with the main
/// action. In a narrower window the panel lies under the content and the parts become a chooser; the
/// reading order stays.
public final class PageFrame extends VBox {
    /// Width at 100 % from which a narrow page's head is one line.
    private static final double ONE_LINE_FROM_PX = 620;

    private final PageTitle title;
    private final Label sub = Boxes.text("", "page-sub");
    private final HBox end = Boxes.row(2);
    private final HBox titleWords;
    private final HBox titleLine;
    private final VBox head = Boxes.styled(new VBox(), "page-head");
    private final VBox underTitle = Boxes.styled(new VBox(), "page-under-title");
    private final VBox content;
    private final VBox scrolled = Boxes.styled(new VBox(), "page-scrolled");
    private final ScrollPane scroll = new ScrollPane(scrolled);
    private final HBox middle = new HBox();
    private final VBox column = new VBox();
    private final HBox foot = Boxes.styled(new HBox(), "page-foot");
    private final boolean white;
    /// Whether the chooser of the parts had a line of its own when it was last laid out.
    private boolean tight;
    private @Nullable TaskList parts;
    private List<Node> panel = List.of();
    /// What got the focus last, until somebody does something.
    private @Nullable Node fresh;

    private PageFrame(String id, String words, boolean white) {
        this.white = white;
        setId(id);
        setMinSize(0, 0);
        title = new PageTitle(id + "-title", words);
        content = Boxes.styled(new VBox(), "page-content");
        Boxes.show(sub, false);
        titleWords = Boxes.growing(Boxes.lineOfText(4, title, sub));
        titleWords.setMaxHeight(Region.USE_PREF_SIZE);
        titleLine = Boxes.row(4, titleWords, end);
        head.getChildren().add(titleLine);
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
        widthProperty().subscribe(() -> {
            if (parts != null && isTight() != tight) {
                layOut(Breadth.of(this).getValue());
            }
        });
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
        boolean room = parts == null || Breadth.of(this).getValue() != Breadth.NARROW;
        Boxes.show(sub, room && !words.isEmpty());
        return this;
    }

    /// What stands at the end of the title's line: the saved mark, buttons of a list.
    public PageFrame end(Node... nodes) {
        end.getChildren().setAll(nodes);
        end.setMinWidth(Region.USE_PREF_SIZE);
        return this;
    }

    /// Tabs on the lower edge of the head, and the lines between them and the title. In a narrow window
    /// those lines scroll with the page: a head that stays must leave room for what it is the head of.
    public PageFrame tabs(TabsRow tabs, Node... lines) {
        head.getStyleClass().add("with-tabs");
        head.getChildren().add(tabs);
        underTitle.getChildren().setAll(lines);
        layOut(Breadth.of(this).getValue());
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
        panel = List.of(blocks);
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
        subLine(breadth);
        chooser(breadth);
        linesUnderTitle(breadth);
        scrolled.getChildren().add(content);
        if (parts != null && breadth != Breadth.NARROW) {
            middle.getChildren().add(sideParts(parts));
        }
        middle.getChildren().add(column);
        if (!panel.isEmpty()) {
            switch (breadth) {
                case WIDE -> middle.getChildren().add(sidePanel());
                case MEDIUM -> scrolled.getChildren().add(blocks(Boxes.styled(new HBox(), "folded-panel", "row")));
                case NARROW -> scrolled.getChildren().add(blocks(Boxes.styled(new VBox(), "folded-panel")));
            }
        }
        getChildren().add(middle);
    }

    /// No room for title, chooser and saved mark in one line.
    private boolean isTight() {
        return getScene() != null
                && getScene().getWidth()
                                * 100
                                / SizeOfScene.of(getScene()).get().percent()
                        < ONE_LINE_FROM_PX;
    }

    /// Beside the title, or under it when the window is narrow.
    private void subLine(Breadth breadth) {
        titleWords.getChildren().remove(sub);
        head.getChildren().remove(sub);
        if (breadth == Breadth.NARROW) {
            head.getChildren().add(1, sub);
        } else {
            titleWords.getChildren().add(sub);
        }
    }

    private void linesUnderTitle(Breadth breadth) {
        head.getChildren().remove(underTitle);
        if (underTitle.getChildren().isEmpty()) {
            return;
        }
        if (breadth == Breadth.NARROW) {
            scrolled.getChildren().addFirst(underTitle);
        } else {
            head.getChildren().add(head.getChildren().size() - 1, underTitle);
        }
    }

    /// A long list of parts scrolls by itself; the page beside it stays.
    private Node sideParts(TaskList list) {
        var side = new ScrollPane(list);
        side.setId(getId() + "-parts-scroll");
        side.setFitToWidth(true);
        side.setFitToHeight(true);
        side.setFocusTraversable(false);
        side.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        side.getStyleClass().add("page-scroll");
        side.setMinWidth(Region.USE_PREF_SIZE);
        return side;
    }

    private Node sidePanel() {
        var side = new ScrollPane(blocks(Boxes.styled(new VBox(), "panel-blocks")));
        side.setId(getId() + "-panel");
        side.setFitToWidth(true);
        side.setFocusTraversable(false);
        side.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        side.getStyleClass().addAll("page-scroll", "side-panel");
        side.setMinWidth(Region.USE_PREF_SIZE);
        return side;
    }

    private Pane blocks(Pane holder) {
        for (Node block : panel) {
            var framed = Boxes.styled(new VBox(block), "panel-block");
            framed.setPrefWidth(holder instanceof HBox ? 0 : Region.USE_COMPUTED_SIZE);
            Boxes.growing(framed);
            if (holder.getChildren().isEmpty()) {
                framed.getStyleClass().add("first");
            }
            holder.getChildren().add(framed);
        }
        return holder;
    }

    private void chooser(Breadth breadth) {
        if (parts == null) {
            return;
        }
        boolean narrow = breadth == Breadth.NARROW;
        titleLine.getChildren().remove(parts.chooser());
        head.getChildren().remove(parts.chooser());
        Boxes.show(sub, !narrow && !sub.getText().isEmpty());
        tight = isTight();
        if (narrow && tight) {
            head.getChildren().add(Boxes.growing(parts.chooser()));
            HBox.setHgrow(titleWords, Priority.ALWAYS);
        } else if (narrow) {
            titleLine.getChildren().add(1, Boxes.growing(parts.chooser()));
            HBox.setHgrow(titleWords, Priority.NEVER);
        } else {
            HBox.setHgrow(titleWords, Priority.ALWAYS);
        }
    }

    /// A control that gets the focus by key is scrolled fully into view, never under the foot.
    private void keepFocusInView() {
        sceneProperty().flatMap(scene -> scene.focusOwnerProperty()).subscribe(owner -> {
            if (owner != null && isInContent(owner)) {
                fresh = owner;
                reveal(owner);
            }
        });
        // Larger text moves everything: whoever writes goes on seeing where.
        sceneProperty().flatMap(scene -> SizeOfScene.of(scene)).subscribe(size -> {
            Node owner = getScene() == null ? null : getScene().getFocusOwner();
            fresh = owner != null && isInContent(owner) ? owner : null;
        });
        // A page that comes back with the focus deep in it is laid out only afterwards.
        scrolled.heightProperty().subscribe(this::revealFresh);
        scroll.viewportBoundsProperty().subscribe(this::revealFresh);
        addEventFilter(InputEvent.ANY, event -> fresh = null);
    }

    private void revealFresh() {
        Node owner = fresh;
        if (owner != null && owner.isFocused() && isInContent(owner)) {
            reveal(owner);
        }
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
