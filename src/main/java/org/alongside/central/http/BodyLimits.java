package org.alongside.central.http;

import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.ToLongFunction;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/// Bounds what a request's body may be: so many bytes, and not slower than so many a second once a
/// grace has passed. It stands twice in the chain: outside, where bytes are counted as they come, and
/// inside the unpacking, so that a small packed body cannot become a huge one.
///
/// A length told beforehand that is too long is taken in and thrown away up to a point before the
/// answer: a client still writing would otherwise see its connection reset and never read the 413.
/// A sender that stops altogether is the idle time's affair.
final class BodyLimits extends Handler.Wrapper {
    private static final long THROWN_AWAY_MOST = 16L * 1024 * 1024;

    private final ToLongFunction<Request> limit;
    private final Duration grace;
    private final long bytesASecond;

    /// @param bytesASecond 0 for any pace
    BodyLimits(Handler inner, ToLongFunction<Request> limit, Duration grace, long bytesASecond) {
        super(inner);
        this.limit = limit;
        this.grace = grace;
        this.bytesASecond = bytesASecond;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        long most = limit.applyAsLong(request);
        var watched = new Watched(request, most);
        if (request.getLength() > most && bytesASecond > 0) {
            if (request.getLength() <= THROWN_AWAY_MOST) {
                watched.most = THROWN_AWAY_MOST;
                try (var in = Content.Source.asInputStream(watched)) {
                    in.transferTo(OutputStream.nullOutputStream());
                } catch (java.io.IOException e) {
                    // Too slow, or gone: the answer below is tried all the same.
                    response.getHeaders().put("Connection", "close");
                }
            }
            Response.writeError(request, response, callback, HttpStatus.PAYLOAD_TOO_LARGE_413);
            return true;
        }
        return super.handle(watched, response, callback);
    }

    private final class Watched extends Request.Wrapper {
        private long most;
        private long begun;
        private long bytes;
        private Content.@Nullable Chunk failure;

        Watched(Request request, long most) {
            super(request);
            this.most = most;
        }

        @Override
        public Content.@Nullable Chunk read() {
            if (failure != null) {
                return failure;
            }
            if (begun == 0) {
                begun = System.nanoTime();
            }
            Content.Chunk chunk = super.read();
            if (chunk == null || Content.Chunk.isFailure(chunk)) {
                return chunk;
            }
            bytes += chunk.remaining();
            if (bytes > most) {
                return refused(chunk, HttpStatus.PAYLOAD_TOO_LARGE_413);
            }
            return !chunk.isLast() && isTooSlow() ? refused(chunk, HttpStatus.REQUEST_TIMEOUT_408) : chunk;
        }

        private boolean isTooSlow() {
            long elapsed = System.nanoTime() - begun;
            return bytesASecond > 0
                    && elapsed > grace.toNanos()
                    && bytes * Duration.ofSeconds(1).toNanos() / elapsed < bytesASecond;
        }

        private Content.Chunk refused(Content.Chunk chunk, int status) {
            chunk.release();
            Content.Chunk refusal =
                    Content.Chunk.from(new HttpException.RuntimeException(status, new TimeoutException()), true);
            failure = refusal;
            return refusal;
        }
    }
}
