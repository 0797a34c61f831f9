package org.alongside.store.db;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/// The threads that touch the database: one that writes, a few that read. Nobody else's thread does,
/// because an interrupted thread closes H2's file under everyone (`safety.md` 1.5); who waits for them
/// may be interrupted without harm.
final class StoreThreads {
    static final int READERS = 3;

    private final ExecutorService writer = Executors.newSingleThreadExecutor(named("database-writer"));
    private final ExecutorService readers = Executors.newFixedThreadPool(READERS, named("database-reader"));

    <T> T onWriter(Supplier<T> work) {
        return await(writer, work);
    }

    <T> T onReader(Supplier<T> work) {
        return await(readers, work);
    }

    void end() {
        writer.shutdown();
        readers.shutdown();
    }

    private static <T> T await(ExecutorService threads, Supplier<T> work) {
        if (Thread.currentThread().getName().startsWith("database-")) {
            throw new IllegalStateException("store work inside store work");
        }
        Callable<T> call = work::get;
        Future<T> running = threads.submit(call);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return running.get();
                } catch (InterruptedException e) {
                    // The work goes on and its answer is still wanted.
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static java.util.concurrent.ThreadFactory named(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
