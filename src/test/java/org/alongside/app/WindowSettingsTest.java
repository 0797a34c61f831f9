package org.alongside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.alongside.store.testing.Laptops;
import org.alongside.ui.theme.TextSize;
import org.alongside.ui.theme.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowSettingsTest {
    @TempDir
    private Path folder;

    private static WindowSettings some() {
        return new WindowSettings(
                Theme.DARK,
                TextSize.P150,
                new WindowSettings.Whose(
                        "Joanna Pritchard",
                        "Marlbrook Council",
                        "Marlbrook duty team",
                        "01632 960 214",
                        3,
                        Instant.parse("2026-11-18T09:20:00Z"),
                        Instant.parse("2026-11-21T09:00:00Z")),
                new WindowSettings.Frame(10, 20, 1280, 800, false));
    }

    @Test
    void whatIsKeptIsReadAgain() {
        Laptops.make(folder.resolve("laptop"));
        some().keep(folder.resolve("laptop"));
        assertThat(WindowSettings.read(folder.resolve("laptop"))).isEqualTo(some());
    }

    @Test
    void aFolderThatIsNoLaptopStaysEmptySoThatItCanBecomeOne() {
        some().keep(folder);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileThatCannotBeReadCountsAsNone() throws IOException {
        Files.writeString(folder.resolve("window.json"), "{\"theme\":\"PINK\"");
        assertThat(WindowSettings.read(folder)).isEqualTo(WindowSettings.FIRST);
        Files.writeString(folder.resolve("window.json"), "{\"theme\":\"DARK\"}");
        assertThat(WindowSettings.read(folder)).isEqualTo(WindowSettings.FIRST);
    }
}
