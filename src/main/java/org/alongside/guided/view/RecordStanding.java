package org.alongside.guided.view;

import org.alongside.child.view.RecordWords;
import org.alongside.record.RecordState;
import org.alongside.record.RecordType;

/// How a typed record stands: planned, open, or all that is to be said of it.
enum RecordStanding {
    PLANNED,
    OPEN,
    FINISHED,
    WITHDRAWN;

    static RecordStanding of(RecordState state, RecordType type) {
        if (state.withdrawal().isPresent()) {
            return WITHDRAWN;
        }
        if (isPlanned(state, type)) {
            return PLANNED;
        }
        boolean open = type.groups().stream()
                .filter(group -> group.id().equals("ended") || group.id().equals("outcome"))
                .anyMatch(group -> state.current(group.id()).isEmpty());
        return open ? OPEN : FINISHED;
    }

    /// Booked or begun, and the day it happened is still to come. A day that has to be given and was not, in
    /// what a file brought in, is missing and not to come.
    static boolean isPlanned(RecordState state, RecordType type) {
        return type.field(type.happened())
                        .filter(field -> !field.required().equals("true"))
                        .isPresent()
                && RecordWords.happened(state).isEmpty();
    }
}
