package org.alongside.visit.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.alongside.child.ChildSummary;
import org.alongside.child.view.AddingTo;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.TypedText;
import org.alongside.record.CaseLog;
import org.alongside.record.Change;
import org.alongside.record.StreamId;
import org.alongside.ui.Command;
import org.alongside.ui.Page;
import org.alongside.ui.Target;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.KnowBox;
import org.alongside.ui.control.NoticeBar;
import org.alongside.ui.control.PageFrame;
import org.alongside.ui.control.Sheet;
import org.alongside.ui.control.SideBySide;
import org.alongside.ui.control.SummaryList;
import org.alongside.ui.print.PreviewPage;
import org.alongside.ui.task.Lane;
import org.alongside.ui.theme.Icons;
import org.alongside.visit.FinishedVisit;
import org.alongside.visit.Summaries;
import org.alongside.visit.VisitRecording;
import org.alongside.visit.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A finished visit: read, added to with a reason, never overwritten. What was seen, what the child
/// said and what was thought stand apart, each in its colour and by its name.
final class FinishedVisitPage implements Page {
    private final VisitDesk desk;
    private final UUID visit;
    private final PageFrame frame = PageFrame.work("visit-finished", Asking.text("visit"));

    private final Command print = Command.of("visit-print", Asking.text("print"), "Ctrl+P", this::print);
    private final @Nullable UUID thrown;
    private @Nullable AddingTo adding;

    /// @param thrown draft of a correction that was just thrown away, to be had back from here
    FinishedVisitPage(VisitDesk desk, UUID visit, @Nullable String thrown) {
        this.desk = desk;
        this.visit = visit;
        this.thrown = thrown == null ? null : UUID.fromString(thrown);
    }

    /// The visit with the names that stand in it.
    private record Read(FinishedVisit visit, Map<UUID, VisitChild> children, Map<String, String> names) {
        String name(String id) {
            return names.getOrDefault(id, Asking.text("someone"));
        }
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
        return List.of(print);
    }

    @Override
    public void detached() {
        if (adding != null) {
            adding.keepNow();
        }
    }

    @Override
    public void attached() {
        desk.background()
                .ask(
                        Lane.STORE,
                        () -> desk.recording().find(visit).map(this::read),
                        found -> found.ifPresentOrElse(
                                this::show,
                                () -> frame.content().getChildren().setAll(Boxes.text(Asking.text("visit-gone")))));
    }

    private void print() {
        desk.router().go(Target.of(PreviewPage.SCREEN, "what", "visit").with("id", visit.toString()));
    }

    /// The form is gone, and with it what had the focus.
    private void added() {
        frame.title().requestFocus();
        attached();
    }

    private Read read(FinishedVisit found) {
        var children = new java.util.LinkedHashMap<UUID, VisitChild>();
        var names = new java.util.HashMap<String, String>();
        LocalDate day =
                Clocks.day(VisitRecording.startedAt(found.rows().getFirst().state()));
        for (FinishedVisit.Row row : found.rows()) {
            desk.children()
                    .find(row.child())
                    .ifPresent((ChildSummary child) ->
                            children.put(row.child(), VisitChild.of(child, children.size(), day)));
            desk.children()
                    .people(row.child())
                    .forEach(person -> names.put(person.person().toString(), TypedText.isolated(person.name())));
        }
        desk.staff().all().forEach(account -> names.put(account.name(), account.display()));
        return new Read(found, children, names);
    }

    private void show(Read read) {
        FinishedVisit found = read.visit();
        LocalDate today = Clocks.today(desk.clock());
        frame.sub(VisitScene.names(read.children().values().stream()
                        .map(VisitChild::shortName)
                        .toList())
                + " · " + Summaries.when(found.trip(), today));
        var state = Boxes.word(Asking.text(found.councilHasIt() ? "with-council" : "on-this-laptop"), "saved-mark");
        state.setId("visit-state");
        state.setGraphic(Icons.of(found.councilHasIt() ? "mdoal-cloud_done" : "mdoal-laptop"));
        frame.end(state, Buttons.of(print));
        VBox content = frame.content();
        content.getChildren().clear();
        if (thrown != null) {
            content.getChildren().add(undo(thrown));
        }
        String by = Asking.text(
                "written-by",
                read.name(found.author()),
                org.alongside.ui.Words.moment(found.first().at(), today));
        content.getChildren().add(Boxes.text(by, "text-by"));
        found.rows()
                .getFirst()
                .state()
                .withdrawal()
                .ifPresent(withdrawal -> content.getChildren()
                        .add(new NoticeBar(
                                "visit-withdrawn",
                                NoticeBar.Kind.WARNING,
                                Asking.text("withdrawn", withdrawal.why() == null ? "" : withdrawal.why()))));
        content.getChildren().add(trip(read));
        found.rows().forEach(row -> content.getChildren().add(child(read, row)));
        additions(read, today);
        if (!found.isWithdrawn()) {
            content.getChildren().add(adding(found));
        }
    }

    private NoticeBar undo(UUID draft) {
        return new NoticeBar(
                "visit-correct-left",
                NoticeBar.Kind.PLAIN,
                Asking.text("correct-left"),
                Buttons.of(
                        "visit-correct-left-undo",
                        Asking.text("correct-undo"),
                        () -> desk.background()
                                .ask(
                                        Lane.STORE,
                                        () -> {
                                            desk.drafts().restore(draft);
                                            return Boolean.TRUE;
                                        },
                                        back -> desk.router()
                                                .go(Target.of(VisitScreens.CORRECT, "visit", visit.toString())))));
    }

    private AddingTo adding(FinishedVisit found) {
        List<UUID> children =
                found.rows().stream().map(FinishedVisit.Row::child).toList();
        var made = new AddingTo(
                new AddingTo.Desk(
                        desk.drafts(), desk.children(), desk.background(), desk.timers(), desk.clock(), desk.ids()),
                new AddingTo.About("visit", visit, children, children.size() == 1),
                new AddingTo.Keeping() {
                    @Override
                    public CaseLog.Saved add(ObjectNode change, String why, @Nullable UUID draft) {
                        return desk.recording().amend(visit, change, why, draft);
                    }

                    @Override
                    public CaseLog.Saved inError(String why, @Nullable StreamId rightChild, @Nullable UUID draft) {
                        return desk.amending().finishing(draft).withdraw(visit, why, rightChild);
                    }
                },
                this::added,
                Buttons.of(
                        "visit-put-right",
                        Asking.text("correct"),
                        () -> desk.router().go(Target.of(VisitScreens.CORRECT, "visit", visit.toString()))));
        adding = made;
        return made;
    }

    private Node trip(Read read) {
        JsonNode trip = read.visit().trip();
        VBox box = Boxes.column(3);
        new PutRight(read::name, Clocks.today(desk.clock()))
                .of(read.visit().rows().getFirst().state(), "visit", trip)
                .ifPresent(box.getChildren()::add);
        box.getChildren().add(tripFacts(read, trip));
        return box;
    }

    private static Node tripFacts(Read read, JsonNode trip) {
        var list = new SummaryList("visit-trip");
        list.row(Words.part(org.alongside.visit.Part.Kind.WHO_WHERE_WHEN), Summaries.trip(trip));
        row(list, "workers", Summaries.people(trip.path("workers"), read::name));
        String present = Summaries.people(trip.path("people_present"), read::name);
        row(
                list,
                "people_present",
                trip.path("people_present").isArray() && present.isEmpty() ? Asking.text("nobody") : present);
        row(list, "people_expected_absent", Summaries.people(trip.path("people_expected_absent"), read::name));
        JsonNode interpreter = trip.path("interpreter");
        if (interpreter.isObject()) {
            row(
                    list,
                    "interpreter",
                    Summaries.personName(interpreter.path("person"), read::name) + ", "
                            + interpreter.path("language").asString(""));
        }
        row(list, "rooms_seen", Summaries.rooms(trip.path("rooms_seen")));
        row(list, "home_conditions", trip.path("home_conditions").asString(""));
        for (JsonNode view : trip.path("parent_views")) {
            list.row(
                    Asking.text("parent-said", Summaries.personName(view.path("person"), read::name)),
                    view.path("text").asString(""));
        }
        row(list, "worker_safety", trip.path("worker_safety").path("text").asString(""));
        return list;
    }

    private static void row(SummaryList list, String field, String words) {
        if (!words.isBlank()) {
            list.row(Words.field(field), words);
        }
    }

    private Node child(Read read, FinishedVisit.Row row) {
        VisitChild child = read.children().get(row.child());
        String id = "visit-read-" + row.child();
        JsonNode answers = row.row();
        VBox box = Boxes.column(
                3,
                Boxes.section(child == null ? "" : child.name() + ", " + child.age()),
                Boxes.text(Summaries.seen(answers)));
        new PutRight(read::name, Clocks.today(desk.clock()))
                .of(row.state(), "child", answers)
                .ifPresent(box.getChildren()::add);
        String name = child == null ? "" : child.shortName();
        String said = answers.path("child_words").asString("");
        String saw = answers.path("observed").asString("");
        KnowBox words = KnowBox.reading(
                id + "-words",
                KnowBox.Kind.WORDS,
                Words.question("child_words", name),
                Boxes.text(said.isBlank() ? Asking.text("no-words") : Summaries.quoted(said), "text-lead"));
        KnowBox seen = KnowBox.reading(
                id + "-saw",
                KnowBox.Kind.SAW,
                Words.question("observed", name),
                Boxes.text(saw.isBlank() ? Asking.text("not-answered") : saw));
        if (!said.isBlank() || !saw.isBlank()) {
            box.getChildren().add(SideBySide.equal(words, seen));
        }
        String think = answers.path("analysis").asString("");
        if (!think.isBlank()) {
            String match = answers.path("match").asString("");
            VBox thought = Boxes.column(1, Boxes.text(think));
            if (!match.isEmpty()) {
                thought.getChildren()
                        .add(Boxes.text(Words.field("match") + " " + Words.value("match", match) + ".", "text-hint"));
            }
            box.getChildren()
                    .add(KnowBox.reading(id + "-think", KnowBox.Kind.THINK, Asking.text("part-think"), thought));
        }
        var list = new SummaryList(id + "-list");
        list.row(Words.field("next_visit"), Summaries.next(answers));
        row(list, "communication_method", Summaries.methods(answers.path("communication_method")));
        row(list, "does_and_feels", answers.path("does_and_feels").asString(""));
        for (JsonNode promise : answers.path("promises")) {
            list.row(Words.field("promises"), promise.path("text").asString(""));
        }
        box.getChildren().add(list);
        if (child != null && !read.visit().isWithdrawn()) {
            box.getChildren().addAll(offers(child));
        }
        return box;
    }

    private List<Node> offers(VisitChild child) {
        return desk.offers().stream()
                .<Node>map(offer -> Buttons.of(
                        offer.id() + "-" + child.id(),
                        offer.words().apply(child.shortName()),
                        () -> offer.open().accept(child.id(), visit)))
                .toList();
    }

    private void additions(Read read, LocalDate today) {
        var sheet = new Sheet();
        var shown = new java.util.HashSet<String>();
        for (FinishedVisit.Row row : read.visit().rows()) {
            for (Change addition : row.state().additions()) {
                String words = addition.value().path("text").asString("");
                Instant at = addition.at();
                if (VisitRecording.isAmendment(addition) && !words.isBlank() && shown.add(at + words)) {
                    sheet.line(Boxes.column(
                            1,
                            Boxes.text(words),
                            Boxes.text(
                                    Asking.text(
                                            "added-by",
                                            read.name(addition.author()),
                                            org.alongside.ui.Words.moment(at, today),
                                            addition.why() == null ? "" : addition.why()),
                                    "text-by")));
                }
            }
        }
        if (!sheet.getChildren().isEmpty()) {
            frame.content().getChildren().add(Boxes.column(2, Boxes.section(Asking.text("added")), sheet));
        }
    }
}
