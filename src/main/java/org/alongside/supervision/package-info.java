/// Supervision: one session, two records. What is decided about a child goes to that child's record;
/// what is said about the worker stays, sealed, between the two.
@NullMarked
package org.alongside.supervision;

import org.jspecify.annotations.NullMarked;
