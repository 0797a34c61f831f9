package org.alongside.ui;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A numbered entry of the rail. Numbers are fixed (1 Today … 7 Activity); a place not built is left
/// out and the others keep theirs.
public final class Place {
    private final int number;
    private final String screen;
    private final String word;
    private final String icon;
    private final StringProperty toDo = new SimpleStringProperty(this, "toDo", "");

    /// @param number 1 to 9, reached by Ctrl and the digit
    /// @param screen id of the screen it opens
    public Place(int number, String screen, String word, String icon) {
        this.number = number;
        this.screen = screen;
        this.word = word;
        this.icon = icon;
    }

    public int number() {
        return number;
    }

    public String screen() {
        return screen;
    }

    public String word() {
        return word;
    }

    public String icon() {
        return icon;
    }

    /// What can be acted on there, in words: "1 to decide"; empty when nothing. Never a fault.
    public StringProperty toDoProperty() {
        return toDo;
    }
}
