/// The child's record as it is shown and changed, and what windows of other capabilities draw records
/// with: forms from definitions, drafts of forms, the words for records.
@NullMarked
package org.alongside.child.view;

import org.jspecify.annotations.NullMarked;
