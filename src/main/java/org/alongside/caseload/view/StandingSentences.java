package org.alongside.caseload.view;

import org.alongside.child.ChildSummary;
import org.alongside.kernel.Texts;
import org.alongside.rules.alone.NotSeen;
import org.alongside.ui.Words;

/// Sentences about a child who could not be seen.
final class StandingSentences {
    private StandingSentences() {}

    static String unseen(NotSeen unseen, ChildSummary child) {
        String attempts = unseen.attempts() == 1
                ? Texts.of("caseload.unseen.one", child.shortName(), Words.shortDay(unseen.last()))
                : Texts.of("caseload.unseen", child.shortName(), unseen.attempts(), Words.shortDay(unseen.last()));
        String step = Texts.of("caseload.settles." + unseen.step());
        String refused = unseen.refused() ? " " + Texts.of("caseload.unseen.s47") : "";
        return attempts + " " + step + refused;
    }
}
