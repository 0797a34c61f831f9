package org.alongside.guided.view;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;
import org.alongside.child.ChildSummary;
import org.alongside.guided.GuidedAnswer;
import org.alongside.guided.Scene;
import org.alongside.guided.VisitLine;
import org.alongside.kernel.Json;
import org.alongside.rules.content.ContentFile.Question;
import org.alongside.rules.content.ContentFile.Question.Role;
import org.alongside.ui.control.Answer;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.CheckQuestion;
import org.alongside.ui.control.Choice;
import org.alongside.ui.control.ChoiceField;
import org.alongside.ui.control.IconLine;
import org.alongside.ui.control.LineQuestion;
import org.alongside.ui.control.Link;
import org.alongside.ui.control.RadioQuestion;
import org.alongside.ui.form.Ties;
import org.alongside.ui.form.Writing;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// The answer to one question, about the family or about one child or adult: passages, or values to
/// choose, or that another child's answer holds here too. What was written before another way of
/// answering was taken is laid aside and comes back.
final class AnswerBox extends VBox implements Answer {
    private final WriteAssessment write;
    private final Question question;
    private final String subject;
    private final String name;
    private final String path;
    private final String id;
    private final VBox inner = Boxes.column(2);
    private final VBox hints = Boxes.column(1);
    private final javafx.scene.control.Label wrong = Boxes.text("", "wrong-text");
    private final List<PassageBox> passages = new ArrayList<>();
    private @Nullable Node first;

    AnswerBox(WriteAssessment write, Question question, String subject, String name) {
        this.write = write;
        this.question = question;
        this.subject = subject;
        this.name = name;
        this.path = "answers." + question.id() + (subject.isEmpty() ? "" : "." + subject);
        this.id = "assess-" + question.id() + (subject.isEmpty() ? "" : "-" + subject);
        setId(id);
        setMinWidth(0);
        getStyleClass().addAll("gap-2", "answer-box");
        if (!name.isEmpty()) {
            getChildren().add(Boxes.heading(name));
        }
        Boxes.show(wrong, false);
        getChildren().addAll(wrong, inner, hints);
        draw();
        refresh();
    }

    private Writing writing() {
        return write.writing();
    }

    private String called() {
        return name.isEmpty() ? question.question() : name + ". " + question.question();
    }

    String subject() {
        return subject;
    }

    List<PassageBox> passages() {
        return passages;
    }

    private void draw() {
        inner.getChildren().clear();
        passages.clear();
        first = null;
        if (question.is(Role.VISITS)) {
            visits();
        }
        JsonNode there = writing().get(path);
        if (there.has(GuidedAnswer.SAME_AS) || writing().typed(path + ".same").isBoolean()) {
            sameAs();
        } else if (question.values().isEmpty()) {
            written(there);
        } else {
            chosen(there);
        }
    }

    private void written(JsonNode there) {
        int count = Math.max(1, there.size());
        for (int i = 0; i < count; i++) {
            passage(i);
        }
        var more = new javafx.scene.layout.FlowPane();
        more.getStyleClass().add("buttons");
        more.getChildren()
                .add(new Link(id + "-another", AssessmentWords.text("another"), this::another)
                        .called(AssessmentWords.text("another-of", called())));
        if (question.sameAs()
                && !subject.isEmpty()
                && write.scene().family().children().size() > 1) {
            more.getChildren()
                    .add(new Link(id + "-same", AssessmentWords.text("same-as"), () -> {
                                // Kept as it was, to come back.
                                writing().typed(path + ".written", writing().get(path));
                                writing().put(path, (JsonNode) null);
                                writing().typed(path + ".same", Json.MAPPER.valueToTree(true));
                                draw();
                                focusAnswer();
                            })
                            .called(AssessmentWords.text("same-as-of", called())));
        }
        inner.getChildren().add(more);
    }

    private PassageBox passage(int index) {
        var box = new PassageBox(
                write,
                path + "[" + index + "]",
                id + "-" + index,
                question,
                index == 0 ? called() : called() + " " + (index + 1));
        passages.add(box);
        inner.getChildren().add(index + (question.is(Role.VISITS) ? 1 : 0), box);
        return box;
    }

    /// One more passage, of another kind than the last.
    void another() {
        PassageBox box = passage(passages.size());
        box.focusAnswer();
    }

    private void chosen(JsonNode there) {
        List<Choice<String>> choices = question.values().stream()
                .map(value -> Choice.of(value.value(), value.words()))
                .toList();
        String words = AssessmentWords.text(question.several() ? "tick" : "choose");
        String asked = name.isEmpty() ? words : AssessmentWords.text("of", name, words);
        if (question.several()) {
            var ticks = new CheckQuestion<String>(id + "-value", asked, choices);
            first = ticks;
            inner.getChildren().add(new Ties(writing()).checks(ticks, path + "." + GuidedAnswer.VALUE));
        } else {
            var radio = new RadioQuestion<String>(id + "-value", asked, choices);
            if (GuidedAnswer.read(there) instanceof GuidedAnswer.Chosen(var now, var _) && !now.isEmpty()) {
                radio.choose(now.iterator().next());
            }
            radio.valueProperty().subscribe((was, is) -> {
                if (is != null) {
                    writing().put(path + "." + GuidedAnswer.VALUE, Json.array().add(is));
                }
            });
            first = radio;
            inner.getChildren().add(radio);
        }
        var beside = new PassageBox(write, path, id + "-0", question, AssessmentWords.text("beside", called()));
        passages.add(beside);
        inner.getChildren().add(beside);
    }

    private void sameAs() {
        var other = new ChoiceField<String>(
                id + "-same-as",
                AssessmentWords.text("same-as-whom"),
                write.scene().family().children().stream()
                        .filter(child -> !child.id().toString().equals(subject))
                        .map(child -> Choice.of(child.id().toString(), child.shortName()))
                        .toList());
        other.choose(
                writing().has(path + "." + GuidedAnswer.SAME_AS)
                        ? writing().text(path + "." + GuidedAnswer.SAME_AS)
                        : null);
        var why = new LineQuestion(id + "-same-why", AssessmentWords.text("same-as-why"));
        why.text().setText(writing().text(path + "." + GuidedAnswer.WHY));
        other.valueProperty().subscribe((was, is) -> {
            if (is != null) {
                writing().put(path + "." + GuidedAnswer.SAME_AS, is);
            }
        });
        why.textProperty().subscribe((was, is) -> writing().put(path + "." + GuidedAnswer.WHY, why.typed()));
        first = other.box();
        inner.getChildren()
                .addAll(
                        other,
                        why,
                        new Link(id + "-own", AssessmentWords.text("own-answer"), () -> {
                                    JsonNode before = writing().typed(path + ".written");
                                    writing().typed(path + ".same", null);
                                    writing().put(path, before.isArray() ? before.deepCopy() : null);
                                    writing().typed(path + ".written", null);
                                    draw();
                                    focusAnswer();
                                })
                                .called(AssessmentWords.text("own-answer-of", called())));
    }

    /// The visits since it began, quoted: each is kept or dropped, and never rewritten.
    private void visits() {
        List<VisitLine> lines = child().map(one -> write.scene().visits().getOrDefault(one.id(), List.of()))
                .orElse(List.of());
        var box = Boxes.column(1);
        box.getStyleClass().addAll("know", "saw");
        box.getChildren().add(Boxes.text(AssessmentWords.text("visits"), "know-title"));
        for (VisitLine line : lines) {
            var keep = new CheckBox(line.words());
            keep.setId(id + "-visit-" + line.visit());
            keep.setWrapText(true);
            keep.setMinHeight(USE_PREF_SIZE);
            keep.setAccessibleText(AssessmentWords.text("visit-keep", name, line.words()));
            keep.setSelected(!Scene.dropped(line.child(), writing().body())
                    .contains(line.visit().toString()));
            keep.setOnAction(e -> drop(line, !keep.isSelected()));
            box.getChildren().add(keep);
        }
        if (lines.isEmpty()) {
            box.getChildren().add(Boxes.text(AssessmentWords.text("visits-none"), "text-hint"));
        }
        inner.getChildren().add(box);
    }

    private void drop(VisitLine line, boolean dropped) {
        String at = "dropped." + line.child();
        ArrayNode list = Json.array();
        writing().get(at).forEach(each -> {
            if (!each.asString("").equals(line.visit().toString())) {
                list.add(each);
            }
        });
        if (dropped) {
            list.add(line.visit().toString());
        }
        writing().put(at, list.isEmpty() ? null : list);
    }

    private java.util.Optional<ChildSummary> child() {
        return write.scene().family().child(subject);
    }

    /// Hints of the text as it stands, and how many words and links.
    void refresh() {
        hints.getChildren().clear();
        write.check().line(question, subject).ifPresent(line -> {
            for (String hint : line.hints()) {
                hints.getChildren().add(new IconLine("mdoal-lightbulb", hint, "text-hint"));
            }
        });
    }

    @Override
    public String field() {
        return path;
    }

    @Override
    public void wrong(String message) {
        wrong.setText(message);
        Boxes.show(wrong, !message.isEmpty());
        passages.forEach(box -> box.wrong(message));
    }

    @Override
    public void focusAnswer() {
        Node at = first;
        if (at instanceof Answer answer) {
            answer.focusAnswer();
        } else if (at != null) {
            at.requestFocus();
        } else if (!passages.isEmpty()) {
            passages.getFirst().focusAnswer();
        }
    }
}
