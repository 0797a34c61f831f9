package org.alongside.child;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.TypedText;
import org.alongside.record.CaseLog;
import org.alongside.record.Change;
import org.alongside.record.Clashes;
import org.alongside.record.Intent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Settles a clash: one version, the other, both, or a value written now. The result is a new
/// version, signed by whoever decided, that supersedes all that stood; none is thrown away.
public final class Settling {
    private final CaseLog log;
    private final Clashes clashes;
    private final String me;

    /// @param me the account that is signed in
    public Settling(CaseLog log, Clashes clashes, String me) {
        this.log = log;
        this.clashes = clashes;
        this.me = me;
    }

    /// What to keep.
    public enum Keep {
        MINE,
        THEIRS,
        BOTH
    }

    public CaseLog.Saved keep(UUID conflict, Keep keep, String why) {
        Clashes.Clash clash = find(conflict);
        JsonNode value = switch (keep) {
            case MINE -> version(clash, true).value();
            case THEIRS -> version(clash, false).value();
            case BOTH ->
                Joining.of(clash.type(), clash.fieldGroup())
                        .join(
                                Merging.WHOLE,
                                version(clash, true).value(),
                                version(clash, false).value());
        };
        return settle(clash, value, why);
    }

    public CaseLog.Saved keepValue(UUID conflict, JsonNode value, String why) {
        return settle(find(conflict), value, why);
    }

    /// The version this user wrote, if one stands.
    public @Nullable Change mine(Clashes.Clash clash) {
        return clash.versions().stream()
                .filter(version -> version.author().equals(me))
                .reduce((first, second) -> second)
                .orElse(null);
    }

    /// The newest version that is not this user's, or the other one when both are.
    public Change theirs(Clashes.Clash clash) {
        Change mine = mine(clash);
        return clash.versions().stream()
                .filter(version -> mine == null || !version.opId().equals(mine.opId()))
                .reduce((first, second) -> second)
                .orElseGet(() -> clash.versions().getLast());
    }

    private CaseLog.Saved settle(Clashes.Clash clash, JsonNode value, String why) {
        String reason = TypedText.mended(why).strip();
        if (reason.isEmpty()) {
            throw BadInput.of("reason-missing", "why", "Say why. It stays beside the record.");
        }
        return log.save(clashes.all().stream()
                .filter(other -> isTheSame(other, clash))
                .map(same -> Intent.group(
                                same.stream(), same.record(), same.type(), same.fieldGroup(), versions(same), value)
                        .because(reason))
                .toList());
    }

    private static List<UUID> versions(Clashes.Clash clash) {
        return clash.versions().stream().map(Change::opId).toList();
    }

    /// A record that stands in several cases, such as an action for three children, clashes in each of
    /// them; one decision settles all that say the same.
    private static boolean isTheSame(Clashes.Clash other, Clashes.Clash clash) {
        return other.id().equals(clash.id())
                || (other.record().equals(clash.record())
                        && other.type().equals(clash.type())
                        && other.fieldGroup().equals(clash.fieldGroup())
                        && values(other).equals(values(clash)));
    }

    private static Set<JsonNode> values(Clashes.Clash clash) {
        return clash.versions().stream().map(Change::value).collect(Collectors.toSet());
    }

    private Change version(Clashes.Clash clash, boolean ofMine) {
        Change mine = mine(clash);
        if (ofMine && mine == null) {
            throw BadInput.of("keep-mine-none", "keep", "None of these versions is yours. Keep theirs, or write one.");
        }
        return ofMine && mine != null ? mine : theirs(clash);
    }

    private Clashes.Clash find(UUID conflict) {
        return clashes.find(conflict)
                .orElseThrow(() -> BadInput.of(
                        "conflict-unknown", "conflict", "There is no such conflict here. It may be settled already."));
    }
}
