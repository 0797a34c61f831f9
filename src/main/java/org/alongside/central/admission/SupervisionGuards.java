package org.alongside.central.admission;

import java.util.Optional;
import java.util.Set;
import org.alongside.central.directory.SupervisionPairs;
import org.alongside.record.Operation;
import org.alongside.record.Sealing;
import tools.jackson.databind.JsonNode;

/// What may be written between a worker and their supervisor (practice 4.5, 4.6): each signs for
/// themselves, neither can change or take away the other's words, and words come sealed or not at all.
final class SupervisionGuards {
    private static final String SESSION = "supervision_session";
    private static final String RECORD = "record";
    private static final String WORKER_SIGNED = "worker_signed";
    private static final String SUPERVISOR_SIGNED = "supervisor_signed";
    private static final Set<String> OURS = Set.of(SESSION, Sealing.PAIR, Sealing.LAPTOP, Sealing.KEY, Sealing.WORDS);

    private SupervisionGuards() {}

    /// Whether a record type stands in such a stream and nowhere else.
    static boolean isOurs(String type) {
        return OURS.contains(type);
    }

    /// @return why not; empty when nothing speaks against it here
    static Optional<Reason> judge(Batch batch, Operation operation) {
        if (operation.isAddition()) {
            return Optional.of(Reason.SIGNED);
        }
        boolean may = switch (operation.type()) {
            case SESSION -> isForThem(batch, operation);
            case Sealing.LAPTOP -> isItself(batch, operation);
            case Sealing.KEY -> isSealed(operation.value());
            case Sealing.WORDS -> isSealed(operation.value());
            // Written by the service alone.
            default -> false;
        };
        return may ? Optional.empty() : Optional.of(Reason.SCOPE);
    }

    private static boolean isForThem(Batch batch, Operation operation) {
        String group = operation.fieldGroup() == null ? RECORD : operation.fieldGroup();
        String side = batch.placeIn(operation.stream());
        return switch (group) {
            case RECORD, SUPERVISOR_SIGNED -> side.equals(SupervisionPairs.SUPERVISES);
            case WORKER_SIGNED -> side.equals(SupervisionPairs.SUPERVISED);
            default -> false;
        };
    }

    /// A laptop announces itself and no other.
    private static boolean isItself(Batch batch, Operation operation) {
        return operation.value().path("device").asString("").equals(batch.device());
    }

    /// Nothing beside the seal: what stands there in clear is refused, whoever wrote the program.
    private static boolean isSealed(JsonNode value) {
        return value.path("sealed").isString()
                && value.path("key").isString()
                && value.propertyNames().stream().allMatch(Sealing.SEALED_MEMBERS::contains);
    }
}
