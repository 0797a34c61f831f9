package org.alongside.ui.form;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import org.alongside.kernel.Json;
import org.alongside.ui.control.PageFrame;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Where the writer is on a page: the field and the caret, kept with the draft, so that whoever comes
/// back is there again.
public final class Whereabouts {
    public static final String FIELD = "field";
    private static final String CARET = "caret";
    private static final String ANCHOR = "anchor";

    private final Node root;
    private final PageFrame frame;
    private ObjectNode last = Json.object();

    /// @param root holds the frame
    public Whereabouts(Node root, PageFrame frame) {
        this.root = root;
        this.frame = frame;
    }

    /// Goes on from what a draft says.
    public void startFrom(Writing writing) {
        last = place(writing);
    }

    /// Another part is on show; nobody was anywhere in it yet.
    public void forget() {
        last = Json.object();
    }

    /// The place now; the last one while the focus is outside the page's content.
    public ObjectNode now() {
        Node owner = focused();
        if (owner != null && owner.getId() != null && isInContent(owner)) {
            ObjectNode place = Json.object();
            place.put(FIELD, owner.getId());
            if (owner instanceof TextInputControl text) {
                place.put(CARET, text.getCaretPosition());
                place.put(ANCHOR, text.getAnchor());
            }
            last = place;
        }
        return last;
    }

    /// What has the focus on this page; null when it is elsewhere.
    public @Nullable Node focused() {
        Node owner = root.getScene() == null ? null : root.getScene().getFocusOwner();
        return isWithin(owner, root) ? owner : null;
    }

    public boolean isInContent(@Nullable Node owner) {
        return isWithin(owner, frame.content());
    }

    private static boolean isWithin(@Nullable Node node, Node root) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == root) {
                return true;
            }
        }
        return false;
    }

    private static ObjectNode place(Writing writing) {
        ObjectNode place = Json.object();
        for (String member : List.of(FIELD, CARET, ANCHOR)) {
            if (writing.place().has(member)) {
                place.set(member, writing.place().get(member));
            }
        }
        return place;
    }

    /// The same field, the very caret; the title when there is none.
    public void goBack(Writing writing) {
        ObjectNode place = place(writing);
        root.applyCss();
        Node goal = place.has(FIELD)
                ? frame.content().lookup("#" + place.path(FIELD).asString(""))
                : null;
        if (goal == null) {
            frame.title().requestFocus();
            return;
        }
        goal.requestFocus();
        if (goal instanceof TextInputControl text) {
            int caret = place.path(CARET).intValue(0);
            text.selectRange(
                    Math.min(place.path(ANCHOR).intValue(caret), text.getLength()), Math.min(caret, text.getLength()));
        }
    }
}
