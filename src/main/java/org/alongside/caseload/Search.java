package org.alongside.caseload;

import java.text.BreakIterator;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alongside.child.ChildSummary;
import org.alongside.child.Children;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.SearchWords;
import org.alongside.kernel.Texts;
import org.alongside.kernel.TypedText;
import org.alongside.record.CaseLog;
import org.alongside.record.Passages;
import org.alongside.record.Passages.Passage;
import org.alongside.record.RecordState;
import org.alongside.record.RecordType;
import org.alongside.record.RecordTypes;
import org.alongside.record.WordIndex;
import org.jspecify.annotations.Nullable;

/// Finds what this laptop holds: children and people by name, places, and the words of records. Each
/// result says in words why it is there. Nothing withheld, restricted or private is among them.
public final class Search {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final String DETAILS = "child_details";

    /// Characters of the sentence that a result shows around the word.
    private static final int SNIPPET = 110;

    private final Children children;
    private final WordIndex index;
    private final CaseLog log;
    private final RecordTypes types;
    private final Passages passages;

    public Search(Children children, WordIndex index, CaseLog log, RecordTypes types, Passages passages) {
        this.children = children;
        this.index = index;
        this.log = log;
        this.types = types;
        this.passages = passages;
    }

    /// What a result is, in the order in which the kinds are listed.
    public enum Kind {
        CHILD,
        PERSON,
        PLACE,
        VISIT,
        NOTE,
        CHRONOLOGY,
        ASSESSMENT,
        PLAN,
        LIFE_STORY,
        RECORD;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// For a person to read.
        public String words() {
            return Texts.of("caseload.search.kind." + word());
        }
    }

    /// @param id of the child, person or record
    /// @param child in whose record it is
    /// @param type of the record; of a child or person empty
    /// @param title one line: what and whose
    /// @param why why it was found: a relation, the sentence with the word
    public record Found(Kind kind, UUID id, UUID child, String type, String title, String why) {}

    /// Everything, the nearest kinds first.
    public List<Found> all(String typed, int most) {
        var found = new ArrayList<>(names(typed, most));
        found.addAll(words(typed, most));
        return found.stream().limit(most).toList();
    }

    /// Children and people of that name or number.
    public List<Found> names(String typed, int most) {
        return children.search(typed, most).stream()
                .map(match -> new Found(
                        match.kind().equals("child") ? Kind.CHILD : Kind.PERSON,
                        match.id(),
                        match.child(),
                        "",
                        TypedText.isolated(match.title()),
                        match.why().equals(match.kind()) ? "" : match.why()))
                .toList();
    }

    /// Places and records with these words; the latest first within a kind.
    public List<Found> words(String typed, int most) {
        List<String> wanted = SearchWords.of(typed);
        if (wanted.stream().allMatch(word -> word.codePointCount(0, word.length()) < 2)) {
            return List.of();
        }
        Map<String, List<WordIndex.Hit>> records = new LinkedHashMap<>();
        // A record of three children stands in three streams: asked for more, so that enough are left.
        index.find(wanted, most * 3)
                .forEach(hit -> records.computeIfAbsent(
                                hit.type().equals(DETAILS)
                                        ? hit.stream() + hit.part()
                                        : hit.record().toString(),
                                key -> new ArrayList<>())
                        .add(hit));
        var found = new ArrayList<Found>();
        // Read once: a look at each child would be most of the time that a search takes.
        Map<UUID, ChildSummary> here = new HashMap<>();
        if (!records.isEmpty()) {
            children.all().forEach(child -> here.put(child.id(), child));
        }
        for (List<WordIndex.Hit> same : records.values()) {
            if (found.size() < most) {
                found(same, wanted, here).ifPresent(found::add);
            }
        }
        return found.stream()
                .sorted(java.util.Comparator.comparing(Found::kind))
                .toList();
    }

    private Optional<Found> found(List<WordIndex.Hit> same, List<String> wanted, Map<UUID, ChildSummary> here) {
        WordIndex.Hit hit = same.getFirst();
        UUID child = hit.stream().id();
        var names = new LinkedHashSet<String>();
        for (WordIndex.Hit one : same) {
            ChildSummary of = here.get(one.stream().id());
            if (of != null) {
                names.add(TypedText.isolated(of.shortName()));
            }
        }
        Optional<RecordState> state = log.find(hit.stream(), hit.record());
        if (names.isEmpty() || state.isEmpty()) {
            return Optional.empty();
        }
        List<Passage> said = passages.of(state.get()).getOrDefault(hit.part(), List.of());
        String title = Texts.of(
                hit.happenedAt() == null ? "caseload.search.title" : "caseload.search.title-day",
                what(hit),
                String.join(", ", names),
                hit.happenedAt() == null ? "" : day(hit.happenedAt()));
        return Optional.of(new Found(kind(hit), hit.record(), child, hit.type(), title, snippet(said, wanted)));
    }

    private String what(WordIndex.Hit hit) {
        return hit.type().equals(DETAILS)
                ? Texts.of("caseload.search.fact." + hit.part())
                : types.find(hit.type()).map(RecordType::title).orElse(hit.type());
    }

    private Kind kind(WordIndex.Hit hit) {
        return switch (hit.type()) {
            case DETAILS ->
                hit.part().equals("pen_picture") || hit.part().equals("communication") ? Kind.RECORD : Kind.PLACE;
            case "home", "address" -> Kind.PLACE;
            case "visit" -> Kind.VISIT;
            case "case_note" -> Kind.NOTE;
            case "chronology_entry" -> Kind.CHRONOLOGY;
            case "life_story_entry" -> Kind.LIFE_STORY;
            default -> {
                String group = types.find(hit.type()).map(RecordType::group).orElse("");
                yield hit.type().endsWith("_plan") || hit.type().equals("action")
                        ? Kind.PLAN
                        : group.equals("assessment") || hit.type().endsWith("_assessment")
                                ? Kind.ASSESSMENT
                                : Kind.RECORD;
            }
        };
    }

    private static String day(@Nullable String at) {
        try {
            return at == null
                    ? ""
                    : DAY.format(at.length() == 10 ? LocalDate.parse(at) : Clocks.day(Clocks.moment(at)));
        } catch (DateTimeException e) {
            return "";
        }
    }

    /// The sentence with most of the words, cut around the first of them.
    static String snippet(List<Passage> said, List<String> wanted) {
        String best = "";
        int most = 0;
        for (Passage passage : said) {
            var sentences = BreakIterator.getSentenceInstance(Locale.UK);
            sentences.setText(passage.text());
            int from = sentences.first();
            for (int to = sentences.next(); to != BreakIterator.DONE; from = to, to = sentences.next()) {
                String sentence = passage.text().substring(from, to).strip();
                int held = held(sentence, wanted);
                if (held > most) {
                    most = held;
                    best = sentence;
                }
            }
        }
        return TypedText.isolated(around(best.replaceAll("\\s+", " "), wanted));
    }

    private static int held(String sentence, List<String> wanted) {
        String words = SearchWords.between(List.of(sentence));
        return (int) wanted.stream().filter(word -> words.contains(" " + word)).count();
    }

    /// A long sentence is cut at words, with the first word that was looked for inside.
    private static String around(String sentence, List<String> wanted) {
        if (sentence.length() <= SNIPPET) {
            return sentence;
        }
        String[] words = sentence.split(" ");
        int at = 0;
        while (at < words.length - 1 && held(words[at], wanted) == 0) {
            at++;
        }
        int from = at;
        int to = at + 1;
        int length = words[at].length();
        while (length < SNIPPET && (from > 0 || to < words.length)) {
            if (from > 0 && (at - from <= to - at || to == words.length)) {
                length += words[--from].length() + 1;
            } else {
                length += words[to++].length() + 1;
            }
        }
        String cut = String.join(" ", java.util.Arrays.asList(words).subList(from, to));
        return (from > 0 ? "… " : "") + TypedText.shortened(cut, SNIPPET * 2) + (to < words.length ? " …" : "");
    }
}
