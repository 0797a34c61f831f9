package org.alongside.exchange.council;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.alongside.access.Account;
import org.alongside.access.Role;
import org.alongside.kernel.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Who works with a family, now and before: records in the case, and who may hold it today.
final class AllocationPart {
    private final StaffPart staff;
    private final Dating dating;
    private final Gathered gathered;

    AllocationPart(StaffPart staff, Dating dating, Gathered gathered) {
        this.staff = staff;
        this.dating = dating;
        this.gathered = gathered;
    }

    void read(Family family) {
        history(family);
        now(family, "allocated", "worker");
        now(family, "supervisor", "supervisor");
        now(family, "reviewer", "reviewer");
    }

    private void history(Family family) {
        for (JsonNode stint : family.part("worker_history")) {
            String worker = stint.path("worker").stringValue();
            int from = stint.path("from_d").intValue();
            for (Family.Member child : family.about(stint)) {
                record(family, child, worker, "social_worker", from, Gathered.number(stint.path("to_d")));
            }
        }
    }

    /// The worker and the supervisor also see a summary of the brothers and sisters who are not open.
    ///
    /// @param named the scenario's member that names the account
    private void now(Family family, String named, String role) {
        Optional<Account> found = staff.find(family.part(named));
        if (found.isEmpty()) {
            return;
        }
        Account account = found.get();
        Set<Family.Member> listed = new HashSet<>();
        LocalDate since = null;
        for (JsonNode stint : family.part("worker_history")) {
            if (stint.path("worker").stringValue().equals(account.name())
                    && !stint.path("to_d").isIntegralNumber()) {
                since = dating.day(stint.path("from_d").intValue());
                listed.addAll(family.about(stint));
            }
        }
        for (Family.Member child : family.open()) {
            gathered.allocated(new CouncilLoad.Allocated(
                    child.uuid(), account.name(), CouncilLoad.Depth.FULL, role, listed.contains(child) ? since : null));
            if (!listed.contains(child)) {
                record(family, child, account.name(), recorded(role, account.role()), null, null);
            }
        }
        if (!role.equals("reviewer")) {
            for (Family.Member child : family.children()) {
                if (!child.open()) {
                    gathered.allocated(new CouncilLoad.Allocated(
                            child.uuid(), account.name(), CouncilLoad.Depth.SUMMARY, role, null));
                }
            }
        }
    }

    private void record(
            Family family,
            Family.Member child,
            String worker,
            String role,
            @Nullable Integer from,
            @Nullable Integer to) {
        ObjectNode begun = Json.object().put("worker", worker);
        staff.find(Json.tree(worker, JsonNode.class)).map(Account::team).ifPresent(team -> begun.put("team", team));
        begun.put("role", role);
        if (from != null) {
            begun.put("from_on", dating.day(from).toString());
        }
        var record = gathered.id("allocation", child.id(), worker, role, from == null ? "" : from.toString());
        gathered.group(
                child.stream(),
                record,
                "allocation",
                "record",
                begun,
                BroughtIn.COUNCIL,
                from == null ? family.firstKept(child) : dating.kept(dating.day(from)));
        if (to != null) {
            gathered.group(
                    child.stream(),
                    record,
                    "allocation",
                    "ended",
                    Json.object().put("to_on", dating.day(to).toString()),
                    BroughtIn.COUNCIL,
                    dating.kept(dating.day(to)));
        }
    }

    /// The role of the record type that comes nearest.
    private static String recorded(String role, Role account) {
        return switch (role) {
            case "worker" -> account == Role.FAMILY_SUPPORT_WORKER ? "family_help_lead" : "social_worker";
            case "reviewer" -> account == Role.CP_CHAIR ? "chair" : account == Role.IRO ? "reviewing_officer" : "other";
            default -> "other";
        };
    }
}
