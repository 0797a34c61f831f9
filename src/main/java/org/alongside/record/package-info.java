/// What a case record is: streams, operations, events, the chain over them, the declaration of each
/// record type and the fold that turns a record's history into its present state.
@NullMarked
package org.alongside.record;

import org.jspecify.annotations.NullMarked;
