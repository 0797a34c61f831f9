package org.alongside.child;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody in a child's life: an adult, a brother or sister, an unborn child.
///
/// @param person the person's id; of a child with a case of their own, that child's id
/// @param relationship the record in the child's case that says who they are
/// @param relation in plain words: "mother of all three"
/// @param parentalResponsibility yes, no or unknown
/// @param inHousehold yes, no, sometimes or unknown
/// @param hasCase whether this laptop holds a case of this person, so that it can be opened
public record PersonInLife(
        UUID person,
        UUID relationship,
        @Nullable String externalId,
        String name,
        String relation,
        String parentalResponsibility,
        String inHousehold,
        @Nullable LocalDate bornOn,
        String phones,
        @Nullable LocalDate lastSpokenTo,
        boolean hasCase) {

    public boolean livesWithChild() {
        return inHousehold.equals("yes") || inHousehold.equals("sometimes");
    }
}
