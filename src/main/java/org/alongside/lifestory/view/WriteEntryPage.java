package org.alongside.lifestory.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.alongside.child.ChildSummary;
import org.alongside.child.view.KeptWriting;
import org.alongside.child.view.Named;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Json;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.lifestory.EntryDraft;
import org.alongside.lifestory.PartialDay;
import org.alongside.record.Drafts;
import org.alongside.record.StreamId;
import org.alongside.ui.Command;
import org.alongside.ui.Page;
import org.alongside.ui.Target;
import org.alongside.ui.control.Answer;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.ErrorSummary;
import org.alongside.ui.control.KnowBox;
import org.alongside.ui.control.NoticeBar;
import org.alongside.ui.control.PageFrame;
import org.alongside.ui.control.SavedMark;
import org.alongside.ui.task.Lane;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// One small thing for a child's life story: a few questions, a photograph, done in under a minute. Kept as
/// a draft while it is written; what a child said on a visit is offered, never written by the program.
final class WriteEntryPage implements Page {
    private final LifeStoryDesk desk;
    private final UUID child;
    private final Target target;
    private final PageFrame frame = PageFrame.work("life-write", text("write"));
    private final ErrorSummary errors = new ErrorSummary("life-errors");
    private final SavedMark mark = new SavedMark("life-saved");
    private final Command save;
    private @Nullable KeptWriting kept;
    private @Nullable EntryQuestions questions;
    private boolean saving;
    private boolean thrown;

    /// @param target has the child's id as `child`; `visit` when it is a small thing left from that visit;
    ///     `draft` to go on with one
    WriteEntryPage(LifeStoryDesk desk, Target target) {
        this.desk = desk;
        this.target = target;
        this.child = UUID.fromString(target.get("child"));
        save = Command.of("life-save", text("save"), "Ctrl+Enter", this::save);
        frame.end(mark);
        frame.foot(
                Boxes.row(
                        2,
                        Buttons.main(save),
                        Buttons.of(
                                "life-leave", text("leave"), () -> desk.router().back()),
                        Buttons.quiet("life-throw", text("throw"), this::throwAway)),
                Boxes.space(),
                Boxes.text(text("never-overwritten"), "text-hint"));
        frame.addEventFilter(KeyEvent.KEY_PRESSED, this::pasted);
    }

    static String text(String key, Object... arguments) {
        return Texts.of("lifestory.view." + key, arguments);
    }

    /// A visit as far as this page wants to know it.
    private record Visited(String words, String day) {
        private static final Visited NOT = new Visited("", "");
    }

    private record Read(Optional<ChildSummary> child, Named named, Optional<Drafts.Draft> draft, Visited visited) {}

    @Override
    public Node node() {
        return frame;
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
    public boolean holds() {
        return thrown;
    }

    @Override
    public List<Command> commands() {
        return List.of(save);
    }

    @Override
    public void attached() {
        desk.background().ask(Lane.STORE, this::read, this::draw);
    }

    @Override
    public void detached() {
        KeptWriting writing = kept;
        if (writing != null) {
            writing.autosave().now();
        }
    }

    private Read read() {
        return new Read(
                desk.children().find(child), Named.around(child, desk.children(), desk.staff()), stored(), visited());
    }

    private Optional<Drafts.Draft> stored() {
        String draft = target.arguments().getOrDefault("draft", "");
        String visit = target.arguments().getOrDefault("visit", "");
        return desk.drafts().all().stream()
                .filter(one ->
                        one.kind().equals(EntryDraft.KIND) && one.children().contains(child))
                .filter(one -> draft.isEmpty()
                        ? one.place().path("visit").asString("").equals(visit)
                        : one.id().toString().equals(draft))
                .findFirst();
    }

    private Visited visited() {
        String visit = target.arguments().getOrDefault("visit", "");
        if (visit.isEmpty()) {
            return Visited.NOT;
        }
        return desk.log()
                .find(StreamId.ofCase(child), UUID.fromString(visit))
                .map(state -> new Visited(
                        state.value("record", "child").path("child_words").asString(""),
                        day(state.value("record", "visit").path("started_at").asString(""))))
                .orElse(Visited.NOT);
    }

    private static String day(String moment) {
        try {
            return moment.isEmpty() ? "" : Clocks.day(Clocks.moment(moment)).toString();
        } catch (java.time.DateTimeException e) {
            return "";
        }
    }

    private void draw(Read read) {
        ChildSummary who = read.child().orElse(null);
        if (who == null) {
            frame.content().getChildren().setAll(Boxes.text(text("child-gone")));
            return;
        }
        thrown = false;
        var writing = new KeptWriting(
                desk.drafts(),
                desk.background(),
                desk.timers(),
                desk.clock(),
                read.draft().orElseGet(() -> begun(read.visited())),
                read.draft().isPresent());
        kept = writing;
        writing.autosave().stateProperty().subscribe(mark::show);
        frame.sub(who.name());
        var asked = new EntryQuestions(desk, who, read.named(), writing.writing());
        questions = asked;
        frame.content().getChildren().setAll(errors);
        if (!read.visited().words().isBlank()) {
            frame.content().getChildren().add(offer(who, read.visited(), asked));
        }
        frame.content().getChildren().addAll(asked.nodes());
    }

    private Drafts.Draft begun(Visited visited) {
        Instant now = desk.clock().instant();
        ObjectNode body = Json.object();
        body.put("kind", "memory");
        if (!visited.day().isEmpty()) {
            body.set(EntryDraft.WHEN, new PartialDay(visited.day(), "exact").json());
        }
        ObjectNode place = Json.object();
        target.arguments().entrySet().stream()
                .filter(argument -> argument.getKey().equals("visit"))
                .forEach(argument -> place.put("visit", argument.getValue()));
        return new Drafts.Draft(desk.ids().get(), EntryDraft.KIND, List.of(child), body, place, now, now);
    }

    /// What the child said then, to be taken over by whoever thinks it belongs here.
    private static Node offer(ChildSummary who, Visited visited, EntryQuestions asked) {
        return KnowBox.reading(
                "life-offered",
                KnowBox.Kind.WORDS,
                text("offered", who.shortName()),
                Boxes.text(text("quote", visited.words()), "text-lead", "reading"),
                Buttons.of("life-use-words", text("use-words"), () -> asked.takeWords(visited.words())));
    }

    /// Ctrl+V anywhere takes a copied picture; in a field, text that was copied goes on being text.
    private void pasted(KeyEvent event) {
        EntryQuestions asked = questions;
        boolean paste = event.getCode() == KeyCode.V && event.isShortcutDown() && !event.isAltDown();
        if (paste && asked != null && !thrown) {
            boolean inField = frame.getScene() != null && frame.getScene().getFocusOwner() instanceof TextInputControl;
            if (asked.photo().pasteIfPicture() || !inField) {
                event.consume();
            }
        }
    }

    private void save() {
        KeptWriting writing = kept;
        EntryQuestions asked = questions;
        if (writing == null || asked == null || saving || thrown) {
            return;
        }
        List<Problem> problems = asked.problems();
        if (!problems.isEmpty()) {
            wrong(problems);
            return;
        }
        saving = true;
        ObjectNode body = writing.writing().body().deepCopy();
        ObjectNode place = writing.writing().place().deepCopy();
        writing.autosave().now();
        UUID id = writing.id();
        desk.background()
                .ask(
                        Lane.STORE,
                        () -> {
                            Drafts.Draft begun = writing.begun();
                            desk.drafts()
                                    .keep(new Drafts.Draft(
                                            id,
                                            begun.kind(),
                                            begun.children(),
                                            body,
                                            place,
                                            begun.begunAt(),
                                            desk.clock().instant()));
                            return desk.story().finish(id);
                        },
                        done -> {
                            writing.finished();
                            kept = null;
                            desk.doors().openStory(child);
                        },
                        why -> {
                            saving = false;
                            if (why instanceof BadInput bad) {
                                wrong(EntryQuestions.asked(bad.problems()));
                            } else {
                                desk.background().fault(why);
                            }
                        });
    }

    private void wrong(List<Problem> problems) {
        EntryQuestions asked = questions;
        List<Answer> answers = asked == null ? List.of() : new ArrayList<>(asked.answers());
        frame.toTop();
        errors.show(problems, answers, text("errors-where"));
    }

    /// Throwing away can be undone, here and for 30 days from the drafts.
    private void throwAway() {
        KeptWriting writing = kept;
        if (writing == null || thrown) {
            return;
        }
        boolean stored = writing.finishing() != null;
        UUID id = writing.id();
        writing.discard(() -> {
            kept = null;
            questions = null;
            if (!stored) {
                desk.router().back();
                return;
            }
            thrown = true;
            var undo = Buttons.of("life-undo", text("undo"), () -> restore(id));
            frame.content()
                    .getChildren()
                    .setAll(
                            new NoticeBar("life-thrown", NoticeBar.Kind.PLAIN, text("thrown"), undo),
                            Buttons.of(
                                    "life-back",
                                    text("back-to-story"),
                                    () -> desk.doors().openStory(child)));
            undo.requestFocus();
        });
    }

    private void restore(UUID id) {
        desk.background()
                .ask(
                        Lane.STORE,
                        () -> {
                            desk.drafts().restore(id);
                            return read();
                        },
                        read -> {
                            draw(read);
                            frame.title().requestFocus();
                        });
    }
}
