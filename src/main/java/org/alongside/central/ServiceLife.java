package org.alongside.central;

import java.time.Clock;
import org.alongside.access.Account;
import org.alongside.access.Role;
import org.alongside.central.storage.CentralDatabase;
import org.alongside.central.storage.SettingTable;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Ids;
import org.alongside.kernel.Texts;

/// Whose service this is and in which unbroken life of its history it stands.
public final class ServiceLife {
    static final String COUNCIL = "council_name";
    static final String AUTHORITY = "authority_code";
    static final String LOCAL_VALUES = "local_values";
    static final String OTHER_LOAD = "other_load";

    /// Kinds of the council's own ids.
    static final String CHILD = "child";

    static final String PERSON = "person";

    /// A setting that is there in a service that was begun for trying.
    static final String DEMONSTRATION = "demonstration";

    static final String LEASE_DAYS = "lease_days";
    private static final String LEASE_DAYS_PRODUCT = "7";

    private final CentralDatabase database;
    private final Ids ids;
    private volatile String epoch;

    ServiceLife(CentralDatabase database, Ids ids) {
        this.database = database;
        this.ids = ids;
        epoch = database.write(transaction ->
                transaction.settings().findOrPut(SettingTable.EPOCH, ids.next().toString()));
    }

    public String tenant() {
        return database.tenant();
    }

    public String epoch() {
        return epoch;
    }

    /// Begins a new epoch: laptops compare what they hold and give back what this service forgot.
    String newEpoch(String why) {
        String begun = ids.next().toString();
        database.change(transaction -> {
            transaction.settings().put(SettingTable.EPOCH, begun);
            transaction.settings().put("epoch_why", why);
        });
        epoch = begun;
        return begun;
    }

    /// What the council is called; empty until it has said so.
    public String council() {
        return database.read(transaction -> transaction.settings().find(COUNCIL).orElse(""));
    }

    /// Whether what is here was begun for trying: from a council file, or with a clock that was asked
    /// for. Whatever else it holds is a council's own.
    public boolean isDemonstration() {
        return database.read(transaction -> transaction.settings().find(DEMONSTRATION))
                .isPresent();
    }

    /// Lets an asked clock in where there is nothing that it could date wrongly.
    ///
    /// @throws BadInput when the service holds a council's own data
    void acceptClock(Clock clock, boolean empty) {
        if (!Clocks.isAsked(clock) || isDemonstration()) {
            return;
        }
        if (!empty) {
            throw BadInput.of("clock-refused", "clock", Texts.of("store.clock-refused"));
        }
        database.change(transaction -> transaction.settings().put(DEMONSTRATION, "true"));
    }

    /// Days for which a laptop may be read without contact.
    public int leaseDays() {
        return Integer.parseInt(database.read(
                transaction -> transaction.settings().find(LEASE_DAYS).orElse(LEASE_DAYS_PRODUCT)));
    }

    /// The account behind a laptop, one that has ended too.
    public Account account(String name) {
        return database.read(transaction -> transaction
                .register()
                .account(name)
                .map(member -> member.account())
                .orElseGet(() -> new Account(name, name, Role.RECORDS_OFFICER, null, null)));
    }
}
