package org.alongside.tool;

import java.util.UUID;
import org.alongside.record.StreamId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

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
        return saved(id, laptop.amending().withdraw(id, why, right));
    }
}
