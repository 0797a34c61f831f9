/// Today and My caseload.
@NullMarked
package org.alongside.caseload.view;

import org.jspecify.annotations.NullMarked;
