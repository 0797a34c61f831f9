package org.alongside.ui.print;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import org.alongside.kernel.OwnerOnly;
import org.alongside.kernel.Texts;

/// Asks where a file is to go. A test answers in place of the system's dialog.
@FunctionalInterface
public interface Saving {
    /// @param name that is offered; it names nobody
    Optional<Path> where(Node over, String title, String name);

    /// The system's own dialog, which asks before it takes a file that is there.
    static Saving dialog() {
        return (over, title, name) -> {
            var chooser = new FileChooser();
            chooser.setTitle(title);
            chooser.setInitialFileName(name);
            String end = name.substring(name.lastIndexOf('.'));
            chooser.getExtensionFilters()
                    .add(new FileChooser.ExtensionFilter(Texts.of("ui.print.files" + end), "*" + end));
            var chosen = chooser.showSaveDialog(over.getScene().getWindow());
            return Optional.ofNullable(chosen).map(java.io.File::toPath);
        };
    }

    /// Writes a file that only its owner may read; one that is there was given up in the dialog.
    static void write(Path file, byte[] bytes) throws IOException {
        Files.deleteIfExists(file);
        OwnerOnly.create(file);
        Files.write(file, bytes);
    }
}
