package org.alongside.rules;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What is known when a condition is asked: values for some names of a vocabulary. The rest is
/// unset and holds what its declaration says. Immutable.
public final class Inputs {
    private final Vocabulary vocabulary;
    private final Map<String, Value> values;

    private Inputs(Vocabulary vocabulary, Map<String, Value> values) {
        this.vocabulary = vocabulary;
        this.values = Map.copyOf(values);
    }

    public static Inputs none(Vocabulary vocabulary) {
        return new Inputs(vocabulary, Map.of());
    }

    /// @throws IllegalArgumentException when the name is not declared or may not hold the value: a
    ///     fault of ours, since answers are checked before they become inputs
    public Inputs with(String name, Value value) {
        return with(Map.of(name, value));
    }

    /// Several at once, for the same faults.
    public Inputs with(Map<String, Value> more) {
        var all = new HashMap<>(values);
        more.forEach((name, value) -> {
            if (!declared(name).type().takes(value)) {
                throw new IllegalArgumentException("input " + name + " may not hold this value");
            }
            all.put(name, value);
        });
        return new Inputs(vocabulary, all);
    }

    public Inputs with(String name, boolean on) {
        return with(name, new Value.Flag(on));
    }

    public Inputs with(String name, long number) {
        return with(name, new Value.Count(number));
    }

    public Inputs with(String name, String word) {
        return with(name, new Value.Word(word));
    }

    public Inputs with(String name, Set<String> words) {
        return with(name, new Value.Words(words));
    }

    /// These inputs for conditions over another vocabulary: values of names that it declares alike
    /// are kept.
    public Inputs in(Vocabulary other) {
        var kept = new HashMap<String, Value>();
        values.forEach((name, value) -> other.find(name)
                .filter(declared -> declared.type().takes(value))
                .ifPresent(_ -> kept.put(name, value)));
        return new Inputs(other, kept);
    }

    /// These inputs, and over them what others set of the names that are declared here.
    public Inputs and(Inputs over) {
        return with(over.in(vocabulary).values);
    }

    /// What a condition sees, as words: two that read alike give it the same answer.
    public String seenBy(Condition condition) {
        return condition.names().stream()
                .sorted()
                .map(name -> name + "=" + value(name))
                .collect(Collectors.joining(";"));
    }

    /// What the name holds, set or unset.
    public Value value(String name) {
        Value set = values.get(name);
        return set == null ? declared(name).unset() : set;
    }

    public boolean flag(String name) {
        return value(name) instanceof Value.Flag(var on) && on;
    }

    public String word(String name) {
        return value(name) instanceof Value.Word(var text) ? text : "";
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    private Name declared(String name) {
        return vocabulary.find(name).orElseThrow(() -> new IllegalArgumentException("no input " + name));
    }
}
