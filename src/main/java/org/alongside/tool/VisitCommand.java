package org.alongside.tool;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.alongside.kernel.Json;
import org.alongside.kernel.Problem;
import org.alongside.record.CaseLog;
import org.alongside.record.Drafts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// `visit`: saves a visit as a draft, or finishes it.
@Command(name = "visit", description = "Records a visit from a file.", mixinStandardHelpOptions = true)
final class VisitCommand extends LaptopCommand {
    @Option(names = "--file", paramLabel = "VISIT.json", required = true, description = "The visit.")
    private Path file = Path.of("");

    @Option(names = "--finish", description = "Finish it; what is missing is told and it stays a draft.")
    private boolean finish;

    VisitCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Laptop laptop) {
        Drafts.Draft kept = laptop.visits().take(InputFile.object(file));
        List<Problem> problems = laptop.visits().check(kept.body()).problems();
        if (!finish || !problems.isEmpty()) {
            int code = draft(
                    kept, problems, Json.object().put("visit_id", kept.id().toString()));
            return finish ? code : ExitCode.DONE;
        }
        return finished(kept.id(), laptop.visits().finish(kept.id()));
    }

    private int finished(UUID visit, CaseLog.Saved saved) {
        ObjectNode json = Json.object();
        json.put("id", visit.toString());
        json.put("visit_id", visit.toString());
        json.put("state", "finished");
        json.putArray("problems");
        json.put("saved_at", saved.at().toString());
        invocation.answer(json);
        if (!invocation.json()) {
            invocation.say("Finished. On this laptop, not yet with the council. " + visit);
        }
        return ExitCode.DONE;
    }
}
