package org.alongside.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alongside.rules.content.ContentFile.SupervisionRules.Route;
import org.alongside.rules.content.ContentFile.SupervisionRules.Slot;
import org.jspecify.annotations.Nullable;

/// A session as it is written down (`SESSION.json`), read and checked.
///
/// @param children each gets an entry of their own
/// @param reflective the child who was thought about in depth
/// @param dissent the worker's own words; empty when there are none
public record SessionFile(
        UUID session,
        Instant at,
        boolean personal,
        List<UUID> children,
        @Nullable UUID reflective,
        List<Line> lines,
        List<Decision> decisions,
        List<NewAction> actions,
        String dissent) {
    public SessionFile {
        children = List.copyOf(children);
        lines = List.copyOf(lines);
        decisions = List.copyOf(decisions);
        actions = List.copyOf(actions);
    }

    /// @param route one; a line never has two
    /// @param child whose record it goes to; null on a line that goes to none
    public record Line(Slot slot, Route route, @Nullable UUID child, String text) {}

    /// @param who account of who does it
    public record Decision(UUID child, String what, String why, String wouldChange, String who, LocalDate by) {}

    /// @param owner account of who does it
    public record NewAction(
            String text, String owner, @Nullable UUID child, LocalDate due, Route route) {}

    /// Whether it says nothing but which session it is.
    public boolean isBare() {
        return children.isEmpty() && lines.isEmpty() && decisions.isEmpty() && actions.isEmpty();
    }

    /// The same for some of the children only, and nothing that is private.
    public SessionFile childPart(List<UUID> some) {
        return new SessionFile(
                session,
                at,
                personal,
                some,
                reflective,
                lines.stream()
                        .filter(line ->
                                line.child() != null && line.route() == Route.CHILD_FILE && some.contains(line.child()))
                        .toList(),
                decisions.stream().filter(each -> some.contains(each.child())).toList(),
                actions.stream()
                        .filter(each -> each.child() != null && some.contains(each.child()))
                        .toList(),
                "");
    }
}
