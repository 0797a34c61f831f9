/// The story told over real processes and HTTPS: a council's service, its workers' laptops, what goes wrong.
@NullMarked
package org.alongside.story;

import org.jspecify.annotations.NullMarked;
