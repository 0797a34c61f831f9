package org.alongside.record.store;

import java.util.function.Function;
import org.jooq.DSLContext;

/// Runs questions on a laptop's or the service's tables, one consistent state a question. What it
/// hands out must not be kept.
public interface Reader {
    <T> T read(Function<DSLContext, T> question);
}
