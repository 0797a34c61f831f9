package org.alongside.chronology.view;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javafx.collections.SetChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.alongside.kernel.Json;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.record.Drafts.Draft;
import org.alongside.ui.Command;
import org.alongside.ui.Page;
import org.alongside.ui.Target;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.CheckQuestion;
import org.alongside.ui.control.Choice;
import org.alongside.ui.control.DateField;
import org.alongside.ui.control.ErrorSummary;
import org.alongside.ui.control.KnowBox;
import org.alongside.ui.control.LineQuestion;
import org.alongside.ui.control.LongQuestion;
import org.alongside.ui.control.PageFrame;
import org.alongside.ui.control.RadioQuestion;
import org.alongside.ui.control.SavedMark;
import org.alongside.ui.control.TimeField;
import org.alongside.ui.form.Ties;
import org.alongside.ui.task.Lane;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writing a case note: one page, the commonest record of all. What it was, when, with whom, what was
/// said and done, and a child's own words apart.
final class WriteNotePage implements Page {
    private static final List<String> KINDS =
            List.of("call", "message", "email", "meeting", "letter", "contact", "other");

    private final NoteDesk desk;
    private final UUID draft;
    private final StackPane root = new StackPane();
    private final PageFrame frame = PageFrame.work("note-write", text("write"));
    private final SavedMark mark = new SavedMark("note-saved");
    private final ErrorSummary errors = new ErrorSummary("note-errors");
    private final Button main = Buttons.of("note-finish", text("finish"), this::finish);
    private Subscription subscriptions = Subscription.EMPTY;
    private @Nullable WriteNote note;
    private @Nullable Ties ties;
    private ObjectNode lastPlace = Json.object();

    WriteNotePage(NoteDesk desk, UUID draft) {
        this.desk = desk;
        this.draft = draft;
        main.getStyleClass().add("accent");
        main.setAccessibleHelp("Ctrl+Enter");
        frame.end(mark)
                .foot(
                        main,
                        Buttons.of(
                                "note-leave", text("leave"), () -> desk.router().back()),
                        Boxes.space(),
                        Boxes.text(text("never-overwritten"), "text-quiet"));
        root.getChildren().add(frame);
    }

    static String text(String key, Object... arguments) {
        return Texts.of("chronology.view." + key, arguments);
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public Node first() {
        return frame.title();
    }

    @Override
    public String hint() {
        return text("keys");
    }

    @Override
    public List<Command> commands() {
        return List.of(Command.of("note-finish", text("finish"), "Ctrl+Enter", this::finish));
    }

    private record Opened(Draft draft, NoteNames names) {}

    @Override
    public void attached() {
        desk.background()
                .ask(
                        Lane.STORE,
                        () -> desk.drafts()
                                .find(draft)
                                .map(found -> new Opened(found, NoteNames.read(desk, found.children()))),
                        found -> found.ifPresentOrElse(
                                this::open,
                                () -> frame.content().getChildren().setAll(Boxes.text(text("draft-gone")))));
    }

    @Override
    public void detached() {
        subscriptions.unsubscribe();
        if (note != null) {
            note.left();
        }
    }

    private void open(Opened opened) {
        var writing = new WriteNote(desk, opened.draft());
        note = writing;
        lastPlace = opened.draft().place().deepCopy();
        writing.whereabouts(this::whereabouts);
        frame.sub(opened.names().about());
        var tied = new Ties(writing.writing());
        ties = tied;
        questions(writing, tied, opened.names());
        subscriptions = Subscription.combine(
                writing.savedProperty().subscribe(mark::show),
                writing.finishingProperty().subscribe(busy -> main.setDisable(busy)),
                root.sceneProperty()
                        .flatMap(Scene::windowProperty)
                        .flatMap(Window::focusedProperty)
                        .orElse(false)
                        .subscribe((was, is) -> writing.left()),
                root.sceneProperty().flatMap(s -> s.focusOwnerProperty()).subscribe(owner -> {
                    if (isInContent(owner)) {
                        writing.moved();
                    }
                    writing.left();
                }));
        goBack(opened.draft().place());
    }

    private void questions(WriteNote writing, Ties tied, NoteNames names) {
        RadioQuestion<String> kind = tied.radio(
                new RadioQuestion<>(
                        "note-kind",
                        text("kind"),
                        KINDS.stream().map(k -> Choice.of(k, text("kind-" + k))).toList()),
                "kind");
        kind.large();
        var day = new DateField("note-at", text("day"), desk.clock());
        day.within(writing.bounds()).quick(0, -1);
        day.large();
        var time = new TimeField("note-at-time", text("time"));
        tied.moment(day, time, "at");
        LongQuestion words = tied.lines(new LongQuestion("note-text", text("text"), desk.clock()), "text");
        words.large();
        words.hint(text("text-hint"));
        words.text().lines(5);
        KnowBox said = tied.know(
                KnowBox.asking(
                        "note-words",
                        KnowBox.Kind.WORDS,
                        text("child-said", names.child()),
                        text("words-hint"),
                        desk.clock()),
                "child_words");
        frame.content().getChildren().setAll(errors, kind, day, time);
        with(writing, tied, names);
        frame.content().getChildren().addAll(words, said);
    }

    /// People the record knows, and a line for anybody else.
    private void with(WriteNote writing, Ties tied, NoteNames names) {
        var known = new LinkedHashSet<String>();
        String other = "";
        for (JsonNode person : writing.writing().get("with")) {
            String id = person.isObject() ? person.path("person").asString("") : person.asString("");
            if (person.has("name")) {
                other = person.path("name").asString("");
            } else if (names.people().containsKey(id)) {
                known.add(id);
            }
        }
        var someone = new LineQuestion("note-with-other", text("with-other"));
        someone.text().setText(other);
        Set<String> chosen = known;
        Runnable put = () -> {
            ArrayNode people = Json.array();
            chosen.forEach(people::add);
            if (!someone.typed().isBlank()) {
                people.add(Json.object().put("name", someone.typed().strip()).put("relation", text("not-known")));
            }
            writing.writing().put("with", people.isEmpty() ? null : people);
        };
        someone.textProperty().subscribe((was, is) -> put.run());
        if (!names.people().isEmpty()) {
            var ticks = new CheckQuestion<>(
                    "note-with",
                    text("with"),
                    names.people().entrySet().stream()
                            .map(person -> Choice.of(person.getKey(), person.getValue()))
                            .toList());
            ticks.named("with");
            ticks.large();
            ticks.choose(List.copyOf(known));
            ticks.values().addListener((SetChangeListener<String>) change -> {
                chosen.clear();
                chosen.addAll(ticks.values());
                put.run();
            });
            tied.add(ticks);
            frame.content().getChildren().add(ticks);
        }
        frame.content().getChildren().add(someone);
    }

    private void finish() {
        WriteNote writing = note;
        if (writing != null) {
            writing.finish(
                    at -> desk.router().go(Target.of(NoteScreens.NOTE, "note", draft.toString())), this::putRight);
        }
    }

    private void putRight(List<Problem> problems) {
        Ties tied = ties;
        if (tied != null) {
            frame.toTop();
            errors.show(problems, tied.answers(), text("errors-where"));
        }
    }

    private boolean isInContent(@Nullable Node owner) {
        for (Node at = owner; at != null; at = at.getParent()) {
            if (at == frame.content()) {
                return true;
            }
        }
        return false;
    }

    private ObjectNode whereabouts() {
        Node owner = root.getScene() == null ? null : root.getScene().getFocusOwner();
        if (owner != null && owner.getId() != null && isInContent(owner)) {
            ObjectNode place = Json.object();
            place.put("field", owner.getId());
            place.put("caret", owner instanceof TextInputControl field ? field.getCaretPosition() : 0);
            lastPlace = place;
        }
        return lastPlace;
    }

    /// The same field, the very caret.
    private void goBack(ObjectNode place) {
        root.applyCss();
        Node goal = place.has("field")
                ? frame.content().lookup("#" + place.path("field").asString(""))
                : null;
        if (goal != null) {
            goal.requestFocus();
            if (goal instanceof TextInputControl field) {
                field.positionCaret(Math.min(place.path("caret").intValue(0), field.getLength()));
            }
        }
    }
}
