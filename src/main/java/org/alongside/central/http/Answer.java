package org.alongside.central.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.alongside.kernel.Json;
import org.alongside.kernel.Problem;
import org.alongside.sync.wire.Wire;
import tools.jackson.databind.node.ObjectNode;

/// What a route answers.
///
/// @param type content type; empty without a body
/// @param retryAfter when asking again is worth it; told with 429 and 503 only
/// @param headers further ones of this answer
record Answer(int status, String type, Body body, Duration retryAfter, Map<String, String> headers) {
    Answer(int status, String type, Body body, Duration retryAfter) {
        this(status, type, body, retryAfter, Map.of());
    }

    Answer(int status, String type, Body body) {
        this(status, type, body, HttpProblem.RETRY_AFTER);
    }

    /// Writes a body; what it throws becomes a cut answer, never a whole one.
    @FunctionalInterface
    interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    static final String JSON = "application/json";
    private static final Body NONE = out -> {};

    static Answer nothing() {
        return new Answer(204, "", NONE);
    }

    Answer with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Answer(status, type, body, retryAfter, Map.copyOf(more));
    }

    static Answer json(Object value) {
        return of(200, JSON, Json.line(value).getBytes(StandardCharsets.UTF_8));
    }

    static Answer lines(List<byte[]> lines) {
        return new Answer(200, Wire.NDJSON, out -> {
            for (byte[] line : lines) {
                out.write(line);
                out.write('\n');
            }
        });
    }

    static Answer of(int status, String type, byte[] body) {
        return new Answer(status, type, out -> out.write(body));
    }

    /// RFC 9457, with a stable type and every problem in the shape that commands use, too.
    static Answer problem(int status, List<Problem> problems) {
        Problem first = problems.getFirst();
        ObjectNode body = Json.object();
        body.put("type", "urn:alongside:problem:" + first.code());
        body.put("title", first.message());
        body.put("status", status);
        body.set("problems", Json.MAPPER.valueToTree(problems));
        return of(status, Wire.PROBLEM, Json.line(body).getBytes(StandardCharsets.UTF_8));
    }

    static Answer problem(HttpProblem problem) {
        Answer answer = problem(problem.status(), List.of(problem.problem()));
        return new Answer(answer.status(), answer.type(), answer.body(), problem.retryAfter());
    }

    static Answer problem(int status, String code, String message) {
        return problem(status, List.of(Problem.of(code, message)));
    }
}
