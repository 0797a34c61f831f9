package org.alongside;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.alongside.app.DesktopWindow;
import org.alongside.tool.Commands;
import org.alongside.tool.Face;
import org.alongside.tool.Invocation;
import org.alongside.tool.Window;
import org.jspecify.annotations.NullMarked;
import org.slf4j.bridge.SLF4JBridgeHandler;

/// Picks the face of the program by its first word: the client (default), the central service, or a
/// command.
@NullMarked
public final class Main {
    /// Handed to the commands, since they may not see the window's rooms.
    private static final Window WINDOW = new DesktopWindow();

    private Main() {}

    public static void main(String[] arguments) {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        // UTF-8 whatever the machine's own charset is.
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        var invocation = new Invocation(out, err);
        var face = new Face(invocation, Commands.all(invocation, WINDOW));
        System.exit(face.run(arguments.length == 0 ? new String[] {"client"} : arguments));
    }
}
