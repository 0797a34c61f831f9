package org.alongside.kernel;

/// The council's service could not be reached, or refused; exit code 3. The message is for a person
/// and says what to do; work already saved is untouched.
public final class Unreachable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    public Unreachable(String code, String message) {
        super(message);
        this.code = code;
    }

    public Unreachable(String code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public Problem problem() {
        return Problem.of(code, String.valueOf(getMessage()));
    }
}
