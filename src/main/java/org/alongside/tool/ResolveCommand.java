package org.alongside.tool;

import java.nio.file.Path;
import java.util.UUID;
import org.alongside.child.Settling;
import org.alongside.kernel.BadInput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `resolve`: settles a clash between two versions of a fact.
@Command(name = "resolve", description = "Settles two versions of one fact.", mixinStandardHelpOptions = true)
final class ResolveCommand extends LaptopCommand {
    @Option(names = "--conflict", paramLabel = "ID", required = true, description = "See: show conflicts.")
    private String conflict = "";

    @Option(names = "--keep", paramLabel = "mine|theirs|both", description = "Which version to keep.")
    private Settling.@Nullable Keep keep;

    @Option(names = "--value-file", paramLabel = "F", description = "A value of your own instead.")
    private @Nullable Path valueFile;

    @Option(names = "--why", paramLabel = "TEXT", required = true, description = "The reason.")
    private String why = "";

    ResolveCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Laptop laptop) {
        UUID id = id(conflict, "conflict");
        if ((keep == null) == (valueFile == null)) {
            throw BadInput.of("usage", "Say --keep mine, theirs or both, or --value-file F.");
        }
        return saved(
                id,
                keep != null
                        ? laptop.settling().keep(id, keep, why)
                        : laptop.settling().keepValue(id, InputFile.value(valueFile), why));
    }
}
