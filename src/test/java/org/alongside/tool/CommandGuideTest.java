package org.alongside.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The guide names every command and option that there is, and no other.
class CommandGuideTest {
    private static final Path GUIDE = Path.of("src/site/markdown/guides/command-line.md");
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*");

    @Test
    void everyCommandHasASectionAndNoSectionIsWithoutItsCommand() throws IOException {
        assertThat(sections().keySet())
                .containsExactlyInAnyOrderElementsOf(commands().keySet());
    }

    @Test
    void everyOptionOfACommandIsNamedInItsSectionAndNoOther() throws IOException {
        Map<String, String> sections = sections();
        commands().forEach((name, spec) -> {
            var named = new TreeSet<String>();
            var matcher = OPTION.matcher(sections.getOrDefault(name, ""));
            while (matcher.find()) {
                named.add(matcher.group());
            }
            named.removeAll(everywhere());
            assertThat(named).as("options of %s in the guide", name).isEqualTo(ownOptions(spec));
        });
    }

    @Test
    void theOptionsOfAllCommandsStandAtTheHead() throws IOException {
        String head = Files.readString(GUIDE).split("\n## ")[1];
        assertThat(everywhere()).allSatisfy(option -> assertThat(head).contains(option));
    }

    private static Map<String, String> sections() throws IOException {
        var sections = new LinkedHashMap<String, String>();
        for (String part : Files.readString(GUIDE).split("\n### ")) {
            int end = part.indexOf('\n');
            if (part.startsWith("`")) {
                sections.put(
                        part.substring(1, part.indexOf('`', 1)),
                        part.substring(end).split("\n## ")[0]);
            }
        }
        return sections;
    }

    private static Map<String, CommandSpec> commands() {
        var commands = new LinkedHashMap<String, CommandSpec>();
        collect(line(), "", commands);
        return commands;
    }

    private static void collect(CommandLine line, String before, Map<String, CommandSpec> into) {
        line.getSubcommands().forEach((name, sub) -> {
            into.put(before + name, sub.getCommandSpec());
            collect(sub, before + name + " ", into);
        });
    }

    private static TreeSet<String> ownOptions(CommandSpec spec) {
        var names = new TreeSet<String>();
        for (OptionSpec option : spec.options()) {
            if (!option.inherited()) {
                names.add(option.longestName());
            }
        }
        names.removeAll(everywhere());
        return names;
    }

    private static List<String> everywhere() {
        var names = new ArrayList<String>();
        line().getCommandSpec().options().forEach(option -> names.add(option.longestName()));
        return names;
    }

    private static CommandLine line() {
        var nowhere = new PrintStream(new ByteArrayOutputStream());
        var invocation = new Invocation(nowhere, nowhere);
        return new Face(invocation, Commands.all(invocation, new NoWindow())).commands();
    }

    /// The guide needs no window.
    private static final class NoWindow implements Window {
        @Override
        public int open(ClientOptions options) {
            return ExitCode.DONE;
        }

        @Override
        public int tour(TourOptions options) {
            return ExitCode.DONE;
        }
    }
}
