package org.alongside.guided;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.alongside.child.ChildSummary;
import org.alongside.child.PersonInLife;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.rules.Inputs;
import org.alongside.rules.content.ContentFile.Question;
import org.alongside.rules.content.ContentFile.Question.About;
import org.alongside.rules.content.ContentFile.Question.Expects;
import org.alongside.rules.content.ContentFile.Question.Role;

/// How a guided record stands: which questions are asked, of whom, what is missing before it can be
/// sent, and hints. Hints are about the text and never a mark for its writer (practice 2.1).
///
/// @param notAlone children in scope whom nobody saw alone since it began
public record GuidedCheck(List<Line> lines, List<ChildSummary> notAlone) {
    public GuidedCheck {
        lines = List.copyOf(lines);
        notAlone = List.copyOf(notAlone);
    }

    /// One question, about the family or about one child or adult.
    ///
    /// @param subject id of the child or adult; empty when the question stands once
    /// @param name what they are called; empty likewise
    /// @param asked whether it is shown
    /// @param needed whether it must be answered before sending
    /// @param answered whether there is an answer
    /// @param links how many things the answer rests on
    public record Line(
            Question question,
            String subject,
            String name,
            boolean asked,
            boolean needed,
            boolean answered,
            int links,
            List<String> hints) {
        public Line {
            hints = List.copyOf(hints);
        }

        public boolean isMissing() {
            return needed && !answered;
        }

        /// The path of the answer, as problems name it.
        public String path() {
            return path(question, subject);
        }

        static String path(Question question, String subject) {
            return AnswersFile.ANSWERS + "." + question.id() + (subject.isEmpty() ? "" : "." + subject);
        }
    }

    /// What was chosen of each kind of sentence, in words.
    public record Balance(int seen, int told, int think) {}

    /// Works it out.
    ///
    /// @param quoted whether a visit stands for the answer about a child (CF05)
    static GuidedCheck of(
            GuidedForm form,
            Circumstances known,
            Answered answers,
            GuidedSettings settings,
            java.util.function.Predicate<UUID> quoted) {
        Map<UUID, Inputs> ofChild = new LinkedHashMap<>();
        known.family().children().forEach(child -> ofChild.put(child.id(), known.ofChild(child.id(), form, answers)));
        Map<UUID, List<Inputs>> ofAdult = new LinkedHashMap<>();
        known.family().adults().forEach(adult -> ofAdult.put(adult.person(), known.ofAdult(adult, form, answers)));
        var lines = new ArrayList<Line>();
        for (Question question : form.questions()) {
            switch (question.about()) {
                case FAMILY, MANAGER ->
                    lines.add(line(question, "", "", holds(question, ofChild.values()), answers, settings));
                case CHILD -> {
                    for (ChildSummary child : known.family().children()) {
                        boolean holds = question.required().holds(Objects.requireNonNull(ofChild.get(child.id())));
                        Line line = line(question, child.id().toString(), child.shortName(), holds, answers, settings);
                        boolean byVisits = question.is(Role.VISITS) && quoted.test(child.id());
                        lines.add(byVisits ? withVisits(line) : line);
                    }
                }
                case ADULT -> {
                    for (PersonInLife adult : known.family().adults()) {
                        boolean holds = holds(question, Objects.requireNonNull(ofAdult.get(adult.person())));
                        lines.add(line(question, adult.person().toString(), adult.name(), holds, answers, settings));
                    }
                }
            }
        }
        return new GuidedCheck(lines, known.notAlone());
    }

    private static boolean holds(Question question, java.util.Collection<Inputs> each) {
        return each.stream().anyMatch(question.required()::holds);
    }

    private static Line withVisits(Line line) {
        return new Line(
                line.question(),
                line.subject(),
                line.name(),
                line.asked(),
                line.needed(),
                true,
                Math.max(1, line.links()),
                line.hints().stream().filter(hint -> line.answered()).toList());
    }

    private static Line line(
            Question question, String subject, String name, boolean needed, Answered answers, GuidedSettings settings) {
        GuidedAnswer answer = answers.get(question, subject);
        boolean optional = question.required().toString().equals("False");
        boolean answered = isAnswer(question, answer);
        return new Line(
                question,
                subject,
                name,
                needed || optional,
                needed,
                answered,
                answer.sources().size(),
                needed || optional ? hints(question, answer, settings) : List.of());
    }

    /// Words that alone are no answer do not count as one, nor too few where that is no advice.
    static boolean isAnswer(Question question, GuidedAnswer answer) {
        if (answer.isBlank()) {
            return false;
        }
        if (answer instanceof GuidedAnswer.Written) {
            String text = answer.text();
            if (isNotEnough(question, text)) {
                return false;
            }
            return !question.words().must() || words(text) >= question.words().least();
        }
        return true;
    }

    static boolean isNotEnough(Question question, String text) {
        String bare = text.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} ]+", " ")
                .strip();
        return question.notEnough().stream().anyMatch(bare::equals);
    }

    /// Words as limits of length count them: numbers count, a hyphen or apostrophe does not split.
    public static int words(String text) {
        int words = 0;
        for (String word : text.split("[\\s\\p{Z}]+")) {
            if (word.codePoints().anyMatch(Character::isLetterOrDigit)) {
                words++;
            }
        }
        return words;
    }

    private static List<String> hints(Question question, GuidedAnswer answer, GuidedSettings settings) {
        var hints = new ArrayList<String>();
        if (answer.isBlank() || answer instanceof GuidedAnswer.SameAs) {
            return hints;
        }
        String text = answer.text();
        if (isNotEnough(question, text)) {
            hints.add(Texts.of("guided.hint.not-enough", text.strip()));
        }
        int links = answer.sources().size();
        if (links < question.evidence()) {
            hints.add(Texts.of("guided.hint.links", question.evidence(), links));
        }
        List<Passage> written = answer.passages().stream()
                .filter(passage -> !passage.isBlank() && !passage.quoted())
                .toList();
        boolean allThink =
                !written.isEmpty() && written.stream().allMatch(passage -> passage.sentence() == Sentence.THINK);
        if (question.expects() == Expects.FACT && allThink) {
            hints.add(Texts.of("guided.hint.fact-of-thoughts"));
        }
        if (links == 0 && question.evidence() == 0 && question.expects() == Expects.ANALYSIS && !written.isEmpty()) {
            hints.add(Texts.of("guided.hint.thought-without-link"));
        }
        written.stream()
                .filter(passage ->
                        passage.sentence() == Sentence.TOLD && passage.toldBy().isBlank())
                .findFirst()
                .ifPresent(_ -> hints.add(Texts.of("guided.hint.told-by")));
        length(question, text).ifPresent(hints::add);
        if (settings.hope().questions().contains(question.id())) {
            List<String> hope = settings.hope().in(text);
            if (!hope.isEmpty()) {
                hints.add(Texts.of("guided.hint.hope", quoted(hope)));
            }
        }
        if (settings.fear().questions().contains(question.id())) {
            List<String> fear = settings.fear().in(text);
            if (!fear.isEmpty()) {
                hints.add(Texts.of("guided.hint.fear", quoted(fear)));
            }
        }
        return hints;
    }

    private static Optional<String> length(Question question, String text) {
        int words = words(text);
        if (question.words().most() > 0 && words > question.words().most()) {
            return Optional.of(
                    Texts.of("guided.hint.long", words, question.words().most()));
        }
        if (words < question.words().least()) {
            return Optional.of(Texts.of(
                    question.words().must() ? "guided.hint.short-must" : "guided.hint.short",
                    words,
                    question.words().least()));
        }
        return Optional.empty();
    }

    private static String quoted(List<String> words) {
        return words.stream().map(word -> "“" + word + "”").collect(java.util.stream.Collectors.joining(", "));
    }

    public List<Line> ofSection(String section) {
        return lines.stream()
                .filter(line -> line.question().about() != About.MANAGER
                        && line.question().section().equals(section))
                .toList();
    }

    public Optional<Line> line(Question question, String subject) {
        return lines.stream()
                .filter(line -> line.question().id().equals(question.id())
                        && line.subject().equals(subject))
                .findFirst();
    }

    /// Blank questions of its author, in order.
    public List<Problem> missing() {
        return lines.stream()
                .filter(line -> line.question().about() != About.MANAGER && line.isMissing())
                .map(GuidedCheck::missing)
                .toList();
    }

    /// Blank questions of the manager.
    List<Problem> missingOfManager() {
        return lines.stream()
                .filter(line -> line.question().about() == About.MANAGER && line.isMissing())
                .map(GuidedCheck::missing)
                .toList();
    }

    private static Problem missing(Line line) {
        String question = line.question().question();
        return Problem.at(
                line.path(),
                "answer-missing",
                line.name().isEmpty()
                        ? Texts.of("guided.missing-answer", question)
                        : Texts.of("guided.missing-answer-of", line.name(), question));
    }

    /// How the sentences divide, in words of all that is written and asked.
    static Balance balance(GuidedForm form, Answered answers) {
        int[] words = new int[Sentence.values().length];
        for (Question question : form.questions()) {
            answers.all(question).flatMap(answer -> answer.passages().stream()).forEach(passage -> {
                Sentence kind = passage.sentence();
                if (kind != null) {
                    words[kind.ordinal()] += words(passage.text());
                }
            });
        }
        return new Balance(
                words[Sentence.SEEN.ordinal()], words[Sentence.TOLD.ordinal()], words[Sentence.THINK.ordinal()]);
    }
}
