package org.alongside.tool;

import java.nio.file.Path;
import java.util.Locale;

/// Where the platform usually keeps a program's data.
public final class Homes {
    private Homes() {}

    /// The laptop's home when none is named.
    public static Path usual() {
        return base().resolve("Alongside");
    }

    /// Everything of the demonstration: apart from any real laptop's home.
    public static Path demonstration() {
        return base().resolve("Alongside demonstration");
    }

    private static Path base() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        Path user = Path.of(System.getProperty("user.home"));
        if (os.contains("win")) {
            String local = System.getenv("LOCALAPPDATA");
            return local == null ? user.resolve("AppData").resolve("Local") : Path.of(local);
        }
        if (os.contains("mac")) {
            return user.resolve("Library").resolve("Application Support");
        }
        String data = System.getenv("XDG_DATA_HOME");
        return data == null || data.isBlank() ? user.resolve(".local").resolve("share") : Path.of(data);
    }
}
