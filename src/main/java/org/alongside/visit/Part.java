package org.alongside.visit;

/// One part of the form and how far it is (the task list beside it).
///
/// @param row the child's row, for a part of [Kind#CHILD]; else -1
/// @param missing required answers not given
/// @param wrong answers to change
public record Part(Kind kind, int row, State state, int missing, int wrong) {
    /// The parts in the order of the list; there is one [#CHILD] for each row.
    public enum Kind {
        WHO_WHERE_WHEN,
        CHILD,
        HOME,
        THINK,
        NEXT
    }

    public enum State {
        NOT_STARTED,
        IN_PROGRESS,
        FINISHED
    }
}
