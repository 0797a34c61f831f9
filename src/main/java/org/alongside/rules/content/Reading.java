package org.alongside.rules.content;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.rules.Condition;
import org.alongside.rules.Type;
import org.alongside.rules.Value;
import org.alongside.rules.Vocabulary;
import org.jspecify.annotations.Nullable;

/// Reads one object of a content file member by member. A mistake is kept with its line and path, and
/// a harmless value stands in, so that one reading finds every mistake; what was read then is thrown
/// away. Each member must be there, `null` where it is empty; a member that nothing asks for is a
/// mistake.
final class Reading {
    private static final LocalDate NO_DAY = LocalDate.EPOCH;

    private final Located.Members at;
    private final String path;
    private final List<Problem> mistakes;
    private final Set<String> asked = new HashSet<>();

    private Reading(Located.Members at, String path, List<Problem> mistakes) {
        this.at = at;
        this.path = path;
        this.mistakes = mistakes;
    }

    static Reading of(Located.Members whole, List<Problem> mistakes) {
        return new Reading(whole, "", mistakes);
    }

    int line() {
        return at.line();
    }

    List<Problem> mistakes() {
        return mistakes;
    }

    /// A text that is not blank.
    String text(String name) {
        String text = textOrNull(name);
        if (text == null) {
            wrong(name, "text-needed");
            return "";
        }
        return text;
    }

    @Nullable
    String textOrNull(String name) {
        return switch (member(name)) {
            case null -> null;
            case Located.Nothing _ -> null;
            case Located.Text(var text, var _) when !text.isBlank() -> text;
            case Located other -> {
                wrong(name, other, "text-needed");
                yield null;
            }
        };
    }

    /// An id: lower case, digits, hyphens or underscores, or a prompt's and question's code (`PN01`).
    String id(String name) {
        String id = text(name);
        if (!id.isEmpty() && !id.matches("[a-zA-Z][a-zA-Z0-9]*([-_][a-zA-Z0-9]+)*")) {
            wrong(name, "id-needed");
        }
        return id;
    }

    int whole(String name) {
        Integer number = wholeOrNull(name);
        if (number == null && !missing(name)) {
            wrong(name, "whole-needed");
        }
        return number == null ? 0 : number;
    }

    @Nullable
    Integer wholeOrNull(String name) {
        return switch (member(name)) {
            case null -> null;
            case Located.Nothing _ -> null;
            case Located.Whole(var number, var _) when number >= 0 && number <= Integer.MAX_VALUE -> (int) number;
            case Located other -> {
                wrong(name, other, "whole-needed");
                yield null;
            }
        };
    }

    boolean flag(String name) {
        Boolean on = flagOrNull(name);
        if (on == null && !missing(name)) {
            wrong(name, "flag-needed");
        }
        return Boolean.TRUE.equals(on);
    }

    @Nullable
    Boolean flagOrNull(String name) {
        return switch (member(name)) {
            case null -> null;
            case Located.Nothing _ -> null;
            case Located.Flag(var on, var _) -> on;
            case Located other -> {
                wrong(name, other, "flag-needed");
                yield null;
            }
        };
    }

    LocalDate day(String name) {
        String text = text(name);
        try {
            return text.isEmpty() ? NO_DAY : LocalDate.parse(text);
        } catch (DateTimeException e) {
            wrong(name, "day-needed");
            return NO_DAY;
        }
    }

    @Nullable
    LocalDate dayOrNull(String name) {
        return textOrNull(name) == null ? null : day(name);
    }

    /// A word of an enumeration, as [Word] spells it.
    <E extends Enum<E>> E word(String name, Class<E> words) {
        E word = wordOrNull(name, words);
        if (word == null) {
            if (!missing(name)) {
                wrong(name, "word-needed", Word.list(words));
            }
            return words.getEnumConstants()[0];
        }
        return word;
    }

    <E extends Enum<E>> @Nullable E wordOrNull(String name, Class<E> words) {
        String text = textOrNull(name);
        if (text == null) {
            return null;
        }
        E word = Word.find(words, text);
        if (word == null) {
            wrong(name, "word-unknown", text, Word.list(words));
            return words.getEnumConstants()[0];
        }
        return word;
    }

    List<String> texts(String name) {
        var texts = new ArrayList<String>();
        for (Located item : items(name)) {
            if (item instanceof Located.Text(var text, var _)) {
                texts.add(text);
            } else {
                wrong(name, item, "text-needed");
            }
        }
        return List.copyOf(texts);
    }

    /// Texts each of which names something that is there.
    List<String> names(String name, Collection<String> known, String what) {
        List<String> texts = texts(name);
        for (Located item : items(name)) {
            if (item instanceof Located.Text(var text, var _) && !known.contains(text)) {
                wrong(name, item, "name-unknown", text, Texts.of("rules.content.what." + what));
            }
        }
        return texts;
    }

    List<Integer> wholes(String name) {
        var numbers = new ArrayList<Integer>();
        for (Located item : items(name)) {
            if (item instanceof Located.Whole(var number, var _)) {
                numbers.add((int) number);
            } else {
                wrong(name, item, "whole-needed");
            }
        }
        return List.copyOf(numbers);
    }

    /// An object whose members are whole numbers, under names that may be anything.
    Map<String, Integer> counts(String name) {
        var counts = new LinkedHashMap<String, Integer>();
        if (member(name) instanceof Located.Members inner) {
            Reading reading = new Reading(inner, below(name), mistakes);
            inner.members().keySet().forEach(key -> counts.put(key, reading.whole(key)));
        } else if (!missing(name)) {
            wrong(name, "object-needed");
        }
        return counts;
    }

    /// A list of objects, each read in the same way.
    <T> List<T> list(String name, Function<Reading, T> each) {
        var all = new ArrayList<T>();
        int index = 0;
        for (Located item : items(name)) {
            if (item instanceof Located.Members inner) {
                Reading reading = new Reading(inner, below(name) + "[" + index + "]", mistakes);
                all.add(each.apply(reading));
                reading.close();
            } else {
                wrong(name, item, "object-needed");
            }
            index++;
        }
        return List.copyOf(all);
    }

    /// A list of objects in which no two have the same id.
    <T> List<T> list(String name, Function<Reading, T> each, Function<T, String> id) {
        var seen = new HashSet<String>();
        return list(name, reading -> {
            T one = each.apply(reading);
            if (!seen.add(id.apply(one))) {
                reading.wrongHere("twice", id.apply(one));
            }
            return one;
        });
    }

    <T> @Nullable T objectOrNull(String name, Function<Reading, T> read) {
        return switch (member(name)) {
            case null -> null;
            case Located.Nothing _ -> null;
            case Located.Members inner -> {
                Reading reading = new Reading(inner, below(name), mistakes);
                T value = read.apply(reading);
                reading.close();
                yield value;
            }
            case Located other -> {
                wrong(name, other, "object-needed");
                yield null;
            }
        };
    }

    /// An object that must be there.
    ///
    /// @param none stands in where it is not
    <T> T object(String name, Function<Reading, T> read, Supplier<T> none) {
        T value = objectOrNull(name, read);
        if (value == null) {
            if (!missing(name)) {
                wrong(name, "object-needed");
            }
            return none.get();
        }
        return value;
    }

    /// Says that a member will be read later.
    void asked(String name) {
        asked.add(name);
    }

    /// A condition over the names of a vocabulary.
    Condition condition(String name, Vocabulary vocabulary) {
        Condition condition = conditionOrNull(name, vocabulary);
        if (condition == null && !missing(name)) {
            wrong(name, "condition-needed");
        }
        return condition == null ? Condition.NEVER : condition;
    }

    @Nullable
    Condition conditionOrNull(String name, Vocabulary vocabulary) {
        String text = textOrNull(name);
        if (text == null) {
            return null;
        }
        try {
            return Condition.of(text, vocabulary);
        } catch (BadInput refused) {
            refused.problems()
                    .forEach(problem ->
                            mistakes.add(new Problem(problem.code(), below(name), problem.message(), line(name))));
            return Condition.NEVER;
        }
    }

    /// What an input holds while nothing has set it; null stands for the quiet value.
    Value unset(String name, Type type) {
        return switch (member(name)) {
            case null -> type.quiet();
            case Located.Nothing _ -> type.quiet();
            case Located.Flag(var on, var _) -> new Value.Flag(on);
            case Located.Whole(var number, var _) -> new Value.Count(number);
            case Located.Text(var word, var _) -> new Value.Word(word);
            case Located other -> {
                wrong(name, other, "unset-wrong");
                yield type.quiet();
            }
        };
    }

    /// That the file does not say what it is.
    Problem noHeader() {
        return new Problem("content-member-missing", "header", Texts.of("rules.content.member-missing", "header"), 1);
    }

    /// Says that a member names something that is not there.
    void known(String name, @Nullable String value, Collection<String> known, String what) {
        if (value != null && !value.isEmpty() && !known.contains(value)) {
            wrong(name, "name-unknown", value, Texts.of("rules.content.what." + what));
        }
    }

    void wrong(String name, String code, Object... arguments) {
        add(below(name), line(name), code, arguments);
    }

    private void wrongHere(String code, Object... arguments) {
        add(path, at.line(), code, arguments);
    }

    /// Names every member that was not asked for.
    void close() {
        at.members().forEach((name, value) -> {
            if (!asked.contains(name)) {
                wrong(name, value, "member-unknown");
            }
        });
    }

    private void wrong(String name, Located value, String code, Object... arguments) {
        add(below(name), value.line(), code, arguments);
    }

    private void add(String field, int line, String code, Object... arguments) {
        var mistake = new Problem("content-" + code, field, Texts.of("rules.content." + code, arguments), line);
        if (!mistakes.contains(mistake)) {
            mistakes.add(mistake);
        }
    }

    private List<Located> items(String name) {
        Located value = member(name);
        if (value instanceof Located.Items(var items, var _)) {
            return items;
        }
        if (value != null) {
            wrong(name, value, "list-needed");
        }
        return List.of();
    }

    private @Nullable Located member(String name) {
        asked.add(name);
        Located value = at.members().get(name);
        if (value == null) {
            add(path.isEmpty() ? name : path, at.line(), "member-missing", name);
        }
        return value;
    }

    /// Whether a member is there, of the few that may be left out.
    boolean has(String name) {
        return at.members().containsKey(name);
    }

    private boolean missing(String name) {
        return !at.members().containsKey(name);
    }

    private int line(String name) {
        Located value = at.members().get(name);
        return value == null ? at.line() : value.line();
    }

    private String below(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
