package org.alongside.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import org.alongside.kernel.Json;
import org.alongside.store.LaptopHome;
import org.alongside.ui.theme.TextSize;
import org.alongside.ui.theme.Theme;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// What the window remembers outside the sealed store, in clear: how it looks, where it stood, whose
/// laptop it is, and how many changes wait. Nothing about a child.
///
/// @param whose what the sign-in page says of the laptop
/// @param frame where the window stood; null before it was ever closed
public record WindowSettings(
        Theme theme,
        TextSize textSize,
        Whose whose,
        @Nullable Frame frame) {
    private static final String FILE = "window.json";

    /// The settings of a laptop that was never opened.
    public static final WindowSettings FIRST = new WindowSettings(Theme.SYSTEM, TextSize.P100, Whose.UNKNOWN, null);

    /// Whose laptop it is.
    ///
    /// @param worker as the sign-in page names them; empty before enrolment
    /// @param waiting changes that were not with the council when the laptop was last locked
    /// @param waitingSince when the oldest of them was written; null when none waits
    /// @param leaseEnds until when cases may be read without contact; null before the first one
    public record Whose(
            String worker,
            String council,
            String dutyName,
            String dutyPhone,
            int waiting,
            @Nullable Instant waitingSince,
            @Nullable Instant leaseEnds) {
        static final Whose UNKNOWN = new Whose("", "", "", "", 0, null, null);
    }

    /// Where the window stood, in px of the screen.
    public record Frame(double x, double y, double width, double height, boolean maximized) {}

    /// The settings of a home; the usual ones when there are none, or the file cannot be read.
    public static WindowSettings read(Path home) {
        try {
            WindowSettings read = Json.MAPPER.readValue(Files.readString(home.resolve(FILE)), WindowSettings.class);
            return read.isWhole() ? read : FIRST;
        } catch (IOException | JacksonException e) {
            return FIRST;
        }
    }

    /// A file of another version may lack something.
    @SuppressWarnings({"ConstantValue", "RedundantNullCheck"})
    private boolean isWhole() {
        return theme != null && textSize != null && whose != null;
    }

    /// Keeps them, once the folder is a laptop: a folder that is none yet must stay empty. A half-written
    /// file never stands in place of the one before.
    public void keep(Path home) {
        if (!LaptopHome.isLaptop(home)) {
            return;
        }
        try {
            Path draft = home.resolve(FILE + ".new");
            Files.writeString(draft, Json.pretty(this));
            Files.move(draft, home.resolve(FILE), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public WindowSettings looking(Theme changedTheme, TextSize changedSize) {
        return new WindowSettings(changedTheme, changedSize, whose, frame);
    }

    public WindowSettings of(Whose changed) {
        return new WindowSettings(theme, textSize, changed, frame);
    }

    public WindowSettings standing(Frame changed) {
        return new WindowSettings(theme, textSize, whose, changed);
    }
}
