package org.alongside.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import org.alongside.kernel.Json;
import org.alongside.ui.theme.TextSize;
import org.alongside.ui.theme.Theme;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// What the window remembers outside the sealed store, in clear: how it looks, whose laptop it is, and
/// how many changes wait. Nothing about a child.
///
/// @param worker whose laptop it is, as the sign-in page names them; empty before enrolment
/// @param waiting changes that were not with the council when the laptop was last locked
/// @param leaseEnds until when cases may be read without contact; null before the first one
public record WindowSettings(
        Theme theme,
        TextSize textSize,
        String worker,
        String council,
        String dutyName,
        String dutyPhone,
        int waiting,
        @Nullable Instant leaseEnds) {
    private static final String FILE = "window.json";
    private static final WindowSettings FIRST =
            new WindowSettings(Theme.SYSTEM, TextSize.P100, "", "", "", "", 0, null);

    /// The settings of a home; the usual ones when there are none, or the file cannot be read.
    public static WindowSettings read(Path home) {
        try {
            return Json.MAPPER.readValue(Files.readString(home.resolve(FILE)), WindowSettings.class);
        } catch (IOException | JacksonException e) {
            return FIRST;
        }
    }

    /// Keeps them; a half-written file never stands in place of the one before.
    public void keep(Path home) {
        try {
            Path draft = home.resolve(FILE + ".new");
            Files.writeString(draft, Json.pretty(this));
            Files.move(draft, home.resolve(FILE), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public WindowSettings looking(Theme changedTheme, TextSize changedSize) {
        return new WindowSettings(changedTheme, changedSize, worker, council, dutyName, dutyPhone, waiting, leaseEnds);
    }

    public WindowSettings leaving(
            String whose, String where, String duty, String phone, int changes, @Nullable Instant lease) {
        return new WindowSettings(theme, textSize, whose, where, duty, phone, changes, lease);
    }
}
