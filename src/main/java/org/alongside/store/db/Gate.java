package org.alongside.store.db;

import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/// The fair gate of `safety.md` 3.5: one transaction, opening, closing, checkpoint or compaction at a
/// time. Reads go on beside transactions, on connections opened before, and never beside the rest.
final class Gate {
    private final Semaphore one = new Semaphore(1, true);
    private final ReentrantReadWriteLock reads = new ReentrantReadWriteLock(true);

    <T> T transaction(Supplier<T> work) {
        one.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            one.release();
        }
    }

    <T> T reading(Supplier<T> work) {
        reads.readLock().lock();
        try {
            return work.get();
        } finally {
            reads.readLock().unlock();
        }
    }

    /// Opening, closing and compaction: nothing else runs.
    void alone(Runnable work) {
        one.acquireUninterruptibly();
        try {
            reads.writeLock().lock();
            try {
                work.run();
            } finally {
                reads.writeLock().unlock();
            }
        } finally {
            one.release();
        }
    }
}
