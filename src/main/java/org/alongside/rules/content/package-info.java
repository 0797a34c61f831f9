/// Content files as typed records: read strictly, every mistake named with its file, line and reason.
/// A file with a mistake is never half taken. How the rules in them run is in the packages beside
/// this one.
@NullMarked
package org.alongside.rules.content;

import org.jspecify.annotations.NullMarked;
