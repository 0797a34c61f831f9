package org.alongside.guided;

import java.util.List;
import java.util.UUID;

/// Finds records of a type among all cases of this laptop without reading the cases.
public interface AssessmentIndex {
    /// Ids of the records, those touched last first, each once though several cases hold it.
    List<UUID> ofType(String type);
}
