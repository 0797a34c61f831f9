package org.alongside.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.alongside.kernel.BadInput;

/// Cuts the text of a condition into tokens.
final class Lexer {
    private static final Set<String> SYMBOLS = Set.of("==", "!=", ">=", "<", "(", ")", ",");

    /// More digits than a count of days, people or visits will ever have, and well inside a long.
    private static final int DIGITS_MAX = 9;

    private final String text;
    private int index;
    private int line = 1;
    private int lineStart;

    private Lexer(String text) {
        this.text = text;
    }

    /// @throws BadInput with line and column at the first character that belongs to no token
    static List<Token> tokens(String text) {
        var lexer = new Lexer(text);
        var tokens = new ArrayList<Token>();
        Token token;
        do {
            token = lexer.next();
            tokens.add(token);
        } while (token.kind() != Token.Kind.END);
        return tokens;
    }

    private Token next() {
        skipSpace();
        Place at = new Place(line, index - lineStart + 1);
        if (index == text.length()) {
            return new Token(Token.Kind.END, "", at);
        }
        char first = text.charAt(index);
        if (first == '\'') {
            return quoted(at);
        }
        if (isDigit(first)) {
            String digits = run(Lexer::isDigit);
            if (digits.length() > DIGITS_MAX) {
                throw Mistake.at(at, "condition-number-too-long", String.valueOf(DIGITS_MAX));
            }
            return new Token(Token.Kind.NUMBER, digits, at);
        }
        if (isLetter(first)) {
            return new Token(Token.Kind.NAME, run(c -> isLetter(c) || isDigit(c)), at);
        }
        return symbol(at);
    }

    private Token quoted(Place at) {
        int end = text.indexOf('\'', index + 1);
        if (end < 0 || text.substring(index, end).indexOf('\n') >= 0) {
            throw Mistake.at(at, "condition-text-open");
        }
        String inside = text.substring(index + 1, end);
        index = end + 1;
        return new Token(Token.Kind.TEXT, inside, at);
    }

    private Token symbol(Place at) {
        for (int length = 2; length > 0; length--) {
            int end = index + length;
            if (end <= text.length() && SYMBOLS.contains(text.substring(index, end))) {
                index = end;
                return new Token(Token.Kind.SYMBOL, text.substring(end - length, end), at);
            }
        }
        throw Mistake.at(at, "condition-character", Character.toString(text.codePointAt(index)));
    }

    private void skipSpace() {
        while (index < text.length() && (text.charAt(index) == ' ' || text.charAt(index) == '\n')) {
            if (text.charAt(index++) == '\n') {
                line++;
                lineStart = index;
            }
        }
    }

    private String run(java.util.function.IntPredicate belongs) {
        int start = index;
        while (index < text.length() && belongs.test(text.charAt(index))) {
            index++;
        }
        return text.substring(start, index);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }
}
