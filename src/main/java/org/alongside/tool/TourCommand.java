package org.alongside.tool;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.alongside.kernel.BadInput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `tour`: the scripted walk against real processes, one picture a screen.
@Command(name = "tour", description = "Plays the story and saves its pictures.", mixinStandardHelpOptions = true)
final class TourCommand implements Callable<Integer> {
    private static final Set<String> THEMES = Set.of("light", "dark", "contrast");
    private static final Set<Integer> SIZES = Set.of(100, 120, 150, 175, 200);

    private final Invocation invocation;
    private final Window window;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where the pictures go.")
    private Path out = Path.of("");

    @Option(names = "--text", split = ",", defaultValue = "100", description = "Text sizes: 100,120,150,175,200.")
    private List<Integer> text = List.of();

    @Option(names = "--theme", split = ",", defaultValue = "light", description = "Colours: light,dark,contrast.")
    private List<String> theme = List.of();

    @Option(names = "--size", paramLabel = "WxH", defaultValue = "1280x800", description = "Of the window.")
    private String size = "";

    @Option(names = "--council", paramLabel = "FILE", description = "Another council file.")
    private @Nullable Path council;

    TourCommand(Invocation invocation, Window window) {
        this.invocation = invocation;
        this.window = window;
    }

    @Override
    public Integer call() {
        if (!THEMES.containsAll(theme) || !SIZES.containsAll(text) || !size.matches("\\d{3,4}x\\d{3,4}")) {
            throw BadInput.of(
                    "usage",
                    "Say --theme light,dark,contrast, --text 100,120,150,175,200 and --size such as 1280x800.");
        }
        String[] sides = size.split("x", 2);
        int code = window.tour(new Window.TourOptions(
                out.toAbsolutePath().normalize(),
                invocation.namedHome().orElse(null),
                theme,
                text,
                Integer.parseInt(sides[0]),
                Integer.parseInt(sides[1]),
                council,
                invocation.askedClock().orElse(null)));
        TourSummary.tell(invocation, out.toAbsolutePath().normalize());
        return code;
    }
}
