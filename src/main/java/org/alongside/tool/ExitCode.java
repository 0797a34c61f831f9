package org.alongside.tool;

/// The exit codes of the command line.
public final class ExitCode {
    public static final int DONE = 0;

    /// Done, and there are findings: something refused, something missing, a warning.
    public static final int FINDINGS = 1;

    /// Bad use or bad input; nothing changed.
    public static final int BAD_INPUT = 2;

    /// The service cannot be reached, or refused.
    public static final int UNREACHABLE = 3;

    /// A fault of ours, with an error reference.
    public static final int FAULT = 4;

    private ExitCode() {}
}
