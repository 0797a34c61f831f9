package org.alongside.kernel;

import java.util.List;

/// What was given cannot be taken, nothing was changed, and here is why. Commands turn it into exit
/// code 2, the service into a 4xx problem, windows into an error summary.
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public BadInput(List<Problem> problems) {
        super(problems.stream().map(Problem::code).distinct().toList().toString());
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("bad input without a problem");
        }
        this.problems = List.copyOf(problems);
    }

    public static BadInput of(String code, String message) {
        return new BadInput(List.of(Problem.of(code, message)));
    }

    public static BadInput of(String code, String field, String message) {
        return new BadInput(List.of(Problem.at(field, code, message)));
    }

    public List<Problem> problems() {
        return problems;
    }
}
