package org.alongside.planted.caseload;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;

/// Offends 7: today of the machine, by call and by reference.
public class CaseloadDay {
    public LocalDate today() {
        return LocalDate.now();
    }

    public Supplier<UUID> id() {
        return UUID::randomUUID;
    }
}
