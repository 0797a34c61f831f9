package org.alongside.tool;

import java.util.concurrent.CountDownLatch;
import org.alongside.kernel.Json;
import org.alongside.sync.NetworkSwitch;
import org.alongside.sync.SyncLoop;
import org.alongside.sync.SyncReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// `sync`: one push and pull; with `--watch` again and again until stopped.
@Command(name = "sync", description = "Sends and receives.", mixinStandardHelpOptions = true)
final class SyncCommand extends LaptopCommand {
    @Option(names = "--watch", description = "Go on until stopped; one JSON object a line.")
    private boolean watch;

    SyncCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Laptop laptop) {
        var network = new NetworkSwitch();
        try (var session = new SyncSession(laptop, network)) {
            return watch ? watch(session) : once(session);
        }
    }

    private int once(SyncSession session) {
        SyncReport report = session.engine().sync();
        tell(report);
        report.problems().forEach(problem -> invocation.warn(problem.message()));
        return report.pushed().parked() > 0 ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    private int watch(SyncSession session) {
        var stopped = new CountDownLatch(1);
        session.engine().listen(status -> {
            ObjectNode line = Json.object();
            line.put("link", status.link().getClass().getSimpleName());
            line.put("waiting", status.waiting());
            line.put("parked", status.parked());
            line.put(
                    "checked",
                    status.checked() == null ? null : status.checked().toString());
            invocation.answer(line);
        });
        Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown));
        try (var loop = new SyncLoop(session.engine(), session.network())) {
            loop.start();
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.DONE;
    }

    private void tell(SyncReport report) {
        ObjectNode json = Json.object();
        ObjectNode pushed = json.putObject("pushed");
        pushed.put("accepted", report.pushed().accepted());
        pushed.put("duplicate", report.pushed().duplicate());
        pushed.put("parked", report.pushed().parked());
        ObjectNode pulled = json.putObject("pulled");
        pulled.put("events", report.pulled().events());
        pulled.put("streams", report.pulled().streams());
        ObjectNode attachments = json.putObject("attachments");
        attachments.put("sent", report.blobs().sent());
        attachments.put("fetched", report.blobs().fetched());
        attachments.put("awaited", report.blobs().awaited());
        json.put("waiting", report.waiting());
        json.put("epoch", report.epoch());
        json.set("problems", Invocation.problems(report.problems()));
        invocation.answer(json);
        if (!invocation.json()) {
            invocation.say("Sent " + report.pushed().accepted() + ", received "
                    + report.pulled().events()
                    + (report.waiting() == 0 ? ". Everything is with the council." : ". Waiting: " + report.waiting()));
        }
    }
}
