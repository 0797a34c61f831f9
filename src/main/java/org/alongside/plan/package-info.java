/// A child's plan: outcomes and actions, the questions that the linter asks of them, and the page
/// that the family gets (practice 3).
@NullMarked
package org.alongside.plan;

import org.jspecify.annotations.NullMarked;
