package org.alongside.chronology.view;

import static org.alongside.chronology.view.WriteNotePage.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.alongside.child.view.AddingTo;
import org.alongside.chronology.Notes;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.TypedText;
import org.alongside.record.CaseLog;
import org.alongside.record.Change;
import org.alongside.record.Operation;
import org.alongside.record.RecordState;
import org.alongside.record.StreamId;
import org.alongside.ui.Page;
import org.alongside.ui.Words;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.KnowBox;
import org.alongside.ui.control.NoticeBar;
import org.alongside.ui.control.PageFrame;
import org.alongside.ui.control.Sheet;
import org.alongside.ui.control.SummaryList;
import org.alongside.ui.task.Lane;
import org.alongside.ui.theme.Icons;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A finished case note: read, added to with a reason, never overwritten.
final class NotePage implements Page {
    private final NoteDesk desk;
    private final UUID note;
    private final PageFrame frame = PageFrame.work("note", text("note"));
    private @Nullable AddingTo adding;

    NotePage(NoteDesk desk, UUID note) {
        this.desk = desk;
        this.note = note;
    }

    private record Read(List<RecordState> states, NoteNames names) {}

    @Override
    public Node node() {
        return frame;
    }

    @Override
    public Node first() {
        return frame.title();
    }

    @Override
    public void detached() {
        if (adding != null) {
            adding.keepNow();
        }
    }

    @Override
    public void attached() {
        desk.background().ask(Lane.STORE, this::read, this::show);
    }

    private Read read() {
        List<RecordState> states = desk.log().streamsOf(note).stream()
                .flatMap(stream -> desk.log().find(stream, note).stream())
                .filter(state -> state.type().equals(Notes.TYPE))
                .toList();
        return new Read(
                states,
                NoteNames.read(
                        desk, states.stream().map(state -> state.stream().id()).toList()));
    }

    private void show(Read read) {
        VBox content = frame.content();
        content.getChildren().clear();
        if (read.states().isEmpty()) {
            content.getChildren().add(Boxes.text(text("note-gone")));
            return;
        }
        LocalDate today = Clocks.today(desk.clock());
        RecordState state = read.states().getFirst();
        boolean sent = read.states().stream().allMatch(s -> s.unsent() == 0 && s.parked() == 0);
        var where = Boxes.word(text(sent ? "with-council" : "on-this-laptop"), "saved-mark");
        where.setId("note-state");
        where.setGraphic(Icons.of(sent ? "mdoal-cloud_done" : "mdoal-laptop"));
        frame.sub(read.names().about()).end(where);
        String author = read.names()
                .staff()
                .getOrDefault(state.first().author(), state.first().author());
        content.getChildren()
                .add(Boxes.text(
                        text("written-by", author, Words.moment(state.first().at(), today)), "text-by"));
        state.withdrawal()
                .ifPresent(gone -> content.getChildren()
                        .add(new NoticeBar(
                                "note-withdrawn",
                                NoticeBar.Kind.WARNING,
                                text("withdrawn", gone.why() == null ? "" : gone.why()))));
        content.getChildren().add(facts(read, state));
        String said = state.value("record", "child_words").asString("");
        if (!said.isBlank()) {
            content.getChildren()
                    .add(KnowBox.reading(
                            "note-read-words",
                            KnowBox.Kind.WORDS,
                            text("child-said", read.names().child()),
                            Boxes.text(said, "text-lead")));
        }
        additions(read, state, today);
        if (state.withdrawal().isEmpty()) {
            content.getChildren().add(adding(read));
        }
    }

    private Node facts(Read read, RecordState state) {
        var list = new SummaryList("note-facts");
        String kind = state.value("record", "kind").asString("");
        list.row(text("kind"), kind.isEmpty() ? "" : text("kind-" + kind));
        var at = Notes.at(state).atZone(Clocks.LONDON);
        list.row(text("when"), Words.day(at.toLocalDate()) + ", " + Words.time(at.toLocalTime()));
        var with = new ArrayList<String>();
        for (JsonNode person : state.value("record", "with")) {
            with.add(
                    person.has("name")
                            ? TypedText.isolated(person.path("name").asString(""))
                            : read.names().people().getOrDefault(person.asString(""), text("someone")));
        }
        if (!with.isEmpty()) {
            list.row(text("with"), NoteNames.listed(with));
        }
        list.row(text("text"), state.value("record", "text").asString(""));
        return list;
    }

    private void additions(Read read, RecordState state, LocalDate today) {
        var sheet = new Sheet();
        var shown = new HashSet<UUID>();
        for (Change addition : state.additions()) {
            if (addition.operation().type().equals(Operation.AMENDMENT) && shown.add(addition.opId())) {
                String author = read.names().staff().getOrDefault(addition.author(), addition.author());
                String why = addition.why() == null ? "" : addition.why();
                JsonNode words = addition.value().path("text");
                sheet.line(Boxes.column(
                        1,
                        Boxes.text(
                                words.isString()
                                        ? words.stringValue()
                                        : addition.value().toString()),
                        Boxes.text(text("added-by", author, Words.moment(addition.at(), today), why), "text-by")));
            }
        }
        if (!shown.isEmpty()) {
            frame.content().getChildren().add(Boxes.column(2, Boxes.section(text("added")), sheet));
        }
    }

    private AddingTo adding(Read read) {
        List<UUID> children =
                read.states().stream().map(state -> state.stream().id()).toList();
        var made = new AddingTo(
                new AddingTo.Desk(
                        desk.drafts(), desk.children(), desk.background(), desk.timers(), desk.clock(), desk.ids()),
                new AddingTo.About("note", note, children, true),
                new AddingTo.Keeping() {
                    @Override
                    public CaseLog.Saved add(ObjectNode change, String why, @Nullable UUID draft) {
                        return desk.amending().finishing(draft).amend(note, change, why);
                    }

                    @Override
                    public CaseLog.Saved inError(String why, @Nullable StreamId rightChild, @Nullable UUID draft) {
                        return desk.amending().finishing(draft).withdraw(note, why, rightChild);
                    }
                },
                this::added);
        adding = made;
        return made;
    }

    /// The form is gone, and with it what had the focus.
    private void added() {
        frame.title().requestFocus();
        attached();
    }
}
