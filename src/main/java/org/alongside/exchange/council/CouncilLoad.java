package org.alongside.exchange.council;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Account;
import org.alongside.access.Staff;
import org.alongside.kernel.Texts;
import org.alongside.record.StreamId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// What a council file says, ready for the service to store.
///
/// @param anchor the day that the file's day numbers were counted from
/// @param staff everybody who works for the council
/// @param declared whose records are hidden from whom, and why
/// @param events the history, by stream, each stream in the order in which it was kept
/// @param references the file's own ids and ours
/// @param allocations who holds which child today
/// @param people which people's streams belong to which child's case
/// @param localValues the rule pack, to be adopted as the council's local values; empty when there is none
/// @param otherLoad load points of children that are not in the file, by account
/// @param notYetCarried parts of the file whose record types come later
public record CouncilLoad(
        LocalDate anchor,
        Staff.Council council,
        List<Account> staff,
        List<Declared> declared,
        Map<StreamId, List<BroughtIn>> events,
        List<Reference> references,
        List<Allocated> allocations,
        List<PersonLink> people,
        ObjectNode localValues,
        Map<String, Integer> otherLoad,
        List<NotYetCarried> notYetCarried) {

    public CouncilLoad {
        staff = List.copyOf(staff);
        declared = List.copyOf(declared);
        references = List.copyOf(references);
        allocations = List.copyOf(allocations);
        people = List.copyOf(people);
        otherLoad = Map.copyOf(otherLoad);
        notYetCarried = List.copyOf(notYetCarried);
    }

    /// How many events there are in all streams.
    public int size() {
        return events.values().stream().mapToInt(List::size).sum();
    }

    /// A relationship that somebody on the staff declared: the person and the whole family vanish from
    /// what this account may see (practice 7, rule 4).
    ///
    /// @param hidden the streams that this account is never given
    public record Declared(String account, UUID person, String relation, Set<StreamId> hidden) {
        public Declared {
            hidden = Set.copyOf(hidden);
        }
    }

    /// The council's own id of something.
    ///
    /// @param kind `child`, `person`, `visit` or `assessment`
    public record Reference(String kind, String externalId, UUID id) {}

    /// How much of a case a worker holds.
    public enum Depth {
        FULL,
        SUMMARY;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// That an account holds a child's case today.
    ///
    /// @param role `worker`, `supervisor` or `reviewer`
    /// @param since null when the file does not say
    public record Allocated(
            UUID child,
            String account,
            Depth depth,
            String role,
            @Nullable LocalDate since) {}

    /// That a person's stream belongs with a child's case.
    public record PersonLink(UUID child, UUID person) {}

    /// @param part names the text `council.later.PART`
    public record NotYetCarried(String part, int count) {
        /// What it is, for a person to read.
        public String words() {
            return Texts.of("council.later." + part);
        }
    }
}
