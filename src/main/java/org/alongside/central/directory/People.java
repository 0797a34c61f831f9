package org.alongside.central.directory;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.alongside.access.Account;
import org.alongside.central.storage.DeviceTable;
import org.alongside.central.storage.RegisterTable.Member;
import org.alongside.central.storage.Transaction;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Json;
import org.alongside.kernel.Limits;
import org.alongside.kernel.TypedText;
import org.alongside.record.StreamId;
import tools.jackson.databind.node.ObjectNode;

/// The council's accounts, and the staff directory that every laptop holds (`reference/council`).
public final class People {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_.-]{0,59}");
    private static final Set<String> TAKEN = Set.of(ServiceEvents.AUTHOR, ServiceEvents.DEVICE);

    private final Clock clock;
    private final ServiceEvents events;
    private final ScopeOrders orders;
    private final Allocations allocations;
    private final SupervisionPairs pairs;

    public People(
            Clock clock, ServiceEvents events, ScopeOrders orders, Allocations allocations, SupervisionPairs pairs) {
        this.clock = clock;
        this.events = events;
        this.orders = orders;
        this.allocations = allocations;
        this.pairs = pairs;
    }

    /// Adds accounts or changes them: display, role, team, supervisor.
    ///
    /// @throws BadInput when a name cannot be an account's; then nothing is changed
    public void put(Transaction transaction, Collection<Account> accounts) {
        put(transaction, accounts, true);
    }

    /// The same, where the staff directory came with a council's file and is written already.
    public void putUnpublished(Transaction transaction, Collection<Account> accounts) {
        put(transaction, accounts, false);
    }

    private void put(Transaction transaction, Collection<Account> accounts, boolean publish) {
        accounts.forEach(People::check);
        transaction.streams().lockOrBegin(StreamId.council());
        var affected = new TreeSet<String>();
        var supervisors = new TreeSet<String>();
        for (Account account : accounts) {
            affected.add(account.name());
            if (account.supervisor() != null) {
                supervisors.add(account.supervisor());
            }
        }
        supervisors.addAll(Allocations.supervisors(transaction, affected));
        for (String supervisor : supervisors) {
            boolean known = transaction.register().account(supervisor).isPresent() || affected.contains(supervisor);
            if (!known) {
                throw BadInput.of("account-unknown", "supervisor", "There is no account " + supervisor + ".");
            }
        }
        affected.addAll(supervisors);
        pairs.prepare(transaction, accounts);
        orders.around(transaction, affected, () -> {
            for (Account account : accounts) {
                transaction.register().putAccount(account);
                if (publish) {
                    publish(transaction, account, false);
                }
            }
            affected.forEach(account -> allocations.settleSupervision(transaction, account));
            pairs.settle(transaction, affected);
        });
    }

    /// Gives the private streams to workers and supervisors who were known before there were any.
    public void settlePairs(Transaction transaction) {
        List<Account> lacking = transaction.register().accounts().stream()
                .filter(member -> !member.isEnded())
                .map(Member::account)
                .filter(account -> account.supervisor() != null
                        && !transaction.streams().exists(StreamId.ofSupervision(account.name(), account.supervisor())))
                .toList();
        if (!lacking.isEmpty()) {
            var affected = new TreeSet<String>();
            for (Account account : lacking) {
                affected.add(account.name());
                affected.addAll(Allocations.supervisors(transaction, List.of(account.name())));
            }
            pairs.prepare(transaction, lacking);
            orders.around(transaction, affected, () -> pairs.settle(transaction, affected));
        }
    }

    private static void check(Account account) {
        if (!NAME.matcher(account.name()).matches() || TAKEN.contains(account.name())) {
            throw BadInput.of(
                    "account-name-wrong",
                    "name",
                    "An account's name has small letters, digits, dot, dash and underscore, at most 60.");
        }
        boolean wrong = account.display().isBlank()
                || account.display().length() > Limits.NAME_CHARACTERS
                || TypedText.problem(account.display()).isPresent();
        if (wrong) {
            throw BadInput.of(
                    "account-display-wrong", "display", "Say what people call them, in at most 200 characters.");
        }
    }

    /// Ends an account: it holds nothing any more, and its laptops may only hand in what they hold.
    ///
    /// @throws BadInput when there is none
    public void end(Transaction transaction, String name) {
        Member member = transaction.register().account(name).orElseThrow(() -> unknown(name));
        if (member.isEnded()) {
            return;
        }
        transaction.streams().lockOrBegin(StreamId.council());
        var held = transaction.register().lastingOf(List.of(name));
        transaction
                .streams()
                .lock(held.stream().map(allocation -> allocation.stream()).toList());
        Set<String> supervisors = Allocations.supervisors(transaction, List.of(name));
        var affected = new TreeSet<>(supervisors);
        affected.add(name);
        orders.around(transaction, affected, () -> {
            allocations.endAll(transaction, name);
            transaction.register().endAccount(name, clock.instant());
            pairs.settle(transaction, List.of(name));
            publish(transaction, member.account(), true);
            supervisors.forEach(supervisor -> allocations.settleSupervision(transaction, supervisor));
        });
        for (DeviceTable.Device device : transaction.devices().of(name)) {
            if (device.state() == DeviceTable.State.ACTIVE) {
                transaction.devices().setState(device.device(), DeviceTable.State.SALVAGE);
            }
        }
    }

    /// Keeps that an account is related to a person or child: it sees nothing of that family, and
    /// what it held of it is ordered off its laptops. Who declared what is told to nobody.
    public void declare(Transaction transaction, String account, UUID personOrChild) {
        if (transaction.register().account(account).isEmpty()) {
            throw unknown(account);
        }
        orders.around(
                transaction,
                List.of(account),
                () -> transaction.register().declare(account, StreamId.ofPerson(personOrChild)));
    }

    /// Writes what every laptop knows of the council.
    public void putCouncil(Transaction transaction, ObjectNode council) {
        transaction.streams().lockOrBegin(StreamId.council());
        events.write(transaction, StreamId.council(), recordOf("council", "council"), "council", "record", council);
    }

    private void publish(Transaction transaction, Account account, boolean ended) {
        ObjectNode value = Json.object();
        value.put("account", account.name());
        value.put("display", account.display());
        value.put("role", account.role().word());
        value.put("team", account.team());
        value.put("supervisor", account.supervisor());
        value.put("ended", ended);
        UUID record = staffRecord(transaction, account.name());
        events.write(transaction, StreamId.council(), record, "staff_member", "record", value);
    }

    /// The account's record in the staff directory: the one that a council file brought in, or its own.
    private static UUID staffRecord(Transaction transaction, String account) {
        for (UUID record : transaction.streams().recordsOf(StreamId.council(), "staff_member")) {
            boolean same = transaction
                    .streams()
                    .headValue(StreamId.council(), record, "record")
                    .map(value -> Json.MAPPER.readTree(value).path("account"))
                    .filter(found -> found.isString() && found.stringValue().equals(account))
                    .isPresent();
            if (same) {
                return record;
            }
        }
        return recordOf("staff_member", account);
    }

    private static UUID recordOf(String type, String name) {
        return UUID.nameUUIDFromBytes((type + "\n" + name).getBytes(StandardCharsets.UTF_8));
    }

    static BadInput unknown(String name) {
        return BadInput.of("account-unknown", "user", "There is no account " + name + ".");
    }
}
