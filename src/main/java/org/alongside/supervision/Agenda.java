package org.alongside.supervision;

import java.util.List;
import java.util.UUID;
import org.alongside.child.ChildSummary;
import org.jspecify.annotations.Nullable;

/// What two people will talk about, made from what the record shows (practice 4.4).
///
/// @param groups families to talk through, the highest score first, no more than the council's cap
/// @param noTalk the others: each is answered by either person before the session
/// @param ownItems what the two added themselves; it stands above all the rest
/// @param better what got better
/// @param unnamed children whom nobody named for too long
/// @param parked items that one of the two put off, and why
public record Agenda(
        List<Group> groups,
        List<Group> noTalk,
        List<OwnItem> ownItems,
        List<Better> better,
        List<ChildSummary> unnamed,
        List<Answered> parked) {
    public Agenda {
        groups = List.copyOf(groups);
        noTalk = List.copyOf(noTalk);
        ownItems = List.copyOf(ownItems);
        better = List.copyOf(better);
        unnamed = List.copyOf(unnamed);
        parked = List.copyOf(parked);
    }

    /// @param code what kind of item, in the words of `content/supervision.json`
    /// @param flag the detector's code where it has one (practice 6.4)
    /// @param subject what it is about: the child's id, or the action's or record's
    /// @param child whom it belongs to
    /// @param order of items with the same score, lower first
    public record Item(String code, String flag, UUID subject, UUID child, int score, int order, String text) {
        /// By which an answer to it is known: the same item of the same subject.
        public String key() {
            return code + " " + subject;
        }
    }

    /// @param label what the family is called in lists
    /// @param headline the child with the highest item
    public record Group(
            @Nullable UUID family,
            String label,
            ChildSummary headline,
            List<ChildSummary> children,
            int score,
            List<Item> items) {
        public Group {
            children = List.copyOf(children);
            items = List.copyOf(items);
        }
    }

    /// @param author account of who added it
    public record OwnItem(
            UUID id, String author, String text, @Nullable UUID child) {}

    public record Better(UUID child, String text) {}

    /// @param answer `done`, `new_date`, `drop` or `park`
    public record Answered(Item item, String answer, String why, String by) {}
}
