package org.alongside.tool;

import org.alongside.kernel.BadInput;
import org.alongside.sync.store.CanonicalDump;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `dump --canonical`: this laptop's copy of the log, in the form that equals the service's.
@Command(name = "dump", description = "Prints the log on this laptop.", mixinStandardHelpOptions = true)
final class DumpCommand extends LaptopCommand {
    @Option(names = "--canonical", description = "Sorted, one line an event or head.")
    private boolean canonical;

    DumpCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Laptop laptop) {
        if (!canonical) {
            throw BadInput.of("usage", "Say --canonical: there is no other form.");
        }
        new CanonicalDump(laptop.store())
                .write(line -> invocation.line(new String(line, java.nio.charset.StandardCharsets.UTF_8)));
        return ExitCode.DONE;
    }
}
