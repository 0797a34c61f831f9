package org.alongside.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.alongside.exchange.council.CouncilFile;
import org.alongside.exchange.council.CouncilLoad;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `demo`: the demonstration council, its service and one of two laptops, in a window. Where there is
/// no display the story plays by itself.
@Command(name = "demo", description = "Opens the demonstration.", mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private final Invocation invocation;
    private final Window window;

    /// Which of the two laptops.
    private enum Who {
        WORKER,
        SUPERVISOR;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(index = "0", arity = "0..1", paramLabel = "worker|supervisor", description = "Whose laptop.")
    private Who who = Who.WORKER;

    @Option(names = "--fresh", description = "Start anew.")
    private boolean fresh;

    @Option(names = "--council", paramLabel = "FILE", description = "Another council file.")
    private @Nullable Path council;

    DemoCommand(Invocation invocation, Window window) {
        this.invocation = invocation;
        this.window = window;
    }

    @Override
    public Integer call() {
        if (!hasDisplay()) {
            Path out = Path.of("target", "tour").toAbsolutePath();
            invocation.warn(Texts.of("tool.demo-no-display", out));
            int code = window.tour(Window.TourOptions.plain(
                    out, council, invocation.askedClock().orElse(null)));
            TourSummary.tell(invocation, out);
            return code;
        }
        Path folder = invocation.namedHome().orElseGet(Homes::demonstration);
        try (var demonstration = new Demonstration(folder, invocation.clock())) {
            if (fresh) {
                demonstration.forget();
            }
            CouncilLoad load = load();
            if (demonstration.serve(load)) {
                invocation.warn(Texts.of("tool.demo-brought-in", load.council().name(), load.size(), load.anchor()));
                load.notYetCarried()
                        .forEach(part -> invocation.warn(Texts.of("tool.demo-not-yet", part.words(), part.count())));
            }
            Path home = demonstration.laptop(who.word());
            invocation.warn(Texts.of("tool.demo-passphrase-is", Demonstration.passphrase(who.word())));
            var demonstrated = new Window.Demonstrated(
                    who.word(),
                    Demonstration.passphrase(who.word()),
                    load.notYetCarried().stream()
                            .map(CouncilLoad.NotYetCarried::words)
                            .toList());
            return window.open(
                    new Window.ClientOptions(home, invocation.clock(), demonstrated, invocation.content(home)));
        }
    }

    private CouncilLoad load() {
        if (council == null) {
            return CouncilFile.demonstration(invocation.clock());
        }
        try {
            return CouncilFile.read(Files.readAllBytes(council), invocation.clock());
        } catch (IOException e) {
            throw BadInput.of("file-not-readable", "council", council.getFileName() + " cannot be read.");
        }
    }

    private static boolean hasDisplay() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return !os.contains("linux") || System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
    }
}
