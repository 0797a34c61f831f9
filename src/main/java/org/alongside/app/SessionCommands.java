package org.alongside.app;

import javafx.beans.property.ObjectProperty;
import org.alongside.kernel.Texts;
import org.alongside.sync.NetworkSwitch;
import org.alongside.sync.SyncLoop;
import org.alongside.ui.Command;
import org.alongside.ui.Commands;
import org.alongside.ui.Shell;
import org.alongside.ui.theme.Theme;

/// The commands that hold on every page beside the shell's own: lock, help, the network's switch, the
/// colours, the passphrase.
final class SessionCommands {
    private final Shell shell;
    private final Session.Parts parts;
    private final NetworkSwitch network;
    private final SyncLoop loop;

    SessionCommands(Shell shell, Session.Parts parts, NetworkSwitch network, SyncLoop loop) {
        this.shell = shell;
        this.parts = parts;
        this.network = network;
        this.loop = loop;
    }

    void add() {
        Commands commands = shell.commands();
        shell.addHeaderCommand(Command.of("lock", Texts.of("app.lock"), "Ctrl+L", parts.lock()), "mdoal-lock");
        shell.addHeaderCommand(
                Command.of(
                        "help", Texts.of("app.help"), "F1", () -> shell.router().go(Places.HELP)),
                "mdoal-help_outline");
        var unplug = Command.of("unplug", Texts.of("app.offline-switch"), () -> network.set(false));
        var plugIn = Command.of("plug-in", Texts.of("app.online-switch"), () -> network.set(true));
        plugged(unplug, plugIn);
        network.listen(now -> parts.background().later(() -> plugged(unplug, plugIn)));
        commands.add(unplug);
        commands.add(plugIn);
        commands.add(Command.of("sync-now", Texts.of("app.sync-now"), loop::now));
        for (Theme theme : Theme.values()) {
            commands.add(colours(theme));
        }
        commands.add(Command.of(
                "passphrase",
                Texts.of("app.passphrase-title"),
                () -> shell.router().go(Places.PASSPHRASE)));
        commands.add(Command.of(
                "about", Texts.of("app.about-title"), () -> shell.router().go(Places.ABOUT)));
        if (shell.router().has(Places.TRY)) {
            commands.add(Command.of(
                    "try", Texts.of("app.try-title"), () -> shell.router().go(Places.TRY)));
        }
    }

    private void plugged(Command unplug, Command plugIn) {
        unplug.enabledProperty().set(network.isPlugged());
        plugIn.enabledProperty().set(!network.isPlugged());
    }

    private Command colours(Theme theme) {
        ObjectProperty<Theme> chosen = parts.look().themeProperty();
        return switch (theme) {
            case LIGHT -> Command.of("colours-light", Texts.of("app.light"), () -> chosen.set(theme));
            case DARK -> Command.of("colours-dark", Texts.of("app.dark"), () -> chosen.set(theme));
            case CONTRAST -> Command.of("colours-contrast", Texts.of("app.contrast"), () -> chosen.set(theme));
            case SYSTEM -> Command.of("colours-system", Texts.of("app.system"), () -> chosen.set(theme));
        };
    }
}
