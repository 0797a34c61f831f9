package org.alongside.store;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.alongside.record.StreamId;

/// Tells windows which streams changed, after the disk has it, on the thread that made the change.
public final class Changes {
    private final List<Consumer<Set<StreamId>>> listeners = new CopyOnWriteArrayList<>();

    /// @return ends the listening
    public Runnable listen(Consumer<Set<StreamId>> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// @param streams empty when drafts, results or settings changed and no record did
    public void tell(Set<StreamId> streams) {
        listeners.forEach(listener -> listener.accept(streams));
    }
}
