package org.alongside.guided.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.Node;
import org.alongside.child.ChildSummary;
import org.alongside.child.view.DefinitionForm;
import org.alongside.child.view.KeptWriting;
import org.alongside.child.view.Named;
import org.alongside.guided.TypedEvents;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Json;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.record.Drafts;
import org.alongside.record.RecordState;
import org.alongside.record.RecordType;
import org.alongside.record.StreamId;
import org.alongside.ui.Command;
import org.alongside.ui.Page;
import org.alongside.ui.Target;
import org.alongside.ui.control.Answer;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.CheckQuestion;
import org.alongside.ui.control.Choice;
import org.alongside.ui.control.EmptyState;
import org.alongside.ui.control.ErrorSummary;
import org.alongside.ui.control.LongQuestion;
import org.alongside.ui.control.NoticeBar;
import org.alongside.ui.control.PageFrame;
import org.alongside.ui.control.SavedMark;
import org.alongside.ui.form.Ties;
import org.alongside.ui.task.Lane;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Records a typed event, a chronology event before all, on a page drawn from its definition. An event
/// of brothers and sisters is written once, for each of them.
public final class TypedEventPage implements Page {
    public static final String SCREEN = "record-event";
    /// The kind of its drafts; the body names the type.
    public static final String DRAFT = "event";

    private static final String CHRONOLOGY = "chronology_entry";
    private static final String ANSWERS = "answers";
    private static final String ABOUT = "children";
    private static final String RECORD = "record";
    private static final String WHY = "why";

    private final GuidedDesk desk;
    private final UUID child;
    private final RecordType type;
    /// The open record that is filled in or changed; none for a new one.
    private final Optional<UUID> record;
    private final PageFrame frame;
    private final ErrorSummary errors = new ErrorSummary("event-errors");
    private final SavedMark mark = new SavedMark("event-mark");
    private final Command save;
    private @Nullable KeptWriting kept;
    private @Nullable Ties ties;
    private ObjectNode before = Json.object();
    private boolean saving;

    /// @param target has the child's id as `child`, the record type as `type` (a chronology event when
    ///     left out), and as `record` the open record that is to be filled in
    public TypedEventPage(GuidedDesk desk, Target target) {
        this.desk = desk;
        this.child = UUID.fromString(target.get("child"));
        this.type = desk.types().get(target.arguments().getOrDefault("type", CHRONOLOGY));
        this.record = Optional.ofNullable(target.arguments().get(RECORD)).map(UUID::fromString);
        this.frame = PageFrame.work("event", title());
        save = Command.of("event-save", Texts.of("guided.event.save"), "Ctrl+Enter", this::save);
        frame.end(mark);
        frame.foot(
                Boxes.row(
                        2,
                        Buttons.main(save),
                        Buttons.quiet("event-throw", Texts.of("guided.event.throw"), this::throwAway)),
                Boxes.space(),
                Boxes.text(Texts.of("guided.event.keys"), "text-hint"));
    }

    private String title() {
        return type.id().equals(CHRONOLOGY) ? Texts.of("guided.event.title-chronology") : type.title();
    }

    private record Read(
            List<ChildSummary> family, List<Drafts.Draft> drafts, Named named, Optional<RecordState> open) {}

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
        return List.of(save);
    }

    @Override
    public void attached() {
        desk.background()
                .ask(
                        Lane.STORE,
                        () -> new Read(
                                desk.children().family(child),
                                desk.drafts().all(),
                                Named.around(child, desk.children(), desk.staff(), desk.log()),
                                record.flatMap(id -> desk.log().find(StreamId.ofCase(child), id))),
                        this::draw);
    }

    @Override
    public void detached() {
        if (kept != null) {
            kept.autosave().now();
        }
    }

    private void draw(Read read) {
        if (record.isPresent()
                && read.open().filter(open -> open.withdrawal().isEmpty()).isEmpty()) {
            frame.content().getChildren().setAll(new EmptyState(Texts.of("guided.amend.gone")));
            frame.foot();
            return;
        }
        if (!desk.mayRecord(type)) {
            frame.content().getChildren().setAll(new EmptyState(Texts.of("guided.event.others", type.title())));
            frame.foot();
            return;
        }
        before = read.open().map(TypedEvents::answers).orElseGet(Json::object);
        Optional<Drafts.Draft> stored = read.drafts().stream()
                .filter(draft -> draft.kind().equals(DRAFT)
                        && draft.children().contains(child)
                        && draft.body().path("type").asString("").equals(type.id())
                        && draft.body()
                                .path(RECORD)
                                .asString("")
                                .equals(record.map(UUID::toString).orElse("")))
                .findFirst();
        var writing = new KeptWriting(
                desk.drafts(),
                desk.background(),
                desk.timers(),
                desk.clock(),
                stored.orElseGet(this::begun),
                stored.isPresent());
        kept = writing;
        writing.autosave().stateProperty().subscribe(mark::show);
        var tied = new Ties(writing.writing());
        ties = tied;
        String names = read.family().stream()
                .filter(one -> one.id().equals(child))
                .map(ChildSummary::name)
                .findFirst()
                .orElse("");
        frame.sub(Texts.of("guided.event.about", names));
        var form = new DefinitionForm(
                "event",
                type.id(),
                TypedEvents.definition(type, desk.types()).fields(),
                ANSWERS + ".",
                writing.writing(),
                tied,
                read.named(),
                desk.clock());
        frame.content().getChildren().setAll(errors);
        if (type.id().equals(CHRONOLOGY)) {
            frame.content().getChildren().add(Boxes.text(Texts.of("guided.event.hint"), "text-quiet", "reading"));
        }
        if (type.restricted()) {
            frame.content()
                    .getChildren()
                    .add(new NoticeBar("event-restricted", NoticeBar.Kind.WARNING, Texts.of("guided.restricted")));
        }
        frame.content().getChildren().add(form);
        if (record.isPresent()) {
            var why = new LongQuestion("event-why", Texts.of("guided.event.why"), desk.clock());
            why.hint(Texts.of("guided.event.why-hint"));
            frame.content().getChildren().add(tied.when(tied.lines(why, WHY), () -> isReplacing(writing)));
        } else if (read.family().size() > 1) {
            frame.content().getChildren().add(about(read.family(), writing, tied));
        }
        writing.writing().onChange(tied::refresh);
    }

    /// Whether an answer that the record has already is another one now.
    private boolean isReplacing(KeptWriting writing) {
        JsonNode answers = writing.writing().get(ANSWERS);
        return before.properties().stream()
                .anyMatch(answer -> !answer.getValue().equals(answers.path(answer.getKey())));
    }

    private Drafts.Draft begun() {
        ObjectNode body = Json.object();
        body.put("type", type.id());
        body.putArray(ABOUT).add(child.toString());
        record.ifPresent(id -> {
            body.put(RECORD, id.toString());
            body.set(ANSWERS, before.deepCopy());
        });
        var now = desk.clock().instant();
        return new Drafts.Draft(desk.ids().get(), DRAFT, List.of(child), body, Json.object(), now, now);
    }

    private Node about(List<ChildSummary> family, KeptWriting writing, Ties tied) {
        var question = new CheckQuestion<String>(
                "event-about",
                Texts.of("guided.event.whom"),
                family.stream()
                        .map(one -> Choice.of(one.id().toString(), one.name()))
                        .toList());
        return tied.checks(question, ABOUT);
    }

    private void save() {
        KeptWriting writing = kept;
        Ties tied = ties;
        if (writing == null || tied == null || saving) {
            return;
        }
        ObjectNode answers =
                writing.writing().get(ANSWERS) instanceof ObjectNode given ? given.deepCopy() : Json.object();
        var about = new ArrayList<UUID>();
        for (JsonNode one : writing.writing().get(ABOUT)) {
            about.add(UUID.fromString(one.asString("")));
        }
        var problems = new ArrayList<>(DefinitionForm.halfTyped(tied));
        desk.events().check(type.id(), answers).all().stream()
                .map(problem -> problem.under(ANSWERS))
                .filter(problem -> problems.stream().noneMatch(half -> Objects.equals(half.field(), problem.field())))
                .forEach(problems::add);
        if (about.isEmpty()) {
            problems.add(new Problem("child-missing", ABOUT, Texts.of("guided.event.whom-missing"), null));
        }
        String why = writing.writing().text(WHY).strip();
        if (record.isPresent() && isReplacing(writing) && why.isEmpty()) {
            problems.add(new Problem("reason-missing", WHY, Texts.of("guided.amend.why-missing"), null));
        }
        if (record.isPresent() && answers.equals(before)) {
            problems.add(new Problem("change-empty", null, Texts.of("guided.event.nothing"), null));
        }
        if (!problems.isEmpty()) {
            wrong(problems);
            return;
        }
        saving = true;
        writing.autosave().now();
        UUID draft = writing.finishing();
        desk.background()
                .ask(
                        Lane.STORE,
                        () -> record.isPresent()
                                ? desk.events().fillIn(record.get(), before, answers, why.isEmpty() ? null : why, draft)
                                : desk.events().save(type.id(), about, answers, draft),
                        done -> {
                            writing.finished();
                            desk.doors().openTab(child, type.id().equals(CHRONOLOGY) ? "chronology" : "records");
                        },
                        failed -> {
                            saving = false;
                            if (failed instanceof BadInput bad) {
                                wrong(bad.problems().stream()
                                        .map(problem -> problem.under(ANSWERS))
                                        .toList());
                            } else {
                                desk.background().fault(failed);
                            }
                        });
    }

    private void wrong(List<Problem> problems) {
        List<Answer> answers = ties == null ? List.of() : ties.answers();
        errors.show(GuidedWords.kindly(type, problems, ANSWERS), answers, Texts.of("guided.event.where"));
        frame.toTop();
    }

    private void throwAway() {
        KeptWriting writing = kept;
        if (writing != null) {
            writing.discard(desk.doors()::back);
        }
    }
}
