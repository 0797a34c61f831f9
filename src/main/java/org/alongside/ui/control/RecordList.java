package org.alongside.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.alongside.ui.Breadth;
import org.jspecify.annotations.Nullable;

/// A list of records: a table with rows of one height, whose sentence beneath tells the selected row
/// whole; in a narrower window columns that can be spared go, and in a narrow one each row is one line.
public final class RecordList<T> extends VBox {
    private final String id;
    private final String name;
    private final Function<T, String> explain;
    private final Function<T, String> oneLine;
    private final List<Column<T>> columns = new ArrayList<>();
    private final List<String> tableStyles = new ArrayList<>();
    private @Nullable Consumer<T> open;
    private Consumer<Optional<T>> selected = item -> {};
    private List<GroupedTable.Line<T>> lines = List.of();
    private @Nullable GroupedTable<T> table;
    private @Nullable T chosen;
    private boolean drawing;

    private record Column<T>(
            String id,
            String title,
            double share,
            boolean spared,
            Function<T, String> words,
            Function<T, @Nullable Node> drawn) {}

    /// @param name what a reader of the screen calls the list
    /// @param explain the sentence about a row, whole
    /// @param oneLine a row in a narrow window
    public RecordList(String id, String name, Function<T, String> explain, Function<T, String> oneLine) {
        this.id = id;
        this.name = name;
        this.explain = explain;
        this.oneLine = oneLine;
        setId(id + "-list");
    }

    /// Adds a column of words.
    ///
    /// @param share part of the width, in the same unit for all columns
    public RecordList<T> column(String columnId, String title, double share, Function<T, String> words) {
        return column(columnId, title, share, false, words, item -> null);
    }

    /// Adds a column whose cell is drawn.
    ///
    /// @param spared left out in a narrower window
    public RecordList<T> column(
            String columnId,
            String title,
            double share,
            boolean spared,
            Function<T, String> words,
            Function<T, @Nullable Node> drawn) {
        columns.add(new Column<>(columnId, title, share, spared, words, drawn));
        return this;
    }

    /// What Enter and a double click do.
    public RecordList<T> opens(Consumer<T> action) {
        open = action;
        return this;
    }

    /// Hears which row is selected; nothing on a line between rows.
    public RecordList<T> onSelect(Consumer<Optional<T>> listener) {
        selected = listener;
        return this;
    }

    /// As tall as some rows, with the rest scrolled to, so that the whole of a row can stand beneath.
    public RecordList<T> withDetail() {
        tableStyles.add("tall-table");
        return this;
    }

    public void show(List<GroupedTable.Line<T>> now) {
        lines = List.copyOf(now);
        if (table == null) {
            Breadth.of(this).subscribe(this::lay);
        } else {
            fill(table);
        }
    }

    /// Selects a row, if it is in the list.
    public void select(@Nullable T item) {
        chosen = item;
        if (table != null && item != null) {
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i) instanceof GroupedTable.Line.Row<T>(T row) && row.equals(item)) {
                    table.table().getSelectionModel().clearAndSelect(i);
                    table.table().scrollTo(i);
                }
            }
        }
    }

    private void lay(Breadth breadth) {
        var made = new GroupedTable<T>(id, name, explain).fitting();
        made.getStyleClass().addAll(tableStyles);
        if (breadth == Breadth.NARROW) {
            made.column("line", columns.getFirst().title(), 1, oneLine);
        } else {
            for (Column<T> column : columns) {
                if (!(column.spared() && breadth == Breadth.MEDIUM)) {
                    made.column(column.id(), column.title(), column.share(), column.words(), column.drawn());
                }
            }
        }
        if (open != null) {
            made.opens(open);
        }
        made.table().getSelectionModel().selectedItemProperty().subscribe(line -> {
            if (!drawing) {
                T now = line instanceof GroupedTable.Line.Row<T>(T item) ? item : null;
                chosen = now;
                selected.accept(Optional.ofNullable(now));
            }
        });
        table = made;
        getChildren().setAll(made);
        fill(made);
    }

    private void fill(GroupedTable<T> into) {
        T before = chosen;
        drawing = true;
        into.show(lines);
        select(before);
        drawing = false;
        T now = into.selected().orElse(null);
        chosen = now;
        if (!Objects.equals(now, null)) {
            selected.accept(Optional.of(now));
        } else {
            selected.accept(Optional.empty());
        }
    }
}
