/// The small language of conditions (practice 1.5), the fields that content declares, and the check
/// of answers against them. It reads rules as data and stores nothing.
@NullMarked
package org.alongside.rules;

import org.jspecify.annotations.NullMarked;
