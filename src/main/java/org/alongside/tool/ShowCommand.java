package org.alongside.tool;

import org.alongside.kernel.BadInput;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Json;
import org.alongside.kernel.Limits;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// `show`: what this laptop holds.
@Command(
        name = "show",
        description = "Shows what this laptop holds: caseload, child ID, outbox, conflicts, drafts, activity.",
        mixinStandardHelpOptions = true)
final class ShowCommand extends LaptopCommand {
    @Parameters(
            index = "0",
            paramLabel = "WHAT",
            description = "caseload, child, outbox, conflicts, drafts or activity")
    private String what = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "With child: which one.")
    private @Nullable String id;

    ShowCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Laptop laptop) {
        var show = new ShowJson(laptop, Clocks.today(laptop.clock()));
        ObjectNode answer = switch (what) {
            case "caseload" -> show.caseload();
            case "child" -> show.child(child(laptop, named()));
            case "outbox" -> show.outbox();
            case "conflicts" -> show.conflicts();
            case "drafts" -> show.drafts();
            case "activity" -> show.activity(Limits.ACTIVITY_LINES);
            default ->
                throw BadInput.of(
                        "usage", "what", "Show what? caseload, child ID, outbox, conflicts, drafts or activity.");
        };
        invocation.answer(answer);
        if (!invocation.json()) {
            invocation.say(Json.pretty(answer));
        }
        return ExitCode.DONE;
    }

    private String named() {
        if (id == null) {
            throw BadInput.of("child-missing", "id", "Say which child: show child ID.");
        }
        return id;
    }
}
