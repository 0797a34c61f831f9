package org.alongside.exchange.cin;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// `Header` of a census.
///
/// @param authority `LEA`, three digits
/// @param year `Year`, that of the 31 March the collection ends on
public record CinHeader(
        int line,
        @Nullable String authority,
        @Nullable Integer year,
        @Nullable LocalDate referenceDate) {}
