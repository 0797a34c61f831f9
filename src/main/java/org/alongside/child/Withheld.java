package org.alongside.child;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.alongside.kernel.Texts;
import org.alongside.record.CaseLog;
import org.alongside.record.Change;
import org.alongside.record.RecordState;
import org.alongside.record.StreamId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What must not leave the record: addresses and telephone numbers of children and of people in their
/// lives that are marked as withheld, now or at any time before. Wherever such words stand in a text,
/// also one that somebody typed, they are taken out.
public final class Withheld {
    private static final List<String> WHERE = List.of("lines", "address", "postcode", "phones", "number");
    /// Shorter words are no address and would hit anything.
    private static final int SHORTEST = 4;

    private final @Nullable Pattern words;

    private Withheld(@Nullable Pattern words) {
        this.words = words;
    }

    /// Reads the whole history of the cases and of the people in them.
    public static Withheld around(Collection<UUID> ofChildren, CaseLog log, Children children) {
        var streams = new LinkedHashSet<StreamId>();
        for (UUID child : ofChildren) {
            streams.add(StreamId.ofCase(child));
            children.family(child).forEach(one -> streams.add(StreamId.ofCase(one.id())));
            children.people(child).forEach(person -> {
                streams.add(StreamId.ofPerson(person.person()));
                if (person.hasCase()) {
                    streams.add(StreamId.ofCase(person.person()));
                }
            });
        }
        var secret = new HashSet<String>();
        var open = new HashSet<String>();
        for (StreamId stream : streams) {
            for (RecordState record : log.records(stream)) {
                for (Change change : record.history()) {
                    walk(change.value(), secret, open);
                }
            }
        }
        secret.removeAll(open);
        return of(secret);
    }

    static Withheld of(Set<String> secret) {
        if (secret.isEmpty()) {
            return new Withheld(null);
        }
        String any = secret.stream()
                .sorted(java.util.Comparator.comparingInt(String::length).reversed())
                .map(Withheld::loosely)
                .collect(Collectors.joining("|"));
        return new Withheld(Pattern.compile(
                "(?<![\\p{L}\\p{N}])(?:" + any + ")(?:[\\s,;]*(?:" + any + "))*(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    /// Whether a text has such words.
    public boolean isIn(String text) {
        return words != null && words.matcher(text).find();
    }

    /// The text without them, a note in their place.
    public String without(String text) {
        return words == null
                ? text
                : words.matcher(text).replaceAll(Matcher.quoteReplacement(Texts.of("child.withheld-here")));
    }

    private static void walk(JsonNode node, Set<String> secret, Set<String> open) {
        if (node.isObject() && node.has("withheld")) {
            Set<String> into = node.path("withheld").booleanValue(false) ? secret : open;
            WHERE.forEach(name -> leaves(node.path(name), into));
        }
        node.forEach(one -> walk(one, secret, open));
    }

    private static void leaves(JsonNode node, Set<String> into) {
        if (node.isString()) {
            node.stringValue()
                    .lines()
                    .map(line -> line.strip().toLowerCase(Locale.UK))
                    .filter(line -> line.length() >= SHORTEST)
                    .forEach(into::add);
        }
        node.forEach(one -> leaves(one, into));
    }

    /// As people type it: any space or none between words.
    private static String loosely(String line) {
        return java.util.Arrays.stream(line.split("\\s+")).map(Pattern::quote).collect(Collectors.joining("[\\s,]*"));
    }
}
