package org.alongside.central;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.alongside.access.Account;
import org.alongside.access.Role;
import org.alongside.central.directory.Allocations;
import org.alongside.exchange.CodeMap;
import org.alongside.record.StreamId;

/// The smallest council a service can have: one social worker, and a case that is hers.
public final class Joanna {
    private Joanna() {}

    public static void account(CentralService service) {
        service.administration().putAccount(new Account("joanna", "Joanna", Role.SOCIAL_WORKER, null, null));
    }

    public static String code(CentralService service) {
        return service.administration().enrolCode("joanna", Duration.ofHours(1)).code();
    }

    /// An imported child allocated to her.
    ///
    /// @param folder for the file of people
    public static StreamId child(CentralService service, Path folder) throws IOException {
        Path people = Files.writeString(
                folder.resolve("people.csv"), "child_id,given_name,born,allocated_to\nC1,Ivy,2019-03-02,joanna\n");
        service.administration().importFiles(new ImportRequest("people", List.of(people), false, "", CodeMap.empty()));
        return StreamId.ofCase(service.administration().idOf("C1"));
    }

    /// The register alone: what `admin allocate` writes into the case is shown elsewhere.
    public static void allocated(CentralService service, StreamId child, String worker, Instant since) {
        var wanted = new Allocations.Wanted(child, worker, "full", Allocations.WORKER, since);
        service.engine()
                .database()
                .change(transaction -> service.engine().allocations().begin(transaction, List.of(wanted)));
    }
}
