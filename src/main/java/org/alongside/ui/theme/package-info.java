/// How everything looks: base theme, tokens, fonts, text size, icons, logo.
@NullMarked
package org.alongside.ui.theme;

import org.jspecify.annotations.NullMarked;
