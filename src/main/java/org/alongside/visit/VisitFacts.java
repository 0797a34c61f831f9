package org.alongside.visit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alongside.rules.References;

/// What is known around a visit when it is checked.
///
/// @param family every child of the families visited that this worker may see, on a plan or not
/// @param adultsNeedingInterpreter ids of adults who need one
public record VisitFacts(List<ChildFacts> family, Set<String> adultsNeedingInterpreter, References references) {
    public VisitFacts {
        family = List.copyOf(family);
        adultsNeedingInterpreter = Set.copyOf(adultsNeedingInterpreter);
    }

    /// The child that an answer names.
    Optional<ChildFacts> child(String id) {
        return family.stream().filter(child -> child.isNamed(id)).findFirst();
    }
}
