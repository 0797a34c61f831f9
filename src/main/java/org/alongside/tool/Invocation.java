package org.alongside.tool;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Ids;
import org.alongside.kernel.Json;
import org.alongside.kernel.Problem;
import org.alongside.rules.content.ContentInUse;
import org.alongside.store.FaultPoints;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import tools.jackson.databind.node.ObjectNode;

/// One run of the program from a command line: the options that stand anywhere, and where words go.
/// People's words and JSON go to standard output; with `--json` everything else to standard error.
@Command(
        name = "alongside",
        description = "Casework for children's social workers, offline in the family home.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class Invocation {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The whole data folder of a laptop or service.")
    private @Nullable Path home;

    @Option(
            names = "--passphrase-file",
            paramLabel = "F",
            scope = ScopeType.INHERIT,
            description = "File whose first line is the passphrase; only you may read it.")
    private @Nullable Path passphraseFile;

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "Print one JSON object on standard output and nothing else there.")
    private boolean json;

    @Option(
            names = "--clock",
            paramLabel = "T",
            scope = ScopeType.INHERIT,
            description = "Believe it is this day or moment, or this far off. Demonstration and test data only.")
    private @Nullable String clock;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            scope = ScopeType.INHERIT,
            defaultValue = "10",
            description = "How long to wait for a home that another program holds (default: ${DEFAULT-VALUE}).")
    private int waitSeconds;

    @Option(
            names = "--fault",
            paramLabel = "NAME[:N]",
            scope = ScopeType.INHERIT,
            hidden = true,
            description = "Test builds only: halt hard at the N-th passing of a named point.")
    private @Nullable String fault;

    @Option(
            names = "--content",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Folder of newer content files; without it, \"content\" in the home.")
    private @Nullable Path content;

    private final PrintStream out;
    private final PrintStream err;
    private @Nullable Clock built;

    public Invocation(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public boolean json() {
        return json;
    }

    /// The content to work by. A folder with a mistake is told on standard error and not used.
    public ContentInUse content() {
        return content(home());
    }

    /// The same for another home than the one that was named.
    ContentInUse content(Path of) {
        return told(ContentInUse.of(of, content));
    }

    /// The same for commands that need no home.
    ContentInUse contentWithoutHome() {
        return told(ContentInUse.named(content));
    }

    private ContentInUse told(ContentInUse inUse) {
        inUse.lines().forEach(this::warn);
        return inUse;
    }

    public Optional<String> askedClock() {
        return Optional.ofNullable(clock);
    }

    public Clock clock() {
        if (built == null) {
            built = Clocks.of(askedClock());
        }
        return built;
    }

    public Ids ids() {
        return new Ids(clock());
    }

    /// Where this run is to halt hard; nowhere unless a test build is asked to.
    public FaultPoints faults() {
        return fault == null ? FaultPoints.none() : FaultPoints.asked(fault);
    }

    public Duration patience() {
        return Duration.ofSeconds(waitSeconds);
    }

    /// The home that was named, or the platform's usual place.
    public Path home() {
        return home == null ? Homes.usual() : home.toAbsolutePath().normalize();
    }

    public Optional<Path> namedHome() {
        return Optional.ofNullable(home).map(path -> path.toAbsolutePath().normalize());
    }

    /// The passphrase of `--passphrase-file`. The caller overwrites it.
    public char[] passphrase() {
        if (passphraseFile == null) {
            throw BadInput.of(
                    "passphrase-file-missing",
                    "passphrase-file",
                    "Give --passphrase-file: a file whose first line is the passphrase.");
        }
        return SecretFile.firstLine(passphraseFile).toCharArray();
    }

    /// Words for people; with `--json` they go to standard error.
    public void say(String line) {
        (json ? err : out).println(line);
    }

    /// Words beside the result, always on standard error.
    public void warn(String line) {
        err.println(line);
    }

    /// The command's object, when JSON was asked for.
    public void answer(ObjectNode object) {
        if (json) {
            out.println(Json.line(object));
            out.flush();
        }
    }

    /// A raw line of a result that is lines by nature (`dump`, `export-log`).
    public void line(String line) {
        out.println(line);
    }

    /// Tells problems in the form that was asked for.
    public void tell(List<Problem> problems) {
        if (json) {
            ObjectNode object = Json.object();
            object.set("problems", problems(problems));
            answer(object);
        }
        problems.forEach(problem -> err.println(words(problem)));
    }

    static tools.jackson.databind.node.ArrayNode problems(List<Problem> problems) {
        return Json.tree(problems, tools.jackson.databind.node.ArrayNode.class);
    }

    private static String words(Problem problem) {
        var words = new StringBuilder();
        if (problem.line() != null) {
            words.append("line ").append(problem.line()).append(": ");
        }
        if (problem.field() != null) {
            words.append(problem.field()).append(": ");
        }
        return words.append(problem.message()).toString();
    }
}
