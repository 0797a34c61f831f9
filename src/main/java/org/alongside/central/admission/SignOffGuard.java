package org.alongside.central.admission;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alongside.record.Change;
import org.alongside.record.Operation;
import org.alongside.record.RecordFold;
import org.alongside.record.RecordType;
import org.alongside.record.SignOff;
import org.alongside.record.SignOff.Step;

/// What sign-off forbids: nobody authorises what they wrote, nobody authorises a version they have not
/// seen, and what is authorised changes no more.
final class SignOffGuard {
    private static final String AUTHORISED_BY = "authorised_by";

    /// Whether the author's role is one that takes this step, though it does not write such records.
    boolean mayAuthorise(Batch batch, Operation operation, RecordType type) {
        return type.signOff()
                .filter(rule -> isOfAuthoriser(rule, operation) || isItsDates(rule, operation))
                .filter(rule -> hasRole(batch, rule))
                .isPresent();
    }

    /// @param made what the same unit has written so far; who writes answers in it is remembered there
    Optional<Reason> judge(Batch batch, Operation operation, SignOff rule, Map<String, String> made) {
        String writing = "answers of " + operation.stream() + " " + operation.record();
        List<Change> history = batch.transaction().streams().history(operation.stream(), operation.record());
        if (isAuthorised(history, rule)) {
            return Optional.of(Reason.SIGNED);
        }
        String author = batch.author().name();
        Set<String> writers = writers(history, rule);
        if (made.containsKey(writing)) {
            writers.add(author);
        }
        if (isOfAuthoriser(rule, operation)) {
            return authoriser(batch, operation, rule, history, writers);
        }
        if (isStepOf(rule, operation) || rule.author().contains(operation.mergeUnit())) {
            made.put(writing, author);
        }
        return Optional.empty();
    }

    private static Optional<Reason> authoriser(
            Batch batch, Operation operation, SignOff rule, List<Change> history, Set<String> writers) {
        String author = batch.author().name();
        if (writers.contains(author) || isOwnAuthorisation(operation, history, author)) {
            return Optional.of(Reason.SCOPE);
        }
        boolean guided = !writers.isEmpty() || operation.mergeUnit().equals(rule.step());
        if (guided && !hasRole(batch, rule)) {
            return Optional.of(Reason.SCOPE);
        }
        boolean step = operation.mergeUnit().equals(rule.step());
        boolean unseen = step
                && !history.isEmpty()
                && !operation
                        .supersedes()
                        .containsAll(RecordFold.fold(history).heads().getOrDefault(rule.step(), List.of()).stream()
                                .map(Change::opId)
                                .toList());
        return unseen ? Optional.of(Reason.INVALID) : Optional.empty();
    }

    /// A typed record that names its own writer as who authorised it.
    private static boolean isOwnAuthorisation(Operation operation, List<Change> history, String author) {
        boolean names = operation.value().path(AUTHORISED_BY).asString("").equals(author);
        return names && (history.isEmpty() || history.getFirst().author().equals(author));
    }

    private static boolean isAuthorised(List<Change> history, SignOff rule) {
        return history.stream()
                .filter(change -> change.operation().mergeUnit().equals(rule.step()))
                .anyMatch(change -> SignOff.isAt(change.value(), Step.AUTHORISED));
    }

    /// Everyone who wrote answers, asked or sent.
    private static Set<String> writers(List<Change> history, SignOff rule) {
        var writers = new HashSet<String>();
        for (Change change : history) {
            if (rule.author().contains(change.operation().mergeUnit()) || isStepOf(rule, change.operation())) {
                writers.add(change.author());
            }
        }
        return writers;
    }

    private static boolean isStepOf(SignOff rule, Operation operation) {
        return operation.mergeUnit().equals(rule.step()) && !isOfAuthoriser(rule, operation);
    }

    private static boolean isOfAuthoriser(SignOff rule, Operation operation) {
        if (rule.authoriser().contains(operation.mergeUnit())) {
            return true;
        }
        if (operation.mergeUnit().equals(rule.step())) {
            for (Step step : Step.values()) {
                if (step.isOfAuthoriser() && SignOff.isAt(operation.value(), step)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// The dates of the record itself, which say when it was decided.
    private static boolean isItsDates(SignOff rule, Operation operation) {
        return !rule.author().contains(operation.mergeUnit())
                && !rule.step().equals(operation.mergeUnit())
                && !operation.isAddition();
    }

    private static boolean hasRole(Batch batch, SignOff rule) {
        return rule.roles().contains(batch.author().role().word());
    }
}
