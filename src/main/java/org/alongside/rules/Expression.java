package org.alongside.rules;

import java.util.List;

/// A condition as it was understood: the tree that the checker types and the evaluator walks.
public sealed interface Expression {
    /// Where it begins in the text, for messages.
    Place at();

    record Literal(Value value, Place at) implements Expression {}

    record Reference(String name, Place at) implements Expression {}

    record Comparison(Expression left, Operator operator, Expression right, Place at) implements Expression {}

    /// `item in set`
    record Membership(Expression item, Expression set, Place at) implements Expression {}

    record Not(Expression inner, Place at) implements Expression {}

    record All(List<Expression> parts, Place at) implements Expression {}

    record Any(List<Expression> parts, Place at) implements Expression {}

    /// The comparisons there are; the language leaves the others out so that each thing is said one
    /// way.
    enum Operator {
        EQUAL("=="),
        DIFFERENT("!="),
        LESS("<"),
        AT_LEAST(">=");

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }
    }
}
