package org.alongside.tool;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `client`: the window.
@Command(name = "client", description = "Opens the window (also without any command).", mixinStandardHelpOptions = true)
final class ClientCommand implements Callable<Integer> {
    private final Invocation invocation;
    private final Window window;

    ClientCommand(Invocation invocation, Window window) {
        this.invocation = invocation;
        this.window = window;
    }

    @Override
    public Integer call() {
        return window.open(new Window.ClientOptions(invocation.home(), invocation.clock(), null, invocation.content()));
    }
}
