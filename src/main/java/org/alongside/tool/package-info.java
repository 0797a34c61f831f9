/// The headless commands of the command line, a contract that scripts, trainers and testers rely on.
/// Each command is a composition root: it opens what it needs, runs the same engine classes as the
/// windows and says what happened.
@NullMarked
package org.alongside.tool;

import org.jspecify.annotations.NullMarked;
