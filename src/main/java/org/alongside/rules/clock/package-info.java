/// Clocks: dates that the timescale rules give, each with its arithmetic in words. What happened comes
/// in as values; nothing is stored here. How days are counted: timescales.md 3; the machine form: 5a.
@NullMarked
package org.alongside.rules.clock;

import org.jspecify.annotations.NullMarked;
