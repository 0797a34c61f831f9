package org.alongside.tool;

import java.nio.file.Path;
import java.util.UUID;
import org.alongside.kernel.Json;
import org.alongside.record.CaseLog;
import org.alongside.record.Operation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// `amend`: adds to a finished record, with a reason.
@Command(name = "amend", description = "Adds to a finished record, with a reason.", mixinStandardHelpOptions = true)
final class AmendCommand extends LaptopCommand {
    @Option(names = "--record", paramLabel = "ID", required = true, description = "The finished record.")
    private String record = "";

    @Option(names = "--file", paramLabel = "CHANGE.json", required = true, description = "Only what changes.")
    private Path file = Path.of("");

    @Option(names = "--why", paramLabel = "TEXT", required = true, description = "The reason.")
    private String why = "";

    AmendCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Laptop laptop) {
        UUID id = id(record, "record");
        ObjectNode change = InputFile.object(file);
        CaseLog.Saved saved = laptop.visits().find(id).isPresent()
                ? laptop.visits().amend(id, change, why)
                : laptop.lifeStory().isEntry(id)
                        ? laptop.lifeStory().add(id, change, why, null)
                        : laptop.amending().amend(id, change, why);
        Operation first = saved.operations().getFirst();
        return saved(first.record(), "amended", saved, Json.object());
    }
}
