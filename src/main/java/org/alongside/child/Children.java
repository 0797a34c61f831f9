package org.alongside.child;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The children whose cases this laptop holds, and the people in their lives. A child this worker may
/// not see is the same as one that does not exist.
public interface Children {
    List<ChildSummary> all();

    Optional<ChildSummary> find(UUID child);

    /// By the product's id or the council's own.
    Optional<ChildSummary> findByAnyId(String id);

    /// The children of one family on this laptop, the eldest first; a child of no family alone.
    List<ChildSummary> family(UUID child);

    List<PersonInLife> people(UUID child);

    /// A person by the product's id or the council's own.
    Optional<UUID> findPerson(String id);

    /// Children and people whose names match all words, without accents and case.
    ///
    /// @param most results at most
    List<Match> search(String words, int most);

    /// @param why what matched, in words
    record Match(String kind, UUID id, UUID child, String title, String why) {}
}
