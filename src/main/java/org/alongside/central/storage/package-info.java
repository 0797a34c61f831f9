/// The service's database, H2 or PostgreSQL: the only place of `central` that knows SQL.
@NullMarked
package org.alongside.central.storage;

import org.jspecify.annotations.NullMarked;
