package org.alongside.tool;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.alongside.kernel.Json;
import org.alongside.kernel.Unreachable;
import org.alongside.sync.EnrolLaptop;
import org.alongside.sync.NetworkSwitch;
import org.alongside.sync.remote.ServiceClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// `enrol`: makes a folder a worker's laptop and fetches their cases.
@Command(
        name = "enrol",
        description = "Makes this folder a worker's laptop and fetches their cases.",
        mixinStandardHelpOptions = true)
final class EnrolCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Option(names = "--service", paramLabel = "URL", required = true, description = "Address of the service.")
    private String service = "";

    @Option(names = "--ca", paramLabel = "FILE", required = true, description = "The council's certificate file.")
    private Path ca = Path.of("");

    @Option(names = "--user", paramLabel = "NAME", required = true, description = "The account.")
    private String user = "";

    @Option(names = "--code-file", paramLabel = "F", required = true, description = "File with the one-time code.")
    private Path codeFile = Path.of("");

    EnrolCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        String caPem = InputFile.text(ca);
        String code = SecretFile.firstLine(codeFile).strip();
        char[] passphrase = invocation.passphrase();
        var network = new NetworkSwitch();
        EnrolLaptop.Made made;
        try (var client = new ServiceClient(service, caPem, network)) {
            made = new EnrolLaptop(client, Laptop.parts(invocation))
                    .enrol(invocation.home(), service, caPem, user, code, passphrase, invocation.patience());
        } finally {
            Arrays.fill(passphrase, '\0');
        }
        try (Laptop laptop = Laptop.of(made.home(), made.store(), invocation.clock(), () -> !network.isPlugged())) {
            return fetched(laptop, network);
        }
    }

    private int fetched(Laptop laptop, NetworkSwitch network) {
        int code = ExitCode.DONE;
        try (var session = new SyncSession(laptop, network)) {
            session.engine().sync();
        } catch (Unreachable e) {
            invocation.warn(String.valueOf(e.getMessage()));
            code = ExitCode.FINDINGS;
        }
        int children = laptop.children().all().size();
        ObjectNode json = Json.object();
        json.put("device", laptop.store().enrolled().device());
        json.put("user", laptop.me().name());
        json.put("children", children);
        invocation.answer(json);
        if (!invocation.json()) {
            invocation.say("This is now the laptop of " + laptop.me().display() + ", with " + children
                    + (children == 1 ? " child." : " children."));
        }
        return code;
    }
}
