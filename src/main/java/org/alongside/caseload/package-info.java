@NullMarked
package org.alongside.caseload;

import org.jspecify.annotations.NullMarked;
