package org.alongside.guided;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.alongside.rules.Content;
import tools.jackson.databind.JsonNode;

/// What facts of guided records are read from, and the words that ask for a second look: content.
///
/// @param deadlineRules by record type the rule that says by when it is due
/// @param concernKinds kinds of chronology event that are a worry
/// @param newerDays events from this many days before the record began on are "now"
/// @param parentWords a relation with one of these is a parent or carer
/// @param planFollows outcomes after which a plan comes
/// @param planCategory harms of a protection plan's category
/// @param factors harms of an assessment's factors
/// @param harmWords harms that words in free text name
/// @param answerFacts facts that an answer of another form decides
public record GuidedSettings(
        Map<String, String> deadlineRules,
        Set<String> concernKinds,
        int newerDays,
        List<String> parentWords,
        Set<String> planFollows,
        Map<String, Set<String>> planCategory,
        Map<String, String> factors,
        Map<String, String> harmWords,
        List<AnswerFact> answerFacts,
        int injuryDays,
        int episodeDays,
        Check hope,
        Check fear) {
    /// @param words an answer that begins with one of these makes the fact true
    public record AnswerFact(String fact, String question, List<String> words) {}

    /// Words to look at again in the answers of some questions.
    public record Check(Set<String> questions, List<String> words) {
        /// Those that stand in a text, in the order of this list.
        public List<String> in(String text) {
            String small = " " + text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}']+", " ") + " ";
            return words.stream()
                    .filter(word -> small.contains(" " + word + " "))
                    .toList();
        }
    }

    private static final GuidedSettings SHIPPED = read(Content.tree("guided-settings.json"));

    public static GuidedSettings shipped() {
        return SHIPPED;
    }

    static GuidedSettings read(JsonNode file) {
        var categories = new LinkedHashMap<String, Set<String>>();
        file.path("plan_category")
                .properties()
                .forEach(entry -> categories.put(entry.getKey(), new LinkedHashSet<>(texts(entry.getValue()))));
        var facts = new ArrayList<AnswerFact>();
        file.path("answer_facts")
                .forEach(entry -> facts.add(new AnswerFact(
                        entry.path("fact").stringValue(),
                        entry.path("question").stringValue(),
                        texts(entry.path("words")))));
        return new GuidedSettings(
                map(file.path("deadline_rules")),
                new LinkedHashSet<>(texts(file.path("concern_kinds"))),
                file.path("newer_days").intValue(),
                texts(file.path("parent_words")),
                new LinkedHashSet<>(texts(file.path("plan_follows"))),
                categories,
                map(file.path("factors")),
                map(file.path("harm_words")),
                List.copyOf(facts),
                file.path("injury_days").intValue(),
                file.path("episode_days").intValue(),
                check(file.path("hope")),
                check(file.path("fear")));
    }

    /// The harms that words of a text name.
    public Set<String> harmsIn(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        var harms = new LinkedHashSet<String>();
        harmWords.forEach((word, harm) -> {
            if (small.contains(word)) {
                harms.add(harm);
            }
        });
        return harms;
    }

    private static Check check(JsonNode node) {
        return new Check(new LinkedHashSet<>(texts(node.path("questions"))), texts(node.path("words")));
    }

    private static Map<String, String> map(JsonNode node) {
        var map = new LinkedHashMap<String, String>();
        node.properties()
                .forEach(entry -> map.put(entry.getKey(), entry.getValue().stringValue()));
        return map;
    }

    private static List<String> texts(JsonNode node) {
        var texts = new ArrayList<String>();
        node.forEach(each -> texts.add(each.stringValue()));
        return List.copyOf(texts);
    }
}
