package org.alongside.ui.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import org.alongside.ui.audit.Finding.Rule;
import org.alongside.ui.theme.SizeOfScene;
import org.alongside.ui.theme.TextSize;
import org.jspecify.annotations.Nullable;

/// Walks a window that is shown, as a keyboard and a screen reader meet it, and lists what they would
/// stumble over. JavaFX answers `queryAccessibleAttribute` in plain Java on every platform, so this
/// runs in every build. It moves the focus; the caller lays the scene out first. On the JavaFX thread.
public final class AccessibilityAudit {
    private static final double TARGET_PX = 24;

    /// A layout may be off by rounding, in px.
    private static final double SLACK_PX = 1.5;

    private final Scene scene;
    private final List<Finding> findings = new ArrayList<>();

    private AccessibilityAudit(Scene scene) {
        this.scene = scene;
    }

    /// All findings of a scene, in the order of its nodes.
    public static List<Finding> of(Scene scene) {
        var audit = new AccessibilityAudit(scene);
        Parent root = scene.getRoot();
        root.applyCss();
        root.layout();
        List<Node> focusable = audit.focusable();
        audit.namesAndRoles(focusable);
        audit.tabOrder(focusable);
        audit.targets(focusable);
        audit.words(root);
        audit.tables(root);
        audit.mnemonics(root);
        return List.copyOf(audit.findings);
    }

    private void namesAndRoles(List<Node> focusable) {
        Map<String, Node> seen = new HashMap<>();
        for (Node node : focusable) {
            AccessibleRole role = (AccessibleRole) node.queryAccessibleAttribute(AccessibleAttribute.ROLE);
            if (role == null || role == AccessibleRole.PARENT || role == AccessibleRole.NODE) {
                found(Rule.ROLE, node, "can have the focus and says it is a " + role);
            }
            String name = name(node);
            if (name.isBlank()) {
                found(Rule.NAME, node, "can have the focus and has no name");
            } else {
                Node other = seen.putIfAbsent(role + " " + name, node);
                if (other != null) {
                    found(Rule.UNIQUE, node, "has the role and name of " + id(other));
                }
            }
        }
    }

    /// Tab from the first round to it again: each one once, never upwards in the same column.
    private void tabOrder(List<Node> focusable) {
        if (focusable.isEmpty()) {
            return;
        }
        Node before = scene.getFocusOwner();
        Node first = focusable.getFirst();
        first.requestFocus();
        var visited = new LinkedHashSet<Node>();
        Node at = first;
        while (at != null && visited.add(at) && visited.size() <= focusable.size() + 1) {
            at.requestFocusTraversal(TraversalDirection.NEXT);
            Node next = scene.getFocusOwner();
            if (next != null && next != first && isAgainstReading(at, next, focusable)) {
                found(Rule.TAB_ORDER, next, "comes after " + id(at) + ", which is read after it");
            }
            at = next;
        }
        for (Node node : focusable) {
            if (!visited.contains(node) && !isOneOfGroup(node, visited)) {
                found(Rule.TAB_ORDER, node, "Tab does not come here");
            }
        }
        if (at != null && at != first) {
            found(Rule.TAB_ORDER, at, "Tab does not come round to " + id(first));
        }
        if (before != null) {
            before.requestFocus();
        }
    }

    /// The order of the nodes in the scene is the order in which they are read.
    private static boolean isAgainstReading(Node from, Node to, List<Node> reading) {
        int left = reading.indexOf(from);
        int right = reading.indexOf(to);
        return left >= 0 && right >= 0 && right < left;
    }

    /// Arrows move within a group of radio buttons, so Tab may come to one of them only.
    private static boolean isOneOfGroup(Node node, Set<Node> visited) {
        return node instanceof javafx.scene.control.RadioButton radio
                && radio.getToggleGroup() != null
                && visited.stream()
                        .anyMatch(v -> v instanceof javafx.scene.control.RadioButton other
                                && other.getToggleGroup() == radio.getToggleGroup());
    }

    private void targets(List<Node> focusable) {
        if (SizeOfScene.of(scene).get() != TextSize.P100) {
            return;
        }
        for (Node node : focusable) {
            Bounds bounds = node.getLayoutBounds();
            if (bounds.getWidth() + 0.5 < TARGET_PX || bounds.getHeight() + 0.5 < TARGET_PX) {
                found(
                        Rule.TARGET,
                        node,
                        String.format(Locale.ROOT, "is %.0f × %.0f", bounds.getWidth(), bounds.getHeight()));
            }
        }
    }

    private void words(Node node) {
        if (!node.isVisible()) {
            return;
        }
        switch (node) {
            case TableView<?> table -> {
                // Tables may scroll sideways; their cells answer for themselves.
                inside(table);
            }
            case Labeled labeled -> {
                if (Contrast.isCut(labeled)) {
                    found(Rule.CLIPPED, labeled, "does not show all its words: " + labeled.getText());
                }
                beyondWindow(labeled);
                inside(labeled);
            }
            case Text text -> Contrast.problem(text).ifPresent(words -> found(Rule.CONTRAST, text, words));
            case TextInputControl field -> inside(field);
            case Parent parent -> inside(parent);
            default -> {}
        }
    }

    private void inside(Parent parent) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            words(child);
        }
    }

    /// Words that begin or end outside their window or scroll pane to the side: nobody scrolls sideways.
    private void beyondWindow(Labeled labeled) {
        Bounds bounds = labeled.localToScene(labeled.getLayoutBounds());
        double left = 0;
        double right = scene.getWidth();
        for (Node at = labeled.getParent(); at != null; at = at.getParent()) {
            if (at instanceof TableView<?>) {
                return;
            }
            if (at instanceof ScrollPane pane) {
                Bounds view = pane.localToScene(pane.getLayoutBounds());
                left = Math.max(left, view.getMinX());
                right = Math.min(right, view.getMaxX());
            }
        }
        if (!labeled.getText().isEmpty()
                && (bounds.getMinX() < left - SLACK_PX || bounds.getMaxX() > right + SLACK_PX)) {
            found(
                    Rule.CLIPPED,
                    labeled,
                    String.format(
                            Locale.ROOT,
                            "lies from %.0f to %.0f and its window shows %.0f to %.0f: %s",
                            bounds.getMinX(),
                            bounds.getMaxX(),
                            left,
                            right,
                            labeled.getText()));
        }
    }

    private void tables(Node node) {
        if (node instanceof TableView<?> table && node.isVisible()) {
            table(table);
        } else if (node instanceof Parent parent && node.isVisible()) {
            parent.getChildrenUnmodifiable().forEach(this::tables);
        }
    }

    private void table(TableView<?> table) {
        int rows = table.getItems().size();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < table.getVisibleLeafColumns().size(); column++) {
                Object cell = table.queryAccessibleAttribute(AccessibleAttribute.CELL_AT_ROW_COLUMN, row, column);
                if (cell instanceof Node drawn && name(drawn).isBlank()) {
                    found(Rule.TABLE, table, "row " + row + ", column " + column + " says nothing");
                } else if (cell == null && isDrawn(table, row)) {
                    found(Rule.TABLE, table, "row " + row + ", column " + column + " has no cell");
                }
            }
        }
    }

    /// Rows outside the view have no cells yet, nor columns beyond its side.
    private static boolean isDrawn(TableView<?> table, int row) {
        return row == 0 && table.getColumns().size() == 1;
    }

    private void mnemonics(Parent root) {
        Map<Character, Node> seen = new HashMap<>();
        mnemonics(root, seen);
    }

    private void mnemonics(Node node, Map<Character, Node> seen) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labeled && labeled.isMnemonicParsing() && labeled.getText() != null) {
            int at = labeled.getText().indexOf('_');
            if (at >= 0 && at + 1 < labeled.getText().length()) {
                Node other =
                        seen.putIfAbsent(Character.toUpperCase(labeled.getText().charAt(at + 1)), labeled);
                if (other != null) {
                    found(Rule.MNEMONIC, labeled, "has the mnemonic of " + id(other));
                }
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> mnemonics(child, seen));
        }
    }

    private List<Node> focusable() {
        var nodes = new ArrayList<Node>();
        collect(scene.getRoot(), nodes);
        return nodes;
    }

    private static void collect(Node node, List<Node> nodes) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable() && !(node instanceof ScrollBar)) {
            nodes.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, nodes));
        }
    }

    /// What a reader of the screen would say: a text of its own, or that of its label. What a field
    /// holds is its value and no name.
    private static String name(Node node) {
        String own = node.getAccessibleText();
        if (own != null && !own.isBlank()) {
            return own;
        }
        if (node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY) instanceof Labeled label) {
            return text(label.getText());
        }
        if (node instanceof TextInputControl) {
            return "";
        }
        return node.queryAccessibleAttribute(AccessibleAttribute.TEXT) instanceof String text ? text : "";
    }

    private static String text(@Nullable String words) {
        return words == null ? "" : words;
    }

    private void found(Rule rule, Node node, String words) {
        findings.add(new Finding(rule, id(node), words));
    }

    private static String id(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.getId() != null) {
                return at == node
                        ? at.getId()
                        : at.getId() + " > " + node.getClass().getSimpleName();
            }
        }
        return node.getClass().getSimpleName();
    }
}
