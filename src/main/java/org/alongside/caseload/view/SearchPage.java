package org.alongside.caseload.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.alongside.caseload.Search;
import org.alongside.kernel.Limits;
import org.alongside.kernel.Texts;
import org.alongside.ui.Page;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.EmptyState;
import org.alongside.ui.control.GroupedTable;
import org.alongside.ui.control.LineQuestion;
import org.alongside.ui.control.PageFrame;
import org.alongside.ui.control.RecordList;
import org.alongside.ui.task.Background;
import org.alongside.ui.task.Lane;
import org.alongside.ui.task.Pause;
import org.jspecify.annotations.Nullable;

/// Everything that this laptop's copy holds of some words, by kind, each with the reason in words. Type,
/// arrow down, Enter.
public final class SearchPage implements Page {
    public static final String SCREEN = "search";

    private static final Duration QUIET = Duration.ofMillis(150);

    private final SearchDesk desk;
    private final PageFrame frame = PageFrame.list("search", Texts.of("caseload.search.title-page"));
    private final LineQuestion words = new LineQuestion("search-words", Texts.of("caseload.search.words"));
    private final RecordList<Search.Found> list;
    private final Pause pause = new Pause(QUIET, this::search);
    private Background.@Nullable Running asked;

    public SearchPage(SearchDesk desk) {
        this.desk = desk;
        list = new RecordList<Search.Found>(
                        "search-results",
                        Texts.of("caseload.search.results"),
                        found -> Texts.of("caseload.search.sentence", found.title(), found.why()),
                        Search.Found::title)
                .column("what", Texts.of("caseload.search.what"), 38, Search.Found::title)
                .column("why", Texts.of("caseload.search.why"), 60, Search.Found::why)
                .opens(desk.open());
        words.textProperty().set(desk.asked().words());
        words.textProperty().subscribe((was, is) -> pause.restart());
        words.text().addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                pause.now();
                event.consume();
            } else if (event.getCode() == KeyCode.DOWN) {
                pause.now();
                Node table = list.lookup(".table-view");
                if (table != null) {
                    table.requestFocus();
                }
                event.consume();
            }
        });
        words.hint(Texts.of("caseload.search.sub"));
        frame.content().getChildren().setAll(words);
    }

    @Override
    public Node node() {
        return frame;
    }

    @Override
    public Node first() {
        return words.text();
    }

    @Override
    public void attached() {
        search();
    }

    @Override
    public void detached() {
        pause.cancel();
        if (asked != null) {
            asked.drop();
        }
    }

    private void search() {
        String typed = words.typed().strip();
        desk.asked().ask(typed);
        if (asked != null) {
            asked.drop();
        }
        if (typed.isEmpty()) {
            frame.content().getChildren().setAll(words, new EmptyState(Texts.of("caseload.search.empty")));
            return;
        }
        asked = desk.background().ask(Lane.STORE, () -> desk.search().all(typed, Limits.SEARCH_RESULTS), this::show);
    }

    private void show(List<Search.Found> found) {
        if (found.isEmpty()) {
            frame.content().getChildren().setAll(words, new EmptyState(Texts.of("caseload.search.nothing")));
            return;
        }
        var lines = new ArrayList<GroupedTable.Line<Search.Found>>();
        Search.Kind kind = null;
        for (Search.Found one : found) {
            if (one.kind() != kind) {
                kind = one.kind();
                lines.add(new GroupedTable.Line.Group<>(
                        Texts.of("caseload.search.group." + one.kind().word()), ""));
            }
            lines.add(new GroupedTable.Line.Row<>(one));
        }
        list.show(lines);
        if (!frame.content().getChildren().contains(list)) {
            frame.content().getChildren().setAll(words, Boxes.growing(list));
        }
    }
}
