package org.alongside.tool;

import java.util.UUID;
import org.alongside.kernel.Json;
import org.alongside.record.CaseLog;
import org.alongside.record.Operation;
import org.alongside.record.StreamId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// `withdraw`: entered in error, or on the wrong child.
@Command(
        name = "withdraw",
        description = "Says a record was entered in error; moves it when the right child is named.",
        mixinStandardHelpOptions = true)
final class WithdrawCommand extends LaptopCommand {
    @Option(names = "--record", paramLabel = "ID", required = true, description = "The record.")
    private String record = "";

    @Option(names = "--why", paramLabel = "TEXT", required = true, description = "The reason.")
    private String why = "";

    @Option(names = "--right-child", paramLabel = "ID", description = "Where it belongs.")
    private @Nullable String rightChild;

    WithdrawCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Laptop laptop) {
        UUID id = id(record, "record");
        StreamId right = rightChild == null ? null : child(laptop, rightChild).stream();
        CaseLog.Saved saved = laptop.amending().withdraw(id, why, right);
        ObjectNode more = Json.object();
        more.put(
                "moved_to",
                saved.operations().stream()
                        .map(Operation::record)
                        .filter(record -> !record.equals(id))
                        .findFirst()
                        .map(UUID::toString)
                        .orElse(null));
        return saved(id, "withdrawn", saved, more);
    }
}
