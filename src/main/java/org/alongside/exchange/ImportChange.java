package org.alongside.exchange;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alongside.record.Intent;
import org.alongside.record.StreamId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One change that an import intends: a new version of one field group.
///
/// @param supersedes the versions it stands in place of; a worker's version is not among them, so
///     that a difference becomes a clash for a person and not a loss
/// @param keptOn the day it was true or was kept, for the event's time; null when the file does not say
public record ImportChange(
        StreamId stream,
        UUID record,
        String type,
        String fieldGroup,
        JsonNode value,
        List<UUID> supersedes,
        @Nullable LocalDate keptOn) {
    public ImportChange {
        supersedes = List.copyOf(supersedes);
    }

    /// As the record's own kind of wish; whoever stores it stamps it as brought in.
    public Intent intent() {
        return Intent.group(stream, record, type, fieldGroup, supersedes, value);
    }
}
