package org.alongside.central;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.alongside.central.directory.Allocations;
import org.alongside.central.storage.Transaction;
import org.alongside.child.Plans;
import org.alongside.exchange.Known;
import org.alongside.kernel.Clocks;
import org.alongside.record.Change;
import org.alongside.record.RecordFold;
import org.alongside.record.RecordState;
import org.alongside.record.StreamId;

/// What an import asks of the records that it goes into.
final class KnownHere implements Known {
    private final Transaction transaction;
    private final java.time.Clock clock;

    KnownHere(Transaction transaction, java.time.Clock clock) {
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Optional<String> authority() {
        return transaction.settings().find(ServiceLife.AUTHORITY).filter(code -> !code.isEmpty());
    }

    @Override
    public Optional<UUID> child(String externalId) {
        return transaction.settings().idOf(ServiceLife.CHILD, externalId);
    }

    @Override
    public Optional<UUID> person(String externalId) {
        return transaction.settings().idOf(ServiceLife.PERSON, externalId);
    }

    @Override
    public Optional<RecordState> record(StreamId stream, UUID record) {
        var history = transaction.streams().history(stream, record);
        return history.isEmpty() ? Optional.empty() : Optional.of(RecordFold.fold(history));
    }

    @Override
    public boolean isAccount(String account) {
        return transaction
                .register()
                .account(account)
                .filter(member -> !member.isEnded())
                .isPresent();
    }

    @Override
    public boolean mayHold(String account, UUID child) {
        return Allocations.mayHold(transaction, account, StreamId.ofCase(child));
    }

    @Override
    public Optional<String> supervisor(String account) {
        return transaction
                .register()
                .account(account)
                .map(member -> member.account().supervisor());
    }

    @Override
    public Optional<LocalDate> openPlan(UUID child) {
        StreamId stream = StreamId.ofCase(child);
        var periods = new ArrayList<Plans.Period>();
        for (String type : Plans.TYPES) {
            for (UUID record : transaction.streams().recordsOf(stream, type)) {
                java.util.List<Change> history = transaction.streams().history(stream, record);
                Plans.period(RecordFold.fold(history)).ifPresent(periods::add);
            }
        }
        return Plans.highest(periods, Clocks.today(clock)).map(Plans.Period::start);
    }
}
