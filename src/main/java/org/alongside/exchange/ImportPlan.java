package org.alongside.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an import would do, worked out before anything is stored. Storing it is one transaction of
/// whoever holds the records; the same files over the records it leads to give a plan without changes.
///
/// @param changes in an order that can be stored: the child before what hangs on it
/// @param references the council's ids and ours, new ones only
/// @param allocations workers who are to hold a child
/// @param links people whose streams belong with a child's case
/// @param authority the code the service takes from the file, when it had none
/// @param findings all that was refused or said, files in order
public record ImportPlan(
        List<ImportChange> changes,
        List<Reference> references,
        List<Allocated> allocations,
        List<PersonLink> links,
        Optional<String> authority,
        Counts counts,
        List<Finding> findings,
        List<ToMap> toMap) {
    public ImportPlan {
        changes = List.copyOf(changes);
        references = List.copyOf(references);
        allocations = List.copyOf(allocations);
        links = List.copyOf(links);
        findings = List.copyOf(findings);
        toMap = List.copyOf(toMap);
    }

    /// The same with what showed itself only when it was stored.
    public ImportPlan with(List<Finding> more) {
        if (more.isEmpty()) {
            return this;
        }
        var all = new ArrayList<>(findings);
        all.addAll(more);
        return new ImportPlan(changes, references, allocations, links, authority, counts, all, toMap);
    }

    /// The council's own id of a child or an adult.
    public record Reference(Kind kind, String externalId, UUID id) {}

    /// What an external id can stand for.
    public enum Kind {
        CHILD,
        PERSON
    }

    /// That a worker is to hold a child's case.
    ///
    /// @param team the worker's team for this child, null when the file does not say
    public record Allocated(
            UUID child, String account, @Nullable String team) {}

    /// That a person's stream belongs with a child's case.
    public record PersonLink(UUID child, UUID person) {}

    /// How many records of each kind, by the words of the report: `children`, `episodes`,
    /// `assessments` … `refused` counts what the files held and was not taken.
    public record Counts(
            Map<String, Integer> taken,
            Map<String, Integer> changed,
            Map<String, Integer> unchanged,
            Map<String, Integer> refused) {}
}
