package org.alongside.chronology.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.alongside.child.ChildSummary;
import org.alongside.child.view.ChildTab;
import org.alongside.child.view.Named;
import org.alongside.child.view.RecordWords;
import org.alongside.chronology.Notes;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Texts;
import org.alongside.record.Amended;
import org.alongside.record.RecordState;
import org.alongside.ui.Words;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.EmptyState;
import org.alongside.ui.control.KnowBox;
import org.alongside.ui.control.Link;
import org.alongside.ui.control.Sheet;
import org.alongside.ui.task.Lane;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The case notes of one child with their text, newest first.
public final class NotesTab implements ChildTab {
    /// Notes drawn at first; the others come on demand, so that a long record opens at once.
    private static final int FIRST = 20;

    private final ChronologyDesk desk;
    private final ChildSummary child;
    private final VBox content = Boxes.column(4);
    private int most = FIRST;
    private Read read = new Read(List.of(), Named.NOBODY);

    private record Read(List<RecordState> notes, Named named) {}

    public NotesTab(ChronologyDesk desk, ChildSummary child) {
        this.desk = desk;
        this.child = child;
    }

    @Override
    public Node node() {
        return content;
    }

    @Override
    public void attached() {
        desk.background()
                .ask(
                        Lane.STORE,
                        () -> new Read(
                                desk.notes().of(child.id()), Named.around(child.id(), desk.children(), desk.staff())),
                        now -> {
                            read = now;
                            draw();
                        });
    }

    private void draw() {
        var add = Buttons.of(
                "notes-add",
                Texts.of("chronology.notes.add-long", child.shortName()),
                () -> desk.doors().newNote(child.id()));
        add.setAccessibleHelp("Ctrl+Shift+N");
        content.getChildren().clear();
        if (read.notes().isEmpty()) {
            content.getChildren().addAll(new EmptyState(Texts.of("chronology.notes.none", child.shortName())), add);
            return;
        }
        var sheet = new Sheet();
        read.notes().stream().limit(most).forEach(note -> sheet.line(note(note)));
        content.getChildren().addAll(add, sheet);
        if (read.notes().size() > most) {
            content.getChildren()
                    .add(new Link(
                            "notes-more",
                            Texts.of("chronology.notes.more", read.notes().size() - most),
                            () -> {
                                most += FIRST;
                                draw();
                            }));
        }
    }

    private Node note(RecordState state) {
        LocalDate today = Clocks.today(desk.clock());
        ObjectNode note = Amended.value(state, "record");
        var finished = new FinishedRecord(desk.staff(), desk.children(), today);
        boolean withdrawn = state.withdrawal().isPresent();
        String kind = RecordWords.value("note", note.path("kind").asString("other"));
        var at = Notes.at(state);
        String when = Words.shortDay(Clocks.day(at)) + " " + Words.time(at);
        String with = with(note.path("with"));
        var title = Boxes.text(
                with.isEmpty()
                        ? Texts.of("chronology.notes.title", kind, when)
                        : Texts.of("chronology.notes.title-with", kind, with, when),
                "strong");
        title.setMaxWidth(Double.MAX_VALUE);
        var head = Boxes.lineOfText(3, Boxes.growing(title));
        if (!withdrawn) {
            head.getChildren()
                    .add(new Link(
                                    "note-open-" + state.record(),
                                    Texts.of("chronology.notes.open"),
                                    () -> desk.doors().openNote(state.record()))
                            .called(Texts.of("chronology.notes.open-what", kind, when)));
        }
        var box = Boxes.column(1, head);
        box.getChildren()
                .add(Boxes.text(note.path("text").asString(""), "reading", withdrawn ? "text-quiet" : "text-body"));
        String words = note.path("child_words").asString("");
        if (!words.isBlank()) {
            box.getChildren()
                    .add(KnowBox.reading(
                            "note-words-" + state.record(),
                            KnowBox.Kind.WORDS,
                            Texts.of("chronology.notes.said", child.shortName()),
                            Boxes.text(Texts.of("chronology.quote", words), "text-lead", "reading")));
        }
        box.getChildren().add(Boxes.text(finished.by(state), "text-by"));
        box.getChildren().addAll(finished.additions(state));
        return box;
    }

    private String with(JsonNode people) {
        var names = new ArrayList<String>();
        people.forEach(person -> names.add(
                read.named().nameOf(person.isObject() ? person.path("person").asString("") : person.asString(""))));
        return String.join(", ", names);
    }
}
