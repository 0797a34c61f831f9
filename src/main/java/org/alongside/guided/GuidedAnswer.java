package org.alongside.guided;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// An answer of a guided record, about one child or adult or about the family.
public sealed interface GuidedAnswer {
    String VALUE = "value";
    String SAME_AS = "same_as";
    String WHY = "why";

    /// Nothing was answered.
    record None() implements GuidedAnswer {}

    /// Sentences, each few of one kind.
    record Written(List<Passage> passages) implements GuidedAnswer {
        public Written {
            passages = List.copyOf(passages);
        }
    }

    /// What was chosen, with words of one's own beside it.
    record Chosen(Set<String> values, Passage beside) implements GuidedAnswer {
        public Chosen {
            values = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(values));
        }
    }

    /// Another child's answer holds for this one, too, and why.
    record SameAs(String child, String why) implements GuidedAnswer {}

    /// Whatever stands there, read as far as it can be.
    static GuidedAnswer read(JsonNode node) {
        if (node.path(SAME_AS).isString()) {
            return new SameAs(node.path(SAME_AS).asString(""), node.path(WHY).asString(""));
        }
        if (node.has(VALUE)) {
            return new Chosen(values(node.path(VALUE)), Passage.read(node));
        }
        var passages = new ArrayList<Passage>();
        if (node.isArray()) {
            node.forEach(each -> passages.add(Passage.read(each)));
        } else if (node.isString() || node.isObject()) {
            passages.add(Passage.read(node));
        }
        return passages.isEmpty() ? new None() : new Written(passages);
    }

    private static Set<String> values(JsonNode value) {
        var values = new LinkedHashSet<String>();
        if (value.isString()) {
            values.add(value.stringValue());
        }
        value.forEach(each -> values.add(each.asString("")));
        return values;
    }

    default boolean isBlank() {
        return switch (this) {
            case None _ -> true;
            case Written(var passages) -> passages.stream().allMatch(Passage::isBlank);
            case Chosen(var values, var _) -> values.isEmpty();
            case SameAs(var child, var why) -> child.isBlank() || why.isBlank();
        };
    }

    /// What it rests on, each once.
    default Set<String> sources() {
        return switch (this) {
            case None _, SameAs _ -> Set.of();
            case Chosen(var _, var beside) -> new LinkedHashSet<>(beside.sources());
            case Written(var passages) ->
                passages.stream()
                        .filter(passage -> !passage.isBlank())
                        .flatMap(passage -> passage.sources().stream())
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        };
    }

    default List<Passage> passages() {
        return switch (this) {
            case None _, SameAs _ -> List.of();
            case Chosen(var _, var beside) -> beside.isBlank() ? List.of() : List.of(beside);
            case Written(var passages) -> passages;
        };
    }

    /// All its words, to count and to look in.
    default String text() {
        return passages().stream().map(Passage::text).collect(Collectors.joining("\n"));
    }
}
