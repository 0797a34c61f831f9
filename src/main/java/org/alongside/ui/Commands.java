package org.alongside.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The commands that can be given now: those of the shell and those of the page on show. Keys, the
/// palette and buttons ask here, so every action states its key and nothing has two names.
public final class Commands {
    private final ObservableList<Command> shell = FXCollections.observableArrayList();
    private final ObservableList<Command> page = FXCollections.observableArrayList();
    private boolean listening = true;

    /// Adds a command that holds on every page.
    ///
    /// @throws IllegalArgumentException when its id or key is taken by another of them
    public void add(Command command) {
        for (Command other : shell) {
            boolean sameKey = command.key() != null && command.key().equals(other.key());
            if (other.id().equals(command.id()) || sameKey) {
                throw new IllegalArgumentException("command " + command.id() + " against " + other.id());
            }
        }
        shell.add(command);
    }

    /// The commands of the page now on show, in place of those before.
    void ofPage(List<Command> commands) {
        page.setAll(commands);
    }

    /// All of them, the page's first.
    public List<Command> all() {
        var all = new ArrayList<>(page);
        all.addAll(shell);
        return List.copyOf(all);
    }

    public Optional<Command> find(String id) {
        return all().stream().filter(c -> c.id().equals(id)).findFirst();
    }

    /// Listens to a scene. Keys that also belong to text (Esc, and keys without Ctrl, Alt or a function
    /// key) come to the control first; the others reach the command whatever has the focus.
    public void listenTo(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (!belongsToControl(event) && run(event)) {
                event.consume();
            }
        });
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (belongsToControl(event) && run(event)) {
                event.consume();
            }
        });
    }

    /// Whether keys reach commands: not while the window is locked.
    public void setListening(boolean listening) {
        this.listening = listening;
    }

    private boolean run(KeyEvent event) {
        if (!listening) {
            return false;
        }
        for (Command command : all()) {
            if (command.isAskedBy(event)) {
                return command.run();
            }
        }
        return false;
    }

    private static boolean belongsToControl(KeyEvent event) {
        boolean function = event.getCode().isFunctionKey();
        return event.getCode() == KeyCode.ESCAPE
                || (!function && !event.isControlDown() && !event.isAltDown() && !event.isMetaDown());
    }
}
