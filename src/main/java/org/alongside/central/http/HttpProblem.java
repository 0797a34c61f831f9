package org.alongside.central.http;

import org.alongside.kernel.Problem;

/// A request that is answered with a problem other than plain bad input.
final class HttpProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Problem problem;

    HttpProblem(int status, String code, String message) {
        super(code);
        this.status = status;
        this.problem = Problem.of(code, message);
    }

    int status() {
        return status;
    }

    Problem problem() {
        return problem;
    }
}
