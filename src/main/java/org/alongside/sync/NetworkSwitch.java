package org.alongside.sync;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// The switch in the app that unplugs this laptop from the network: while it is off nothing is asked of
/// the service and nothing reaches it.
public final class NetworkSwitch {
    private final List<Consumer<Boolean>> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean plugged = true;

    public boolean isPlugged() {
        return plugged;
    }

    public void set(boolean plugIn) {
        if (plugged != plugIn) {
            plugged = plugIn;
            listeners.forEach(listener -> listener.accept(plugIn));
        }
    }

    /// @return ends the listening
    public Runnable listen(Consumer<Boolean> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
