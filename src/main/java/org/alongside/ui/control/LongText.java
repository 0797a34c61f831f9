package org.alongside.ui.control;

import java.time.Clock;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import org.alongside.kernel.TypedText;
import org.alongside.ui.Words;
import org.jspecify.annotations.Nullable;

/// A field for writing. Tab goes on to the next control and Shift+Tab back, Ctrl+Z takes back, Ctrl+.
/// puts in the time; it grows with its text. What cannot be kept is refused in words and everything
/// typed before stays.
public final class LongText extends TextArea {
    private static final double MOST_LINES = 14;

    private final Clock clock;
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper(this, "refusal", "");
    private int leastLines = 2;
    private @Nullable Node drawn;

    /// @param id namespaced and stable
    /// @param clock for the time that Ctrl+. puts in
    public LongText(String id, Clock clock) {
        this.clock = clock;
        setId(id);
        setWrapText(true);
        setMinWidth(0);
        setPrefRowCount(leastLines);
        getStyleClass().add("long-text");
        setTextFormatter(new TextFormatter<>(new TextGuard(refusal::set)));
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        skinProperty().subscribe(() -> drawn = null);
    }

    /// Why the last change was not taken; empty once one was.
    public ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /// How tall it is when empty.
    public LongText lines(int least) {
        leastLines = least;
        setPrefRowCount(least);
        return this;
    }

    /// What was typed, in the form that is stored.
    public String typed() {
        return TypedText.mended(getText());
    }

    /// Puts a draft's text back, with the caret where it was; it cannot be undone into nothing.
    public void bring(String text, int caret) {
        setText(text);
        positionCaret(Math.min(caret, getText().length()));
    }

    private void key(KeyEvent event) {
        boolean plain = !event.isControlDown() && !event.isAltDown() && !event.isMetaDown();
        if (event.getCode() == KeyCode.TAB && plain) {
            requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            event.consume();
        } else if (event.getCode() == KeyCode.PERIOD && event.isControlDown()) {
            replaceSelection(Words.time(clock.instant()) + " ");
            event.consume();
        }
    }

    /// As tall as its text, within bounds, so that a page scrolls and fields seldom do.
    @Override
    protected double computePrefHeight(double width) {
        double least = super.computePrefHeight(width);
        Node text = drawn();
        if (text == null) {
            return least;
        }
        double line = getFont().getSize() * 1.4;
        double edges = Math.max(0, least - leastLines * line);
        return Math.max(least, Math.min(text.getLayoutBounds().getHeight() + edges, MOST_LINES * line + edges));
    }

    private @Nullable Node drawn() {
        if (drawn == null && getSkin() != null) {
            for (Node node : lookupAll(".text")) {
                if (node instanceof Text text && !text.getStyleClass().contains("prompt")) {
                    drawn = text;
                    text.layoutBoundsProperty().subscribe((Bounds was, Bounds is) -> {
                        if (was.getHeight() != is.getHeight()) {
                            requestLayout();
                        }
                    });
                    break;
                }
            }
        }
        return drawn;
    }
}
