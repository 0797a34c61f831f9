package org.alongside.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// Facts of which two versions stand that did not know of each other (`sync.md` 2.2, Conflicts). They
/// wait for a person; nothing is merged by machine.
public interface Clashes {
    List<Clash> all();

    default Optional<Clash> find(UUID id) {
        return all().stream().filter(clash -> clash.id().equals(id)).findFirst();
    }

    /// @param since when the second version arrived here
    /// @param before the version that both replaced; a missing node when there was none
    record Clash(
            UUID id,
            StreamId stream,
            UUID record,
            String type,
            String fieldGroup,
            Instant since,
            JsonNode before,
            List<Change> versions) {
        public Clash {
            versions = List.copyOf(versions);
        }
    }
}
