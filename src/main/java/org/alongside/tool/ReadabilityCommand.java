package org.alongside.tool;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.alongside.kernel.Json;
import org.alongside.kernel.Texts;
import org.alongside.plan.Readability;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// `readability`: how hard a text is to read. It needs no home.
@Command(name = "readability", description = "How hard a text is to read.", mixinStandardHelpOptions = true)
final class ReadabilityCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(index = "0", paramLabel = "FILE", description = "The text, in UTF-8.")
    private Path file = Path.of("");

    @Option(
            names = "--names",
            paramLabel = "NAMES.txt",
            description = "Names of people and places, one a line; each is read as Sam.")
    private @Nullable Path names;

    ReadabilityCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        List<String> replaced = names == null
                ? List.of()
                : InputFile.text(names)
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
        Readability read = Readability.of(InputFile.text(file), replaced);
        ObjectNode json = Json.object();
        json.put("words", read.words());
        json.put("sentences", read.sentences());
        json.put("flesch_kincaid", rounded(read.fleschKincaid()));
        json.put("ari", rounded(read.ari()));
        json.put("reading_age", rounded(read.readingAge()));
        json.put("flesch_ease", rounded(read.fleschEase()));
        json.put("smog", read.smog() == null ? null : Double.valueOf(rounded(read.smog())));
        json.put("coleman_liau", rounded(read.colemanLiau()));
        json.put("longest_sentence", read.longestSentence());
        json.put("share_over_25_words", rounded(read.shareOver25()));
        invocation.answer(json);
        if (!invocation.json()) {
            invocation.say(Texts.of(
                    "tool.readability",
                    String.valueOf(read.about()),
                    read.words(),
                    read.sentences(),
                    read.longestSentence()));
        }
        return ExitCode.DONE;
    }

    /// To a hundredth: all of it is rough.
    static double rounded(double number) {
        return Math.round(number * 100) / 100.0;
    }
}
