package org.alongside.tool;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.alongside.kernel.Json;
import org.alongside.store.LaptopHome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// `passphrase`: changes the passphrase; 32 bytes are wrapped anew, nothing else is touched.
@Command(name = "passphrase", description = "Changes the passphrase.", mixinStandardHelpOptions = true)
final class PassphraseCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Option(names = "--new-passphrase-file", paramLabel = "F", required = true, description = "The new passphrase.")
    private Path newFile = Path.of("");

    PassphraseCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        char[] present = invocation.passphrase();
        char[] changed = SecretFile.firstLine(newFile).toCharArray();
        try (LaptopHome home = Laptop.home(invocation)) {
            home.changePassphrase(present, changed);
        } finally {
            Arrays.fill(present, '\0');
            Arrays.fill(changed, '\0');
        }
        ObjectNode json = Json.object();
        json.put("state", "changed");
        json.put("saved_at", invocation.clock().instant().toString());
        invocation.answer(json);
        if (!invocation.json()) {
            invocation.say("The passphrase is changed.");
        }
        return ExitCode.DONE;
    }
}
