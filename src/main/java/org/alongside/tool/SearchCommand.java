package org.alongside.tool;

import java.util.ArrayList;
import java.util.List;
import org.alongside.caseload.Search;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Json;
import org.alongside.kernel.Limits;
import org.alongside.kernel.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// `search`: what this laptop's copy holds of some words.
@Command(
        name = "search",
        description = "Finds children, people, places and the words of records in this laptop's copy.",
        mixinStandardHelpOptions = true)
final class SearchCommand extends LaptopCommand {
    private static final int LETTERS_MOST = 200;

    @Parameters(
            paramLabel = "TEXT",
            arity = "1..*",
            description = "What to look for: names, words or their beginnings.")
    private List<String> text = new ArrayList<>();

    SearchCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Laptop laptop) {
        String typed = String.join(" ", text).strip();
        if (typed.isEmpty() || typed.length() > LETTERS_MOST) {
            throw BadInput.of("search-text", "TEXT", Texts.of("tool.search-text", LETTERS_MOST));
        }
        long begun = System.nanoTime();
        List<Search.Found> found = laptop.search().all(typed, Limits.SEARCH_RESULTS);
        long milliseconds = (System.nanoTime() - begun) / 1_000_000;
        ObjectNode json = Json.object();
        var results = json.putArray("results");
        for (Search.Found one : found) {
            results.addObject()
                    .put("kind", one.kind().word())
                    .put("id", one.id().toString())
                    .put("title", one.title())
                    .put("why", one.why());
        }
        json.put("milliseconds", milliseconds);
        invocation.answer(json);
        if (!invocation.json()) {
            found.forEach(one -> invocation.say(
                    one.kind().words() + ": " + one.title() + (one.why().isEmpty() ? "" : "\n  " + one.why())));
            invocation.say(
                    found.isEmpty() ? Texts.of("tool.search-nothing") : Texts.of("tool.search-found", found.size()));
        }
        return ExitCode.DONE;
    }
}
