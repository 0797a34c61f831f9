package org.alongside.central.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Json;
import org.alongside.kernel.Limits;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// A request as routes see it.
final class Exchange {
    private final Request request;
    private final Map<String, String> path;

    /// @param path what stood in place of the names in the route's path
    Exchange(Request request, Map<String, String> path) {
        this.request = request;
        this.path = path;
    }

    String path(String name) {
        String value = path.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route has no " + name);
        }
        return value;
    }

    @Nullable
    String header(String name) {
        return request.getHeaders().get(name);
    }

    String address() {
        return Request.getRemoteAddr(request);
    }

    /// A value of the query; empty when it is not given.
    String query(String name) {
        try {
            Fields.Field field = Request.extractQueryParameters(request).get(name);
            return field == null ? "" : String.valueOf(field.getValue());
        } catch (IllegalArgumentException e) {
            throw BadInput.of("query-not-readable", "The query cannot be read.");
        }
    }

    InputStream stream() {
        return Content.Source.asInputStream(request);
    }

    /// The whole body, which the limits of the server keep small.
    byte[] body(String type) throws IOException {
        String given = header(HttpHeader.CONTENT_TYPE.asString());
        String plain = given == null ? "" : given.split(";", 2)[0].strip();
        if (!plain.equalsIgnoreCase(type)) {
            throw new HttpProblem(415, "content-type-wrong", "Send this as " + type + ".");
        }
        try (InputStream in = stream()) {
            return in.readAllBytes();
        }
    }

    /// The body as one JSON object of this shape.
    ///
    /// @throws BadInput when it is none
    <T> T json(Class<T> shape) throws IOException {
        byte[] body = body(Answer.JSON);
        try {
            T value = Json.MAPPER.readValue(body, shape);
            if (value == null) {
                throw BadInput.of("json-not-object", "The body must be one JSON object.");
            }
            return value;
        } catch (JacksonException e) {
            throw BadInput.of("json-not-readable", "The body is not the JSON that this call takes.");
        }
    }

    /// The body's lines, without empty ones.
    ///
    /// @throws HttpProblem 413 when there are more than the limit
    List<byte[]> lines(String type, int linesMax) throws IOException {
        byte[] body = body(type);
        var lines = new ArrayList<byte[]>();
        int start = 0;
        for (int i = 0; i <= body.length; i++) {
            if (i == body.length || body[i] == '\n') {
                int end = i > start && body[i - 1] == '\r' ? i - 1 : i;
                if (end > start) {
                    lines.add(java.util.Arrays.copyOfRange(body, start, end));
                }
                start = i + 1;
            }
        }
        if (lines.isEmpty()) {
            throw BadInput.of("body-empty", "The body has no line.");
        }
        if (lines.size() > linesMax) {
            throw new HttpProblem(413, "batch-too-long", "At most " + linesMax + " lines; send them in parts.");
        }
        return lines;
    }

    static int linesOfABatch() {
        return Limits.BATCH_OPERATIONS;
    }
}
