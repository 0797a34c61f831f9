package org.alongside.exchange.cin;

import java.time.LocalDate;

/// A dated event that a census gives as one element: a conference or a review.
public record CinDay(CinPlace at, LocalDate on) {}
