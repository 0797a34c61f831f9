package org.alongside.ui.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.alongside.ui.Fx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Work off the JavaFX thread, results on it, failures never lost.
class BackgroundTest {
    private final LinkedBlockingQueue<Fault> faults = new LinkedBlockingQueue<>();
    private final Background background = Fx.get(() -> Background.onThreads(faults::add));

    @AfterEach
    void close() {
        background.close();
    }

    @Test
    void workRunsElsewhereAndItsResultComesBack() throws InterruptedException {
        var seen = new LinkedBlockingQueue<String>();
        background.ask(
                Lane.STORE,
                () -> Thread.currentThread().getName() + " fx=" + Platform.isFxApplicationThread(),
                name -> seen.add(name + " fx=" + Platform.isFxApplicationThread()));
        assertThat(seen.poll(10, TimeUnit.SECONDS)).isEqualTo("store-1 fx=false fx=true");
    }

    @Test
    void theStoreKeepsTheOrderAsked() throws InterruptedException {
        var seen = new LinkedBlockingQueue<Integer>();
        for (int i = 0; i < 100; i++) {
            int number = i;
            background.ask(Lane.STORE, () -> number, seen::add);
        }
        var order = new ArrayList<Integer>();
        for (int i = 0; i < 100; i++) {
            order.add(seen.poll(10, TimeUnit.SECONDS));
        }
        assertThat(order).isSorted().hasSize(100).doesNotContainNull();
    }

    @Test
    void aFailureNobodyHandlesIsAFaultWithAReference() throws InterruptedException {
        background.run(Lane.NETWORK, () -> {
            throw new IOException("planted");
        });
        Fault fault = faults.poll(10, TimeUnit.SECONDS);
        assertThat(fault).isNotNull();
        assertThat(fault.reference()).matches("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");
        assertThat(fault.cause()).hasMessage("planted");
    }

    @Test
    void aHandlerThatFailsIsAFaultToo() throws InterruptedException {
        background.ask(Lane.WORK, () -> 1, one -> {
            throw new IllegalStateException("handler");
        });
        assertThat(faults.poll(10, TimeUnit.SECONDS)).isNotNull();
        background.ask(
                Lane.WORK,
                () -> {
                    throw new AssertionError("error");
                },
                one -> {},
                failure -> {
                    throw new IllegalStateException("second handler");
                });
        assertThat(faults.poll(10, TimeUnit.SECONDS).cause()).hasMessage("second handler");
    }

    @Test
    void theSameFaultHasTheSameReference() {
        var references = new ArrayList<String>();
        for (int i = 0; i < 2; i++) {
            references.add(Fault.of(thrown("case " + i)).reference());
        }
        assertThat(references.get(0)).isEqualTo(references.get(1));
        assertThat(Fault.of(new IOException("elsewhere")).reference()).isNotEqualTo(references.get(0));
    }

    private static Throwable thrown(String words) {
        return new IllegalStateException(words);
    }

    @Test
    void whatRunsIsCounted() throws InterruptedException {
        var hold = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        background.ask(Lane.WORK, () -> hold.await(10, TimeUnit.SECONDS), ok -> done.countDown());
        Fx.settle();
        assertThat(Fx.get(() -> background.runningProperty().get())).isEqualTo(1);
        hold.countDown();
        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(Fx.get(() -> background.runningProperty().get())).isZero();
    }

    @Test
    void aDroppedResultReachesNobody() throws InterruptedException {
        var hold = new CountDownLatch(1);
        List<String> seen = new ArrayList<>();
        var running = background.ask(Lane.STORE, () -> hold.await(10, TimeUnit.SECONDS), ok -> seen.add("first"));
        running.drop();
        hold.countDown();
        var after = new CountDownLatch(1);
        background.ask(Lane.STORE, () -> 1, one -> after.countDown());
        assertThat(after.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(Fx.get(() -> List.copyOf(seen))).isEmpty();
    }

    @Test
    void workAskedAfterTheEndIsRefusedToItsCaller() {
        background.close();
        var refused = new ArrayList<Throwable>();
        Fx.run(() -> background.ask(Lane.STORE, () -> 1, one -> {}, refused::add));
        Fx.settle();
        assertThat(refused).hasSize(1);
        assertThat(Fx.get(() -> background.runningProperty().get())).isZero();
    }

    @Test
    void directRunsAtOnceOnTheCallingThread() {
        var direct = Background.direct(faults::add);
        var seen = new ArrayList<Thread>();
        direct.ask(Lane.STORE, Thread::currentThread, seen::add);
        assertThat(seen).containsExactly(Thread.currentThread());
    }
}
