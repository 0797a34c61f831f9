@NullMarked
package org.alongside.caseload.store;

import org.jspecify.annotations.NullMarked;
