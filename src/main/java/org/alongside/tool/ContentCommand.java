package org.alongside.tool;

import java.nio.file.Path;
import org.alongside.kernel.Json;
import org.alongside.kernel.Problem;
import org.alongside.rules.content.ContentFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `content`: what rules, prompts and forms are made of. It needs no home.
@Command(name = "content", description = "Content files: rules, prompts, forms.", mixinStandardHelpOptions = true)
final class ContentCommand {
    private final Invocation invocation;

    ContentCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Command(
            name = "check",
            description = "Checks a folder of content files and names every mistake with file and line.",
            mixinStandardHelpOptions = true)
    int check(@Parameters(index = "0", paramLabel = "DIR", description = "The folder.") Path folder) {
        ContentFolder.Checked checked = ContentFolder.check(folder);
        invocation.answer(json(checked));
        if (!invocation.json()) {
            checked.findings().forEach(finding -> invocation.say(words(finding)));
            invocation.say(
                    checked.files() + " files looked at, " + checked.findings().size() + " mistakes.");
        }
        return checked.findings().isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
    }

    private static ObjectNode json(ContentFolder.Checked checked) {
        ObjectNode json = Json.object();
        json.put("files", checked.files());
        ArrayNode problems = json.putArray("problems");
        for (ContentFolder.Finding finding : checked.findings()) {
            ObjectNode line = problems.addObject();
            line.put("file", finding.file());
            line.setAll(Json.tree(finding.problem(), ObjectNode.class));
        }
        return json;
    }

    private static String words(ContentFolder.Finding finding) {
        Problem problem = finding.problem();
        var words = new StringBuilder(finding.file());
        if (problem.line() != null) {
            words.append(", line ").append(problem.line());
        }
        words.append(": ");
        if (problem.field() != null) {
            words.append(problem.field()).append(": ");
        }
        return words.append(problem.message()).toString();
    }
}
