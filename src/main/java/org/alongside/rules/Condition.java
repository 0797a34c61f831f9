package org.alongside.rules;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Problem;

/// A condition of the content (`when`, `required`), in the small language of practice 1.5: declared
/// names, `==`, `!=`, `<`, `>=`, `in`, `not in`, `and`, `or`, `not`, brackets and literals. There
/// are no calls and no loops: every condition that could be made has an answer for any inputs.
public final class Condition {
    /// The condition that never holds.
    public static final Condition NEVER = of("False", Vocabulary.of());

    private final String text;
    private final Expression expression;

    private Condition(String text, Expression expression) {
        this.text = text;
        this.expression = expression;
    }

    /// @throws BadInput with line and column, when the text is no condition or uses a name or value
    ///     that the vocabulary does not have
    public static Condition of(String text, Vocabulary vocabulary) {
        Expression expression = Parser.parse(text);
        List<Problem> problems = Checker.problems(expression, vocabulary);
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        return new Condition(text, expression);
    }

    /// Whether it is true of the inputs, whose vocabulary must be the one it was made with, or wider.
    public boolean holds(Inputs inputs) {
        return Evaluator.holds(expression, inputs);
    }

    /// The names that it asks for.
    public Set<String> names() {
        var names = new TreeSet<String>();
        collect(expression, names);
        return names;
    }

    private static void collect(Expression part, Set<String> names) {
        switch (part) {
            case Expression.Literal _ -> {}
            case Expression.Reference(var name, var _) -> names.add(name);
            case Expression.Comparison(var left, var _, var right, var _) -> {
                collect(left, names);
                collect(right, names);
            }
            case Expression.Membership(var item, var set, var _) -> {
                collect(item, names);
                collect(set, names);
            }
            case Expression.Not(var inner, var _) -> collect(inner, names);
            case Expression.All(var parts, var _) -> parts.forEach(each -> collect(each, names));
            case Expression.Any(var parts, var _) -> parts.forEach(each -> collect(each, names));
        }
    }

    public Expression expression() {
        return expression;
    }

    /// As it was written.
    @Override
    public String toString() {
        return text;
    }
}
