package org.alongside.central.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Ids;

/// Files handed in for an import, each in a folder of its own under the service's home until the
/// import has read it. What an earlier run left is removed at start.
final class Uploads {
    private static final String FOLDER = "uploads";
    private static final int MOST = 20;

    private final Path folder;
    private final Ids ids;

    Uploads(Path home, Ids ids) {
        this.folder = home.resolve(FOLDER);
        this.ids = ids;
        remove(folder);
    }

    /// @param name what reports call the file
    /// @return the word by which the import names it
    String keep(String name, InputStream content) throws IOException {
        String upload = ids.next().toString();
        Path file = named(upload, name);
        Path own = folder.resolve(upload);
        if (count() >= MOST) {
            throw new HttpProblem(409, "uploads-too-many", "There are files here that no import has taken.");
        }
        Files.createDirectories(own);
        boolean whole = false;
        try {
            Files.copy(content, file);
            whole = true;
            return upload;
        } finally {
            if (!whole) {
                remove(own);
            }
        }
    }

    private Path named(String upload, String name) {
        try {
            Path parent = folder.resolve(upload);
            Path file = parent.resolve(name).normalize();
            if (!name.isBlank() && parent.equals(file.getParent())) {
                return file;
            }
        } catch (InvalidPathException e) {
            throw wrongName();
        }
        throw wrongName();
    }

    private static BadInput wrongName() {
        return BadInput.of("file-name-wrong", "name", "Give the file's name, without a folder.");
    }

    private long count() throws IOException {
        if (!Files.exists(folder)) {
            return 0;
        }
        try (Stream<Path> uploads = Files.list(folder)) {
            return uploads.count();
        }
    }

    Path find(String upload) {
        try (Stream<Path> files = Files.list(of(upload))) {
            return files.findFirst().orElseThrow(Uploads::unknown);
        } catch (IOException e) {
            throw unknown();
        }
    }

    void discard(String upload) {
        remove(of(upload));
    }

    private Path of(String upload) {
        if (!upload.matches("[0-9a-f-]{36}")) {
            throw unknown();
        }
        return folder.resolve(upload);
    }

    private static BadInput unknown() {
        return BadInput.of("upload-unknown", "uploads", "There is no such file here.");
    }

    private static void remove(Path place) {
        if (!Files.exists(place)) {
            return;
        }
        try (Stream<Path> all = Files.walk(place)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
