package org.alongside.ui.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import org.alongside.kernel.Texts;
import org.jspecify.annotations.Nullable;

/// A table with rows of one height, group rows between them, at most nine columns, and one sentence
/// under it that explains the selected row, so that no cell needs a tooltip. Enter or a double click
/// opens the row.
public final class GroupedTable<T> extends VBox {
    private static final int COLUMNS_MAX = 9;

    /// A line of the table.
    public sealed interface Line<T> {
        /// A title between rows: a household. The first words are bold.
        record Group<T>(String name, String rest) implements Line<T> {}

        record Row<T>(T item) implements Line<T> {}
    }

    /// Width under which columns do not shrink any more, in em.
    private static final double LEAST_EM = 52;
    /// Beside the words of a cell.
    private static final double ICON_EM = 1.75;
    private static final double BAR_EM = 1;

    /// Height of a row, in em, as the sheet has it.
    private static final double ROW_EM = 2.5;

    private static final double EDGES_PX = 4;

    /// Of each column the longest words are measured, as many as may differ in width though not in length.
    private static final int MEASURED = 4;

    /// Padding of a cell at both sides, and of the first one, in em, as the sheet has it.
    private static final double CELL_PADDING_EM = 1.5;

    private static final double FIRST_PADDING_EM = 2;

    private final List<Claim<T>> claims = new ArrayList<>();
    private final TableView<Line<T>> table = new FittingTable<>();
    private final NoticeBar sentence;
    private boolean fitting;
    private final Label opensHint = Boxes.word(Texts.of("ui.enter-opens"), "text-hint");
    private final Function<T, String> explain;
    private Consumer<T> open = item -> {};

    /// @param name what a reader of the screen calls the table
    /// @param explain the sentence about a row
    public GroupedTable(String id, String name, Function<T, String> explain) {
        this.explain = explain;
        setId(id + "-block");
        getStyleClass().add("gap-4");
        table.setId(id);
        table.setAccessibleText(name);
        table.getStyleClass().add("grouped-table");
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        table.setRowFactory(view -> new LineRow<>(this::openLine));
        sentence = new NoticeBar(id + "-sentence", NoticeBar.Kind.PLAIN, "", opensHint);
        Boxes.show(opensHint, false);
        sentence.getStyleClass().add("sentence");
        getChildren().addAll(table, sentence);
        table.getSelectionModel().selectedItemProperty().subscribe(this::explained);
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        table.widthProperty().subscribe(this::widths);
        table.fixedCellSizeProperty().subscribe(this::widths);
        opensHint.fontProperty().subscribe(this::widths);
        explained(null);
    }

    /// Adds a column of words.
    ///
    /// @param share part of the width, in the same unit for all columns
    public GroupedTable<T> column(String id, String title, double share, Function<T, String> words) {
        return column(id, title, share, words, item -> null);
    }

    /// Adds a column whose cell is drawn; its words are what a reader of the screen hears.
    public GroupedTable<T> column(
            String id, String title, double share, Function<T, String> words, Function<T, @Nullable Node> drawn) {
        if (table.getColumns().size() == COLUMNS_MAX) {
            throw new IllegalStateException("a table has at most " + COLUMNS_MAX + " columns");
        }
        boolean first = table.getColumns().isEmpty();
        var column = new TableColumn<Line<T>, Line<T>>(title);
        column.setId(table.getId() + "-" + id);
        column.setSortable(false);
        column.setReorderable(false);
        column.setResizable(false);
        claims.add(new Claim<>(column, share, words, drawn));
        column.setCellValueFactory(cell -> new javafx.beans.property.ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(c -> new LineCell<>(first, words, drawn));
        table.getColumns().add(column);
        widths();
        return this;
    }

    /// What Enter, a double click and the first column's link do.
    public GroupedTable<T> opens(Consumer<T> action) {
        open = action;
        Boxes.show(opensHint, true);
        return this;
    }

    /// Never scrolls sideways: words that are longer than their column are cut.
    public GroupedTable<T> fitting() {
        fitting = true;
        widths();
        return this;
    }

    public void show(List<Line<T>> lines) {
        claims.forEach(claim -> claim.read(lines));
        table.getItems().setAll(lines);
        widths();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i) instanceof Line.Row<T>) {
                table.getSelectionModel().select(i);
                table.getFocusModel().focus(i);
                break;
            }
        }
    }

    public Optional<T> selected() {
        return table.getSelectionModel().getSelectedItem() instanceof Line.Row<T>(T item)
                ? Optional.of(item)
                : Optional.empty();
    }

    public TableView<Line<T>> table() {
        return table;
    }

    /// The window's width is never less than its words need at 100 %, and a narrow one scrolls sideways,
    /// which only tables may.
    private void widths() {
        boolean scrolls = !fitting && table.lookup(".column-header-background") != null;
        double least = scrolls ? LEAST_EM * fontSize() : 0;
        double bar = fitting ? BAR_EM * fontSize() : 0;
        double room = Math.max(table.getWidth() - EDGES_PX - bar, least);
        double[] needs = claims.stream().mapToDouble(this::need).toArray();
        double[] shares = claims.stream().mapToDouble(Claim::share).toArray();
        double[] widths = ColumnWidths.of(needs, shares, room);
        for (int i = 0; i < widths.length; i++) {
            claims.get(i).column().setPrefWidth(widths[i]);
        }
    }

    private double need(Claim<T> claim) {
        double padding = (claims.getFirst() == claim ? FIRST_PADDING_EM : CELL_PADDING_EM) * fontSize();
        // Whatever letters the reader has chosen.
        return Math.ceil(claim.widest(opensHint.getFont().getFamily(), fontSize()) + padding);
    }

    private double fontSize() {
        return table.getFixedCellSize() / ROW_EM;
    }

    private void explained(@Nullable Line<T> line) {
        String words = switch (line) {
            case null -> "";
            case Line.Group<T>(String name, String rest) -> rest.isEmpty() ? name : name + " · " + rest;
            case Line.Row<T>(T item) -> explain.apply(item);
        };
        sentence.say(words);
        Boxes.show(sentence, !words.isEmpty());
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && !event.isControlDown()) {
            openLine(table.getSelectionModel().getSelectedItem());
            event.consume();
        }
    }

    private void openLine(@Nullable Line<T> line) {
        if (line instanceof Line.Row<T>(T item)) {
            open.accept(item);
        }
    }

    /// What a column asks of the width.
    private static final class Claim<T> {
        private final TableColumn<Line<T>, Line<T>> column;
        private final double share;
        private final Function<T, String> words;
        private final Function<T, @Nullable Node> drawn;
        private List<String> longest = List.of();
        private boolean withIcon;

        Claim(
                TableColumn<Line<T>, Line<T>> column,
                double share,
                Function<T, String> words,
                Function<T, @Nullable Node> drawn) {
            this.column = column;
            this.share = share;
            this.words = words;
            this.drawn = drawn;
        }

        double share() {
            return share;
        }

        TableColumn<Line<T>, Line<T>> column() {
            return column;
        }

        /// The longest cells are kept, so that a window that is being resized asks no row again.
        void read(List<Line<T>> lines) {
            longest = lines.stream()
                    .map(line -> line instanceof Line.Row<T>(T item) ? words.apply(item) : "")
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .limit(MEASURED)
                    .toList();
            withIcon = lines.stream()
                    .anyMatch(line -> line instanceof Line.Row<T>(T item)
                            && drawn.apply(item) instanceof Labeled cell
                            && cell.getGraphic() != null);
        }

        /// Width of the title and of the longest cells, in px.
        double widest(String family, double size) {
            var font = Font.font(family, size);
            double widest = FittedText.width(column.getText(), Font.font(family, FontWeight.BOLD, size));
            for (String cell : longest) {
                widest = Math.max(widest, FittedText.width(cell, font));
            }
            return withIcon ? widest + ICON_EM * size : widest;
        }
    }

    /// As tall as its rows, so that a short list is not a half-empty box; less when there is no room.
    private static final class FittingTable<T> extends TableView<Line<T>> {
        FittingTable() {
            fixedCellSizeProperty().subscribe(this::requestLayout);
            skinProperty().subscribe(this::requestLayout);
        }

        @Override
        protected double computePrefHeight(double width) {
            double cell = getFixedCellSize() > 0 ? getFixedCellSize() : 38;
            double head = lookup(".column-header-background") instanceof Region region ? region.prefHeight(-1) : cell;
            double rows = getItems().size() * Math.ceil(cell);
            return snappedTopInset() + head + rows + snappedBottomInset() + EDGES_PX + sideways();
        }

        /// Room for the bar when the columns are wider than the table.
        private double sideways() {
            double columns =
                    getColumns().stream().mapToDouble(TableColumn::getWidth).sum();
            return columns > getWidth() && getWidth() > 0 ? getFixedCellSize() / 2 : 0;
        }

        @Override
        protected double computeMinHeight(double width) {
            return Math.min(computePrefHeight(width), 4 * Math.max(1, getFixedCellSize()));
        }
    }

    private static final class LineRow<T> extends TableRow<Line<T>> {
        LineRow(Consumer<Line<T>> open) {
            setOnMouseClicked(e -> {
                if (e.getClickCount() == 2 && getItem() != null) {
                    open.accept(getItem());
                }
            });
        }

        @Override
        protected void updateItem(@Nullable Line<T> item, boolean empty) {
            super.updateItem(item, empty);
            pseudoClassStateChanged(GROUP, !empty && item instanceof Line.Group<T>);
        }
    }

    private static final javafx.css.PseudoClass GROUP = javafx.css.PseudoClass.getPseudoClass("group");

    /// A cell; on a group row the first one draws the title across the row and the others are blank.
    private static final class LineCell<T> extends TableCell<Line<T>, Line<T>> {
        private final boolean first;
        private final Function<T, String> words;
        private final Function<T, @Nullable Node> drawn;
        private @Nullable Node cut;
        private String whole = "";

        LineCell(boolean first, Function<T, String> words, Function<T, @Nullable Node> drawn) {
            this.first = first;
            this.words = words;
            this.drawn = drawn;
            widthProperty().subscribe(this::fit);
            fontProperty().subscribe(this::fit);
        }

        @Override
        protected void updateItem(@Nullable Line<T> line, boolean empty) {
            super.updateItem(line, empty);
            whole = "";
            setText(null);
            setGraphic(null);
            setAccessibleText(null);
            setViewOrder(0);
            if (empty || line == null) {
                return;
            }
            switch (line) {
                case Line.Group<T>(String name, String rest) -> group(name, rest);
                case Line.Row<T>(T item) -> row(item);
            }
        }

        private void group(String name, String rest) {
            String whole = rest.isEmpty() ? name : name + " · " + rest;
            setAccessibleText(whole);
            if (first) {
                Label bold = Boxes.word(name, "group-name");
                Label more = Boxes.word(rest.isEmpty() ? "" : " · " + rest, "group-rest");
                var across = Boxes.row(0, bold, more);
                across.setMouseTransparent(true);
                setGraphic(across);
                setViewOrder(-1);
            }
        }

        private void row(T item) {
            String text = words.apply(item);
            Node node = drawn.apply(item);
            whole = node == null ? text : "";
            setGraphic(node);
            setAccessibleText(text.isEmpty() ? Texts.of("ui.cell-empty") : text);
            fit();
        }

        private void fit() {
            if (!whole.isEmpty()) {
                setText(FittedText.of(whole, getFont(), getWidth() - snappedLeftInset() - snappedRightInset()));
            }
        }

        /// A cell's skin cuts off what passes its edge; the title of a group has to pass it.
        private void boundary(boolean open) {
            Node clip = getClip();
            if (open && clip != null) {
                cut = clip;
                setClip(null);
            } else if (!open && clip == null && cut != null) {
                setClip(cut);
            }
        }

        /// The title of a group is as wide as the row, not as its column.
        @Override
        protected void layoutChildren() {
            super.layoutChildren();
            boundary(getItem() instanceof Line.Group<T>);
            if (getItem() instanceof Line.Group<T> && getGraphic() != null && getTableRow() != null) {
                double left = snappedLeftInset();
                getGraphic().resizeRelocate(left, 0, getTableRow().getWidth() - getLayoutX() - left, getHeight());
            }
        }
    }
}
