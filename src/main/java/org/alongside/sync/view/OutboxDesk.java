package org.alongside.sync.view;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javafx.beans.value.ObservableValue;
import org.alongside.record.StreamId;
import org.alongside.sync.Outbox;
import org.alongside.ui.Sending;
import org.alongside.ui.task.Background;

/// What the list of own work is given. What records and people are called is asked of others, since
/// sync knows no kind of record.
public record OutboxDesk(
        Outbox outbox,
        ObservableValue<Sending> sending,
        Background background,
        Clock clock,
        Called called,
        Doors doors) {

    /// What things are called.
    public interface Called {
        /// Whom a stream is about; empty when that is nobody or not known. Reads the store.
        String whom(StreamId stream);

        /// What was written: "Address", "Case note".
        String what(Outbox.Item item);

        /// A reason of the council's service in words.
        String why(String reason);

        /// What a reason means, and what can be done.
        String then(String reason);
    }

    /// Where the list leads.
    public interface Doors {
        void openRecord(StreamId stream, UUID record);

        void syncNow();

        /// Hears of changes of the list; what it returns ends that.
        default List<Runnable> onChange(Runnable listener) {
            return List.of();
        }
    }
}
