package org.alongside.guided.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.alongside.child.view.RecordWords;
import org.alongside.guided.Assessment;
import org.alongside.guided.GuidedCheck;
import org.alongside.guided.Scene;
import org.alongside.kernel.Problem;
import org.alongside.record.SignOff.Step;
import org.alongside.rules.content.ContentFile.Question.About;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.IconLine;
import org.alongside.ui.control.Link;
import org.alongside.ui.control.LongQuestion;
import org.alongside.ui.control.NoticeBar;
import org.alongside.ui.control.Sheet;

/// The last page: what is still missing, where the writing leans, hints, and who it goes to.
final class SendPart {
    private final WriteAssessment write;
    private final VBox content = Boxes.column(5);
    private final Consumer<Problem> follow;
    private final LongQuestion ask;
    private int links;

    /// @param follow leads to the answer that a problem is about
    /// @param asked what happens with the words for the manager
    SendPart(WriteAssessment write, Consumer<Problem> follow, Consumer<String> asked) {
        this.write = write;
        this.follow = follow;
        ask = new LongQuestion(
                "assess-ask",
                AssessmentWords.text("ask", supervisor()),
                write.desk().clock());
        ask.hint(AssessmentWords.text("ask-hint"));
        ask.text().bring(write.writing().typed("ask").asString(""), 0);
        ask.text()
                .textProperty()
                .subscribe((was, is) -> write.writing().typed("ask", org.alongside.kernel.Json.MAPPER.valueToTree(is)));
        draw(asked);
    }

    VBox content() {
        return content;
    }

    private String supervisor() {
        String supervisor = write.desk().me().supervisor();
        return supervisor == null
                ? AssessmentWords.text("your-manager")
                : RecordWords.author(write.desk().staff(), supervisor);
    }

    private void draw(Consumer<String> asked) {
        Scene scene = write.scene();
        List<Problem> problems = write.problems();
        content.getChildren().add(Boxes.section(AssessmentWords.text("send-title")));
        if (problems.isEmpty()) {
            content.getChildren()
                    .add(new IconLine("mdoal-check_circle", AssessmentWords.text("send-ready", supervisor())));
        } else {
            content.getChildren().add(missing(problems));
        }
        boolean undecided = problems.stream().anyMatch(problem -> problem.code().equals("not-alone-undecided"));
        Assessment stands = scene.assessment();
        if (undecided && stands != null && stands.isAt(Step.ASKED)) {
            content.getChildren()
                    .add(new NoticeBar(
                            "assess-asked",
                            NoticeBar.Kind.PLAIN,
                            AssessmentWords.stands(
                                    stands,
                                    write.desk().staff(),
                                    org.alongside.kernel.Clocks.today(
                                            write.desk().clock()))));
        } else if (undecided) {
            content.getChildren()
                    .add(Boxes.column(
                            2,
                            ask,
                            Buttons.of(
                                    "assess-ask-go",
                                    AssessmentWords.text("ask-go", supervisor()),
                                    () -> asked.accept(ask.text().typed()))));
        }
        content.getChildren().addAll(balance(), hints());
        if (!scene.leftOver().isEmpty()) {
            content.getChildren().add(leftOver(scene));
        }
    }

    /// A line a question, under its section, with whom it is not answered for.
    private Node missing(List<Problem> problems) {
        var box = Boxes.column(3, Boxes.text(AssessmentWords.text("send-missing", problems.size())));
        var lines = new LinkedHashMap<String, List<GuidedCheck.Line>>();
        write.check().lines().stream()
                .filter(line -> line.question().about() != About.MANAGER && line.isMissing())
                .forEach(line -> lines.computeIfAbsent(line.question().id(), _ -> new ArrayList<>())
                        .add(line));
        var others = new Sheet();
        problems.stream()
                .filter(problem -> !problem.code().equals("answer-missing"))
                .forEach(problem -> others.line(link(problem.message(), problem)));
        if (!others.getChildren().isEmpty()) {
            box.getChildren().add(others);
        }
        for (String section : write.scene().form().sections()) {
            var sheet = new Sheet();
            for (List<GuidedCheck.Line> of : lines.values()) {
                GuidedCheck.Line first = of.getFirst();
                if (first.question().section().equals(section)) {
                    String names = of.stream()
                            .map(GuidedCheck.Line::name)
                            .filter(name -> !name.isEmpty())
                            .collect(Collectors.joining(", "));
                    Node link = link(first.question().question(), Problem.at(first.path(), "answer-missing", ""));
                    sheet.line(names.isEmpty() ? link : Boxes.column(0, link, Boxes.text(names, "text-hint")));
                }
            }
            if (!sheet.getChildren().isEmpty()) {
                box.getChildren().add(Boxes.column(1, Boxes.heading(section), sheet));
            }
        }
        return box;
    }

    private Node link(String words, Problem problem) {
        var link = new Link("assess-missing-" + links++, words, () -> follow.accept(problem));
        link.setMinWidth(0);
        link.setWrapText(true);
        return link;
    }

    /// How the three kinds of sentence divide; said, and not judged.
    private Node balance() {
        GuidedCheck.Balance balance = write.balance();
        int all = balance.seen() + balance.told() + balance.think();
        var box = Boxes.column(1, Boxes.heading(AssessmentWords.text("balance")));
        if (all == 0) {
            box.getChildren().add(Boxes.text(AssessmentWords.text("balance-none"), "text-quiet"));
            return box;
        }
        box.getChildren()
                .add(Boxes.text(AssessmentWords.text(
                        "balance-line",
                        share(balance.seen(), all),
                        share(balance.told(), all),
                        share(balance.think(), all))));
        return box;
    }

    static int share(int part, int all) {
        return all == 0 ? 0 : Math.round(part * 100f / all);
    }

    private Node hints() {
        var lines = new ArrayList<Node>();
        for (GuidedCheck.Line line : write.check().lines()) {
            if (line.question().about() == About.MANAGER || !line.asked()) {
                continue;
            }
            for (String hint : line.hints()) {
                String of = line.name().isEmpty()
                        ? line.question().question()
                        : AssessmentWords.text(
                                "of", line.name(), line.question().question());
                var link = new Link(
                        "assess-hint-" + lines.size(), of, () -> follow.accept(Problem.at(line.path(), "hint", hint)));
                link.setMinWidth(0);
                link.setWrapText(true);
                link.called(AssessmentWords.text("of", of, hint));
                lines.add(Boxes.column(0, link, new IconLine("mdoal-lightbulb", hint, "text-hint")));
            }
        }
        var box = Boxes.column(2, Boxes.heading(AssessmentWords.text("hints")));
        if (lines.isEmpty()) {
            box.getChildren().add(Boxes.text(AssessmentWords.text("hints-none"), "text-quiet"));
        } else {
            box.getChildren().add(Boxes.text(AssessmentWords.text("hints-are"), "text-hint"));
            box.getChildren().addAll(lines);
        }
        return box;
    }

    /// What was written to questions that the form asks no longer: kept, to copy from.
    private static Node leftOver(Scene scene) {
        var box = Boxes.column(2, Boxes.heading(AssessmentWords.text("left-over")));
        scene.leftOver()
                .properties()
                .forEach(entry -> box.getChildren()
                        .add(Boxes.text(
                                AssessmentWords.text("left-over-line", entry.getKey(), words(entry.getValue())),
                                "reading")));
        return box;
    }

    private static String words(tools.jackson.databind.JsonNode node) {
        if (node.isString()) {
            return node.stringValue();
        }
        if (node.has("text")) {
            return node.path("text").asString("");
        }
        return node.valueStream()
                .map(SendPart::words)
                .filter(text -> !text.isBlank())
                .collect(java.util.stream.Collectors.joining(" · "));
    }
}
