package org.alongside.tool;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `import`: files of the council into the service whose home it is.
@Command(name = "import", description = "Brings a council's files into the service.", mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    private static final int REFUSED_SAID = 50;

    private final Invocation invocation;

    @Option(names = "--format", paramLabel = "cin-census|people", required = true, description = "What they are.")
    private String format = "";

    @Option(names = "--dry-run", description = "Say what would be done, and change nothing.")
    private boolean dryRun;

    @Option(names = "--accept-authority", paramLabel = "CODE", description = "Take a file of this other authority.")
    private @Nullable String authority;

    @Option(names = "--map", paramLabel = "FILE", description = "Answers to an earlier report's to_map.")
    private @Nullable Path map;

    @Option(names = "--service", paramLabel = "URL", description = "A service on another machine.")
    private @Nullable String service;

    @Option(names = "--ca", paramLabel = "FILE", description = "Its certificate file.")
    private @Nullable Path ca;

    @Option(names = "--admin-token-file", paramLabel = "F", description = "Its administrator's token.")
    private @Nullable Path token;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "The files.")
    private List<Path> files = new ArrayList<>();

    ImportCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw BadInput.of("file-not-there", "path", "There is no file " + file + ".");
            }
        }
        Services.Elsewhere elsewhere =
                service == null || ca == null || token == null ? null : new Services.Elsewhere(service, ca, token);
        try (ServiceDoor door = Services.open(invocation, elsewhere, true)) {
            ObjectNode report =
                    door.importFiles(format, files, dryRun, authority, map == null ? null : InputFile.object(map));
            invocation.answer(report);
            if (!invocation.json()) {
                say(report);
            }
            if (!report.path("complete").booleanValue(false)) {
                return ExitCode.BAD_INPUT;
            }
            return report.path("refused").isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
        }
    }

    private void say(ObjectNode report) {
        for (String kind : List.of("taken", "changed", "unchanged")) {
            invocation.say(kind + ": " + Json.line(report.path(kind)));
        }
        JsonNode refused = report.path("refused");
        invocation.say("refused: " + refused.size());
        int said = 0;
        for (JsonNode row : refused) {
            if (said++ == REFUSED_SAID) {
                invocation.say("  … and " + (refused.size() - REFUSED_SAID) + " more: --json lists them all");
                break;
            }
            invocation.say("  " + row.path("file").asString("") + " line "
                    + row.path("line").asString("") + ", " + row.path("record").asString("") + ": "
                    + row.path("problem").path("message").asString(""));
        }
        report.path("to_map")
                .forEach(code -> invocation.say("to map: " + code.path("field").asString("") + " "
                        + code.path("code").asString("") + " ("
                        + code.path("count").asString("") + ")"));
        report.path("problems")
                .forEach(problem -> invocation.say(problem.path("message").asString("")));
    }
}
