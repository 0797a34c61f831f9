package org.alongside.rules.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Problem;
import org.alongside.rules.Name;
import org.alongside.rules.PracticeInputs;
import org.alongside.rules.Type;
import org.alongside.rules.Value;
import org.alongside.rules.Vocabulary;
import org.alongside.rules.content.ContentFile.Header;
import org.alongside.rules.content.ContentFile.Prompt.Phase;

/// Reads one content file into its type, or says everything that is wrong with it.
public final class ContentReader {
    /// Plans in the words of practice 1.5.
    static final List<String> PLANS = List.of("S47", "CP", "CLA", "PF", "CIN");

    private final Reading in;

    private ContentReader(Reading in) {
        this.in = in;
    }

    /// @throws BadInput with the line of every mistake
    public static ContentFile read(String text) {
        var mistakes = new ArrayList<Problem>();
        Reading whole = Reading.of(Located.read(text), mistakes);
        Header header = whole.objectOrNull("header", ContentReader::header);
        if (header == null) {
            throw new BadInput(mistakes.isEmpty() ? List.of(whole.noHeader()) : mistakes);
        }
        ContentFile file = new ContentReader(whole).of(header);
        if (!(file instanceof ContentFile.ProgramFile)) {
            whole.close();
        }
        if (!mistakes.isEmpty()) {
            throw new BadInput(mistakes);
        }
        return file;
    }

    private static Header header(Reading in) {
        return new Header(
                in.word("kind", ContentFile.Kind.class),
                in.id("id"),
                in.whole("version"),
                in.text("title"),
                in.text("source"),
                in.text("regularised"),
                in.has("effective_from") ? in.day("effective_from") : null);
    }

    private ContentFile of(Header header) {
        return switch (header.kind()) {
            case PROMPTS -> prompts(header);
            case FORM -> new ContentFile.Form(header, in.list("questions", ContentReader::question, q -> q.id()));
            case FIELDS -> new ContentFile.FieldList(header, in.list("fields", this::field, f -> f.field()));
            case ENTRY_FIELDS ->
                new ContentFile.EntryFields(header, in.list("fields", ContentReader::entryField, f -> f.field()));
            case INPUTS -> new ContentFile.InputList(header, in.list("inputs", ContentReader::input, n -> n.id()));
            case WORD_SETS -> new ContentFile.WordSets(header, in.list("sets", ContentReader::words, s -> s.set()));
            case PLAN_LINTER -> planLinter(header);
            case NEGLECT_PICTURE ->
                new ContentFile.NeglectPicture(
                        header, in.list("threads", ContentReader::thread, thread -> thread.thread()));
            case DELEGATED_AUTHORITY ->
                new ContentFile.DelegatedAuthority(
                        header, in.list("decisions", ContentReader::decision, decision -> decision.id()));
            case HOLIDAYS -> holidays(header);
            case RULES -> new RuleReader(in).book(header);
            case VISIT_ORDER -> new RuleReader(in).order(header);
            case SEEN_ALONE -> seenAlone(header);
            case SUPERVISION -> SupervisionReader.read(in, header);
            case PROGRAM -> new ContentFile.ProgramFile(header);
        };
    }

    private ContentFile prompts(Header header) {
        List<ContentFile.Prompt> prompts = in.list("prompts", ContentReader::prompt, prompt -> prompt.id());
        List<String> ids = prompts.stream().map(ContentFile.Prompt::id).toList();
        List<String> once = in.names("asked_once_for_the_family", ids, "prompt");
        var caps = new LinkedHashMap<Phase, Integer>();
        in.objectOrNull("most_shown", most -> {
            for (Phase phase : Phase.values()) {
                caps.put(phase, most.whole(Word.of(phase)));
            }
            return most;
        });
        return new ContentFile.PromptBank(header, once, Map.copyOf(caps), prompts);
    }

    private static ContentFile.Prompt prompt(Reading in) {
        return new ContentFile.Prompt(
                in.id("id"),
                in.word("phase", Phase.class),
                in.whole("rank"),
                in.word("level", ContentFile.Prompt.Level.class),
                in.condition("when", PracticeInputs.vocabulary()),
                in.text("text"),
                in.text("answer"));
    }

    private static ContentFile.Question question(Reading in) {
        return new ContentFile.Question(
                in.id("id"),
                in.text("section"),
                in.text("question"),
                in.word("for", ContentFile.Question.About.class),
                in.condition("required", PracticeInputs.ofForms()),
                in.whole("evidence"),
                in.textOrNull("hint"),
                in.word("expects", ContentFile.Question.Expects.class),
                in.list(
                        "values",
                        value -> new ContentFile.Question.Value(value.id("value"), value.text("words")),
                        ContentFile.Question.Value::value),
                in.flag("several"),
                in.flag("same_as"),
                wordsOf(in),
                in.texts("not_enough"),
                in.wordOrNull("role", ContentFile.Question.Role.class));
    }

    private static ContentFile.Question.Words wordsOf(Reading in) {
        int least = in.whole("words_least");
        int most = in.whole("words_most");
        if (most != 0 && most < least) {
            in.wrong("words_most", "limits-crossed");
        }
        return new ContentFile.Question.Words(least, most, in.flag("words_must"));
    }

    /// A condition of a visit's field may name the inputs, and fields beside it.
    private ContentFile.FieldLine field(Reading line) {
        return new ContentFile.FieldLine(
                line.id("field"),
                line.text("type"),
                line.texts("values"),
                line.condition("required", besideInputs()),
                line.textOrNull("hint"),
                line.flag("auto"),
                line.textOrNull("visibility"),
                line.texts("parts"));
    }

    private static Vocabulary besideInputs() {
        return RecordVocabulary.of("visit")
                .map(visit -> visit.names().and(PracticeInputs.vocabulary()))
                .orElseGet(PracticeInputs::vocabulary);
    }

    private static ContentFile.EntryField entryField(Reading in) {
        return new ContentFile.EntryField(
                in.id("field"), in.text("type"), in.texts("values"), in.whole("least"), in.textOrNull("note"));
    }

    private static Name input(Reading in) {
        String name = in.id("name");
        Type type = ContentFile.type(in.word("type", ContentFile.InputType.class), in.texts("values"));
        Value unset = in.unset("unset", type);
        if (!type.takes(unset)) {
            in.wrong("unset", "unset-wrong");
            return Name.of(name, type);
        }
        return new Name(name, type, unset);
    }

    private static ContentFile.WordSet words(Reading in) {
        String pattern = in.textOrNull("pattern");
        if (pattern != null) {
            try {
                Pattern.compile(pattern);
            } catch (PatternSyntaxException e) {
                in.wrong("pattern", "pattern-wrong");
            }
        }
        return new ContentFile.WordSet(
                in.id("set"), in.texts("words"), pattern, in.textOrNull("where"), in.textOrNull("note"));
    }

    private ContentFile planLinter(Header header) {
        var numbers = new LinkedHashMap<String, Integer>();
        in.objectOrNull("numbers", all -> {
            ContentFile.PlanLinter.NUMBERS.forEach(name -> numbers.put(name, all.whole(name)));
            return all;
        });
        return new ContentFile.PlanLinter(
                header,
                in.list(
                        "rules",
                        rule -> new ContentFile.LinterRule(
                                rule.id("code"),
                                rule.word("level", ContentFile.LinterRule.Level.class),
                                rule.text("question"),
                                rule.text("why")),
                        rule -> rule.code()),
                Map.copyOf(numbers),
                in.list(
                        "targets",
                        target -> new ContentFile.ReadingTarget(
                                target.text("document"),
                                target.whole("from"),
                                target.whole("to"),
                                target.whole("limit")),
                        target -> target.document()),
                byKey("syllables", "word", line -> line.whole("count")));
    }

    private static ContentFile.Thread thread(Reading in) {
        return new ContentFile.Thread(
                in.text("thread"), in.text("steady"), in.text("slipping"), in.text("short"), in.text("harmful"));
    }

    private static ContentFile.Decision decision(Reading in) {
        return new ContentFile.Decision(
                in.id("id"),
                in.text("area"),
                in.text("decision"),
                in.word("s20", ContentFile.Decision.Who.class),
                in.word("care_order", ContentFile.Decision.Who.class),
                in.textOrNull("note"));
    }

    private ContentFile holidays(Header header) {
        return new ContentFile.Holidays(
                header,
                in.day("first"),
                in.day("last"),
                in.list(
                        "holidays",
                        day -> new ContentFile.Holiday(day.day("date"), day.text("title"), day.flag("one_off")),
                        day -> day.date().toString()));
    }

    private ContentFile seenAlone(Header header) {
        return new ContentFile.SeenAloneRules(
                header,
                in.whole("seen_alone_min_age_years"),
                in.whole("asleep_streak_limit"),
                in.texts("qualifying_kinds"),
                in.counts("alone_window_days"),
                byKey("accepted_roles", "plan", line -> line.texts("roles")),
                byKey(
                        "reason_groups",
                        "reason",
                        line -> line.word("group", ContentFile.SeenAloneRules.ReasonGroup.class)),
                in.texts("high_plans"),
                in.list(
                        "levels",
                        line -> new ContentFile.SeenAloneRules.Level(
                                line.whole("level"),
                                line.condition("when", ContentFile.SeenAloneRules.COUNTERS),
                                line.text("reason"))),
                in.list(
                        "decisions",
                        line -> new ContentFile.SeenAloneRules.DecisionDays(
                                line.whole("level"),
                                line.id("decides"),
                                line.whole("working_days"),
                                line.whole("working_days_high")),
                        line -> String.valueOf(line.level())),
                in.object(
                        "not_seen",
                        ContentReader::notSeen,
                        () -> new ContentFile.SeenAloneRules.NotSeen(List.of(), 0, List.of())));
    }

    private static ContentFile.SeenAloneRules.NotSeen notSeen(Reading in) {
        return new ContentFile.SeenAloneRules.NotSeen(
                in.names("urgent_plans", PLANS, "plan"),
                in.whole("urgent_under_years"),
                in.list(
                        "steps",
                        line -> new ContentFile.SeenAloneRules.Step(
                                line.whole("attempts"),
                                line.flag("urgent"),
                                line.id("step"),
                                line.id("decides"),
                                line.whole("working_days"))));
    }

    /// A list of pairs as a map.
    private <T> Map<String, T> byKey(String name, String key, Function<Reading, T> value) {
        return in.list(name, line -> Map.entry(line.text(key), value.apply(line)), Map.Entry::getKey).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, _) -> first));
    }
}
