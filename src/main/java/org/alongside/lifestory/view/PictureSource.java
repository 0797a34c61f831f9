package org.alongside.lifestory.view;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.alongside.kernel.Texts;
import org.jspecify.annotations.Nullable;

/// Where a photograph comes from beside being dropped on the page. On the JavaFX thread.
public interface PictureSource {
    /// Asks for a file.
    Optional<Path> choose(@Nullable Window owner);

    /// What was copied: a picture's file, or its points.
    Optional<Copied> copied();

    /// A file, or points without one.
    sealed interface Copied {
        record OfFile(Path file) implements Copied {}

        record OfPoints(Image image) implements Copied {}
    }

    /// The computer's own file chooser and clipboard.
    static PictureSource desktop() {
        return new PictureSource() {
            @Override
            public Optional<Path> choose(@Nullable Window owner) {
                var chooser = new FileChooser();
                chooser.setTitle(Texts.of("lifestory.view.photo-choose"));
                chooser.getExtensionFilters()
                        .add(new FileChooser.ExtensionFilter(
                                Texts.of("lifestory.view.photo-kinds"), "*.jpg", "*.jpeg", "*.png", "*.JPG", "*.PNG"));
                return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
            }

            @Override
            public Optional<Copied> copied() {
                Clipboard clipboard = Clipboard.getSystemClipboard();
                return of(clipboard.getFiles(), clipboard.hasString() ? null : clipboard.getImage());
            }
        };
    }

    /// The first file, else the points; text beside a picture is text that somebody pastes.
    static Optional<Copied> of(@Nullable List<File> files, @Nullable Image image) {
        if (files != null && !files.isEmpty()) {
            return Optional.of(new Copied.OfFile(files.getFirst().toPath()));
        }
        return image == null ? Optional.empty() : Optional.of(new Copied.OfPoints(image));
    }
}
