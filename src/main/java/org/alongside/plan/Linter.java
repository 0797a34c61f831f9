package org.alongside.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.alongside.plan.Action.Part;
import org.alongside.plan.Prose.Span;

/// Asks the questions of practice 3.2 about a plan. It marks words and asks; it never rewrites. A plan
/// of 200 actions takes it a few milliseconds, so that it can run at every key.
public final class Linter {
    /// What stands between names in `who`.
    static final String BETWEEN_NAMES = "\\s*(?:[,/;&]|\\band\\b)\\s*";

    private static final Pattern NAMES = Pattern.compile(BETWEEN_NAMES, Pattern.CASE_INSENSITIVE);
    private static final Pattern AND = Pattern.compile("(?i)(?<![\\p{L}\\p{N}])and(?![\\p{L}\\p{N}])");
    private static final Pattern THE = Pattern.compile("^the\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern EXPLAINED = Pattern.compile("\\p{L}+\\s+\\(([A-Z][A-Z0-9]+)\\)");

    private final LinterWords words;

    Linter(LinterWords words) {
        this.words = words;
    }

    /// The linter with the words that are shipped.
    public static Linter shipped() {
        return new Linter(LinterWords.shipped());
    }

    /// The highest reading age that a family's plan should have.
    public static int highestReadingAge() {
        return LinterWords.shipped().limit("family_plan");
    }

    /// Every question, action by action and then about the whole plan.
    ///
    /// @param today for a plan that is not agreed yet
    public List<Finding> check(Plan plan, LocalDate today) {
        var findings = new ArrayList<Finding>();
        var given = new Given(plan, today);
        for (int at = 0; at < plan.actions().size(); at++) {
            action(given, at, findings);
        }
        new WholePlan(words).check(plan, today, findings);
        return findings;
    }

    /// The questions about one action.
    public List<Finding> check(Plan plan, int at, LocalDate today) {
        var findings = new ArrayList<Finding>();
        action(new Given(plan, today), at, findings);
        return findings;
    }

    /// What is the same for all actions of a plan.
    private final class Given {
        final Plan plan;
        final LocalDate today;
        final Phrases children;
        final Phrases names;
        final Set<String> explained;
        final int readingLimit;

        Given(Plan plan, LocalDate today) {
            this.plan = plan;
            this.today = today;
            this.children =
                    Phrases.of(plan.children().stream().map(Plan.Child::name).toList());
            this.names = Phrases.asWritten(plan.names());
            this.explained = explainedForms(plan);
            this.readingLimit = words.limit(plan.kind().document());
        }
    }

    private static Set<String> explainedForms(Plan plan) {
        var forms = new HashSet<String>();
        for (Action action : plan.actions()) {
            for (Part part : List.of(Part.TEXT, Part.OUTCOME, Part.IF_NOT, Part.PROVIDER)) {
                String text = action.part(part);
                if (text.indexOf('(') >= 0) {
                    EXPLAINED.matcher(text).results().forEach(found -> forms.add(found.group(1)));
                }
            }
        }
        return forms;
    }

    private void action(Given given, int at, List<Finding> findings) {
        Action action = given.plan.actions().get(at);
        var found = new Found(words, action, at, findings);
        who(action, found);
        by(given, action, found);
        text(given, action, found);
        outcome(given, action, found);
        if (action.ifNot().isBlank()) {
            found.add("PL11", Part.IF_NOT);
        }
        sentences(action, found);
        labels(action, found);
        if (action.carriedForward() >= words.number("carried_forward")) {
            found.add("PL17", Part.CARRIED_FORWARD, List.of(), Map.of("n", String.valueOf(action.carriedForward())));
        }
    }

    private void who(Action action, Found found) {
        String who = action.who().strip();
        if (who.isEmpty()) {
            found.add("PL01", Part.WHO);
            return;
        }
        boolean generic = isGeneric(who) || Arrays.stream(NAMES.split(who)).anyMatch(this::isGeneric);
        if (generic) {
            found.whole("PL01", Part.WHO);
        }
    }

    private boolean isGeneric(String name) {
        String bare = THE.matcher(name.strip()).replaceFirst("").toLowerCase(Locale.ROOT);
        return words.genericWho.contains(bare);
    }

    private void by(Given given, Action action, Found found) {
        Optional<LocalDate> due = due(given.plan, action, given.today);
        if (due.isEmpty()) {
            found.whole("PL02", Part.BY);
            return;
        }
        LocalDate review = given.plan.nextReview();
        boolean before = due.get().isBefore(given.plan.agreed(action, given.today));
        if (before || (review != null && due.get().isAfter(review))) {
            found.whole("PL03", Part.BY);
        }
    }

    /// The day an action is due by, if what is written is one.
    public static Optional<LocalDate> due(Plan plan, Action action, LocalDate today) {
        String by = action.by().strip();
        if (by.isEmpty() || LinterWords.shipped().notADate.contains(by.toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        return ByDate.read(by, plan.agreed(action, today));
    }

    private void text(Given given, Action action, Found found) {
        String said = Prose.blank(action.text(), Prose.quoted(action.text()));
        String open = Prose.blank(said, exempt(action, said));
        found.add("PL04", Part.TEXT, words.vague.in(open));
        var weak = new ArrayList<Span>();
        List<Span> verbs = words.weakVerbs.in(open);
        if (!verbs.isEmpty()) {
            for (Span sentence : Prose.sentences(said)) {
                if (!words.measures(sentence.of(said))) {
                    verbs.stream().filter(sentence::meets).forEach(weak::add);
                }
            }
        }
        found.add("PL05", Part.TEXT, weak);
        if (action.provider().isBlank() || action.frequency().isBlank()) {
            found.add("PL06", Part.TEXT, words.services.in(open));
        }
        var forms = new ArrayList<Span>();
        for (Span form : words.shortForms.in(said)) {
            if (!given.explained.contains(form.of(said))) {
                forms.add(form);
            }
        }
        found.add("PL14", Part.TEXT, forms);
        if (Prose.words(said).size() >= words.number("hard_to_read_words")) {
            int age = Readability.of(given.names.replaceIn(said, "Sam"), List.of(), words.syllables())
                    .about();
            if (age > given.readingLimit) {
                found.add(
                        "PL16",
                        Part.TEXT,
                        List.of(),
                        Map.of("n", String.valueOf(age), "limit", String.valueOf(given.readingLimit)));
            }
        }
    }

    /// What never fires, and a service that is called by its name.
    private List<Span> exempt(Action action, String text) {
        var spans = new ArrayList<>(words.neverFires.in(text));
        if (!action.provider().isBlank()) {
            spans.addAll(Phrases.of(List.of(action.provider())).in(text));
        }
        return spans;
    }

    private void outcome(Given given, Action action, Found found) {
        String outcome = action.outcome();
        if (outcome.isBlank()) {
            found.add("PL07", Part.OUTCOME);
            return;
        }
        List<Span> quoted = Prose.quoted(outcome);
        if (quoted.isEmpty() && !words.measures(outcome) && !words.dates.isIn(outcome)) {
            found.whole("PL08", Part.OUTCOME);
        }
        if (!given.children.isIn(outcome)) {
            found.whole("PL09", Part.OUTCOME);
        }
        String said = Prose.blank(outcome, quoted);
        List<Span> pieces = Prose.pieces(said);
        int first = Math.min(words.number("outcome_first_words"), pieces.size());
        if (first > 0) {
            String start = said.substring(0, pieces.get(first - 1).end());
            found.add("PL10", Part.OUTCOME, words.activities.in(start));
        }
    }

    private void sentences(Action action, Found found) {
        for (Part part : List.of(Part.TEXT, Part.OUTCOME, Part.IF_NOT)) {
            String text = action.part(part);
            String said = Prose.blank(text, Prose.quoted(text));
            var tooLong = new ArrayList<Span>();
            var several = new ArrayList<Span>();
            for (Span sentence : Prose.sentences(said)) {
                String one = sentence.of(said);
                int length = Prose.pieces(one).size();
                if (length > words.number("long_sentence_words")) {
                    tooLong.add(sentence);
                }
                if (part == Part.TEXT
                        && length > words.number("and_sentence_words")
                        && Prose.all(AND, one).size() >= words.number("ands")) {
                    several.add(sentence);
                }
            }
            found.add("PL12", part, tooLong);
            found.add("PL13", part, several);
        }
    }

    private void labels(Action action, Found found) {
        for (Part part : Part.values()) {
            if (part != Part.CARRIED_FORWARD) {
                String text = action.part(part);
                found.add("PL15", part, words.labels.in(Prose.blank(text, Prose.quoted(text))));
            }
        }
    }
}
