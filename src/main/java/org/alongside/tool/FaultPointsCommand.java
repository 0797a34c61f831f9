package org.alongside.tool;

import java.util.concurrent.Callable;
import org.alongside.kernel.Json;
import org.alongside.store.FaultPoints;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `fault-points`: the names that `--fault` takes in a test build.
@Command(
        name = "fault-points",
        description = "Names the points at which a test build can be halted hard.",
        mixinStandardHelpOptions = true)
final class FaultPointsCommand implements Callable<Integer> {
    private final Invocation invocation;

    FaultPointsCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        ObjectNode json = Json.object();
        ArrayNode points = json.putArray("points");
        FaultPoints.all().forEach((name, simulates) -> {
            points.addObject().put("name", name).put("simulates", simulates);
            if (!invocation.json()) {
                invocation.say(name + ": " + simulates);
            }
        });
        invocation.answer(json);
        return ExitCode.DONE;
    }
}
