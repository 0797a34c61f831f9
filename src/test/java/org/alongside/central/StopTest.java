package org.alongside.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.alongside.central.testing.TestLaptop;
import org.alongside.kernel.Json;
import org.alongside.record.Intent;
import org.alongside.record.StreamId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Stopping a service while it works.
class StopTest {
    private static final java.util.concurrent.Executor THREADS =
            java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor();

    @TempDir
    private Path home;

    @Test
    void aRequestInHandAtTheStopIsStoredWholeOrRefused() throws Exception {
        var armed = new AtomicBoolean();
        var inHand = new CountDownLatch(1);
        var trial = CentralConfig.trial(home, 0, new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            /// Asked when a request of a laptop is counted, which is before it waits for the database.
            @Override
            public Instant instant() {
                if (armed.get()) {
                    inHand.countDown();
                }
                return Instant.now();
            }
        });
        var service = CentralService.start(trial);
        Joanna.account(service);
        StreamId child = Joanna.child(service, home);
        var laptop = new TestLaptop(service.url(), service.caFile()).enrol("joanna", Joanna.code(service));
        laptop.pull();
        var notes = new java.util.ArrayList<org.alongside.record.Operation>();
        for (int i = 0; i < 50; i++) {
            notes.add(laptop.operation(Intent.whole(
                    child, UUID.randomUUID(), "case_note", Json.object().put("text", "in hand"))));
        }
        var held = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        CompletableFuture<Void> holding = CompletableFuture.runAsync(
                () -> service.engine().database().change(transaction -> {
                    held.countDown();
                    await(release);
                }),
                THREADS);
        await(held);
        String lines = String.join(
                "\n",
                notes.stream()
                        .map(note -> new String(note.line(), java.nio.charset.StandardCharsets.UTF_8))
                        .toList());
        armed.set(true);
        CompletableFuture<HttpResponse<byte[]>> pushed =
                CompletableFuture.supplyAsync(() -> laptop.pushResponse(lines), THREADS);
        await(inHand);
        CompletableFuture<Void> stopping = CompletableFuture.runAsync(service::close, THREADS);
        release.countDown();
        holding.get(20, TimeUnit.SECONDS);
        stopping.get(30, TimeUnit.SECONDS);
        int status = pushed.get(30, TimeUnit.SECONDS).statusCode();
        assertThat(status).isIn(200, 503);
        try (var engine = CentralEngine.openExisting(trial)) {
            var log = new java.io.ByteArrayOutputStream();
            engine.administration().exportLog(log);
            long stored = log.toString(java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains("in hand"))
                    .count();
            assertThat(stored).as("answered " + status).isIn(status == 200 ? List.of(50L) : List.of(0L, 50L));
            assertThat(engine.administration().verify()).isEmpty();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
