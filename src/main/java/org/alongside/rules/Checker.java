package org.alongside.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alongside.kernel.Problem;

/// Finds what can never be meant in a condition: unknown names, values that a name never holds,
/// things of different kinds compared. After it an evaluation cannot go wrong.
final class Checker {
    private static final Type FLAG = new Type.Flag();

    private final Vocabulary vocabulary;
    private final List<Problem> problems = new ArrayList<>();

    private Checker(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /// Every mistake, in the order of the text; empty when there is none.
    static List<Problem> problems(Expression whole, Vocabulary vocabulary) {
        var checker = new Checker(vocabulary);
        checker.mustBeFlag(whole);
        return List.copyOf(checker.problems);
    }

    private void mustBeFlag(Expression part) {
        type(part).filter(type -> !type.equals(FLAG)).ifPresent(type -> report(part.at(), "condition-not-yes-or-no"));
    }

    /// The type of a part; empty when it has a mistake that is reported already.
    private Optional<Type> type(Expression part) {
        return switch (part) {
            case Expression.Literal(var value, var _) -> Optional.of(typeOf(value));
            case Expression.Reference(var name, var at) -> reference(name, at);
            case Expression.Comparison comparison -> {
                compare(comparison);
                yield Optional.of(FLAG);
            }
            case Expression.Membership membership -> {
                belong(membership);
                yield Optional.of(FLAG);
            }
            case Expression.Not(var inner, var _) -> {
                mustBeFlag(inner);
                yield Optional.of(FLAG);
            }
            case Expression.All(var parts, var _) -> {
                parts.forEach(this::mustBeFlag);
                yield Optional.of(FLAG);
            }
            case Expression.Any(var parts, var _) -> {
                parts.forEach(this::mustBeFlag);
                yield Optional.of(FLAG);
            }
        };
    }

    private Optional<Type> reference(String name, Place at) {
        Optional<Type> type = vocabulary.find(name).map(Name::type);
        if (type.isEmpty()) {
            report(at, "condition-unknown-name", name);
        }
        return type;
    }

    private void compare(Expression.Comparison comparison) {
        Optional<Type> left = type(comparison.left());
        Optional<Type> right = type(comparison.right());
        if (left.isEmpty() || right.isEmpty()) {
            return;
        }
        boolean ordered = comparison.operator() == Expression.Operator.LESS
                || comparison.operator() == Expression.Operator.AT_LEAST;
        boolean comparable = left.get().getClass() == right.get().getClass()
                && !(left.get() instanceof Type.Words)
                && (!ordered || left.get() instanceof Type.Count);
        if (!comparable) {
            report(
                    comparison.at(),
                    "condition-wrong-type",
                    comparison.operator().symbol());
        } else if (left.get() instanceof Type.Word(var these) && right.get() instanceof Type.Word(var those)) {
            canMeet(comparison.left(), these, comparison.right(), those);
        }
    }

    private void belong(Expression.Membership membership) {
        Optional<Type> item = type(membership.item());
        Optional<Type> set = type(membership.set());
        if (item.isEmpty() || set.isEmpty()) {
            return;
        }
        if (item.get() instanceof Type.Word(var these) && set.get() instanceof Type.Words(var those)) {
            canMeet(membership.item(), these, membership.set(), those);
        } else {
            report(membership.at(), "condition-wrong-type", "in");
        }
    }

    /// Each literal must be something the other side can hold, and two names must share a value.
    private void canMeet(Expression left, Set<String> these, Expression right, Set<String> those) {
        if (these.isEmpty() || those.isEmpty()) {
            return;
        }
        if (right instanceof Expression.Literal) {
            unknown(right, those, these);
        } else if (left instanceof Expression.Literal) {
            unknown(left, these, those);
        } else if (Collections.disjoint(these, those)) {
            report(left.at(), "condition-never-equal");
        }
    }

    private void unknown(Expression literal, Set<String> written, Set<String> allowed) {
        written.stream()
                .filter(word -> !allowed.contains(word))
                .sorted()
                .forEach(word -> report(literal.at(), "condition-unknown-value", word));
    }

    private void report(Place at, String code, String... details) {
        problems.add(Mistake.problem(at, code, details));
    }

    private static Type typeOf(Value value) {
        return switch (value) {
            case Value.Flag _ -> FLAG;
            case Value.Count _ -> new Type.Count();
            case Value.Word(var text) -> new Type.Word(Set.of(text));
            case Value.Words(var texts) -> new Type.Words(texts);
        };
    }
}
