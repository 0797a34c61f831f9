/// What every room leans on: ids, the clock, limits, problems, the rule for typed text, the text
/// catalogue and JSON. It depends on nothing of ours.
@NullMarked
package org.alongside.kernel;

import org.jspecify.annotations.NullMarked;
