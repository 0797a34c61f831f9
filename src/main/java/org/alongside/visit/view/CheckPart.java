package org.alongside.visit.view;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Problem;
import org.alongside.kernel.TypedText;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.IconLine;
import org.alongside.ui.control.SideBySide;
import org.alongside.ui.control.SummaryList;
import org.alongside.visit.Part;
import org.alongside.visit.Summaries;
import tools.jackson.databind.JsonNode;

/// Check and finish: what was written, with a way to change each part, and what finishing does.
final class CheckPart extends Asking {
    private final SummaryList summary = new SummaryList("visit-summary");
    private final VBox does = Boxes.column(2);

    CheckPart(RecordVisit visit) {
        super(visit);
        String when =
                Summaries.when(writing().get("visit"), Clocks.today(visit.desk().clock()));
        String now = org.alongside.ui.Words.time(visit.desk().clock().instant());
        HBox head = Boxes.lineOfText(
                3,
                Boxes.word(text("check-title"), "text-section"),
                Boxes.text(
                        when.isEmpty() ? text("written-up", now) : text("visit-written-up", when, now), "text-hint"));
        add(head, summary, Boxes.section(text("finishing-does")), does);
        draw();
    }

    @Override
    void refresh() {
        super.refresh();
        draw();
    }

    private void draw() {
        List<Problem> problems = visit().wasAskedToFinish() ? visit().problems() : List.of();
        summary.clear();
        JsonNode trip = writing().get("visit");
        row(text("part-who"), VisitPart.of(Part.Kind.WHO_WHERE_WHEN), problems, whoLines(trip));
        for (VisitChild child : visit().scene().children()) {
            JsonNode row = writing().get("children").path(child.place());
            row(child.shortName(), new VisitPart(Part.Kind.CHILD, child.place()), problems, ChildLines.of(row));
        }
        row(text("part-home"), VisitPart.of(Part.Kind.HOME), problems, home(trip));
        row(text("part-think"), VisitPart.of(Part.Kind.THINK), problems, each("analysis"));
        row(text("part-next"), VisitPart.of(Part.Kind.NEXT), problems, each("next_visit"));
        does();
    }

    private void row(String key, VisitPart part, List<Problem> problems, Node value) {
        var box = Boxes.column(1);
        problems.stream()
                .filter(problem -> visit().partOf(problem).equals(part))
                .forEach(problem -> box.getChildren()
                        .add(Boxes.text(
                                part.child() < 0 ? ErrorLines.words(visit(), problem) : problem.message(),
                                "wrong-text")));
        box.getChildren().add(value);
        summary.row(key, box, () -> visit().go(part));
    }

    private Node whoLines(JsonNode trip) {
        String line = Summaries.trip(trip);
        String people = Summaries.people(trip.path("people_present"), this::name);
        var box = Boxes.column(1, Boxes.text(line.isBlank() ? text("not-answered") : line));
        if (!people.isEmpty()) {
            box.getChildren().add(Boxes.text(text("with", people)));
        }
        return box;
    }

    private Node home(JsonNode trip) {
        var box = Boxes.column(1);
        String conditions = trip.path("home_conditions").asString("");
        if (!conditions.isBlank()) {
            box.getChildren().add(Boxes.text(conditions));
        }
        for (JsonNode view : trip.path("parent_views")) {
            String name = Summaries.personName(view.path("person"), this::name);
            box.getChildren()
                    .add(Boxes.text(text("said-line", name, view.path("text").asString(""))));
        }
        if (box.getChildren().isEmpty()) {
            box.getChildren().add(Boxes.text(text("not-answered")));
        }
        return box;
    }

    private Node each(String field) {
        var box = Boxes.column(1);
        for (VisitChild child : visit().scene().children()) {
            JsonNode row = writing().get("children").path(child.place());
            String words = field.equals("next_visit")
                    ? Summaries.next(row)
                    : Optional.of(row.path(field).asString(""))
                            .filter(answer -> !answer.isBlank())
                            .orElse(text("not-answered"));
            box.getChildren().add(Boxes.text(text("said-line", child.shortName(), words)));
        }
        return box;
    }

    private String name(String id) {
        return visit().scene()
                .person(id)
                .map(person -> TypedText.isolated(person.name()))
                .orElse(id);
    }

    private void does() {
        does.getChildren().clear();
        int counted = 0;
        for (VisitChild child : visit().scene().children()) {
            if (visit().standingProperty().get().countsAsVisit(child.place())) {
                counted++;
            }
        }
        String readers = visit().scene().supervisor().isBlank()
                ? text("read-by-workers")
                : text("read-by", visit().scene().supervisor());
        does.getChildren()
                .addAll(
                        SideBySide.equal(
                                new IconLine("mdoal-check", text("counts-as-visit", counted)),
                                new IconLine("mdoal-laptop", text("stays-here"))),
                        SideBySide.equal(
                                new IconLine("mdomz-visibility", readers),
                                new IconLine("mdoal-edit", text("only-added"))));
    }
}
