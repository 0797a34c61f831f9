package org.alongside.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.alongside.child.ChildSummary;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A plan as the record has it, with what is needed to change it: read from the cases of all the
/// children who are on it together.
///
/// @param members the children on it, the eldest first
/// @param open actions that are not done yet, in their order
/// @param closed actions that were done or given up, the latest first
/// @param version how often it was agreed; 0 when it never was
/// @param withheld texts that must not stand on the family's page: a withheld address
public record Standing(
        Plan.Kind kind,
        List<Member> members,
        List<Entry> open,
        List<Entry> closed,
        @Nullable LocalDate agreedOn,
        @Nullable LocalDate nextReview,
        int version,
        ObjectNode agreement,
        List<Plan.Adult> adults,
        List<String> withheld) {
    public Standing {
        members = List.copyOf(members);
        open = List.copyOf(open);
        closed = List.copyOf(closed);
        adults = List.copyOf(adults);
        withheld = List.copyOf(withheld);
    }

    /// A child on the plan.
    ///
    /// @param planRecord the record that the agreement belongs to; a new id where there is none yet
    /// @param seen the versions of the agreement that stand
    public record Member(ChildSummary child, UUID planRecord, String planType, List<UUID> seen, Plan.Words words) {
        public Member {
            seen = List.copyOf(seen);
        }
    }

    /// An action as it stands.
    ///
    /// @param seen for each child it is for, the versions that stand
    /// @param placeSeen the same for its place
    /// @param conflict a clash that somebody has to settle; null when there is none
    /// @param author who changed it last
    public record Entry(
            UUID record,
            ObjectNode value,
            int position,
            Map<UUID, List<UUID>> seen,
            Map<UUID, List<UUID>> placeSeen,
            @Nullable UUID conflict,
            String author,
            Instant at) {
        public Entry {
            seen = Map.copyOf(seen);
            placeSeen = Map.copyOf(placeSeen);
        }

        public Set<UUID> children() {
            return seen.keySet();
        }

        /// What it says.
        public Action read() {
            return Actions.read(record, value, children());
        }
    }

    public List<UUID> children() {
        return members.stream().map(member -> member.child().id()).toList();
    }

    /// The plan as it stands, for the linter and the family's page.
    public Plan plan() {
        return plan(
                open.stream()
                        .map(entry -> Actions.read(entry.record(), entry.value(), entry.children()))
                        .toList(),
                agreement);
    }

    Plan plan(List<Action> actions, ObjectNode said) {
        return new Plan(
                kind,
                agreedOn,
                Actions.day(said, "next_review_on"),
                members.stream()
                        .map(member -> new Plan.Child(
                                member.child().id().toString(),
                                member.child().shortName(),
                                member.child().name(),
                                member.words()))
                        .toList(),
                actions,
                Actions.said(said),
                adults);
    }
}
