/// The windows of a visit: the list, recording it part by part, checking, the finished record.
@NullMarked
package org.alongside.visit.view;

import org.jspecify.annotations.NullMarked;
