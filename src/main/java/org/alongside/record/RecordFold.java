package org.alongside.record;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Turns a record's history into its present state. The same function serves the laptop, the
/// service and every rebuild; it looks at nothing but the history it is given.
///
/// Heads follow `sync.md` 2.2: heads := (heads − superseded) ∪ {op}, and a version once superseded
/// stays superseded whatever the order of arrival.
public final class RecordFold {
    private static final Comparator<Change> ACCEPTED_FIRST = Comparator.comparing(
                    (Change change) -> change.rev() == null ? Long.MAX_VALUE : change.rev())
            .thenComparing(change -> change.operation().deviceSeq());

    private RecordFold() {}

    /// @param history every step of one record, in any order; at least one
    public static RecordState fold(List<Change> history) {
        var steps = new ArrayList<>(history);
        steps.sort(ACCEPTED_FIRST);
        var heads = new LinkedHashMap<String, List<Change>>();
        var superseded = new HashSet<UUID>();
        var additions = new ArrayList<Change>();
        var seen = new HashSet<UUID>();
        var once = new ArrayList<Change>();
        String type = "";
        for (Change change : steps) {
            if (!seen.add(change.opId())) {
                continue;
            }
            once.add(change);
            Operation operation = change.operation();
            if (operation.isAddition()) {
                additions.add(change);
                continue;
            }
            if (type.isEmpty()) {
                type = operation.type();
            }
            superseded.addAll(operation.supersedes());
            heads.computeIfAbsent(operation.mergeUnit(), unit -> new ArrayList<>())
                    .add(change);
        }
        heads.values().forEach(versions -> versions.removeIf(version -> superseded.contains(version.opId())));
        Change first = once.getFirst();
        Map<String, List<Change>> settled = new LinkedHashMap<>();
        heads.forEach((unit, versions) -> settled.put(unit, List.copyOf(versions)));
        return new RecordState(
                first.operation().stream(),
                first.operation().record(),
                type,
                Collections.unmodifiableMap(settled),
                List.copyOf(additions),
                List.copyOf(once));
    }
}
