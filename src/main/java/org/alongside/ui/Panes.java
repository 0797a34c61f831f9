package org.alongside.ui;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// The panes of the window that F6 goes round, in reading order; coming back to one, the focus is
/// where it was.
final class Panes {
    private record Pane(Node root, Supplier<@Nullable Node> first) {}

    private final List<Pane> panes = new ArrayList<>();
    private final Map<Node, Node> last = new IdentityHashMap<>();

    void add(Node root, Supplier<@Nullable Node> first) {
        panes.add(new Pane(root, first));
    }

    /// To the next pane that is shown, or the one before.
    void move(Scene scene, boolean forward) {
        Node owner = scene.getFocusOwner();
        int at = indexOf(owner);
        if (at >= 0 && owner != null) {
            last.put(panes.get(at).root(), owner);
        }
        for (int step = 1; step <= panes.size(); step++) {
            int next = Math.floorMod((at < 0 ? -1 : at) + (forward ? step : -step), panes.size());
            if (focus(panes.get(next))) {
                return;
            }
        }
    }

    private boolean focus(Pane pane) {
        if (!shown(pane.root())) {
            return false;
        }
        Node before = last.get(pane.root());
        Node goal = before != null && inside(before, pane.root()) && shown(before)
                ? before
                : pane.first().get();
        if (goal == null || !shown(goal)) {
            return false;
        }
        goal.requestFocus();
        return true;
    }

    private int indexOf(@Nullable Node node) {
        for (int i = 0; i < panes.size(); i++) {
            if (node != null && inside(node, panes.get(i).root())) {
                return i;
            }
        }
        return -1;
    }

    private static boolean inside(Node node, Node root) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == root) {
                return true;
            }
        }
        return false;
    }

    private static boolean shown(Node node) {
        if (node.getScene() == null) {
            return false;
        }
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
