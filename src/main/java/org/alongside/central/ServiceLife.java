package org.alongside.central;

import org.alongside.access.Account;
import org.alongside.access.Role;
import org.alongside.central.storage.CentralDatabase;
import org.alongside.central.storage.SettingTable;
import org.alongside.kernel.Ids;

/// Whose service this is and in which unbroken life of its history it stands.
public final class ServiceLife {
    static final String COUNCIL = "council_name";
    static final String AUTHORITY = "authority_code";
    static final String LOCAL_VALUES = "local_values";
    static final String OTHER_LOAD = "other_load";

    /// Kinds of the council's own ids.
    static final String CHILD = "child";

    static final String PERSON = "person";
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
