package org.alongside.rules.content;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.alongside.rules.Condition;
import org.alongside.rules.Name;
import org.alongside.rules.Type;
import org.alongside.rules.Vocabulary;
import org.jspecify.annotations.Nullable;

/// A content file as it was read, one type for each kind. Whatever stands in one is right: a file with
/// a mistake never becomes one.
public sealed interface ContentFile {
    Header header();

    /// What every file says of itself.
    ///
    /// @param kind which of these types it is
    /// @param id stays when the file is published again
    /// @param version goes up with every publication
    /// @param source where the content comes from
    /// @param regularised what was done to an irregular source
    /// @param effectiveFrom the first day on which this version counts; null: whenever
    record Header(
            Kind kind,
            String id,
            int version,
            String title,
            String source,
            String regularised,
            @Nullable LocalDate effectiveFrom) {}

    /// The kinds of file there are.
    enum Kind {
        PROMPTS,
        FORM,
        FIELDS,
        ENTRY_FIELDS,
        INPUTS,
        WORD_SETS,
        PLAN_LINTER,
        NEGLECT_PICTURE,
        DELEGATED_AUTHORITY,
        HOLIDAYS,
        RULES,
        VISIT_ORDER,
        SEEN_ALONE,
        SUPERVISION,
        PROGRAM;

        /// Whether a laptop takes a newer version while it is in use. The others come with the program.
        public boolean isReplaceable() {
            return switch (this) {
                case PROMPTS, HOLIDAYS, RULES, VISIT_ORDER, SEEN_ALONE, SUPERVISION, FORM -> true;
                case FIELDS,
                        ENTRY_FIELDS,
                        INPUTS,
                        WORD_SETS,
                        PLAN_LINTER,
                        NEGLECT_PICTURE,
                        DELEGATED_AUTHORITY,
                        PROGRAM -> false;
            };
        }
    }

    /// The prompt bank (practice 1.8).
    ///
    /// @param askedOnce ids of prompts that are answered for the whole family
    /// @param mostShown the cap of each phase
    record PromptBank(Header header, List<String> askedOnce, Map<Prompt.Phase, Integer> mostShown, List<Prompt> prompts)
            implements ContentFile {}

    /// @param rank lower comes first
    /// @param text with `{name}` or `{name, or 'words'}` to fill in
    /// @param answer what an answer is: `text`, `tick`, `choice:a|b` …
    record Prompt(String id, Phase phase, int rank, Level level, Condition when, String text, String answer) {
        /// The phases of a visit.
        public enum Phase {
            PLAN,
            ARRIVE,
            DURING,
            LEAVE,
            AFTER
        }

        /// How much a prompt insists, most first (practice 1.5).
        public enum Level {
            STOP,
            MUST,
            ASK,
            NUDGE
        }
    }

    /// A guided record (practice 2): its questions, in order.
    record Form(Header header, List<Question> questions) implements ContentFile {}

    /// @param about who it is asked about
    /// @param required when it must be answered
    /// @param evidence links it needs at least
    /// @param expects which kind of sentence an answer is mostly made of
    /// @param values where one chooses instead of writing; empty where one writes
    /// @param several whether more than one value may be chosen
    /// @param sameAs whether one child's answer may be "same as" another's
    /// @param words how long an answer should be
    /// @param notEnough words that alone are no answer, in small letters
    /// @param role what the program does with it besides asking; null for nothing
    record Question(
            String id,
            String section,
            String question,
            About about,
            Condition required,
            int evidence,
            @Nullable String hint,
            Expects expects,
            List<Value> values,
            boolean several,
            boolean sameAs,
            Words words,
            List<String> notEnough,
            @Nullable Role role) {
        /// Whom a question is about.
        public enum About {
            CHILD,
            ADULT,
            FAMILY,
            MANAGER
        }

        /// The kinds of sentence (practice 2.1), or a child's or parent's own words.
        public enum Expects {
            FACT,
            ANALYSIS,
            WORDS,
            ANY
        }

        /// The part a question plays for the program.
        public enum Role {
            VISITS,
            NOT_SPOKEN_TO,
            CHRONOLOGY,
            EARLIER_WORK,
            THEN_AND_NOW,
            TICKS,
            OUTCOME,
            NOT_ALONE_REASON,
            QUESTIONS,
            ANSWERS_TO_QUESTIONS,
            PEN_PICTURE
        }

        /// @param value as it is stored
        /// @param words as it is read
        public record Value(String value, String words) {}

        /// @param least 0 for no limit
        /// @param most 0 for no limit
        /// @param must whether fewer are refused; else it is advice
        public record Words(int least, int most, boolean must) {}

        /// Whether it stands for each child, for each adult, or once.
        public boolean isOnce() {
            return about == About.FAMILY || about == About.MANAGER;
        }

        public boolean is(Role wanted) {
            return role == wanted;
        }
    }

    /// Fields of a visit; what reads them is [org.alongside.rules.FieldDefinition].
    record FieldList(Header header, List<FieldLine> fields) implements ContentFile {}

    record FieldLine(
            String field,
            String type,
            List<String> values,
            Condition required,
            @Nullable String hint,
            boolean auto,
            @Nullable String visibility,
            List<String> parts) {}

    /// Fields of a life-story entry (practice 5.4).
    record EntryFields(Header header, List<EntryField> fields) implements ContentFile {}

    record EntryField(
            String field,
            String type,
            List<String> values,
            int least,
            @Nullable String note) {}

    /// Names that conditions may use.
    record InputList(Header header, List<Name> names) implements ContentFile {
        public Vocabulary vocabulary() {
            return Vocabulary.of(names);
        }
    }

    /// Words that the plan linter knows (practice 3.3).
    record WordSets(Header header, List<WordSet> sets) implements ContentFile {}

    /// @param pattern a regular expression beside the words
    record WordSet(
            String set,
            List<String> words,
            @Nullable String pattern,
            @Nullable String where,
            @Nullable String note) {}

    /// What the plan linter asks, and how it reads (practice 3.2 to 3.4).
    ///
    /// @param numbers how many words, days and times a rule allows, by name
    /// @param targets for each document the reading age it should have
    /// @param syllables words that the rule of thumb counts wrongly
    record PlanLinter(
            Header header,
            List<LinterRule> rules,
            Map<String, Integer> numbers,
            List<ReadingTarget> targets,
            Map<String, Integer> syllables)
            implements ContentFile {
        /// Every number that the rules of the linter need.
        public static final List<String> NUMBERS = List.of(
                "long_sentence_words",
                "ands",
                "and_sentence_words",
                "hard_to_read_words",
                "carried_forward",
                "outcome_first_words",
                "most_actions",
                "mother_percent",
                "parents_for_a_service",
                "child_words_days",
                "late_percent",
                "late_days",
                "first_step_working_days");
    }

    /// @param question shown beside the marked words; `{word}`, `{name}`, `{n}` are filled in
    /// @param why one line under it
    record LinterRule(String code, Level level, String question, String why) {
        /// Whether a plan may be agreed while it stands unanswered.
        public enum Level {
            HARD,
            SOFT
        }
    }

    /// @param limit the reading age over which a text is hard for its readers
    record ReadingTarget(String document, int from, int to, int limit) {}

    /// The neglect picture (practice 2.4).
    record NeglectPicture(Header header, List<Thread> threads) implements ContentFile {}

    /// One thread of a child's care, and how it looks at each of four readings, the best first.
    record Thread(String thread, String steady, String slipping, String inShort, String harmful) {}

    /// Who decides what for a child in care (practice 2.5).
    record DelegatedAuthority(Header header, List<Decision> decisions) implements ContentFile {}

    record Decision(
            String id,
            String area,
            String decision,
            Who s20,
            Who careOrder,
            @Nullable String note) {
        /// Who may decide.
        public enum Who {
            CARER,
            CARER_TELL,
            PARENT,
            WORKER,
            MANAGER,
            YOUNG_PERSON
        }
    }

    /// Days on which a bank holiday falls.
    ///
    /// @param first first day for which the list is complete
    /// @param last last day for which it is
    record Holidays(Header header, LocalDate first, LocalDate last, List<Holiday> days) implements ContentFile {}

    record Holiday(LocalDate date, String title, boolean oneOff) {}

    /// Timescale rules with the facts that they are worked out from.
    record RuleBook(Header header, SequencedMap<String, Fact> facts, SequencedMap<String, Rule> rules)
            implements ContentFile {}

    /// Which visit rule governs (timescales.md 4).
    record VisitOrder(
            Header header,
            List<Entry> order,
            List<String> always,
            List<Restart> startsAgainAt,
            List<OtherPlan> otherPlans)
            implements ContentFile {
        /// @param when null where none of the others holds
        public record Entry(
                int number, String title, @Nullable Condition when, List<String> rules) {}

        public record Restart(
                String record, String at, @Nullable Condition when) {}

        /// @param beside rules whose dates stand on their own
        public record OtherPlan(String plan, List<String> rules, List<String> beside) {}
    }

    /// How being seen alone is counted (practice 1.6); every number is a council's.
    ///
    /// @param accepted for each plan the roles whose visits count
    /// @param windowDays for each plan the days after which being seen alone is late
    /// @param reasonGroups each reason for not being alone, and its group
    /// @param highPlans under which an adult in the way is raised sooner, and decided sooner
    /// @param levels the ladder: of the rows that hold, the highest is the level
    /// @param decisionDays for each level the working days within which it is decided
    record SeenAloneRules(
            Header header,
            int minAgeYears,
            int asleepLimit,
            List<String> qualifyingKinds,
            Map<String, Integer> windowDays,
            Map<String, List<String>> accepted,
            Map<String, ReasonGroup> reasonGroups,
            List<String> highPlans,
            List<Level> levels,
            List<DecisionDays> decisionDays,
            NotSeen notSeen)
            implements ContentFile {
        /// What a row of the ladder may name: the counters of practice 1.6, and whether the council's
        /// own limits (days of the window, visits asleep) are reached.
        public static final Vocabulary COUNTERS = Vocabulary.of(
                Name.of("in_scope", new Type.Flag()),
                Name.of("child_chose", new Type.Flag()),
                Name.of("high", new Type.Flag()),
                Name.of("window_passed", new Type.Flag()),
                Name.of("asleep_limit_reached", new Type.Flag()),
                Name.of("streak", new Type.Count()),
                Name.of("obstructed", new Type.Count()));

        /// What happens when a child could not be seen at all.
        ///
        /// @param urgentPlans under which the first failed attempt is urgent
        /// @param urgentUnderYears so is one for a child younger than this, under any plan
        /// @param steps of those whose number of attempts is reached, the last counts
        public record NotSeen(List<String> urgentPlans, int urgentUnderYears, List<Step> steps) {}

        /// @param urgent whether it is for urgent ones or for the others
        /// @param step what is done: `call_manager`, `manager_decides`, `rebook`
        /// @param workingDays within which; 0: the same day
        public record Step(int attempts, boolean urgent, String step, String decides, int workingDays) {}

        /// @param reason why, in short words; `{window}` and `{asleep_limit}` are filled in
        public record Level(int level, Condition when, String reason) {}

        /// Whose reason it was that a child was not seen alone.
        public enum ReasonGroup {
            CHILD_CHOICE,
            WORKER_JUDGEMENT,
            OBSTRUCTED,
            PRACTICAL
        }

        /// @param workingDaysHigh for a child on a protection plan or in an enquiry; 0: the same day
        public record DecisionDays(int level, String decides, int workingDays, int workingDaysHigh) {}
    }

    /// Supervision (practice 4): what comes on the agenda and how high, the parts of a session, by when it
    /// is signed; every number is a council's.
    ///
    /// @param shownGroups families that are talked through
    /// @param furtherItem what each further item adds to a family's score, at most `furtherMost`
    /// @param parkingNeedsWordsFrom parking an item of this score or more needs a sentence
    /// @param unnamedDays a child whom nobody named for so long is shown
    /// @param betterDays what got better within so many days is shown
    /// @param noDecision what may not stand as a decision
    record SupervisionRules(
            Header header,
            int shownGroups,
            int furtherItem,
            int furtherMost,
            int parkingNeedsWordsFrom,
            int unnamedDays,
            int betterDays,
            List<Score> scores,
            List<Added> added,
            int assessmentWorkingDays,
            int undecidedWorkingDays,
            List<DiscussionDays> discussionDays,
            int personalDays,
            Sign sign,
            NotDone notDone,
            List<String> noDecision,
            List<SlotTime> slots,
            List<Reflection> questions)
            implements ContentFile {
        /// @param moreEvery days over the limit that add one point; 0: none do
        /// @param order of items with the same score, lower first
        public record Score(String item, int base, int moreEvery, int moreMost, int order) {}

        /// Points that every item about such a child has more.
        public record Added(When when, int years, List<String> communication, int points) {
            /// Younger than the years, or at least so old and without speech.
            public enum When {
                UNDER_AGE,
                NO_SPEECH
            }
        }

        /// @param setting under which a council adopts another number
        public record DiscussionDays(String plan, int days, String setting) {}

        /// Working days within which a session is signed, and from which it is told that it is not.
        public record Sign(int worker, int supervisor, int unsigned, int red, int lookAt) {}

        /// How often an action was not done: from when the supervisor decides what becomes of it, and from
        /// when it is on the service manager's list.
        public record NotDone(int supervisorDecides, int serviceManager) {}

        /// The parts of a session.
        public enum Slot {
            ARRIVE,
            THINK,
            DECIDE,
            CHECK,
            GROW,
            LOAD
        }

        /// Where a line goes; [#ASK] is no place: there each line says its own.
        public enum Route {
            CHILD_FILE,
            PRIVATE,
            TEAM,
            ASK
        }

        public record SlotTime(Slot slot, int minutes, Route route) {}

        /// @param text with `{child}` to fill in
        public record Reflection(String id, Kind kind, Slot slot, String text) {
            /// The cycle of experience, feeling, sense-making and plan.
            public enum Kind {
                EXPERIENCE,
                FEELING,
                SENSE,
                PLAN
            }
        }
    }

    /// A file of the program's own: how a page is laid out, how an import is spelled. A council does
    /// not publish these; only the header is read here.
    record ProgramFile(Header header) implements ContentFile {}

    /// The type of an input of the content, and what it holds while nothing has set it.
    static Type type(InputType type, List<String> values) {
        return switch (type) {
            case FLAG -> new Type.Flag();
            case COUNT -> new Type.Count();
            case WORD -> new Type.Word(Set.copyOf(values));
            case WORDS -> new Type.Words(Set.copyOf(values));
        };
    }

    /// How types of inputs are written.
    enum InputType {
        FLAG,
        COUNT,
        WORD,
        WORDS
    }
}
