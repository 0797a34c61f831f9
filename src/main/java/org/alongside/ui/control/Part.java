package org.alongside.ui.control;

/// A part of a long record in its task list.
///
/// @param id stable within the record: `child-1`, `home`
/// @param words "Ellis, 9"
/// @param state how far it is
/// @param stateWords the state in words: "1 answer missing"
public record Part(String id, String words, State state, String stateWords) {
    /// How far a part is; the icon's shape and the words both say it.
    public enum State {
        NOT_STARTED("mdomz-radio_button_unchecked", ""),
        IN_PROGRESS("mdomz-radio_button_unchecked", ""),
        FINISHED("mdoal-check_circle_outline", "done"),
        TO_PUT_RIGHT("mdoal-error_outline", "bad");

        private final String icon;
        private final String styleClass;

        State(String icon, String styleClass) {
            this.icon = icon;
            this.styleClass = styleClass;
        }

        String icon() {
            return icon;
        }

        String styleClass() {
            return styleClass;
        }
    }
}
