package org.alongside.plan;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.alongside.plan.Action.Part;
import org.alongside.plan.Finding.Mark;
import org.alongside.plan.Prose.Span;
import org.alongside.rules.content.ContentFile.LinterRule;
import org.jspecify.annotations.Nullable;

/// Gathers the questions about one action, or about the whole plan, in the words of the content.
final class Found {
    private final LinterWords words;
    private final @Nullable Action action;
    private final int at;
    private final List<Finding> into;

    Found(LinterWords words, @Nullable Action action, int at, List<Finding> into) {
        this.words = words;
        this.action = action;
        this.at = at;
        this.into = into;
    }

    /// Something is missing.
    void add(String code, Part part) {
        add(code, part, List.of(), Map.of());
    }

    /// All that is written there, blank or not.
    void whole(String code, Part part) {
        String text = text(part);
        int start = text.length() - text.stripLeading().length();
        int end = text.stripTrailing().length();
        add(code, part, start < end ? List.of(new Span(start, end)) : List.of(), Map.of());
    }

    /// Some words; nothing when there are none.
    void add(String code, Part part, List<Span> spans) {
        if (!spans.isEmpty()) {
            add(code, part, spans, Map.of());
        }
    }

    void add(String code, Part part, List<Span> spans, Map<String, String> filled) {
        LinterRule rule = words.rule(code);
        String text = text(part);
        List<String> marked =
                spans.stream().map(span -> span.of(text)).distinct().toList();
        var with = new TreeMap<>(filled);
        with.put("word", String.join("\", \"", marked));
        into.add(new Finding(
                code,
                rule.level(),
                at,
                part,
                "actions[" + at + "]." + part.word(),
                spans.stream().map(span -> new Mark(span.start(), span.end())).toList(),
                marked.stream().collect(Collectors.joining(", ")),
                fill(rule.question(), with),
                fill(rule.why(), with),
                action != null && action.explains(code)));
    }

    /// About the whole plan.
    static Finding plan(
            LinterWords words, String code, Plan plan, String where, String text, Map<String, String> with) {
        LinterRule rule = words.rule(code);
        return new Finding(
                code,
                rule.level(),
                -1,
                null,
                where,
                List.of(),
                text,
                fill(rule.question(), with),
                fill(rule.why(), with),
                plan.said().explains(code));
    }

    private String text(Part part) {
        return action == null ? "" : action.part(part);
    }

    /// Puts the found words in.
    private static String fill(String pattern, Map<String, String> with) {
        String filled = pattern;
        for (var entry : with.entrySet()) {
            filled = filled.replace("{" + entry.getKey() + "}", entry.getValue());
        }
        return filled;
    }
}
