package org.alongside.plan.view;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javafx.scene.layout.VBox;
import org.alongside.kernel.Texts;
import org.alongside.plan.Finding;
import org.alongside.plan.PlanDraft;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.DateField;
import org.alongside.ui.control.LongQuestion;
import org.alongside.ui.control.Question;

/// What a plan says beside its actions, with the questions about the whole plan.
final class SaidEditor extends VBox {
    private final Clock clock;
    private final BiConsumer<String, String> say;
    private final BiConsumer<Set<String>, String> explain;
    private final Questions questions = new Questions("plan-said-asked");
    private final LongQuestion explained;
    private List<Finding> findings = List.of();

    /// @param say takes a field and its new text
    /// @param explain takes the questions that stand, and why
    SaidEditor(PlanDraft draft, Clock clock, BiConsumer<String, String> say, BiConsumer<Set<String>, String> explain) {
        this.clock = clock;
        this.say = say;
        this.explain = explain;
        setId("plan-said");
        getStyleClass().add("gap-4");
        var review = new DateField("plan-said-next_review_on", Texts.of("plan.said.next-review"), clock);
        if (draft.plan().nextReview() != null) {
            review.take(draft.plan().nextReview());
        }
        review.readingProperty().subscribe((was, is) -> {
            if (!was.equals(is)) {
                review.date().ifPresent(day -> say.accept("next_review_on", day.toString()));
            }
        });
        explained = new LongQuestion("plan-said-explained", Texts.of("plan.said.explained"), clock);
        explained.hint(Texts.of("plan.edit.explained-hint"));
        String why = draft.said().path("explained").asString("");
        explained.text().bring(why, why.length());
        explained
                .text()
                .textProperty()
                .subscribe((was, is) ->
                        this.explain.accept(codes(), explained.text().typed()));
        getChildren()
                .addAll(
                        Boxes.section(Texts.of("plan.said.title")),
                        questions,
                        field(draft, "worries", true),
                        field(draft, "seeing", false),
                        field(draft, "contingency", false),
                        field(draft, "ring", true),
                        review,
                        explained);
        Boxes.show(explained, false);
    }

    private Question field(PlanDraft draft, String field, boolean lines) {
        var question = new LongQuestion("plan-said-" + field, Texts.of("plan.said." + field), clock);
        if (lines) {
            question.hint(Texts.of("plan.said.one-a-line"));
        }
        String text = draft.said().path(field).asString("");
        question.text().bring(text, text.length());
        question.text()
                .textProperty()
                .subscribe((was, is) -> say.accept(field, question.text().typed()));
        return question;
    }

    private Set<String> codes() {
        return findings.stream().map(Finding::code).collect(Collectors.toSet());
    }

    /// The questions about the whole plan.
    void show(List<Finding> now) {
        findings = now;
        questions.show(now);
        Boxes.show(explained, !now.isEmpty());
    }
}
