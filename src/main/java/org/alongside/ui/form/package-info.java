/// What pages for writing share: answers by their paths, the autosave, and the ties between controls
/// and answers. Nothing here knows a case.
@NullMarked
package org.alongside.ui.form;

import org.jspecify.annotations.NullMarked;
