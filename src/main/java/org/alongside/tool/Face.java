package org.alongside.tool;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Unreachable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/// Runs one command and turns whatever happens into the exit codes and shapes of the contract.
public final class Face {
    private static final Logger LOG = LoggerFactory.getLogger(Face.class);

    private final Invocation invocation;
    private final CommandLine commands;

    /// @param subcommands each command, by its first word
    public Face(Invocation invocation, List<Object> subcommands) {
        this.invocation = invocation;
        this.commands = new CommandLine(invocation);
        subcommands.forEach(commands::addSubcommand);
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        commands.setExecutionExceptionHandler((fault, line, result) -> handle(fault));
        commands.setParameterExceptionHandler(this::handleUse);
    }

    public CommandLine commands() {
        return commands;
    }

    public int run(String... arguments) {
        return commands.execute(arguments);
    }

    private int handleUse(CommandLine.ParameterException fault, String[] arguments) {
        var problems = List.of(Problem.of("usage", String.valueOf(fault.getMessage())));
        if (Arrays.asList(arguments).contains("--json") && !invocation.json()) {
            invocation.line(org.alongside.kernel.Json.line(
                    org.alongside.kernel.Json.object().set("problems", Invocation.problems(problems))));
            invocation.warn(String.valueOf(fault.getMessage()));
        } else {
            invocation.tell(problems);
        }
        invocation.warn("See: alongside "
                + fault.getCommandLine().getCommandSpec().qualifiedName(" ").replaceFirst("^alongside ?", "")
                + " --help");
        return ExitCode.BAD_INPUT;
    }

    private int handle(Exception fault) {
        return switch (fault) {
            case BadInput bad -> {
                invocation.tell(bad.problems());
                yield ExitCode.BAD_INPUT;
            }
            case Unreachable unreachable -> {
                invocation.tell(List.of(unreachable.problem()));
                yield ExitCode.UNREACHABLE;
            }
            default -> {
                String reference = reference(fault);
                LOG.error("fault {}: {}", reference, places(fault));
                invocation.tell(List.of(Problem.of(
                        "fault",
                        "Something went wrong that is our fault. Nothing already saved is lost. Reference " + reference
                                + ".")));
                yield ExitCode.FAULT;
            }
        };
    }

    /// A short stable code for the place a fault comes from; it says nothing of what was typed.
    public static String reference(Throwable fault) {
        int hash = fault.getClass().getName().hashCode();
        for (StackTraceElement place : fault.getStackTrace()) {
            if (place.getClassName().startsWith("org.alongside")) {
                hash = 31 * hash + (place.getClassName() + place.getMethodName()).hashCode();
            }
        }
        return HexFormat.of().withUpperCase().toHexDigits(hash);
    }

    /// Where a fault happened, without its message: messages of libraries may quote what was typed.
    private static String places(Throwable fault) {
        var places = new StringBuilder();
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            places.append(cause.getClass().getName());
            Arrays.stream(cause.getStackTrace())
                    .limit(12)
                    .forEach(place -> places.append("\n  at ").append(place));
            places.append('\n');
        }
        return places.toString();
    }
}
