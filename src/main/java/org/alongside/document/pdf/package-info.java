/// Paper: one description of a page, from which one layout makes the file, the preview and the print.
/// PDF/UA-1, so that a blind reader has the same paper.
@NullMarked
package org.alongside.document.pdf;

import org.jspecify.annotations.NullMarked;
