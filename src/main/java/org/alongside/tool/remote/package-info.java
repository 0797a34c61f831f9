/// What commands ask of a running service.
@NullMarked
package org.alongside.tool.remote;

import org.jspecify.annotations.NullMarked;
