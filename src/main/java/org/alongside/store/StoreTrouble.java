package org.alongside.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Texts;
import org.jspecify.annotations.Nullable;

/// Puts a disk's or database's fault into words that say what to do (`safety.md` 9). What a driver
/// says is never passed on: its messages quote what somebody typed.
public final class StoreTrouble {
    private static final long FULL_BELOW_BYTES = 1024 * 1024;

    private StoreTrouble() {}

    /// @param place a file or folder of the home
    /// @return what to throw: bad input when a person can put it right, else a fault of ours
    public static RuntimeException of(Throwable fault, Path place) {
        for (Throwable each = fault; each != null; each = each.getCause()) {
            if (each instanceof BadInput bad) {
                return bad;
            }
            if (each instanceof AccessDeniedException || each instanceof ReadOnlyFileSystemException) {
                return notWritable();
            }
            String message = String.valueOf(each.getMessage());
            if (each instanceof IOException && message.contains("No space left")) {
                return full();
            }
        }
        if (isFull(place)) {
            return full();
        }
        Path there = nearest(place);
        Path folder = there != null && there.equals(place) && !Files.isDirectory(place) ? place.getParent() : there;
        if (folder != null && (!Files.isDirectory(folder) || !Files.isWritable(folder))) {
            return notWritable();
        }
        return new StoreFault(fault);
    }

    public static BadInput full() {
        return BadInput.of("disk-full", Texts.of("store.disk-full"));
    }

    public static BadInput notWritable() {
        return BadInput.of("home-not-writable", "home", Texts.of("store.home-not-writable"));
    }

    /// What exists of a path: the place itself, or the nearest above it; a file there is in the way.
    private static @Nullable Path nearest(Path place) {
        Path there = place;
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        return there;
    }

    private static boolean isFull(Path place) {
        Path there = nearest(place);
        try {
            return there != null && Files.getFileStore(there).getUsableSpace() < FULL_BELOW_BYTES;
        } catch (IOException e) {
            return false;
        }
    }
}
