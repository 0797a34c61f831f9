package org.alongside.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.alongside.kernel.Texts;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.theme.Icons;

/// The line at the foot of the window: where the work is, how things stand with the service, what
/// waits, what is running. F6 comes here, so a reader of the screen can hear it at will; Tab does not.
public final class StatusLine extends HBox {
    private final StringProperty saved = new SimpleStringProperty(this, "saved", "");
    private final StringProperty hint = new SimpleStringProperty(this, "hint", "");
    private final ObjectProperty<Sending> sending = new SimpleObjectProperty<>(this, "sending", Sending.NEVER);
    private final ReadOnlyIntegerProperty running;
    private Breadth breadth = Breadth.WIDE;

    public StatusLine(ReadOnlyIntegerProperty running) {
        this.running = running;
        setId("shell-status");
        getStyleClass().add("status-line");
        setAccessibleRole(AccessibleRole.TEXT);
        saved.subscribe(this::draw);
        hint.subscribe(this::draw);
        sending.subscribe(this::draw);
        running.subscribe(this::draw);
        Breadth.of(this).subscribe(now -> {
            breadth = now;
            draw();
        });
    }

    /// "All drafts saved on this laptop 09:41"; empty when there is nothing to say.
    public StringProperty savedProperty() {
        return saved;
    }

    public ObjectProperty<Sending> sendingProperty() {
        return sending;
    }

    /// Keys of the page on show.
    public StringProperty hintProperty() {
        return hint;
    }

    private void draw() {
        var parts = new ArrayList<Label>();
        boolean narrow = breadth == Breadth.NARROW;
        if (!saved.get().isEmpty() && !narrow) {
            parts.add(part("saved", saved.get(), "mdoal-laptop"));
        }
        Sending now = sending.get();
        parts.add(part("link", SendingWords.shortly(now.link()), SendingWords.icon(now.link())));
        if (now.toSend() > 0) {
            parts.add(part("to-send", SendingWords.toSend(now.toSend()), ""));
        }
        if (now.parked() > 0 && !narrow) {
            parts.add(part("parked", Texts.of("ui.parked", now.parked()), ""));
        }
        if (now.toDecide() > 0) {
            parts.add(part("to-decide", SendingWords.toDecide(now.toDecide()), ""));
        }
        boolean roomForRunning = breadth == Breadth.WIDE ? hint.get().isEmpty() : !narrow;
        if (running.get() > 0 || roomForRunning) {
            parts.add(part("running", Texts.of("ui.running", running.get()), ""));
        }
        parts.getFirst().getStyleClass().remove("after");
        getChildren().setAll(parts);
        if (breadth == Breadth.WIDE) {
            String panes = Texts.of("ui.hint-panes");
            String words = hint.get().isEmpty() ? panes : hint.get() + " · " + panes;
            Label keys = new Label(words);
            keys.setId("shell-status-keys");
            getChildren().addAll(Boxes.space(), keys);
        }
        setAccessibleText(spoken(parts));
    }

    private static String spoken(List<Label> parts) {
        return parts.stream().map(Label::getText).collect(Collectors.joining(". "));
    }

    private static Label part(String id, String words, String icon) {
        Label label = icon.isEmpty() ? new Label(words) : new Label(words, Icons.small(icon));
        label.setId("shell-status-" + id);
        label.setMinWidth(USE_PREF_SIZE);
        label.getStyleClass().add("after");
        return label;
    }
}
