/// HTTPS: the server, its limits, its certificate, its routes.
@NullMarked
package org.alongside.central.http;

import org.jspecify.annotations.NullMarked;
