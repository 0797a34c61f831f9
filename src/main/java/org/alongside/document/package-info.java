/// What leaves the record as a document, and what comes into it as one.
@NullMarked
package org.alongside.document;

import org.jspecify.annotations.NullMarked;
