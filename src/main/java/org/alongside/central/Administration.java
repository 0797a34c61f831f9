package org.alongside.central;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.alongside.access.Account;
import org.alongside.central.directory.Devices.IssuedCode;
import org.alongside.exchange.ImportReport;
import org.alongside.kernel.Problem;
import org.jspecify.annotations.Nullable;

/// What an administrator can do. The same for the administration API of a running service and for a
/// command that opens the database itself because none is running.
///
/// Where a child or person is asked for, the product's id and the council's own are both taken.
/// Whatever cannot be done is thrown as [org.alongside.kernel.BadInput], and nothing is changed.
public interface Administration {

    /// Adds an account, or changes it.
    void putAccount(Account account);

    /// Ends an account: it holds nothing any more, and its laptops may only hand in what they hold.
    void endAccount(String name);

    IssuedCode enrolCode(String user, Duration valid);

    List<Person> people();

    List<Held> allocations();

    List<Laptop> devices();

    List<ParkedWork> parked();

    /// @param depth `full` or `summary`
    void allocate(String child, String worker, String depth);

    void deallocate(String child, String worker);

    /// Keeps that an account is related to a person or child; told to nobody.
    void declare(String account, UUID person);

    /// @param salvage let it hand in what it holds first
    void revokeDevice(String device, boolean salvage);

    /// Follows every chain, rebuilds every record and compares.
    ///
    /// @return what is wrong; empty when all is well
    List<Problem> verify();

    /// Writes the whole log in the canonical form.
    void exportLog(OutputStream out) throws IOException;

    /// Takes files in; what kept them out stands in the report.
    ImportReport importFiles(ImportRequest request);

    String epoch();

    String newEpoch(String why);

    /// The product's id of a child or person, by that id itself or the council's.
    UUID idOf(String id);

    /// @param ended no longer here
    record Person(
            String user,
            String display,
            String role,
            @Nullable String team,
            @Nullable String supervisor,
            boolean ended) {}

    /// @param child the product's id
    /// @param externalId the council's own
    /// @param until null while it lasts
    record Held(
            String child,
            @Nullable String externalId,
            String worker,
            String depth,
            String role,
            Instant since,
            @Nullable Instant until) {}

    /// @param state `active`, `salvage` or `revoked`
    record Laptop(
            String device,
            String user,
            Instant enrolledAt,
            @Nullable Instant lastContact,
            String state) {}

    record ParkedWork(
            UUID parkedId,
            UUID opId,
            @Nullable String child,
            String author,
            String device,
            String reason,
            Instant receivedAt,
            @Nullable String decided) {}
}
