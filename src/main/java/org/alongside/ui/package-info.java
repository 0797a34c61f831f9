/// The frame of the window: shell, rail, header, status line, router, commands and palette. Nothing here
/// knows a case; pages of capabilities bring themselves.
@NullMarked
package org.alongside.ui;

import org.jspecify.annotations.NullMarked;
