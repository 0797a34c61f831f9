package org.alongside.central.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/// Closes connections that take too long over the head of their first request. Jetty's idle time
/// begins anew with every byte, and no handler runs before a head is whole, so someone who sends a
/// byte a second would keep a connection for ever. Time counts from the first byte until a whole head
/// is there; a connection on which nothing comes is the idle time's affair. HTTP/1.1 only: HTTP/2
/// sends frames between requests.
final class SlowHeads extends AbstractLifeCycle implements Connection.Listener {
    private final Server server;
    private final Duration patience;
    private final Map<Connection, Waiting> waiting = new ConcurrentHashMap<>();
    private Scheduler.@Nullable Task next;

    private record Waiting(long bytes, long since) {}

    SlowHeads(Server server, Duration patience) {
        this.server = server;
        this.patience = patience;
    }

    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof HttpConnection) {
            waiting.put(connection, new Waiting(connection.getBytesIn(), System.nanoTime()));
        }
    }

    @Override
    public void onClosed(Connection connection) {
        waiting.remove(connection);
    }

    @Override
    protected void doStart() {
        again();
    }

    @Override
    protected void doStop() {
        Scheduler.Task task = next;
        if (task != null) {
            task.cancel();
        }
        waiting.clear();
    }

    private void again() {
        next = server.getScheduler().schedule(this::look, 1, TimeUnit.SECONDS);
    }

    private void look() {
        long now = System.nanoTime();
        waiting.forEach((connection, before) -> {
            long bytes = connection.getBytesIn();
            if (connection.getMessagesIn() > 0) {
                waiting.remove(connection);
            } else if (bytes == 0 && before.bytes() == 0) {
                waiting.replace(connection, before, new Waiting(0, now));
            } else if (now - before.since() > patience.toNanos()) {
                waiting.remove(connection);
                connection.getEndPoint().close();
            }
        });
        if (isRunning()) {
            again();
        }
    }
}
