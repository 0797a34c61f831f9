package org.alongside.child.view;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.VBox;
import org.alongside.kernel.Json;
import org.alongside.kernel.Texts;
import org.alongside.rules.FieldDefinition;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.NoticeBar;
import org.alongside.ui.form.Ties;
import org.alongside.ui.form.Writing;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// A list of rows, each a little form: phones, who lives here. Rows are added and taken out; what was
/// taken out comes back with Undo, at its place.
public final class RowsForm extends VBox {
    private final String id;
    private final String type;
    private final List<FieldDefinition> fields;
    private final String path;
    private final Writing writing;
    private final Ties ties;
    private final Named named;
    private final Clock clock;
    private final VBox rows = Boxes.column(3);
    private @Nullable Removed removed;

    private record Removed(int index, JsonNode row) {}

    /// @param path of the list
    public RowsForm(
            String id,
            String type,
            List<FieldDefinition> fields,
            String path,
            Writing writing,
            Ties ties,
            Named named,
            Clock clock) {
        this.id = id;
        this.type = type;
        this.fields = fields;
        this.path = path;
        this.writing = writing;
        this.ties = ties;
        this.named = named;
        this.clock = clock;
        getStyleClass().add("gap-3");
        getChildren()
                .addAll(rows, Buttons.of(id + "-add", Texts.of("child.rows." + type + ".add"), "mdoal-add", this::add));
        draw();
    }

    /// The rows that say something, for the check and the save.
    public static ArrayNode filled(JsonNode list) {
        ArrayNode filled = Json.array();
        for (JsonNode row : list) {
            if (row.isObject() && !row.isEmpty()) {
                filled.add(row);
            }
        }
        return filled;
    }

    private List<JsonNode> now() {
        var now = new ArrayList<JsonNode>();
        writing.get(path).forEach(now::add);
        return now;
    }

    private void add() {
        List<JsonNode> now = now();
        now.add(Json.object());
        put(now);
        focusRow(now.size() - 1);
    }

    private void remove(int index) {
        List<JsonNode> now = now();
        removed = new Removed(index, now.remove(index));
        put(now);
        requestUndoFocus();
    }

    private void undo() {
        Removed back = removed;
        if (back != null) {
            removed = null;
            List<JsonNode> now = now();
            now.add(Math.min(back.index(), now.size()), back.row());
            put(now);
            focusRow(Math.min(back.index(), now.size() - 1));
        }
    }

    private void put(List<JsonNode> list) {
        ArrayNode array = Json.array();
        list.forEach(row -> array.add(row.deepCopy()));
        writing.put(path, array);
        draw();
    }

    private void draw() {
        rows.getChildren().forEach(ties::forget);
        rows.getChildren().clear();
        List<JsonNode> now = now();
        for (int i = 0; i < now.size(); i++) {
            rows.getChildren().add(row(i));
            if (removed != null && removed.index() == i + 1) {
                rows.getChildren().add(undoBar());
            }
        }
        if (removed != null && (removed.index() == 0 || removed.index() > now.size())) {
            rows.getChildren().add(removed.index() == 0 ? 0 : rows.getChildren().size(), undoBar());
        }
    }

    private VBox row(int index) {
        String number = Texts.of("child.rows." + type + ".row", index + 1);
        var form = new DefinitionForm(
                id + "-" + index, type, fields, path + "[" + index + "].", writing, ties, named, clock);
        var out = Buttons.quiet(id + "-out-" + index, Texts.of("child.rows.remove"), () -> remove(index));
        out.setAccessibleText(Texts.of("child.rows.remove-what", number));
        VBox box = Boxes.column(2, Boxes.row(2, Boxes.growing(Boxes.heading(number)), out), form);
        box.getStyleClass().add("fact-row");
        return box;
    }

    private NoticeBar undoBar() {
        return new NoticeBar(
                id + "-removed",
                NoticeBar.Kind.PLAIN,
                Texts.of("child.rows.removed"),
                Buttons.of(id + "-undo", Texts.of("child.undo"), this::undo));
    }

    private void requestUndoFocus() {
        if (lookup("#" + id + "-undo") instanceof javafx.scene.Node undo) {
            undo.requestFocus();
        }
    }

    private void focusRow(int index) {
        ties.answers().stream()
                .filter(answer -> answer.field().startsWith(path + "[" + index + "]."))
                .findFirst()
                .ifPresent(org.alongside.ui.control.Answer::focusAnswer);
    }
}
