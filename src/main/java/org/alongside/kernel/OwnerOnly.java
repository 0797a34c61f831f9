package org.alongside.kernel;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/// Files and folders that nobody but their owner may read or list, on file systems that know owners
/// (POSIX); elsewhere the folder's own access list holds, as the system's administrator set it.
public final class OwnerOnly {
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private OwnerOnly() {}

    /// Makes the folder where there is none, and closes it to others.
    public static void folder(Path folder) throws IOException {
        Files.createDirectories(folder);
        close(folder, FOLDER);
    }

    /// Closes to others what lies in a folder of ours: a database's engine gives its files the system's
    /// usual mode. What vanishes meanwhile, a file of a finished compaction say, is passed over.
    public static void within(Path folder) throws IOException {
        List<Path> found;
        try (var files = Files.list(folder)) {
            found = files.filter(Files::isRegularFile).toList();
        }
        for (Path file : found) {
            close(file, FILE);
        }
    }

    /// An empty file that was never open to others, not even for a moment.
    ///
    /// @throws java.nio.file.FileAlreadyExistsException when there is one
    public static void create(Path file) throws IOException {
        if (isPosix(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(FILE));
        } else {
            Files.createFile(file);
        }
    }

    private static void close(Path path, Set<PosixFilePermission> mode) throws IOException {
        if (!isPosix(path)) {
            return;
        }
        try {
            if (!Files.getPosixFilePermissions(path).equals(mode)) {
                Files.setPosixFilePermissions(path, mode);
            }
        } catch (FileSystemException e) {
            // Gone, or another owner's: then it is not ours to close.
            if (Files.exists(path) && Files.isWritable(path)) {
                throw e;
            }
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
