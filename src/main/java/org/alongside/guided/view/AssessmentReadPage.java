package org.alongside.guided.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.alongside.child.ChildSummary;
import org.alongside.child.view.RecordWords;
import org.alongside.chronology.view.FinishedRecord;
import org.alongside.guided.Answered;
import org.alongside.guided.Assessment;
import org.alongside.guided.Evidence;
import org.alongside.guided.GuidedAnswer;
import org.alongside.guided.GuidedForm;
import org.alongside.guided.Passage;
import org.alongside.guided.ThenAndNow;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Problem;
import org.alongside.record.Drafts;
import org.alongside.record.SignOff.Step;
import org.alongside.rules.content.ContentFile.Question;
import org.alongside.ui.Breadth;
import org.alongside.ui.Command;
import org.alongside.ui.Page;
import org.alongside.ui.Target;
import org.alongside.ui.Words;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.EmptyState;
import org.alongside.ui.control.KnowBox;
import org.alongside.ui.control.Link;
import org.alongside.ui.control.NoticeBar;
import org.alongside.ui.control.PageFrame;
import org.alongside.ui.control.Part;
import org.alongside.ui.control.Sheet;
import org.alongside.ui.control.SideBySide;
import org.alongside.ui.control.TaskList;
import org.alongside.ui.task.Lane;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads a guided record that was sent, section by section, in the words it was asked in; at the end
/// every step it took, and for its manager the way to give it back or to authorise it.
public final class AssessmentReadPage implements Page {
    public static final String SCREEN = "assessment-read";

    private static final String SIGN = "sign";

    private final AssessmentDesk desk;
    private final UUID record;
    private final PageFrame frame = PageFrame.work("assessment-read", AssessmentWords.text("title"));
    private final TaskList list = new TaskList("assessment-read-parts", AssessmentWords.text("parts"), this::show);
    private final Command main =
            Command.of("assessment-read-main", AssessmentWords.text("command-go-on"), "Ctrl+Enter", this::mainAction);
    private @Nullable Read read;
    private @Nullable SignOffBox sign;
    private String here = "";

    private record Read(
            Assessment assessment,
            Evidence evidence,
            Optional<GuidedForm> form,
            List<ChildSummary> children,
            boolean late,
            Optional<Problem> refusal,
            Optional<Drafts.Draft> writing,
            Optional<Drafts.Draft> signing) {
        Optional<String> child(String id) {
            return children.stream()
                    .filter(one -> one.id().toString().equals(id))
                    .map(ChildSummary::shortName)
                    .findFirst();
        }
    }

    /// @param target has the record's id as `record`
    public AssessmentReadPage(AssessmentDesk desk, Target target) {
        this.desk = desk;
        this.record = UUID.fromString(target.get("record"));
        frame.parts(list);
    }

    @Override
    public Node node() {
        return frame;
    }

    @Override
    public Node first() {
        return frame.title();
    }

    @Override
    public List<Command> commands() {
        return List.of(
                main,
                Command.of(
                        "assessment-read-next", AssessmentWords.text("command-next"), "Alt+Page Down", () -> move(1)),
                Command.of(
                        "assessment-read-previous",
                        AssessmentWords.text("command-previous"),
                        "Alt+Page Up",
                        () -> move(-1)));
    }

    @Override
    public void attached() {
        desk.background()
                .ask(
                        Lane.STORE,
                        () -> desk.assessments()
                                .find(record)
                                .map(found -> new Read(
                                        found,
                                        desk.assessments().evidenceOf(found),
                                        desk.assessments().formOf(found),
                                        children(found),
                                        desk.assessments().isLate(found),
                                        desk.signingOff().refusal(found),
                                        desk.drafts().find(record),
                                        desk.drafts().all().stream()
                                                .filter(draft -> draft.kind().equals(SignOffBox.DRAFT)
                                                        && draft.body()
                                                                .path("record")
                                                                .asString("")
                                                                .equals(record.toString()))
                                                .findFirst())),
                        found -> found.ifPresentOrElse(this::open, () -> {
                            frame.content().getChildren().setAll(new EmptyState(AssessmentWords.text("record-gone")));
                            frame.foot();
                        }));
    }

    @Override
    public void detached() {
        SignOffBox box = sign;
        if (box != null) {
            box.left();
        }
    }

    /// The children whose answers are here, and their brothers and sisters, for whoever is named.
    private List<ChildSummary> children(Assessment found) {
        return found.children().stream()
                .flatMap(child -> desk.children().family(child).stream())
                .distinct()
                .toList();
    }

    private LocalDate today() {
        return Clocks.today(desk.clock());
    }

    private void open(Read now) {
        read = now;
        Assessment assessment = now.assessment();
        frame.sub(AssessmentWords.names(now.children().stream()
                        .filter(child -> assessment.children().contains(child.id()))
                        .toList())
                + " · "
                + AssessmentWords.stands(assessment, desk.staff(), today()));
        boolean signs = mine(now) && AssessmentWords.isAtManager(assessment);
        show(signs && !assessment.hasAnswers() || sections().isEmpty() ? SIGN : parts().getFirst());
    }

    private static boolean mine(Read now) {
        return now.refusal().isEmpty();
    }

    private List<String> sections() {
        Read now = read;
        return now == null
                ? List.of()
                : now.assessment().asked().stream()
                        .map(Assessment.Asked::section)
                        .distinct()
                        .toList();
    }

    private List<String> parts() {
        var parts = new ArrayList<String>();
        for (int i = 0; i < sections().size(); i++) {
            parts.add("s" + i);
        }
        parts.add(SIGN);
        return parts;
    }

    private void move(int by) {
        List<String> parts = parts();
        int at = Math.clamp(parts.indexOf(here) + by, 0, parts.size() - 1);
        show(parts.get(at));
        frame.title().requestFocus();
    }

    private void show(String part) {
        Read now = read;
        if (now == null) {
            return;
        }
        SignOffBox before = sign;
        if (before != null) {
            before.left();
        }
        sign = null;
        here = part;
        frame.content().getChildren().clear();
        if (part.equals(SIGN)) {
            signing(now);
        } else {
            section(now, sections().get(Integer.parseInt(part.substring(1))));
        }
        list.show(listed(now), part);
        foot();
        frame.toTop();
    }

    private List<Part> listed(Read now) {
        var listed = new ArrayList<Part>();
        List<String> sections = sections();
        for (int i = 0; i < sections.size(); i++) {
            String section = sections.get(i);
            long answers = now.assessment().asked().stream()
                    .filter(asked -> asked.section().equals(section))
                    .count();
            listed.add(new Part(
                    "s" + i, section, Part.State.NOT_STARTED, AssessmentWords.text("part-questions", answers)));
        }
        boolean signed = now.assessment().isAuthorised();
        listed.add(new Part(
                SIGN,
                AssessmentWords.text("sign-part"),
                signed ? Part.State.FINISHED : Part.State.NOT_STARTED,
                AssessmentWords.stateTag(now.assessment())));
        return listed;
    }

    private void section(Read now, String section) {
        VBox content = Boxes.column(5, Boxes.section(section));
        Answered answers = Answered.of(now.assessment().answers());
        for (Assessment.Asked asked : now.assessment().asked()) {
            if (asked.section().equals(section)) {
                content.getChildren().add(question(now, asked, answers));
            }
        }
        boolean history = now.form()
                .flatMap(form -> form.having(Question.Role.THEN_AND_NOW))
                .filter(question -> question.section().equals(section))
                .isPresent();
        if (history && !now.assessment().thenAndNow().isEmpty()) {
            content.getChildren().add(thenAndNow(now));
        }
        frame.content().getChildren().add(content);
    }

    private Node question(Read now, Assessment.Asked asked, Answered answers) {
        var box = Boxes.column(2, Boxes.text(asked.question(), "text-question"));
        JsonNode tree = answers.tree().path(asked.id());
        Optional<Question> question = now.form().flatMap(form -> form.question(asked.id()));
        switch (asked.about()) {
            case "child" -> {
                var columns = new ArrayList<Node>();
                for (UUID child : now.assessment().children()) {
                    String id = child.toString();
                    if (tree.has(id)) {
                        columns.add(answer(
                                now, question, tree.path(id), now.child(id).orElse(""), asked.id()));
                    }
                }
                box.getChildren().add(columns(columns));
            }
            case "adult" -> {
                var columns = new ArrayList<Node>();
                now.assessment().adults().stream()
                        .filter(adult -> tree.has(adult.id()))
                        .forEach(adult ->
                                columns.add(answer(now, question, tree.path(adult.id()), adult.name(), asked.id())));
                box.getChildren().add(columns(columns));
            }
            default -> box.getChildren().add(answer(now, question, tree, "", asked.id()));
        }
        return box;
    }

    private static Node columns(List<Node> columns) {
        if (columns.isEmpty()) {
            return Boxes.text(AssessmentWords.text("no-answer"), "text-quiet");
        }
        return columns.size() == 1 || columns.size() > 3
                ? Boxes.column(3, columns.toArray(Node[]::new))
                : SideBySide.equal(columns.toArray(Node[]::new));
    }

    private Node answer(Read now, Optional<Question> question, JsonNode node, String name, String id) {
        var box = Boxes.column(2);
        if (!name.isEmpty()) {
            box.getChildren().add(Boxes.heading(name));
        }
        switch (GuidedAnswer.read(node)) {
            case GuidedAnswer.None _ ->
                box.getChildren().add(Boxes.text(AssessmentWords.text("no-answer"), "text-quiet"));
            case GuidedAnswer.SameAs(var child, var why) ->
                box.getChildren()
                        .add(Boxes.text(AssessmentWords.text(
                                "same-as-read", now.child(child).orElse(AssessmentWords.text("another-child")), why)));
            case GuidedAnswer.Chosen(var values, var beside) -> {
                String words = values.stream()
                        .map(value -> question.map(one -> GuidedForm.words(one, value))
                                .orElse(value))
                        .collect(java.util.stream.Collectors.joining(", "));
                box.getChildren().add(Boxes.text(words, "strong"));
                if (!beside.isBlank() || !beside.sources().isEmpty()) {
                    box.getChildren().add(passage(now, beside, called(question, name, id)));
                }
            }
            case GuidedAnswer.Written(var passages) -> {
                int index = 0;
                for (Passage passage : passages) {
                    box.getChildren()
                            .add(passage(now, passage, called(question, name, id) + (index++ == 0 ? "" : " " + index)));
                }
            }
        }
        return box;
    }

    /// The question and whom it is about, for whoever hears what stands under it.
    private static String called(Optional<Question> question, String name, String id) {
        String asked = question.map(Question::question).orElse(id);
        return name.isEmpty() ? asked : name + ", " + asked;
    }

    private Node passage(Read now, Passage passage, String id) {
        var words = Boxes.text(passage.text(), "reading");
        var inside = Boxes.column(1, words);
        if (!passage.sources().isEmpty()) {
            inside.getChildren().add(sources(now, passage.sources(), id));
        }
        String box = "read-" + Integer.toHexString(id.hashCode());
        var kind = passage.sentence();
        if (kind == null) {
            return inside;
        }
        return switch (kind) {
            case SEEN -> KnowBox.reading(box, KnowBox.Kind.SAW, AssessmentWords.text("read.seen"), inside);
            case THINK -> KnowBox.reading(box, KnowBox.Kind.THINK, AssessmentWords.text("read.think"), inside);
            case TOLD -> {
                Optional<String> child = now.child(passage.toldBy());
                if (child.isPresent()) {
                    yield KnowBox.reading(
                            box, KnowBox.Kind.WORDS, AssessmentWords.text("read.said", child.get()), inside);
                }
                String by = adult(now, passage.toldBy());
                var told = Boxes.column(
                        1,
                        Boxes.text(
                                by.isBlank()
                                        ? AssessmentWords.text("read.told")
                                        : AssessmentWords.text("read.told-by", by),
                                "know-title"),
                        inside);
                told.getStyleClass().addAll("know", "told");
                yield told;
            }
        };
    }

    private static String adult(Read now, String told) {
        return now.assessment().adults().stream()
                .filter(adult -> adult.id().equals(told))
                .map(Assessment.Adult::name)
                .findFirst()
                .orElseGet(() ->
                        now.evidence().find(told).map(AssessmentWords::source).orElse(told));
    }

    private Node sources(Read now, List<String> sources, String id) {
        var flow = new FlowPane();
        flow.getStyleClass().add("passage-links");
        int index = 0;
        for (String source : sources) {
            String words = now.evidence()
                    .find(source)
                    .map(AssessmentWords::source)
                    .orElse(AssessmentWords.text("source.gone"));
            var link = new Link(
                    "source-" + Integer.toHexString(id.hashCode()) + "-" + index++,
                    words,
                    () -> now.evidence().find(source).ifPresent(this::open));
            link.setMinWidth(0);
            link.setWrapText(true);
            // The same visit stands under several answers: each way to it says which.
            flow.getChildren().add(link.called(AssessmentWords.text("of", id, words)));
        }
        return flow;
    }

    private void open(Evidence.Source source) {
        switch (source) {
            case Evidence.Source.OfVisit visit ->
                desk.doors().openVisit(visit.visit().record());
            case Evidence.Source.OfNote note ->
                desk.doors().openNote(note.note().record());
            case Evidence.Source.OfEvent event -> desk.doors().openTab(event.child(), "chronology");
            case Evidence.Source.OfPerson person -> desk.doors().openTab(person.child(), "summary");
        }
    }

    /// The earlier worries that were answered, each with its answer.
    private Node thenAndNow(Read now) {
        var sheet = new Sheet();
        now.assessment()
                .thenAndNow()
                .properties()
                .forEach(child -> child.getValue().properties().forEach(entry -> {
                    JsonNode answer = entry.getValue();
                    String same = ThenAndNow.Answer.find(
                                    answer.path(ThenAndNow.ANSWER).asString(""))
                            .map(one -> AssessmentWords.text("same." + one.word()))
                            .orElse("");
                    String why = answer.path(ThenAndNow.WHY).asString("");
                    sheet.line(Boxes.column(
                            1,
                            Boxes.text(event(now, entry.getKey())),
                            Boxes.text(
                                    AssessmentWords.text(
                                            "now-read",
                                            event(
                                                    now,
                                                    answer.path(ThenAndNow.NOW).asString(""))),
                                    "text-quiet"),
                            Boxes.text(why.isBlank() ? same : same + ": " + why, "strong")));
                }));
        return Boxes.column(2, Boxes.heading(AssessmentWords.text("then-title")), sheet);
    }

    private static String event(Read now, String id) {
        return now.evidence()
                .find(id)
                .map(AssessmentWords::source)
                .orElse(AssessmentWords.text(id.isEmpty() ? "now-none" : "source.gone"));
    }

    private void signing(Read now) {
        Assessment assessment = now.assessment();
        VBox content = Boxes.column(5, Boxes.section(AssessmentWords.text("sign-part")));
        if (!assessment.hasAnswers() && assessment.isAuthorised()) {
            content.getChildren()
                    .add(new NoticeBar(
                            "assessment-dates-only", NoticeBar.Kind.PLAIN, AssessmentWords.text("dates-only")));
        }
        content.getChildren().add(steps(assessment));
        if (assessment.isInConflict()) {
            content.getChildren()
                    .add(new NoticeBar(
                            "assessment-conflict", NoticeBar.Kind.WARNING, AssessmentWords.text("in-conflict")));
        }
        managerAnswers(now, content);
        content.getChildren()
                .addAll(new FinishedRecord(desk.staff(), desk.children(), today())
                        .additions(assessment.states().values().iterator().next()));
        if (mine(now) && AssessmentWords.isAtManager(assessment)) {
            now.form().ifPresent(form -> {
                var box = new SignOffBox(
                        desk,
                        assessment,
                        form,
                        now.signing(),
                        now.late(),
                        () -> desk.doors().read(record));
                sign = box;
                content.getChildren().add(box);
            });
        }
        frame.content().getChildren().add(content);
    }

    private Node steps(Assessment assessment) {
        var sheet = new Sheet();
        sheet.line(Boxes.text(AssessmentWords.text(
                "begun-by",
                Words.shortDay(assessment.begun()),
                RecordWords.author(desk.staff(), assessment.begunBy()))));
        for (Assessment.Taken taken : assessment.steps()) {
            var line = Boxes.column(
                    1,
                    Boxes.text(
                            AssessmentWords.text(
                                    "step." + taken.step().word(),
                                    RecordWords.author(desk.staff(), taken.by()),
                                    Words.moment(taken.at(), today())),
                            "strong"));
            if (!taken.why().isBlank()) {
                line.getChildren().add(Boxes.text(taken.why(), "reading"));
            }
            if (taken.parked()) {
                line.getChildren().add(Boxes.text(AssessmentWords.text("step-parked"), "text-hint"));
            } else if (taken.unsent()) {
                line.getChildren().add(Boxes.text(AssessmentWords.text("step-unsent"), "text-hint"));
            }
            sheet.line(line);
        }
        if (assessment.steps().isEmpty() && assessment.authorisedOn().isPresent()) {
            sheet.line(Boxes.text(AssessmentWords.text(
                    "authorised-on", Words.shortDay(assessment.authorisedOn().orElseThrow()))));
        }
        return sheet;
    }

    private static void managerAnswers(Read now, VBox content) {
        Answered answers = Answered.of(now.assessment().manager());
        now.form().ifPresent(form -> {
            for (Question question : form.ofManager()) {
                GuidedAnswer answer = answers.get(question, "");
                if (!answer.isBlank()) {
                    content.getChildren()
                            .add(Boxes.column(
                                    1,
                                    Boxes.text(question.question(), "text-question"),
                                    Boxes.text(answer.text(), "reading")));
                }
            }
        });
    }

    private void foot() {
        Read now = read;
        if (now == null) {
            return;
        }
        SignOffBox box = sign;
        if (box != null) {
            frame.foot(box.buttons());
            return;
        }
        boolean last = here.equals(SIGN);
        if (!last) {
            boolean narrow = Breadth.of(frame).getValue() == Breadth.NARROW;
            int next = parts().indexOf(here) + 1;
            String words = parts().get(next).equals(SIGN)
                    ? AssessmentWords.text("sign-part")
                    : sections().get(next);
            var go = Buttons.of(
                    "assessment-read-go",
                    narrow ? AssessmentWords.text("next-part") : AssessmentWords.text("next", words),
                    () -> move(1));
            go.getStyleClass().add("accent");
            frame.foot(go);
            return;
        }
        Assessment assessment = now.assessment();
        var buttons = Boxes.row(2);
        boolean open = !assessment.isAuthorised() && !AssessmentWords.isAtManager(assessment);
        if (open || now.writing().isPresent()) {
            var go = Buttons.of("assessment-go-on-writing", AssessmentWords.text("go-on"), this::goOn);
            go.getStyleClass().add("accent");
            buttons.getChildren().add(go);
        }
        if (assessment.isAuthorised()) {
            buttons.getChildren()
                    .add(Buttons.of(
                            "assessment-amend",
                            AssessmentWords.text("amend"),
                            () -> desk.doors().amend(assessment.children().getFirst(), record)));
        }
        if (buttons.getChildren().isEmpty()) {
            frame.foot();
        } else {
            frame.foot(buttons);
        }
    }

    private void goOn() {
        desk.background()
                .ask(
                        Lane.STORE,
                        () -> desk.assessments().goOn(record),
                        draft -> desk.doors().write(draft.id()));
    }

    private void mainAction() {
        SignOffBox box = sign;
        if (box != null) {
            box.main();
        } else if (!here.equals(SIGN)) {
            move(1);
        } else if (read != null
                && !read.assessment().isAuthorised()
                && !read.assessment().isAt(Step.SENT)) {
            goOn();
        }
    }
}
