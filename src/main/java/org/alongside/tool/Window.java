package org.alongside.tool;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.alongside.rules.content.ContentInUse;
import org.jspecify.annotations.Nullable;

/// The window, as commands see it; what stands behind it is handed to them by the program's start.
public interface Window {

    /// Opens the window and returns when it is closed.
    ///
    /// @return the exit code
    int open(ClientOptions options);

    /// Plays the story and saves its pictures.
    ///
    /// @return the exit code
    int tour(TourOptions options);

    /// @param home the laptop's folder; one that is no laptop yet is set up in the window
    /// @param demonstration what the first screen tells, or null for a laptop in use
    /// @param content by which it works
    record ClientOptions(Path home, Clock clock, @Nullable Demonstrated demonstration, ContentInUse content) {
        /// With the content of the home.
        public ClientOptions(Path home, Clock clock, @Nullable Demonstrated demonstration) {
            this(home, clock, demonstration, ContentInUse.of(home, null));
        }
    }

    /// @param who `worker` or `supervisor`
    record Demonstrated(String who, String passphrase, List<String> notYetCarried) {
        public Demonstrated {
            notYetCarried = List.copyOf(notYetCarried);
        }
    }

    /// @param out folder for the pictures
    /// @param themes light, dark, contrast
    /// @param textSizes in per cent
    /// @param council another council file, or null for the built-in one
    /// @param clock as `--clock` was given, or null
    record TourOptions(
            Path out,
            @Nullable Path home,
            List<String> themes,
            List<Integer> textSizes,
            int width,
            int height,
            @Nullable Path council,
            @Nullable String clock) {
        private static final int WIDTH = 1280;
        private static final int HEIGHT = 800;

        public TourOptions {
            themes = List.copyOf(themes);
            textSizes = List.copyOf(textSizes);
        }

        /// In light colours, at the usual text and window size.
        static TourOptions plain(Path out, @Nullable Path council, @Nullable String clock) {
            return new TourOptions(out, null, List.of("light"), List.of(100), WIDTH, HEIGHT, council, clock);
        }
    }
}
