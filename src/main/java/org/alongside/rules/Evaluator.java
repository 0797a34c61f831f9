package org.alongside.rules;

/// Answers a checked condition.
final class Evaluator {
    private Evaluator() {}

    static boolean holds(Expression part, Inputs inputs) {
        return value(part, inputs).equals(new Value.Flag(true));
    }

    private static Value value(Expression part, Inputs inputs) {
        return switch (part) {
            case Expression.Literal(var value, var _) -> value;
            case Expression.Reference(var name, var _) -> inputs.value(name);
            case Expression.Comparison(var left, var operator, var right, var _) ->
                flag(compare(value(left, inputs), operator, value(right, inputs)));
            case Expression.Membership(var item, var set, var _) ->
                flag(belongs(value(item, inputs), value(set, inputs)));
            case Expression.Not(var inner, var _) -> flag(!holds(inner, inputs));
            case Expression.All(var parts, var _) -> flag(parts.stream().allMatch(each -> holds(each, inputs)));
            case Expression.Any(var parts, var _) -> flag(parts.stream().anyMatch(each -> holds(each, inputs)));
        };
    }

    private static boolean compare(Value left, Expression.Operator operator, Value right) {
        return switch (operator) {
            case EQUAL -> left.equals(right);
            case DIFFERENT -> !left.equals(right);
            case LESS -> number(left) < number(right);
            case AT_LEAST -> number(left) >= number(right);
        };
    }

    private static boolean belongs(Value item, Value set) {
        return item instanceof Value.Word(var word) && set instanceof Value.Words(var words) && words.contains(word);
    }

    private static long number(Value value) {
        if (value instanceof Value.Count(var number)) {
            return number;
        }
        throw new IllegalStateException("a condition was asked with another vocabulary than it was checked with");
    }

    private static Value flag(boolean on) {
        return new Value.Flag(on);
    }
}
