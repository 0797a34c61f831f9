package org.alongside.ui.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import org.alongside.kernel.Texts;
import org.alongside.ui.Command;

/// The tabs of a child's record: words in a row, the one on show underlined. Ctrl+Tab goes to the
/// next, also out of a long text.
public final class TabsRow extends FlowPane {
    private final Map<String, ToggleButton> tabs = new LinkedHashMap<>();
    private final Consumer<String> go;
    private String here = "";

    /// A tab by its id and its words.
    public record Tab(String id, String words) {}

    /// @param go called with the id of the tab asked for; the page then calls [#show]
    public TabsRow(String id, List<Tab> entries, Consumer<String> go) {
        this.go = go;
        setId(id);
        getStyleClass().add("tabs-row");
        for (Tab entry : entries) {
            var button = new ToggleButton(entry.words());
            button.setId(id + "-" + entry.id());
            button.getStyleClass().setAll("tab-word");
            button.setAccessibleRole(AccessibleRole.TAB_ITEM);
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(e -> {
                button.setSelected(entry.id().equals(here));
                go.accept(entry.id());
            });
            tabs.put(entry.id(), button);
            getChildren().add(button);
        }
    }

    public void show(String id) {
        here = id;
        tabs.forEach((tab, button) -> button.setSelected(tab.equals(id)));
    }

    /// Ctrl+Tab and Ctrl+Shift+Tab, for the page's commands.
    public List<Command> commands() {
        return List.of(
                Command.of(getId() + "-next", Texts.of("ui.command-next-tab"), "Ctrl+Tab", () -> move(1)),
                Command.of(
                        getId() + "-previous", Texts.of("ui.command-previous-tab"), "Ctrl+Shift+Tab", () -> move(-1)));
    }

    private void move(int by) {
        List<String> ids = List.copyOf(tabs.keySet());
        if (!ids.isEmpty()) {
            String goal = ids.get(Math.floorMod(ids.indexOf(here) + by, ids.size()));
            go.accept(goal);
            // What had the focus may be gone with the other tab; from here Tab leads into this one.
            Objects.requireNonNull(tabs.get(goal)).requestFocus();
        }
    }
}
