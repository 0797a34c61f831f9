package org.alongside.guided.view;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.alongside.child.ChildSummary;
import org.alongside.child.view.ChildTab;
import org.alongside.child.view.DraftLine;
import org.alongside.guided.Assessment;
import org.alongside.guided.GuidedForm;
import org.alongside.kernel.Clocks;
import org.alongside.record.Drafts;
import org.alongside.record.SignOff.Step;
import org.alongside.ui.Words;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.CheckQuestion;
import org.alongside.ui.control.Choice;
import org.alongside.ui.control.DateField;
import org.alongside.ui.control.EmptyState;
import org.alongside.ui.control.ErrorSummary;
import org.alongside.ui.control.Sheet;
import org.alongside.ui.control.Tag;
import org.alongside.ui.task.Lane;

/// A child's assessments: where each stands, the draft to go on with, and a new one to begin.
public final class AssessmentTab implements ChildTab {
    private final AssessmentDesk desk;
    private final ChildSummary child;
    private final VBox content = Boxes.column(4);
    private final VBox start = Boxes.column(3);
    private Read read = new Read(List.of(), List.of(), List.of());

    private record Read(List<Assessment> assessments, List<Drafts.Draft> drafts, List<ChildSummary> family) {}

    public AssessmentTab(AssessmentDesk desk, ChildSummary child) {
        this.desk = desk;
        this.child = child;
    }

    @Override
    public Node node() {
        return content;
    }

    @Override
    public void attached() {
        Set<String> kinds =
                desk.assessments().forms().all().stream().map(GuidedForm::id).collect(Collectors.toSet());
        desk.background()
                .ask(
                        Lane.STORE,
                        () -> new Read(
                                desk.assessments().of(child.id()),
                                desk.drafts().all().stream()
                                        .filter(draft -> kinds.contains(draft.kind())
                                                && draft.children().contains(child.id()))
                                        .toList(),
                                desk.children().family(child.id())),
                        now -> {
                            read = now;
                            draw();
                        });
    }

    private LocalDate today() {
        return Clocks.today(desk.clock());
    }

    private void draw() {
        content.getChildren().clear();
        start.getChildren().clear();
        boolean any = !read.assessments().isEmpty() || !read.drafts().isEmpty();
        if (any) {
            var sheet = new Sheet();
            read.assessments().forEach(one -> sheet.line(line(one)));
            read.drafts().stream()
                    .filter(draft -> read.assessments().stream()
                            .noneMatch(one -> one.id().equals(draft.id())))
                    .forEach(draft -> sheet.line(draft(draft, "")));
            content.getChildren().add(sheet);
        } else {
            content.getChildren().add(new EmptyState(AssessmentWords.text("tab-none", child.shortName())));
        }
        content.getChildren()
                .addAll(Buttons.of("assessment-start", AssessmentWords.text("start"), this::askStart), start);
    }

    private Node line(Assessment one) {
        Optional<Drafts.Draft> draft = read.drafts().stream()
                .filter(each -> each.id().equals(one.id()))
                .findFirst();
        if (draft.isPresent()) {
            return draft(draft.get(), AssessmentWords.stands(one, desk.staff(), today()));
        }
        String title = AssessmentWords.text("tab-line", Words.shortDay(one.begun()));
        Tag.Kind kind =
                one.isAuthorised() ? Tag.Kind.SUCCESS : one.isAt(Step.RETURNED) ? Tag.Kind.WARNING : Tag.Kind.PLAIN;
        var open = Buttons.of(
                "assessment-open-" + one.id(),
                AssessmentWords.text("open"),
                () -> desk.doors().read(one.id()));
        open.setAccessibleText(AssessmentWords.text("open-what", title));
        return Boxes.row(
                3,
                Boxes.growing(Boxes.column(
                        1,
                        titled(title, new Tag(AssessmentWords.stateTag(one), kind)),
                        Boxes.text(AssessmentWords.stands(one, desk.staff(), today()), "text-hint"))),
                open);
    }

    private Node draft(Drafts.Draft draft, String stands) {
        String title = AssessmentWords.text(
                "tab-line", Words.shortDay(desk.assessments().begun(draft)));
        String saved = AssessmentWords.text("tab-draft", Words.moment(draft.savedAt(), today()));
        var open = Buttons.of(
                "assessment-write-" + draft.id(),
                AssessmentWords.text("go-on"),
                () -> desk.doors().write(draft.id()));
        open.setAccessibleText(AssessmentWords.text("go-on-what", title));
        return new DraftLine(
                "assessment-draft",
                desk.drafts(),
                desk.background(),
                new DraftLine.What(draft.id(), title, Words.moment(draft.savedAt(), today()), draft.body()),
                Boxes.growing(Boxes.column(
                        1,
                        titled(title, new Tag(AssessmentWords.text("tag.draft"), Tag.Kind.PLAIN)),
                        Boxes.text(stands.isEmpty() ? saved : stands + ". " + saved, "text-hint"))),
                open);
    }

    /// The tag stands below its title: beside it both do not fit in large text.
    private static Node titled(String title, Tag tag) {
        return Boxes.column(1, Boxes.text(title, "strong"), Boxes.row(0, tag));
    }

    /// The day it began and whom it is about; then it is on their records.
    private void askStart() {
        var errors = new ErrorSummary("assessment-start-errors");
        var day = new DateField("assessment-start-on", AssessmentWords.text("start-on"), desk.clock());
        day.bring(org.alongside.ui.control.DateTyped.of(today()));
        var about = new CheckQuestion<UUID>(
                "assessment-start-about",
                AssessmentWords.text("start-about"),
                read.family().stream()
                        .map(one -> Choice.of(one.id(), one.name()))
                        .toList());
        about.choose(
                new LinkedHashSet<>(read.family().stream().map(ChildSummary::id).toList()));
        start.getChildren()
                .setAll(
                        errors,
                        Boxes.text(AssessmentWords.text("start-hint"), "text-quiet", "reading"),
                        day,
                        about,
                        Buttons.of("assessment-start-go", AssessmentWords.text("start-go"), () -> begin(day, about)));
        day.focusAnswer();
    }

    private void begin(DateField day, CheckQuestion<UUID> about) {
        boolean wrong = false;
        if (day.date().isEmpty() || day.date().get().isAfter(today())) {
            day.wrong(AssessmentWords.text("start-on-wrong"));
            wrong = true;
        }
        if (about.values().isEmpty()) {
            about.wrong(AssessmentWords.text("start-about-none"));
            wrong = true;
        }
        if (wrong) {
            return;
        }
        List<UUID> children = read.family().stream()
                .map(ChildSummary::id)
                .filter(about.values()::contains)
                .toList();
        LocalDate on = day.date().orElseThrow();
        desk.assessments().forms().all().stream()
                .findFirst()
                .ifPresent(form -> desk.background()
                        .ask(
                                Lane.STORE,
                                () -> desk.assessments().begin(form.id(), children, on),
                                draft -> desk.doors().write(draft.id())));
    }
}
