/// Pages drawn from definitions: typed events, and what is added to finished records.
@NullMarked
package org.alongside.guided.view;

import org.jspecify.annotations.NullMarked;
