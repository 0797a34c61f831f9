package org.alongside.sync;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.alongside.kernel.Unreachable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Syncs by itself while a window is in use or `sync --watch` runs: at start, at each pause's end, and at
/// once when a person asks, when something was saved or when the network is plugged in again.
public final class SyncLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SyncLoop.class);
    private static final Duration ENDING = Duration.ofSeconds(5);

    private final SyncEngine engine;
    private final Thread thread;
    private final Runnable unlisten;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private boolean wanted = true;
    private boolean ended;

    public SyncLoop(SyncEngine engine, NetworkSwitch network) {
        this.engine = engine;
        this.thread = Thread.ofPlatform().daemon().name("sync").unstarted(this::run);
        this.unlisten = network.listen(plugged -> now());
    }

    public void start() {
        thread.start();
    }

    /// Syncs as soon as the present one is done.
    public void now() {
        lock.lock();
        try {
            engine.asked();
            wanted = true;
            woken.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        while (awaitTurn()) {
            try {
                engine.sync();
            } catch (Unreachable e) {
                LOG.info("sync: {}", e.problem().code());
            } catch (RuntimeException e) {
                // Told by its kind; the next turn tries again, and nothing was taken away meanwhile.
                LOG.warn("sync failed", e);
            }
        }
    }

    /// @return false when the loop has ended
    private boolean awaitTurn() {
        lock.lock();
        try {
            long left = engine.pause().toNanos();
            while (!wanted && !ended && left > 0) {
                left = woken.awaitNanos(left);
            }
            wanted = false;
            return !ended;
        } catch (InterruptedException e) {
            return false;
        } finally {
            lock.unlock();
        }
    }

    /// Ends after the sync under way.
    @Override
    public void close() {
        unlisten.run();
        lock.lock();
        try {
            ended = true;
            woken.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            thread.join(TimeUnit.NANOSECONDS.toMillis(ENDING.toNanos()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
