package org.alongside.tool;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.alongside.kernel.Json;
import org.alongside.kernel.Problem;
import org.alongside.record.Drafts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `note`: a case note, finished unless it is to stay a draft.
@Command(name = "note", description = "Records a case note.", mixinStandardHelpOptions = true)
final class NoteCommand extends LaptopCommand {
    @Option(names = "--child", paramLabel = "ID", required = true, description = "Whom it is about; may be repeated.")
    private List<String> about = new ArrayList<>();

    @Option(names = "--file", paramLabel = "NOTE.json", required = true, description = "The note.")
    private Path file = Path.of("");

    @Option(names = "--draft", description = "Leave it as a draft.")
    private boolean asDraft;

    NoteCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Laptop laptop) {
        Drafts.Draft kept = laptop.notes().take(children(laptop, about), InputFile.object(file));
        List<Problem> problems = laptop.notes().check(kept.body()).all();
        if (asDraft || !problems.isEmpty()) {
            return draft(kept, problems, Json.object()) == ExitCode.FINDINGS && !asDraft
                    ? ExitCode.FINDINGS
                    : ExitCode.DONE;
        }
        return saved(kept.id(), laptop.notes().finish(kept.id()));
    }
}
