package org.alongside.access;

import java.util.List;
import java.util.Optional;

/// The council's staff directory and settings as this laptop last had them (`reference/council`).
public interface Staff {
    List<Account> all();

    Optional<Account> find(String name);

    /// What to call an account: its display name, or the bare name when the directory lacks it.
    default String displayOf(String name) {
        return find(name).map(Account::display).orElse(name);
    }

    Council council();

    /// @param dutyPhone whom to ring when a child is in danger, offline too; empty when not set
    record Council(String name, String dutyName, String dutyPhone, String authorityCode) {}
}
