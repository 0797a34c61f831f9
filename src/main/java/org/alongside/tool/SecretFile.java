package org.alongside.tool;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.alongside.kernel.BadInput;

/// A file that holds a secret: its first line, and only if nobody else may read it. Secrets never
/// stand on a command line or in the environment, where other programs see them.
public final class SecretFile {
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private SecretFile() {}

    /// @throws BadInput when it is not there, is empty, or others may read it
    public static String firstLine(Path file) {
        try {
            if (Files.getFileStore(file).supportsFileAttributeView("posix")
                    && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
                throw BadInput.of(
                        "secret-file-open",
                        "file",
                        "Others may read " + file.getFileName() + ". Make it yours alone: chmod 600.");
            }
            try (var lines = Files.newBufferedReader(file)) {
                String line = lines.readLine();
                if (line == null || line.isEmpty()) {
                    throw BadInput.of(
                            "secret-file-empty", "file", "The first line of " + file.getFileName() + " is empty.");
                }
                return line;
            }
        } catch (NoSuchFileException e) {
            throw BadInput.of("file-not-there", "file", "There is no file " + file + ".");
        } catch (MalformedInputException e) {
            throw BadInput.of("secret-file-not-text", "file", file.getFileName() + " is not text in UTF-8.");
        } catch (IOException e) {
            throw BadInput.of("file-not-readable", "file", file.getFileName() + " cannot be read.");
        }
    }
}
