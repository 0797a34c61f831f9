package org.alongside.guided.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.alongside.child.view.RecordWords;
import org.alongside.guided.Answered;
import org.alongside.guided.EarlierWork;
import org.alongside.guided.GuidedAnswer;
import org.alongside.guided.GuidedForm;
import org.alongside.rules.content.ContentFile.Question;
import org.alongside.rules.content.ContentFile.Question.Role;
import org.alongside.ui.Words;
import org.alongside.ui.control.Answer;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.IconLine;

/// A page of a guided record: the questions of one section, with what the record knows beside those that
/// begin from it.
final class SectionPart {
    private final WriteAssessment write;
    private final VBox content = Boxes.column(5);
    private final List<QuestionBox> questions = new ArrayList<>();

    SectionPart(WriteAssessment write, String section) {
        this.write = write;
        content.getChildren().add(Boxes.section(section));
        List<Question> asked = write.scene().form().ofSection(section);
        // History stands first where it is: the questions after it are asked of it.
        asked.stream()
                .filter(question -> question.is(Role.THEN_AND_NOW))
                .forEach(_ -> content.getChildren().addAll(thenAndNow()));
        for (Question question : asked) {
            var box = new QuestionBox(write, question);
            before(question).forEach(content.getChildren()::add);
            questions.add(box);
            content.getChildren().add(box);
        }
    }

    VBox content() {
        return content;
    }

    List<Answer> answers() {
        var answers = new ArrayList<Answer>();
        questions.forEach(box -> answers.addAll(box.answers()));
        return answers;
    }

    List<PassageBox> passages() {
        return questions.stream()
                .flatMap(box -> box.answers().stream())
                .flatMap(answer -> answer.passages().stream())
                .toList();
    }

    void refresh() {
        questions.forEach(QuestionBox::refresh);
    }

    /// What the program lays beside a question (practice 2.1, 2.2).
    private List<Node> before(Question question) {
        Role role = question.role();
        if (role == null) {
            return List.of();
        }
        return switch (role) {
            case EARLIER_WORK -> earlier();
            case NOT_SPOKEN_TO -> notSpokenTo();
            case ANSWERS_TO_QUESTIONS -> asked();
            case THEN_AND_NOW, VISITS, CHRONOLOGY, TICKS, OUTCOME, NOT_ALONE_REASON, QUESTIONS, PEN_PICTURE ->
                List.of();
        };
    }

    private List<Node> thenAndNow() {
        return write.scene().thenAndNow().pairs().isEmpty()
                ? List.of()
                : List.of(Boxes.column(
                        2, Boxes.text(AssessmentWords.text("then-title"), "text-question"), new ThenAndNowBox(write)));
    }

    /// Closed work is there already: a new baby, home or worker does not begin the history again.
    private List<Node> earlier() {
        if (write.scene().earlier().isEmpty()) {
            return List.of();
        }
        var box = Boxes.column(1, Boxes.heading(AssessmentWords.text("earlier")));
        for (EarlierWork work : write.scene().earlier()) {
            String what = RecordWords.what(work.type(), "record");
            String from = work.from() == null ? AssessmentWords.text("earlier-unknown") : Words.shortDay(work.from());
            String ending = work.ending().isBlank() ? "" : ". " + RecordWords.value("ending", work.ending());
            box.getChildren()
                    .add(new IconLine(
                            "mdoal-history",
                            AssessmentWords.text("earlier-line", what, from, Words.shortDay(work.to())) + ending));
        }
        return List.of(box);
    }

    private List<Node> notSpokenTo() {
        LocalDate begun = write.desk().assessments().begun(write.scene().draft());
        String names = write.scene().family().adults().stream()
                .filter(adult -> {
                    LocalDate last = adult.lastSpokenTo();
                    return last == null || last.isBefore(begun);
                })
                .map(adult -> adult.relation().isBlank() ? adult.name() : adult.name() + " (" + adult.relation() + ")")
                .collect(Collectors.joining(", "));
        return names.isEmpty()
                ? List.of()
                : List.of(new IconLine("mdoal-info", AssessmentWords.text("not-spoken-to", names), "text-quiet"));
    }

    /// The questions this set out to answer, again beside their answers.
    private List<Node> asked() {
        GuidedForm form = write.scene().form();
        return form.having(Role.QUESTIONS)
                .map(question -> Answered.of(write.writing().get("answers")).get(question, ""))
                .filter(answer -> !answer.isBlank())
                .map(GuidedAnswer::text)
                .map(text -> List.<Node>of(Boxes.column(
                        1, Boxes.heading(AssessmentWords.text("set-out")), Boxes.text(text, "reading", "text-quiet"))))
                .orElse(List.of());
    }
}
