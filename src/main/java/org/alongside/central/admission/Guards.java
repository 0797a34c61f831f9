package org.alongside.central.admission;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Role;
import org.alongside.central.directory.Links;
import org.alongside.central.storage.StreamTable.Entry;
import org.alongside.kernel.Limits;
import org.alongside.record.Operation;
import org.alongside.record.RecordState;
import org.alongside.record.RecordType;
import org.alongside.record.RecordTypes;
import org.alongside.record.StreamId;

/// Decides whether an operation may become an event. Nothing here changes anything; what it says no
/// to is parked, never dropped.
final class Guards {
    static final String CHILD_DETAILS = "child_details";
    static final String RELATIONSHIP = "relationship";
    private static final String PERSON = "person";

    /// The newest version of the bodies that this service reads.
    private static final int SCHEMA_NEWEST = 1;

    /// Who may begin the record of a child the council did not know, such as an unborn brother or
    /// sister met on a visit.
    private static final Set<Role> OPENERS =
            EnumSet.of(Role.SOCIAL_WORKER, Role.ASYE, Role.TEAM_MANAGER, Role.EDS_WORKER);

    private final RecordTypes types;
    private final SignOffGuard signOffs = new SignOffGuard();

    Guards(RecordTypes types) {
        this.types = types;
    }

    /// Judges operations that stand or fall together, in their order.
    ///
    /// @return for each that may not be applied, why; empty when all may
    Map<UUID, Reason> judge(Batch batch, List<Sent> unit) {
        var said = new HashMap<UUID, Reason>();
        var made = new HashMap<String, String>();
        for (Sent sent : unit) {
            judge(batch, sent, made).ifPresent(reason -> said.put(sent.opId(), reason));
        }
        return said;
    }

    private Optional<Reason> judge(Batch batch, Sent sent, Map<String, String> made) {
        if (batch.isFromRevoked()) {
            return Optional.of(Reason.REVOKED);
        }
        Operation operation = sent.operation();
        if (operation == null || sent.line().length > Limits.OPERATION_BYTES) {
            return Optional.of(Reason.INVALID);
        }
        if (!mayWrite(batch, operation.stream())) {
            return Optional.of(Reason.SCOPE);
        }
        if (operation.stream().kind() == StreamId.Kind.SUPERVISION) {
            Optional<Reason> between = SupervisionGuards.judge(batch, operation);
            if (between.isPresent()) {
                return between;
            }
        }
        if (buildsOnParked(batch, operation)) {
            return Optional.of(Reason.AFTER_PARKED);
        }
        Optional<Reason> said =
                operation.isAddition() ? judgeAddition(batch, operation, made) : judgeStatement(batch, operation, made);
        if (said.isEmpty() && !BodyCheck.isKeepable(operation.body())) {
            return Optional.of(Reason.INVALID);
        }
        return said;
    }

    private boolean mayWrite(Batch batch, StreamId stream) {
        return switch (stream.kind()) {
            case CASE ->
                batch.isInScope(stream)
                        || (!batch.transaction().streams().exists(stream)
                                && batch.isOpenable(stream)
                                && !batch.isHidden(stream)
                                && OPENERS.contains(batch.author().role()));
            // Written by whoever holds the case, read on no laptop (decision 8).
            case CASE_RESTRICTED -> batch.isInScope(StreamId.ofCase(stream.id())) && !batch.isHidden(stream);
            case SUPERVISION -> batch.isInScope(stream);
            case PERSON -> batch.isInScope(stream) || (batch.isLinkable(stream) && isFree(batch, stream));
            // Written by the service alone.
            case USER, REFERENCE -> false;
        };
    }

    /// Whether a person is new, or was begun by this author and belongs to nobody yet.
    private static boolean isFree(Batch batch, StreamId person) {
        if (batch.isHidden(person)) {
            return false;
        }
        if (!batch.transaction().streams().exists(person)) {
            return true;
        }
        return batch.transaction().register().casesOf(List.of(person)).isEmpty()
                && batch.transaction()
                        .streams()
                        .firstAuthor(person)
                        .filter(batch.author().name()::equals)
                        .isPresent();
    }

    private static boolean buildsOnParked(Batch batch, Operation operation) {
        var results = batch.transaction().results();
        if (operation.atomicGroup() != null && results.isGroupParked(operation.atomicGroup())) {
            return true;
        }
        boolean onParked = operation.supersedes().stream().anyMatch(batch::isParked)
                || results.find(operation.supersedes()).values().stream()
                        .anyMatch(known -> known.result().reason() != null);
        boolean recordIsThere = batch.transaction()
                .streams()
                .entry(operation.stream(), operation.record())
                .isPresent();
        return onParked
                || (!recordIsThere && results.isParked(operation.stream().toString(), operation.record()));
    }

    private Optional<Reason> judgeAddition(Batch batch, Operation operation, Map<String, String> made) {
        boolean wellFormed = operation.type().equals(operation.fieldGroup())
                && operation.why() != null
                && !operation.why().isBlank()
                && operation.supersedes().isEmpty();
        Optional<Entry> entry = entry(batch, operation, made);
        if (!wellFormed || entry.isEmpty()) {
            return Optional.of(Reason.INVALID);
        }
        if (operation.type().equals(Operation.AMENDMENT) && isWithdrawn(entry.get())) {
            return Optional.of(Reason.CLOSED);
        }
        return types.find(entry.get().type())
                        .filter(type -> mayRecord(batch, type, operation.stream()))
                        .isPresent()
                ? Optional.empty()
                : Optional.of(Reason.SCOPE);
    }

    private Optional<Reason> judgeStatement(Batch batch, Operation operation, Map<String, String> made) {
        Optional<RecordType> found = types.find(operation.type());
        if (found.isEmpty()
                || operation.schema() < 1
                || operation.schema() > SCHEMA_NEWEST
                || !hasGroup(found.get(), operation)) {
            return Optional.of(Reason.SCHEMA);
        }
        RecordType type = found.get();
        if (!(mayRecord(batch, type, operation.stream()) || signOffs.mayAuthorise(batch, operation, type))
                || !isItsPlace(type, operation.stream())) {
            return Optional.of(Reason.SCOPE);
        }
        Optional<Entry> entry = entry(batch, operation, made);
        if (!isItself(operation)
                || entry.filter(known -> !known.type().equals(type.id())).isPresent()) {
            return Optional.of(Reason.INVALID);
        }
        if (entry.filter(Guards::isWithdrawn).isPresent()) {
            return Optional.of(Reason.CLOSED);
        }
        if (type.isWhole() && (entry.isPresent() || !operation.supersedes().isEmpty())) {
            return Optional.of(Reason.SIGNED);
        }
        if (type.id().equals(RELATIONSHIP) && !mayLink(batch, operation)) {
            return Optional.of(Reason.SCOPE);
        }
        Optional<Reason> unsigned = type.signOff().flatMap(rule -> signOffs.judge(batch, operation, rule, made));
        if (unsigned.isPresent()) {
            return unsigned;
        }
        made.put(operation.stream() + " " + operation.record(), type.id());
        return Optional.empty();
    }

    private static boolean hasGroup(RecordType type, Operation operation) {
        String group = operation.fieldGroup();
        return group == null
                ? type.groups().size() == 1
                : type.fieldGroup(group).isPresent();
    }

    /// Between a worker and their supervisor it is not the role that counts but which of the two it is.
    private static boolean mayRecord(Batch batch, RecordType type, StreamId stream) {
        return stream.kind() == StreamId.Kind.SUPERVISION
                || type.recordedBy().contains(batch.author().role().word());
    }

    /// People stand in their own streams, and so does what a worker and their supervisor keep; restricted
    /// records never in a stream that everybody with the case has (practice 7, rule 3).
    private static boolean isItsPlace(RecordType type, StreamId stream) {
        boolean person = stream.kind() == StreamId.Kind.PERSON;
        boolean between = stream.kind() == StreamId.Kind.SUPERVISION;
        return person == type.id().equals(PERSON)
                && between == SupervisionGuards.isOurs(type.id())
                && (!type.restricted() || between || stream.kind() == StreamId.Kind.CASE_RESTRICTED);
    }

    /// The facts of a child are that child's record; those of a person that person's.
    private static boolean isItself(Operation operation) {
        boolean owned =
                operation.type().equals(CHILD_DETAILS) || operation.type().equals(PERSON);
        return !owned || operation.record().equals(operation.stream().id());
    }

    /// Nobody gets to see a person by naming them: a person who is there already must be in scope.
    private static boolean mayLink(Batch batch, Operation operation) {
        Optional<UUID> person = personOf(operation);
        if (person.isEmpty()) {
            return true;
        }
        StreamId stream = StreamId.ofPerson(person.get());
        return batch.isInScope(stream) || isFree(batch, stream);
    }

    private static Optional<Entry> entry(Batch batch, Operation operation, Map<String, String> made) {
        String madeNow = made.get(operation.stream() + " " + operation.record());
        return madeNow == null
                ? batch.transaction().streams().entry(operation.stream(), operation.record())
                : Optional.of(new Entry(madeNow, RecordState.State.FINISHED.word()));
    }

    private static boolean isWithdrawn(Entry entry) {
        return entry.state().equals(RecordState.State.WITHDRAWN.word());
    }

    /// Whom a relationship names, if this part of it names anyone.
    static Optional<UUID> personOf(Operation operation) {
        return Links.personOf(operation.value());
    }
}
