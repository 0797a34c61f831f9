package org.alongside.tool;

import java.util.ArrayList;
import org.alongside.kernel.Json;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ObjectNode;

/// `verify`: follows every chain, folds every record again and compares it with its rows.
@Command(name = "verify", description = "Checks the record on this laptop.", mixinStandardHelpOptions = true)
final class VerifyCommand extends LaptopCommand {
    VerifyCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Laptop laptop) {
        var findings = new ArrayList<>(laptop.store().rebuild().run());
        findings.addAll(laptop.store().blobs().damaged());
        ObjectNode json = Json.object();
        json.set("problems", Invocation.problems(findings));
        invocation.answer(json);
        if (!invocation.json()) {
            invocation.say(findings.isEmpty() ? "All is well." : findings.size() + " findings:");
            findings.forEach(finding -> invocation.say("  " + finding.message()));
        }
        return findings.isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
    }
}
