package org.alongside.central.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/// Closes connections that take too long over a request's head, the first or a later one, or over what
/// frames its body (chunk sizes and what may stand behind them, trailers). Jetty's idle time begins anew
/// with every byte, and no handler hears of such bytes, so someone who sends one a second would keep a
/// connection for ever. Time counts from the first byte until a whole head is there; a connection on
/// which nothing comes is the idle time's affair, and the pace of the body itself is that of [BodyLimits].
/// HTTP/1.1 only, which is all that is spoken (decision 5).
final class SlowHeads extends AbstractLifeCycle implements Connection.Listener {
    private final Server server;
    private final Duration patience;
    private final Map<HttpConnection, Waiting> waiting = new ConcurrentHashMap<>();
    private Scheduler.@Nullable Task next;

    /// @param heads how many whole heads have come
    /// @param framing whether the next byte is part of a head or frames a body
    /// @param bytes all that have come
    /// @param since when this was so first, by the clock of `System.nanoTime()`
    private record Waiting(long heads, boolean framing, long bytes, long since) {
        static Waiting of(HttpConnection connection, long now) {
            return new Waiting(
                    connection.getMessagesIn(),
                    frames(connection.getParser().getState()),
                    connection.getBytesIn(),
                    now);
        }

        boolean isAsBefore(Waiting before) {
            return framing && before.framing && heads == before.heads && bytes != before.bytes;
        }
    }

    SlowHeads(Server server, Duration patience) {
        this.server = server;
        this.patience = patience;
    }

    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof HttpConnection http) {
            waiting.put(http, Waiting.of(http, System.nanoTime()));
        }
    }

    @Override
    public void onClosed(Connection connection) {
        if (connection instanceof HttpConnection http) {
            waiting.remove(http);
        }
    }

    private static boolean frames(HttpParser.State state) {
        return switch (state) {
            case CONTENT, EOF_CONTENT, CHUNK, CONTENT_END, END, CLOSE, CLOSED -> false;
            case START,
                    METHOD,
                    RESPONSE_VERSION,
                    SPACE1,
                    STATUS,
                    URI,
                    SPACE2,
                    REQUEST_VERSION,
                    REASON,
                    PROXY,
                    HEADER,
                    CHUNKED_CONTENT,
                    CHUNK_SIZE,
                    CHUNK_END,
                    TRAILER -> true;
        };
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
            Waiting present = Waiting.of(connection, now);
            if (!present.isAsBefore(before)) {
                waiting.replace(connection, before, present);
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
