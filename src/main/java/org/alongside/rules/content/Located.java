package org.alongside.rules.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Json;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// A JSON value that knows its line, so that a mistake can say where it stands.
sealed interface Located {
    /// From 1.
    int line();

    record Members(SequencedMap<String, Located> members, int line) implements Located {}

    record Items(List<Located> items, int line) implements Located {}

    record Text(String text, int line) implements Located {}

    record Whole(long number, int line) implements Located {}

    /// A number with a fraction, or one that no count of ours reaches.
    record Fraction(double number, int line) implements Located {}

    record Flag(boolean on, int line) implements Located {}

    record Nothing(int line) implements Located {}

    /// Reads a whole text as one object.
    ///
    /// @throws BadInput with the line at which it stops being JSON, or being an object
    static Members read(String text) {
        try (JsonParser parser = Json.MAPPER.createParser(text)) {
            parser.nextToken();
            Located whole = value(parser);
            if (whole instanceof Members members && parser.nextToken() == null) {
                return members;
            }
            throw notAnObject(parser.currentTokenLocation().getLineNr());
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw new BadInput(List.of(Problem.of("json-not-readable", Texts.of("rules.content.not-json"))
                    .inLine(line)));
        }
    }

    private static BadInput notAnObject(int line) {
        return new BadInput(List.of(Problem.of("json-not-object", Texts.of("rules.content.not-object"))
                .inLine(Math.max(1, line))));
    }

    private static Located value(JsonParser parser) {
        int line = parser.currentTokenLocation().getLineNr();
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw notAnObject(line);
        }
        return switch (token) {
            case START_OBJECT -> new Members(members(parser), line);
            case START_ARRAY -> new Items(items(parser), line);
            case VALUE_STRING -> new Text(parser.getString(), line);
            case VALUE_NUMBER_INT -> whole(parser, line);
            case VALUE_NUMBER_FLOAT -> new Fraction(parser.getDoubleValue(), line);
            case VALUE_TRUE -> new Flag(true, line);
            case VALUE_FALSE -> new Flag(false, line);
            default -> new Nothing(line);
        };
    }

    private static Located whole(JsonParser parser, int line) {
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? new Fraction(parser.getDoubleValue(), line)
                : new Whole(parser.getLongValue(), line);
    }

    private static SequencedMap<String, Located> members(JsonParser parser) {
        var members = new LinkedHashMap<String, Located>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, value(parser));
        }
        return members;
    }

    private static List<Located> items(JsonParser parser) {
        var items = new ArrayList<Located>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
        }
        return items;
    }
}
