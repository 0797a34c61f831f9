package org.alongside.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Limits;

/// Reads a condition into its tree. Binding, tightest first: comparison, `not`, `and`, `or`
/// (practice 1.5). Brackets and `not` nest at most [Limits#CONDITION_DEPTH] deep.
final class Parser {
    private static final Set<String> KEYWORDS = Set.of("and", "or", "not", "in");

    private final List<Token> tokens;
    private int next;
    private int depth;

    private Parser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /// @throws BadInput when the text is no condition, at the first place where it goes wrong
    static Expression parse(String text) {
        if (text.length() > Limits.CONDITION_CHARACTERS) {
            throw Mistake.at(new Place(1, 1), "condition-too-long", String.valueOf(Limits.CONDITION_CHARACTERS));
        }
        var parser = new Parser(Lexer.tokens(text));
        Expression whole = parser.any();
        if (parser.peek().kind() != Token.Kind.END) {
            throw parser.unexpected();
        }
        return whole;
    }

    private Expression any() {
        Place at = deeper();
        var parts = new ArrayList<Expression>(List.of(all()));
        while (took("or")) {
            parts.add(all());
        }
        depth--;
        return parts.size() == 1 ? parts.getFirst() : new Expression.Any(List.copyOf(parts), at);
    }

    private Expression all() {
        Place at = peek().at();
        var parts = new ArrayList<Expression>(List.of(negation()));
        while (took("and")) {
            parts.add(negation());
        }
        return parts.size() == 1 ? parts.getFirst() : new Expression.All(List.copyOf(parts), at);
    }

    private Expression negation() {
        if (!peek().is("not")) {
            return comparison();
        }
        Place at = deeper();
        next++;
        Expression inner = negation();
        depth--;
        return new Expression.Not(inner, at);
    }

    private Expression comparison() {
        Expression left = operand();
        Place at = peek().at();
        if (took("in")) {
            return new Expression.Membership(left, set(), at);
        }
        if (peek().is("not") && tokens.get(next + 1).is("in")) {
            next += 2;
            return new Expression.Not(new Expression.Membership(left, set(), at), at);
        }
        Optional<Expression.Operator> operator = Stream.of(Expression.Operator.values())
                .filter(one -> took(one.symbol()))
                .findFirst();
        return operator.isEmpty() ? left : new Expression.Comparison(left, operator.get(), operand(), at);
    }

    private Expression operand() {
        Token token = peek();
        switch (token.kind()) {
            case NUMBER -> {
                next++;
                return new Expression.Literal(new Value.Count(Long.parseLong(token.text())), token.at());
            }
            case TEXT -> {
                next++;
                return new Expression.Literal(new Value.Word(token.text()), token.at());
            }
            case NAME -> {
                return name();
            }
            case SYMBOL, END -> {
                if (!took("(")) {
                    throw unexpected();
                }
                Expression inner = any();
                expect(")");
                return inner;
            }
        }
        throw unexpected();
    }

    private Expression name() {
        Token token = peek();
        if (KEYWORDS.contains(token.text())) {
            throw unexpected();
        }
        next++;
        return switch (token.text()) {
            case "True" -> new Expression.Literal(new Value.Flag(true), token.at());
            case "False" -> new Expression.Literal(new Value.Flag(false), token.at());
            default -> new Expression.Reference(token.text(), token.at());
        };
    }

    /// What stands after `in`: a bracketed list of texts, or the name of a set.
    private Expression set() {
        Token token = peek();
        if (token.kind() == Token.Kind.NAME) {
            return name();
        }
        expect("(");
        var texts = new LinkedHashSet<String>();
        do {
            if (peek().kind() != Token.Kind.TEXT) {
                throw unexpected();
            }
            texts.add(tokens.get(next++).text());
        } while (took(","));
        expect(")");
        return new Expression.Literal(new Value.Words(texts), token.at());
    }

    private Place deeper() {
        Place at = peek().at();
        if (++depth > Limits.CONDITION_DEPTH) {
            throw Mistake.at(at, "condition-too-deep", String.valueOf(Limits.CONDITION_DEPTH));
        }
        return at;
    }

    private Token peek() {
        return tokens.get(next);
    }

    private boolean took(String symbol) {
        if (!peek().is(symbol)) {
            return false;
        }
        next++;
        return true;
    }

    private void expect(String symbol) {
        if (!took(symbol)) {
            throw Mistake.at(peek().at(), "condition-expected", symbol);
        }
    }

    private BadInput unexpected() {
        Token token = peek();
        return token.kind() == Token.Kind.END
                ? Mistake.at(token.at(), "condition-ends-early")
                : Mistake.at(token.at(), "condition-unexpected", token.text());
    }
}
