package org.alongside.tool;

import java.nio.file.Path;
import java.util.List;
import org.alongside.child.ChildSummary;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Json;
import org.alongside.kernel.Limits;
import org.alongside.kernel.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// `show`: what this laptop holds.
@Command(
        name = "show",
        description = "Shows what this laptop holds: caseload, child ID, outbox, conflicts, drafts, activity, clocks,"
                + " seen-alone, prompts, agenda.",
        mixinStandardHelpOptions = true)
final class ShowCommand extends LaptopCommand {
    @Parameters(
            index = "0",
            paramLabel = "WHAT",
            description = "caseload, child, outbox, conflicts, drafts, activity, clocks, seen-alone, prompts or agenda")
    private String what = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "With child: which one.")
    private @Nullable String id;

    @Option(
            names = "--child",
            paramLabel = "ID",
            description = "With clocks, seen-alone and prompts: which child; all of them without it.")
    private @Nullable String child;

    @Option(
            names = "--phase",
            paramLabel = "PHASE",
            description = "With prompts: plan, arrive, during, leave or after.")
    private String phase = "plan";

    @Option(
            names = "--context",
            paramLabel = "FILE",
            description = "With prompts: a JSON object of inputs that stand in place of those worked out.")
    private @Nullable Path context;

    @Option(names = "--worker", paramLabel = "NAME", description = "With agenda: whose supervision.")
    private @Nullable String worker;

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
            case "clocks" -> new StandingJson(laptop).clocks(children(laptop));
            case "seen-alone" -> new StandingJson(laptop).seenAlone(children(laptop));
            case "prompts" -> new StandingJson(laptop).prompts(child(laptop, oneChild()), phase, context);
            case "agenda" ->
                new AgendaJson(laptop).of(worker == null ? laptop.me().name() : worker);
            default ->
                throw BadInput.of(
                        "usage",
                        "what",
                        "Show what? caseload, child ID, outbox, conflicts, drafts, activity, clocks, seen-alone,"
                                + " prompts or agenda.");
        };
        invocation.answer(answer);
        if (!invocation.json()) {
            invocation.say(Json.pretty(answer));
        }
        return ExitCode.DONE;
    }

    private List<ChildSummary> children(Laptop laptop) {
        return child == null ? laptop.children().all() : List.of(child(laptop, child));
    }

    private String oneChild() {
        if (child == null) {
            throw BadInput.of("child-missing", "child", Texts.of("tool.child-missing"));
        }
        return child;
    }

    private String named() {
        if (id == null) {
            throw BadInput.of("child-missing", "id", "Say which child: show child ID.");
        }
        return id;
    }
}
