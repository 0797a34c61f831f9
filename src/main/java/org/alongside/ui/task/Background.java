package org.alongside.ui.task;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/// Everything that touches disk, network or much computing goes through here, and its result comes
/// back on the JavaFX thread. A failure never vanishes: it reaches the caller's handler, and without
/// one, or when a handler itself fails, the handler of faults with a [Fault] and its reference.
///
/// Tests use [#direct]: the same calls, at once, on the calling thread.
public final class Background implements AutoCloseable {
    private static final long CLOSE_SECONDS = 5;

    private final Map<Lane, Executor> lanes;
    private final Executor back;
    private final Consumer<Fault> faults;
    private final ReadOnlyIntegerWrapper running = new ReadOnlyIntegerWrapper(this, "running");

    private Background(Map<Lane, Executor> lanes, Executor back, Consumer<Fault> faults) {
        this.lanes = new EnumMap<>(lanes);
        this.back = back;
        this.faults = faults;
    }

    /// Real threads, named after their lanes.
    public static Background onThreads(Consumer<Fault> faults) {
        var lanes = new EnumMap<Lane, Executor>(Lane.class);
        lanes.put(Lane.STORE, Executors.newSingleThreadExecutor(named("store")));
        lanes.put(
                Lane.NETWORK,
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("network-", 1).factory()));
        lanes.put(Lane.WORK, Executors.newFixedThreadPool(2, named("work")));
        return new Background(lanes, Background::onFxThread, faults);
    }

    /// Everything at once on the calling thread, for tests of pages and view models.
    public static Background direct(Consumer<Fault> faults) {
        var lanes = new EnumMap<Lane, Executor>(Lane.class);
        for (Lane lane : Lane.values()) {
            lanes.put(lane, Runnable::run);
        }
        return new Background(lanes, Runnable::run, faults);
    }

    private static java.util.concurrent.ThreadFactory named(String name) {
        return Thread.ofPlatform().daemon().name(name + "-", 1).factory();
    }

    private static void onFxThread(Runnable task) {
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
    }

    /// Works out a value and hands it over on the JavaFX thread; a failure is a fault.
    public <T> Running ask(Lane lane, Callable<T> work, Consumer<? super T> then) {
        return ask(lane, work, then, this::fault);
    }

    /// As above; `failed` gets what the work threw (`BadInput`, `Unreachable` …) on the JavaFX thread
    /// and calls [#fault] for what it does not know.
    public <T> Running ask(Lane lane, Callable<T> work, Consumer<? super T> then, Consumer<? super Throwable> failed) {
        var handle = new Running();
        count(1);
        try {
            laneOf(lane).execute(() -> work(handle, work, then, failed));
        } catch (RejectedExecutionException e) {
            count(-1);
            deliver(() -> failed.accept(e));
        }
        return handle;
    }

    /// Does something whose end nobody waits for; a failure is a fault.
    public Running run(Lane lane, Work work) {
        return ask(
                lane,
                () -> {
                    work.run();
                    return Boolean.TRUE;
                },
                done -> {});
    }

    /// Runs on the JavaFX thread: at once when already there, else soon.
    public void later(Runnable task) {
        deliver(task);
    }

    /// Reports a failure that its place cannot handle.
    public void fault(Throwable cause) {
        Fault fault = Fault.of(cause);
        back.execute(() -> faults.accept(fault));
    }

    /// How many things are running now; changes on the JavaFX thread.
    public ReadOnlyIntegerProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /// Lets what was begun end, within five seconds.
    @Override
    public void close() {
        for (Executor lane : lanes.values()) {
            if (lane instanceof ExecutorService service) {
                service.shutdown();
            }
        }
        for (Executor lane : lanes.values()) {
            if (lane instanceof ExecutorService service) {
                endOf(service);
            }
        }
    }

    private void endOf(ExecutorService service) {
        try {
            if (!service.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                service.shutdownNow();
            }
        } catch (InterruptedException e) {
            service.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    /// One of the two outermost handlers: whatever the work throws is passed on.
    private <T> void work(
            Running handle, Callable<T> work, Consumer<? super T> then, Consumer<? super Throwable> failed) {
        Runnable outcome;
        try {
            T value = work.call();
            outcome = () -> then.accept(value);
        } catch (Throwable e) {
            outcome = () -> failed.accept(e);
        }
        Runnable end = outcome;
        back.execute(() -> {
            running.set(running.get() - 1);
            if (!handle.dropped()) {
                guarded(end);
            }
        });
    }

    private void deliver(Runnable task) {
        back.execute(() -> guarded(task));
    }

    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            faults.accept(Fault.of(e));
        }
    }

    private void count(int change) {
        back.execute(() -> running.set(running.get() + change));
    }

    private Executor laneOf(Lane lane) {
        Executor executor = lanes.get(lane);
        if (executor == null) {
            throw new IllegalStateException("no lane " + lane);
        }
        return executor;
    }

    /// Work without a result that may throw.
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    /// A piece of work under way.
    public static final class Running {
        private final AtomicBoolean dropped = new AtomicBoolean();

        private Running() {}

        /// Nobody wants the result any more: neither handler is called. The work itself goes on to its
        /// end, since half a save is worse than a whole one.
        public void drop() {
            dropped.set(true);
        }

        boolean dropped() {
            return dropped.get();
        }
    }
}
