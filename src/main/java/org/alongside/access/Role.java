package org.alongside.access;

import java.util.Locale;
import java.util.Optional;

/// The roles of practice 7 and of the council file.
public enum Role {
    SOCIAL_WORKER,
    ASYE,
    FAMILY_SUPPORT_WORKER,
    TEAM_MANAGER,
    IRO,
    CP_CHAIR,
    SERVICE_MANAGER,
    PRINCIPAL_SOCIAL_WORKER,
    EDS_WORKER,
    ADMIN,
    RECORDS_OFFICER;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> find(String word) {
        for (Role role : values()) {
            if (role.word().equals(word)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
