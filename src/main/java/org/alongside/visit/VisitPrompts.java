package org.alongside.visit;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.rules.Inputs;
import org.alongside.rules.content.ContentFile.Prompt;
import org.alongside.rules.content.ContentFile.Prompt.Phase;

/// What is worth thinking about around a visit (practice 1.5). A later room knows the case and answers;
/// the windows of a visit are handed one. Asked on the store's lane.
public interface VisitPrompts {

    /// The prompts of a phase for each child, the one alone with a worker longest ago first.
    ///
    /// @param known what the visit as it is written tells, for each child
    List<ForChild> ask(Phase phase, List<UUID> children, Map<UUID, Inputs> known);

    /// Leaves a nudge out for this child for a while, as long as what it asks about stays the same.
    void swipe(UUID child, String prompt, Map<UUID, Inputs> known);

    /// Has it back.
    void unswipe(UUID child, String prompt);

    /// Where the prompts come from, for "Why?".
    Source source();

    /// @param shown what stands on the screen, in order
    /// @param more what stands under "more"
    record ForChild(UUID child, String name, List<Asked> shown, List<Asked> more) {
        public ForChild {
            shown = List.copyOf(shown);
            more = List.copyOf(more);
        }
    }

    /// Says that one is not needed for this child, and why; it stands on the child's record.
    ///
    /// @throws org.alongside.kernel.BadInput without a reason
    void notNeeded(UUID child, String prompt, String why);

    /// @param text with nothing left to fill in
    /// @param forFamily one answer is for all children
    /// @param because what it was asked for, as facts of the record and the visit
    record Asked(Prompt prompt, String text, boolean forFamily, String because) {}

    /// @param version of the content
    record Source(String title, String from, int version) {}

    /// Of a record that knows no case: nothing is asked.
    static VisitPrompts none() {
        return new VisitPrompts() {
            @Override
            public List<ForChild> ask(Phase phase, List<UUID> children, Map<UUID, Inputs> known) {
                return List.of();
            }

            @Override
            public void swipe(UUID child, String prompt, Map<UUID, Inputs> known) {}

            @Override
            public void unswipe(UUID child, String prompt) {}

            @Override
            public void notNeeded(UUID child, String prompt, String why) {}

            @Override
            public Source source() {
                return new Source("", "", 0);
            }
        };
    }
}
