package org.alongside.exchange;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.alongside.record.RecordState;
import org.alongside.record.StreamId;

/// What an import asks of the service it goes into. The service's storage answers; nothing is written
/// through it.
public interface Known {
    /// The three-digit code of the service's authority, empty while it has none.
    Optional<String> authority();

    /// The child that a council's id stands for. Ids are the only thing a child is known by: people are
    /// never joined by name or birthday.
    Optional<UUID> child(String externalId);

    /// The adult that a council's id stands for.
    Optional<UUID> person(String externalId);

    /// A record as it stands, with its history.
    Optional<RecordState> record(StreamId stream, UUID record);

    /// Whether there is such an account, and it has not ended.
    boolean isAccount(String account);

    /// Whether an account that is in use may be given a child's whole record: its role can hold cases, and
    /// nothing that is nobody else's business stands against it.
    boolean mayHold(String account, UUID child);

    /// Who supervises an account.
    Optional<String> supervisor(String account);

    /// Since when a child has an open plan, if one is open.
    Optional<LocalDate> openPlan(UUID child);
}
