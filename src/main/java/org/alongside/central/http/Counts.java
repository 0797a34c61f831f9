package org.alongside.central.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.alongside.sync.wire.OpResult;

/// What the service counts: numbers only, never a name.
final class Counts {
    private final MeterRegistry registry;

    Counts(MeterRegistry registry) {
        this.registry = registry;
    }

    void pushed(List<OpResult> results) {
        for (OpResult result : results) {
            Counter.builder("alongside.operations")
                    .description("Operations pushed, by what became of them")
                    .tag("result", result.result())
                    .register(registry)
                    .increment();
        }
    }

    void pulled(int lines) {
        Counter.builder("alongside.pulls")
                .description("Pulls answered, by whether anything differed")
                .tag("different", String.valueOf(lines > 0))
                .register(registry)
                .increment();
    }
}
