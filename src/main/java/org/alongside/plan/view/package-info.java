/// The plan of a child, with the linter's questions beside the words and the family's page beside it.
@NullMarked
package org.alongside.plan.view;

import org.jspecify.annotations.NullMarked;
