/// The tables that follow the log: written by folds, the same on laptop and service.
@NullMarked
package org.alongside.record.store;

import org.jspecify.annotations.NullMarked;
