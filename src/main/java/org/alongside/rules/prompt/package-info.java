/// Which prompts a worker sees in a phase of a visit, and their words (practice 1.5).
@NullMarked
package org.alongside.rules.prompt;

import org.jspecify.annotations.NullMarked;
