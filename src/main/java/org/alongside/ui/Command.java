package org.alongside.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Something the user can have done, named once and shared by menu, button, palette and key.
public final class Command {
    private final String id;
    private final String text;
    private final @Nullable KeyCombination key;
    private final Runnable action;
    private final List<KeyCombination> more = new ArrayList<>();
    private final BooleanProperty enabled = new SimpleBooleanProperty(this, "enabled", true);

    private Command(String id, String text, @Nullable KeyCombination key, Runnable action) {
        this.id = id;
        this.text = text;
        this.key = key;
        this.action = action;
    }

    /// @param id stable and namespaced: `visit-finish`
    /// @param text a verb phrase in sentence case
    public static Command of(String id, String text, Runnable action) {
        return new Command(id, text, null, action);
    }

    /// With a key in JavaFX's words: `Ctrl+L`, `F9`, `Alt+Page Down`.
    public static Command of(String id, String text, String key, Runnable action) {
        return new Command(id, text, KeyCombination.valueOf(key), action);
    }

    /// Further keys that do the same and that nobody needs to be told: other places of the same sign.
    public Command also(String... keys) {
        for (String other : keys) {
            more.add(KeyCombination.valueOf(other));
        }
        return this;
    }

    public String id() {
        return id;
    }

    public String text() {
        return text;
    }

    public @Nullable KeyCombination key() {
        return key;
    }

    /// The key as the user reads it: `Ctrl+L`, `Alt+PageDown`; empty without one.
    public String keyText() {
        return key == null ? "" : key.getName().replace("Page Down", "PageDown").replace("Page Up", "PageUp");
    }

    boolean isAskedBy(KeyEvent event) {
        return (key != null && key.match(event)) || more.stream().anyMatch(other -> other.match(event));
    }

    public BooleanProperty enabledProperty() {
        return enabled;
    }

    /// Does it, unless it is not enabled; says whether it did.
    public boolean run() {
        if (!enabled.get()) {
            return false;
        }
        action.run();
        return true;
    }
}
