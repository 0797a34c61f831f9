package org.alongside.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.alongside.rules.Content;
import org.alongside.rules.content.ContentFile;
import org.alongside.rules.content.ContentFile.LinterRule;
import org.alongside.rules.content.ContentReader;
import org.jspecify.annotations.Nullable;

/// What the linter knows: its word sets, questions, numbers and targets, compiled from the content.
final class LinterWords {
    private final Map<String, ContentFile.WordSet> sets;
    private final ContentFile.PlanLinter linter;
    private final Map<String, LinterRule> rules;

    final Phrases vague;
    final Phrases weakVerbs;
    final Phrases services;
    final Phrases measures;
    final Pattern measurePattern;
    final Phrases dates;
    final Phrases activities;
    final Phrases labels;
    final Phrases shortForms;
    final Phrases neverFires;
    final Phrases alone;
    final Phrases everyChild;
    final Set<String> genericWho;
    final Set<String> notADate;

    LinterWords(ContentFile.WordSets words, ContentFile.PlanLinter linter) {
        this.sets = words.sets().stream().collect(Collectors.toMap(ContentFile.WordSet::set, set -> set));
        this.linter = linter;
        this.rules = linter.rules().stream().collect(Collectors.toMap(LinterRule::code, rule -> rule));
        vague = Phrases.of(set("vague"));
        weakVerbs = Phrases.withEndings(set("weak_verb"));
        services = Phrases.of(set("generic_service"));
        measures = Phrases.of(set("measure"));
        String pattern = found("measure").pattern();
        measurePattern = Pattern.compile(pattern == null ? "(?!)" : pattern);
        dates = Phrases.asWritten(set("date_word"));
        activities = Phrases.withEndings(set("activity_outcome"));
        labels = Phrases.of(set("labels"));
        shortForms = Phrases.asWritten(set("short_forms"));
        neverFires = Phrases.of(set("never_fires"));
        alone = Phrases.of(set("alone_word"));
        everyChild = Phrases.of(set("every_child"));
        genericWho = small("generic_who");
        notADate = small("not_a_date");
    }

    static LinterWords shipped() {
        return Shipped.WORDS;
    }

    private List<String> set(String name) {
        return found(name).words();
    }

    private ContentFile.WordSet found(String name) {
        return there(sets.get(name), name);
    }

    private static <T> T there(@Nullable T part, String name) {
        if (part == null) {
            throw new IllegalStateException("the linter's content has no " + name);
        }
        return part;
    }

    private Set<String> small(String name) {
        var small = new HashSet<String>();
        set(name).forEach(word -> small.add(word.toLowerCase(Locale.ROOT)));
        return small;
    }

    LinterRule rule(String code) {
        return there(rules.get(code), code);
    }

    int number(String name) {
        return there(linter.numbers().get(name), name);
    }

    Map<String, Integer> syllables() {
        return linter.syllables();
    }

    /// The highest reading age that a document may have.
    int limit(String document) {
        return linter.targets().stream()
                .filter(target -> target.document().equals(document))
                .mapToInt(ContentFile.ReadingTarget::to)
                .findFirst()
                .orElseThrow();
    }

    /// Whether a text has a number or says how often.
    boolean measures(String text) {
        return measurePattern.matcher(text).find() || measures.isIn(text);
    }

    private static final class Shipped {
        private static final LinterWords WORDS = new LinterWords(
                (ContentFile.WordSets) ContentReader.read(Content.text("practice/plan-linter-word-sets.json")),
                (ContentFile.PlanLinter) ContentReader.read(Content.text("practice/plan-linter.json")));
    }
}
