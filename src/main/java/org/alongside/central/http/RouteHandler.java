package org.alongside.central.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.alongside.central.storage.StorageUnavailable;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Ids;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds the route of a request, runs it and turns whatever happens into an answer: bad input into
/// 4xx with its reasons, a database that is away into 503, a fault of ours into 500 with a reference
/// and nothing else.
final class RouteHandler extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(RouteHandler.class);

    private final List<Route> routes;
    private final Ids ids;

    RouteHandler(List<Route> routes, Ids ids) {
        this.routes = List.copyOf(routes);
        this.ids = ids;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Answer answer = answer(request);
        takeIn(request);
        response.setStatus(answer.status());
        if (!answer.type().isEmpty()) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.type());
        }
        answer.headers().forEach(response.getHeaders()::put);
        if (answer.status() == 401) {
            response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer");
        }
        if (answer.status() == 503 || answer.status() == 429) {
            response.getHeaders()
                    .put(HttpHeader.RETRY_AFTER, answer.retryAfter().toSeconds());
        }
        try {
            // Closed on success only: a fault in the middle must not look like a whole answer.
            var out = Content.Sink.asOutputStream(response);
            answer.body().writeTo(out);
            out.close();
            callback.succeeded();
        } catch (IOException | RuntimeException e) {
            LOG.warn("answer cut short: {}", e.getClass().getSimpleName());
            callback.failed(e);
        }
        return true;
    }

    /// Takes in what is still coming before the answer goes out: a client that is still writing would
    /// see its request reset and never read why. The limits further out bound what can come.
    private static void takeIn(Request request) {
        try {
            Content.Source.asInputStream(request).transferTo(OutputStream.nullOutputStream());
        } catch (IOException | RuntimeException e) {
            LOG.debug("the rest of a request did not come", e);
        }
    }

    /// The outermost handler of the service: here, and only here, anything thrown ends.
    private Answer answer(Request request) {
        try {
            return route(request);
        } catch (BadInput e) {
            return Answer.problem(400, e.problems());
        } catch (HttpProblem e) {
            return Answer.problem(e);
        } catch (StorageUnavailable e) {
            LOG.warn(
                    "the database is not available: {}",
                    e.getCause() == null ? "" : e.getCause().getClass().getSimpleName());
            return Answer.problem(503, "not-available", "The service cannot reach its database just now. Try again.");
        } catch (Exception e) {
            return fromDeeper(e);
        }
    }

    private Answer route(Request request) throws IOException {
        String path = Request.getPathInContext(request);
        var methods = new TreeSet<String>();
        for (Route route : routes) {
            Optional<Map<String, String>> match = route.match(path);
            if (match.isPresent()) {
                if (route.method().equals(request.getMethod())) {
                    return route.work().answer(new Exchange(request, match.get()));
                }
                methods.add(route.method());
            }
        }
        return methods.isEmpty()
                ? Answer.problem(404, "not-found", "There is nothing here.")
                : Answer.problem(405, "method-not-allowed", "This takes " + String.join(", ", methods) + ".");
    }

    /// Limits of the server show themselves while a body is read, wrapped in what the reading threw.
    private Answer fromDeeper(Exception fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpException http) {
                return switch (http.getCode()) {
                    case 408 -> Answer.problem(408, "too-slow", "The request came too slowly.");
                    case 413 -> Answer.problem(413, "request-too-long", "The request is too long; send it in parts.");
                    default -> Answer.problem(400, "request-not-readable", "The request cannot be read.");
                };
            }
        }
        if (fault instanceof IOException) {
            return Answer.problem(400, "request-not-readable", "The request cannot be read.");
        }
        String reference = ids.next().toString();
        LOG.error("fault {}: {}", reference, placeOf(fault));
        return Answer.problem(500, "fault", "Something went wrong here. Reference " + reference + ".");
    }

    /// The kinds and places of a fault, without its words: they may hold what somebody wrote.
    private static String placeOf(Throwable fault) {
        var said = new StringBuilder();
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            said.append(cause.getClass().getName());
            StackTraceElement[] trace = cause.getStackTrace();
            for (int i = 0; i < Math.min(12, trace.length); i++) {
                said.append("\n    at ").append(trace[i]);
            }
            said.append('\n');
        }
        return said.toString();
    }
}
