package org.alongside.supervision.view;

import java.util.function.Consumer;
import org.alongside.child.view.KeptWriting;
import org.alongside.ui.form.Ties;

/// What the parts of the session's page share.
///
/// @param reload reads again after something was saved beside the draft
/// @param go shows another part
record SessionScene(
        SessionDesk desk, SessionRead read, KeptWriting kept, Ties ties, Runnable reload, Consumer<String> go) {}
