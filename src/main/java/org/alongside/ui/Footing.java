package org.alongside.ui;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/// Where somebody is on a page: what has the focus, how far it is scrolled, which rows are selected.
/// By the ids of controls, so that it holds no text and can be found again on a page made anew.
public final class Footing {
    private static final String NO_ID = "";

    private final String focused;
    private final Map<String, Double> scrolls = new LinkedHashMap<>();
    private final Map<String, Integer> rows = new LinkedHashMap<>();

    private Footing(String focused) {
        this.focused = focused;
    }

    /// Where the worker is on a page; a focus outside it, in the rail or the search, is not kept.
    public static Footing on(Page page) {
        Node owner = owner(page);
        return at(page, isWithin(owner, page.node()) ? owner : null);
    }

    /// As [#on], with the focus wherever in the window it is.
    static Footing around(Page page) {
        return at(page, owner(page));
    }

    private static @Nullable Node owner(Page page) {
        Scene scene = page.node().getScene();
        return scene == null ? null : scene.getFocusOwner();
    }

    private static Footing at(Page page, @Nullable Node owner) {
        Node root = page.node();
        String id = owner == null ? null : owner.getId();
        var footing = new Footing(id == null ? NO_ID : id);
        for (Node node : root.lookupAll(".page-scroll")) {
            if (node instanceof ScrollPane pane && pane.getId() != null) {
                footing.scrolls.put(pane.getId(), pane.getVvalue());
            }
        }
        for (Node node : root.lookupAll(".table-view")) {
            if (node instanceof TableView<?> table && table.getId() != null) {
                footing.rows.put(table.getId(), table.getSelectionModel().getSelectedIndex());
            }
        }
        return footing;
    }

    /// Goes back to it on a page that shows what it shows; what is not there any more is left out.
    ///
    /// @param withFocus whether the focus may be moved
    void back(Page page, boolean withFocus) {
        Node root = page.node();
        if (root.getScene() == null) {
            return;
        }
        root.applyCss();
        root.getScene().getRoot().layout();
        rows.forEach((id, row) -> {
            if (root.lookup("#" + id) instanceof TableView<?> table
                    && row >= 0
                    && row < table.getItems().size()) {
                table.getSelectionModel().clearAndSelect(row);
            }
        });
        if (withFocus && !focused.isEmpty() && root.getScene().lookup("#" + focused) instanceof Node same) {
            same.requestFocus();
        }
        // After the focus, which is scrolled into view where it comes.
        scrolls.forEach((id, at) -> {
            if (root.lookup("#" + id) instanceof ScrollPane pane) {
                pane.setVvalue(at);
            }
        });
    }

    private static boolean isWithin(@Nullable Node node, Node root) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == root) {
                return true;
            }
        }
        return false;
    }
}
