/// Being seen, and being seen alone: counters and levels of practice 1.6, over visits that come in as
/// values. They are worded about the child's plan, never about a worker.
@NullMarked
package org.alongside.rules.alone;

import org.jspecify.annotations.NullMarked;
