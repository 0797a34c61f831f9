package org.alongside.visit.view;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.kernel.Problem;
import org.alongside.record.CaseLog;
import org.alongside.record.Drafts.Draft;
import tools.jackson.databind.node.ObjectNode;

/// What the windows of a visit have done for them by the room "visit". Every call reads or writes the
/// store: on its lane only.
public interface VisitWork {
    String DRAFT_KIND = "visit";

    /// A new draft about these children.
    Draft begin(List<UUID> children);

    /// Keeps a draft; it is on the disk when this returns.
    Draft keep(Draft draft);

    /// How a visit stands against the rules.
    Standing check(ObjectNode visit);

    /// Makes a draft a finished record.
    ///
    /// @throws org.alongside.kernel.BadInput with what is missing or wrong; the draft stays
    CaseLog.Saved finish(UUID draft);

    /// @param wrong answers to change
    /// @param missing required answers that are not given
    /// @param needed paths of the answers that are required now, given or not
    /// @param inScope which of the children, by their place in the file, are in scope for being seen
    ///     alone
    record Standing(List<Problem> wrong, List<Problem> missing, Set<String> needed, Set<Integer> inScope) {
        static final Standing UNKNOWN = new Standing(List.of(), List.of(), Set.of(), Set.of());

        public Standing {
            wrong = List.copyOf(wrong);
            missing = List.copyOf(missing);
            needed = Set.copyOf(needed);
            inScope = Set.copyOf(inScope);
        }

        public boolean needs(String path) {
            return needed.contains(path);
        }

        public boolean isInScope(int child) {
            return inScope.contains(child);
        }
    }
}
