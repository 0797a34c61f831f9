package org.alongside.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Texts;
import org.jspecify.annotations.Nullable;

/// The operating system's lock on `profile.lock`: one program holds a home at a time. It survives a
/// kill, because the system lets go of it then.
final class HomeLock implements AutoCloseable {
    private static final long LOOK_AGAIN_NANOS = Duration.ofMillis(50).toNanos();

    private final FileChannel channel;
    private final Path holder;

    private HomeLock(FileChannel channel, Path holder) {
        this.channel = channel;
        this.holder = holder;
    }

    /// @param wait how long to wait for another program to let go
    /// @throws BadInput `home-in-use` after that, saying who holds it
    static HomeLock take(Path home, Duration wait) {
        Path file = home.resolve("profile.lock");
        Path holder = home.resolve("profile.holder");
        long start = System.nanoTime();
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            while (tryLock(channel) == null) {
                if (System.nanoTime() - start >= wait.toNanos()) {
                    throw BadInput.of("home-in-use", "home", Texts.of("store.home-in-use", who(holder)));
                }
                LockSupport.parkNanos(LOOK_AGAIN_NANOS);
            }
            Files.writeString(holder, Long.toString(ProcessHandle.current().pid()));
            return new HomeLock(channel, holder);
        } catch (IOException | RuntimeException e) {
            letGo(channel);
            throw StoreTrouble.of(e, home);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // This very program holds it already.
            return null;
        }
    }

    private static String who(Path holder) {
        try {
            String pid = Files.readString(holder).strip();
            return pid.matches("\\d{1,12}") ? Texts.of("store.home-in-use-by", pid) : "";
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(holder);
        } catch (IOException e) {
            // Only a name for messages.
        }
        letGo(channel);
    }

    private static void letGo(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // The system lets go when the program ends.
        }
    }
}
