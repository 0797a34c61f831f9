package org.alongside.ui;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.alongside.kernel.Limits;
import org.alongside.kernel.Texts;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.task.Background;
import org.alongside.ui.task.Lane;
import org.alongside.ui.task.Pause;
import org.jspecify.annotations.Nullable;

/// What lies under the search field: one plain list of whole sentences from every source. Arrow down
/// goes into it, Enter opens, Esc closes and gives the focus back.
final class Palette extends VBox {
    private static final int ROWS_MOST = 9;
    private static final Duration QUIET = Duration.ofMillis(120);

    private final TextField field;
    private final CommandSource own;
    private final Background background;
    private final List<SearchSource> sources = new ArrayList<>();
    private final List<SearchSource> lasts = new ArrayList<>();
    private final ListView<SearchResult> list = new ListView<>();
    private final Label below = Boxes.text("", "text-hint");
    private final Pause pause = new Pause(QUIET, this::search);
    /// The list is not yet of what the field says.
    private boolean searching;
    /// Enter was pressed meanwhile: what is found first is opened, never what was found before.
    private boolean openFirst;
    private Background.@Nullable Running asked;
    private Runnable closed = () -> {};
    private Runnable drawn = () -> {};

    Palette(TextField field, CommandSource own, Background background) {
        this.field = field;
        this.own = own;
        this.background = background;
        setId("shell-palette");
        setManaged(false);
        getStyleClass().add("palette");
        list.setId("shell-palette-list");
        list.setAccessibleText(Texts.of("ui.palette-name"));
        list.setCellFactory(view -> new ResultCell());
        list.setOnMouseClicked(e -> openSelected());
        getChildren().addAll(list, below);
        setVisible(false);
        field.textProperty().subscribe((was, is) -> changed());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::keyInField);
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::keyInList);
        field.focusedProperty().subscribe((was, is) -> closeIfLeft());
        list.focusedProperty().subscribe((was, is) -> closeIfLeft());
    }

    /// Results of a source come after those of the sources added before it.
    void add(SearchSource source) {
        sources.add(source);
    }

    /// Results of a source that stand after the commands: there are many, and they are slower.
    void addLast(SearchSource source) {
        lasts.add(source);
    }

    void onClosed(Runnable action) {
        closed = action;
    }

    /// Called when what is listed has changed, so that the list can be given its size.
    void onResults(Runnable action) {
        drawn = action;
    }

    void open() {
        field.requestFocus();
        field.selectAll();
        search();
    }

    private void changed() {
        openFirst = false;
        if (field.isFocused()) {
            pause.restart();
        }
    }

    private void search() {
        String text = field.getText().strip();
        if (asked != null) {
            asked.drop();
        }
        searching = true;
        boolean commandsOnly = text.startsWith(">");
        List<SearchSource> now = commandsOnly ? List.of() : List.copyOf(sources);
        List<SearchSource> then = commandsOnly ? List.of() : List.copyOf(lasts);
        List<SearchResult> first = own.find(text);
        asked = background.ask(Lane.STORE, () -> results(now, first, then, text), this::show);
    }

    /// What was typed is looked for in names first; without a word, only commands can be listed.
    private static List<SearchResult> results(
            List<SearchSource> sources, List<SearchResult> own, List<SearchSource> lasts, String text) {
        var results = new ArrayList<SearchResult>();
        if (!text.isEmpty()) {
            sources.forEach(source -> results.addAll(source.find(text)));
        }
        results.addAll(own);
        if (!text.isEmpty()) {
            lasts.forEach(source -> results.addAll(source.find(text)));
        }
        return results.subList(0, Math.min(results.size(), Limits.SEARCH_RESULTS));
    }

    private void show(List<SearchResult> results) {
        searching = false;
        list.getItems().setAll(results);
        Boxes.show(list, !results.isEmpty());
        if (!results.isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
        below.setText(
                results.isEmpty() ? Texts.of("ui.palette-nothing") : Texts.of("ui.palette-found", results.size()));
        setVisible(field.isFocused() || list.isFocused());
        drawn.run();
        if (openFirst) {
            openFirst = false;
            openSelected();
        }
    }

    /// Height that its results need, up to nine of them.
    double heightFor(double width) {
        applyCss();
        list.setPrefHeight(Math.min(ROWS_MOST, list.getItems().size()) * list.getFixedCellSize() + 4);
        return prefHeight(width);
    }

    private void keyInField(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN && isVisible()) {
            pause.now();
        }
        if (event.getCode() == KeyCode.DOWN && !list.getItems().isEmpty() && isVisible()) {
            list.requestFocus();
            list.getSelectionModel().selectFirst();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && !event.isControlDown()) {
            pause.now();
            if (searching) {
                openFirst = true;
            } else if (isVisible()) {
                openSelected();
            }
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            close();
            closed.run();
            event.consume();
        }
    }

    private void keyInList(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> {
                openSelected();
                event.consume();
            }
            case ESCAPE -> {
                close();
                closed.run();
                event.consume();
            }
            case UP -> {
                if (list.getSelectionModel().getSelectedIndex() == 0) {
                    field.requestFocus();
                    event.consume();
                }
            }
            default -> {}
        }
    }

    private void openSelected() {
        SearchResult chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            close();
            field.clear();
            closed.run();
            chosen.open().run();
        }
    }

    /// What was looked for on one page is nobody's business on the next.
    void forget() {
        close();
        field.clear();
    }

    private void closeIfLeft() {
        if (!field.isFocused() && !list.isFocused()) {
            close();
        }
    }

    private void close() {
        pause.cancel();
        setVisible(false);
    }

    /// A line: what, why, kind, key; spoken as one sentence.
    private static final class ResultCell extends ListCell<SearchResult> {
        @Override
        protected void updateItem(@Nullable SearchResult item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            Label detail = Boxes.styled(new Label(item.detail()), "text-quiet");
            HBox line = Boxes.row(
                    3,
                    Boxes.word(item.title(), "text-label"),
                    detail,
                    Boxes.space(),
                    Boxes.word(item.kind(), "text-hint"),
                    Boxes.word(item.key(), "key-hint"));
            line.setMinWidth(0);
            setPrefWidth(0);
            setGraphic(line);
            setAccessibleText(item.sentence());
        }
    }
}
