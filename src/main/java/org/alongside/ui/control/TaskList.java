package org.alongside.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.alongside.kernel.Texts;
import org.alongside.ui.theme.Icons;

/// The parts of a record, in any order: icon, words, state in words. Where there is no room beside the
/// page its [#chooser] takes its place.
public final class TaskList extends VBox {
    private static final double CHOOSER_PX = 160;

    private final Consumer<String> go;
    private final VBox lines = Boxes.styled(new VBox(), "task-lines");
    /// Twelve parts are taller than a small window.
    private final ScrollPane scroll = new ScrollPane(lines);
    private final ComboBox<String> chooser = new ComboBox<>();
    private List<Part> parts = List.of();
    private Map<String, Head> heads = Map.of();
    private String here = "";
    private boolean drawing;

    /// @param go called with the id of the part asked for; the page then calls [#show] again
    public TaskList(String id, String title, Consumer<String> go) {
        this.go = go;
        setId(id);
        getStyleClass().add("task-list");
        setMinWidth(USE_PREF_SIZE);
        chooser.setId(id + "-chooser");
        chooser.setAccessibleText(title);
        chooser.setMinWidth(0);
        // What is left beside the title; without this the longest part would squeeze the title.
        chooser.setPrefWidth(CHOOSER_PX);
        chooser.setOnAction(e -> chosen());
        Boxes.show(chooser, false);
        scroll.setId(id + "-scroll");
        scroll.setFitToWidth(true);
        scroll.setMinHeight(0);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("page-scroll", "task-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        lines.heightProperty().subscribe(this::reveal);
        scroll.viewportBoundsProperty().subscribe(this::reveal);
        getChildren().addAll(Boxes.styled(Boxes.heading(title), "task-title"), scroll);
    }

    /// A title over some parts.
    ///
    /// @param end what stands at its end, such as "25 minutes"
    public record Head(String words, String end) {}

    /// Titles within the list, by the id of the part that each stands over.
    public TaskList heads(Map<String, Head> over) {
        heads = Map.copyOf(over);
        return this;
    }

    /// Draws the parts and marks the one on show; what is drawn already stays.
    public void show(List<Part> now, String partOnShow) {
        if (parts.equals(now) && here.equals(partOnShow)) {
            return;
        }
        drawing = true;
        boolean hadFocus = getScene() != null && isInside(getScene().getFocusOwner());
        parts = List.copyOf(now);
        here = partOnShow;
        var buttons = new ArrayList<ToggleButton>();
        var names = new ArrayList<String>();
        for (Part part : parts) {
            buttons.add(line(part));
            names.add(Texts.of("ui.part-of", parts.indexOf(part) + 1, parts.size(), part.words()));
        }
        lines.getChildren().clear();
        for (int i = 0; i < buttons.size(); i++) {
            Head head = heads.get(parts.get(i).id());
            if (head != null) {
                lines.getChildren()
                        .add(Boxes.styled(
                                Boxes.lineOfText(
                                        2,
                                        Boxes.heading(head.words()),
                                        Boxes.space(),
                                        Boxes.word(head.end(), "text-hint")),
                                "task-head"));
            }
            lines.getChildren().add(buttons.get(i));
        }
        chooser.getItems().setAll(names);
        chooser.getSelectionModel().select(index(here));
        Boxes.show(chooser, parts.size() > 1);
        drawing = false;
        reveal();
        if (hadFocus && index(here) >= 0) {
            buttons.get(index(here)).requestFocus();
        }
    }

    /// The part on show stays in view.
    private void reveal() {
        int at = index(here);
        double room = scroll.getViewportBounds().getHeight();
        double spare = lines.getHeight() - room;
        if (at < 0 || at >= lines.getChildren().size() || room <= 0 || spare <= 0) {
            return;
        }
        var line = lines.getChildren().get(at).getBoundsInParent();
        double top = scroll.getVvalue() * spare;
        if (line.getMinY() < top) {
            scroll.setVvalue(Math.clamp(line.getMinY() / spare, 0, 1));
        } else if (line.getMaxY() > top + room) {
            scroll.setVvalue(Math.clamp((line.getMaxY() - room) / spare, 0, 1));
        }
    }

    /// The same parts as a list that opens.
    public ComboBox<String> chooser() {
        return chooser;
    }

    /// Alt+PageDown: the part after this, if there is one.
    public void next() {
        move(1);
    }

    /// Alt+PageUp: the part before this, if there is one.
    public void previous() {
        move(-1);
    }

    private void move(int by) {
        int goal = index(here) + by;
        if (goal >= 0 && goal < parts.size()) {
            go.accept(parts.get(goal).id());
        }
    }

    private int index(String id) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    private void chosen() {
        int index = chooser.getSelectionModel().getSelectedIndex();
        if (!drawing && index >= 0 && !parts.get(index).id().equals(here)) {
            go.accept(parts.get(index).id());
        }
    }

    private ToggleButton line(Part part) {
        boolean isHere = part.id().equals(here);
        String state = isHere && part.state() != Part.State.TO_PUT_RIGHT ? Texts.of("ui.part-here") : part.stateWords();
        var button = new TaskLine();
        button.setId(getId() + "-" + part.id());
        button.getStyleClass().setAll("task-line");
        if (!part.state().styleClass().isEmpty()) {
            button.getStyleClass().add(part.state().styleClass());
        }
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setSelected(isHere);
        VBox words = Boxes.column(0, Boxes.text(part.words(), "task-words"), Boxes.text(state, "task-state"));
        var line = Boxes.row(
                3, Icons.of(isHere ? "mdomz-radio_button_checked" : part.state().icon()), Boxes.growing(words));
        line.setAlignment(javafx.geometry.Pos.TOP_LEFT);
        button.setGraphic(line);
        button.setAccessibleText(part.words() + ", " + state);
        button.setOnAction(e -> {
            button.setSelected(part.id().equals(here));
            go.accept(part.id());
        });
        return button;
    }

    /// As tall as its words need at its width; a plain button measures its graphic as one long line.
    private static final class TaskLine extends ToggleButton {
        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        @Override
        protected double computePrefHeight(double width) {
            double inside = width < 0 ? -1 : width - snappedLeftInset() - snappedRightInset();
            return snappedTopInset() + getGraphic().prefHeight(inside) + snappedBottomInset();
        }

        @Override
        protected double computeMinHeight(double width) {
            return computePrefHeight(width);
        }
    }

    private boolean isInside(@org.jspecify.annotations.Nullable Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == this) {
                return true;
            }
        }
        return false;
    }
}
