package org.alongside.chronology.view;

import static org.alongside.chronology.view.WriteNotePage.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.alongside.chronology.Notes;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Json;
import org.alongside.kernel.Problem;
import org.alongside.kernel.TypedText;
import org.alongside.record.CaseLog;
import org.alongside.record.Change;
import org.alongside.record.Operation;
import org.alongside.record.RecordState;
import org.alongside.ui.Page;
import org.alongside.ui.Words;
import org.alongside.ui.control.Answer;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.ErrorSummary;
import org.alongside.ui.control.KnowBox;
import org.alongside.ui.control.LineQuestion;
import org.alongside.ui.control.LongQuestion;
import org.alongside.ui.control.NoticeBar;
import org.alongside.ui.control.PageFrame;
import org.alongside.ui.control.Sheet;
import org.alongside.ui.control.SummaryList;
import org.alongside.ui.task.Lane;
import org.alongside.ui.theme.Icons;
import tools.jackson.databind.JsonNode;

/// A finished case note: read, added to with a reason, never overwritten.
final class NotePage implements Page {
    private final NoteDesk desk;
    private final UUID note;
    private final PageFrame frame = PageFrame.work("note", text("note"));
    private final VBox adding = Boxes.column(4);

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
            closed();
            content.getChildren().add(adding);
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

    private void closed() {
        adding.getChildren()
                .setAll(Boxes.row(
                        3,
                        Buttons.of("note-add", text("add"), "mdoal-edit", () -> open(true)),
                        Buttons.quiet("note-in-error", text("in-error"), () -> open(false))));
    }

    private void open(boolean more) {
        var errors = new ErrorSummary("note-add-errors");
        var words = new LongQuestion("note-added", text("add-words"), desk.clock());
        words.named("text");
        var why = new LineQuestion("note-why", text("why"));
        why.named("why").hint(text("why-hint"));
        var answers = more ? List.<Answer>of(words, why) : List.<Answer>of(why);
        var main = Buttons.of("note-add-save", text(more ? "add-save" : "in-error-save"), () -> {
            if (more && words.text().typed().isBlank()) {
                errors.show(List.of(Problem.at("text", "text-missing", text("add-missing"))), answers, "");
                return;
            }
            String reason = why.typed();
            var change = Json.object().put("text", words.text().typed());
            save(
                    errors,
                    answers,
                    () -> more
                            ? desk.amending().amend(note, change, reason)
                            : desk.amending().withdraw(note, reason, null));
        });
        main.getStyleClass().add("accent");
        adding.getChildren().setAll(errors, Boxes.section(text(more ? "add" : "in-error-title")));
        answers.forEach(answer -> adding.getChildren().add((Node) answer));
        adding.getChildren().add(Boxes.row(3, main, Buttons.quiet("note-add-close", text("close"), this::closed)));
        answers.getFirst().focusAnswer();
    }

    private void save(ErrorSummary errors, List<Answer> answers, Callable<CaseLog.Saved> work) {
        desk.background().ask(Lane.STORE, work, saved -> attached(), why -> {
            if (why instanceof BadInput bad) {
                errors.show(bad.problems(), answers, text("add-stays"));
            } else {
                desk.background().fault(why);
            }
        });
    }
}
