package org.alongside.central.http;

import java.time.Duration;
import org.alongside.kernel.Problem;

/// A request that is answered with a problem other than plain bad input.
final class HttpProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// Where nothing better is known.
    static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final int status;
    private final transient Problem problem;
    private final Duration retryAfter;

    HttpProblem(int status, String code, String message) {
        this(status, code, message, RETRY_AFTER);
    }

    /// @param retryAfter when asking again is worth it, told with 429 and 503
    HttpProblem(int status, String code, String message, Duration retryAfter) {
        super(code);
        this.status = status;
        this.retryAfter = retryAfter;
        this.problem = Problem.of(code, message);
    }

    Duration retryAfter() {
        return retryAfter;
    }

    int status() {
        return status;
    }

    Problem problem() {
        return problem;
    }
}
