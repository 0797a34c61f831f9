package org.alongside.lifestory.view;

import static org.alongside.lifestory.view.WriteEntryPage.text;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.layout.VBox;
import org.alongside.child.ChildSummary;
import org.alongside.child.view.AddingTo;
import org.alongside.child.view.Named;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Texts;
import org.alongside.lifestory.Entry;
import org.alongside.lifestory.Media;
import org.alongside.record.Blobs;
import org.alongside.record.CaseLog;
import org.alongside.record.Change;
import org.alongside.record.Operation;
import org.alongside.record.StreamId;
import org.alongside.ui.Page;
import org.alongside.ui.Target;
import org.alongside.ui.Words;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.IconLine;
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

/// One entry of a life story as the worker reads it: added to with a reason, never overwritten.
final class EntryPage implements Page {
    private static final double PICTURE_EM = 22;
    private static final int PICTURE_PX = 1200;

    private final LifeStoryDesk desk;
    private final UUID child;
    private final UUID id;
    private final PageFrame frame = PageFrame.work("life-entry", text("entry"));
    private @Nullable AddingTo adding;

    EntryPage(LifeStoryDesk desk, Target target) {
        this.desk = desk;
        this.child = UUID.fromString(target.get("child"));
        this.id = UUID.fromString(target.get("entry"));
    }

    /// @param picture null while it is still to come
    private record Pictured(
            Media medium, Blobs.Place place, @Nullable Image picture) {}

    private record Read(Optional<ChildSummary> child, Optional<Entry> entry, Named named, List<Pictured> pictures) {}

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
        Optional<Entry> entry = desk.story().find(child, id);
        var pictures = new ArrayList<Pictured>();
        entry.map(Entry::media)
                .orElse(List.of())
                .forEach(medium -> pictures.add(new Pictured(
                        medium,
                        desk.story().place(child, medium),
                        desk.story().open(child, medium).map(EntryPage::image).orElse(null))));
        return new Read(
                desk.children().find(child), entry, Named.around(child, desk.children(), desk.staff()), pictures);
    }

    static Image image(byte[] bytes) {
        return new Image(new ByteArrayInputStream(bytes), PICTURE_PX, PICTURE_PX, true, true);
    }

    private void show(Read read) {
        VBox content = frame.content();
        content.getChildren().clear();
        Entry entry = read.entry().orElse(null);
        ChildSummary who = read.child().orElse(null);
        if (entry == null || who == null) {
            content.getChildren().add(Boxes.text(text("entry-gone")));
            return;
        }
        LocalDate today = Clocks.today(desk.clock());
        frame.sub(who.name());
        frame.end(where(read, entry));
        content.getChildren()
                .add(Boxes.text(
                        text(
                                "written-by",
                                desk.staff().displayOf(entry.state().first().author()),
                                Words.moment(entry.state().first().at(), today)),
                        "text-by"));
        entry.state()
                .withdrawal()
                .ifPresent(gone -> content.getChildren()
                        .add(new NoticeBar(
                                "life-withdrawn",
                                NoticeBar.Kind.WARNING,
                                text("withdrawn", gone.why() == null ? "" : gone.why()))));
        content.getChildren().add(Boxes.section(entry.title()));
        said(who, entry).ifPresent(content.getChildren()::add);
        entry.narratives().forEach(told -> content.getChildren().add(narrative(told)));
        if (!entry.facts().isBlank()) {
            content.getChildren()
                    .add(Boxes.column(
                            1, Boxes.heading(text("facts")), Boxes.text(entry.facts(), "text-body", "reading")));
        }
        read.pictures().forEach(picture -> content.getChildren().add(picture(picture)));
        content.getChildren().add(facts(read, entry));
        additions(entry, today);
        if (!entry.isWithdrawn()) {
            content.getChildren().add(adding());
        }
    }

    private static Node where(Read read, Entry entry) {
        boolean words = entry.state().unsent() == 0 && entry.state().parked() == 0;
        boolean pictures = read.pictures().stream().noneMatch(one -> one.place() == Blobs.Place.ON_THIS_LAPTOP);
        var mark = Boxes.word(
                text(words ? pictures ? "with-council" : "words-with-council" : "on-this-laptop"), "saved-mark");
        mark.setId("life-state");
        mark.setGraphic(Icons.of(words && pictures ? "mdoal-cloud_done" : "mdoal-laptop"));
        return mark;
    }

    private static Optional<Node> said(ChildSummary who, Entry entry) {
        if (entry.childsWords().isBlank()) {
            return Optional.empty();
        }
        KnowBox box = KnowBox.reading(
                "life-said",
                KnowBox.Kind.WORDS,
                text("said", who.shortName()),
                Boxes.text(text("quote", entry.childsWords()), "text-lead", "reading"));
        entry.saidOn().ifPresent(day -> box.by(Words.shortDay(day)));
        return Optional.of(box);
    }

    private static Node narrative(Entry.Narrative told) {
        String forWhom = told.band().isEmpty() ? text("told") : text("told-for", told.band());
        return Boxes.column(
                1,
                Boxes.heading(forWhom),
                Boxes.text(told.text(), "text-body", "reading"),
                Boxes.text(
                        told.agreedOn()
                                .map(day -> text("agreed-on", Words.day(day)))
                                .orElse(text("not-agreed")),
                        "text-by"));
    }

    private static Node picture(Pictured one) {
        var box = Boxes.column(2);
        Image picture = one.picture();
        if (picture == null) {
            box.getChildren().add(new IconLine("mdoal-image", text("photo-to-come-long"), "text-quiet"));
        } else {
            box.getChildren().add(new FramedPicture(picture, one.medium().altText(), PICTURE_EM));
        }
        box.getChildren().add(Boxes.text(one.medium().altText(), "text-body"));
        List<String> people = one.medium().peopleInIt();
        if (!people.isEmpty()) {
            box.getChildren().add(Boxes.text(text("people-in-it", String.join(", ", people)), "text-hint"));
        }
        return box;
    }

    private static Node facts(Read read, Entry entry) {
        var list = new SummaryList("life-facts");
        list.row(text("kind"), Texts.of("lifestory.kind-" + entry.kind()));
        list.row(
                text("when"),
                entry.to().isKnown()
                        ? text("from-to", entry.from().words(), entry.to().words())
                        : entry.from().words());
        if (!entry.place().isBlank()) {
            list.row(text("place"), entry.place());
        }
        var sources = new ArrayList<String>();
        entry.value().path("sources").forEach(source -> sources.add(source(read, source)));
        list.row(text("says"), String.join(", ", sources));
        list.row(text("readers"), text("sensitivity-" + entry.sensitivity()));
        list.row(text("status"), text("status-" + (entry.status().isEmpty() ? "draft" : entry.status())));
        JsonNode answer = entry.value().path("answer").path("text");
        if (answer.isString()) {
            list.row(text("answer"), answer.stringValue());
        }
        return list;
    }

    private static String source(Read read, JsonNode source) {
        String person = source.path("person").asString("");
        String words = source.path("text").asString("");
        String kind = source.path("kind").asString("file");
        if (!person.isEmpty()) {
            return read.named().nameOf(person);
        }
        if (kind.equals("worker")) {
            return text("source-worker", read.named().nameOf(words));
        }
        return words.isBlank() ? text("source-" + kind) : text("source-with", text("source-" + kind), words);
    }

    private void additions(Entry entry, LocalDate today) {
        var sheet = new Sheet();
        for (Change addition : entry.state().additions()) {
            if (addition.operation().type().equals(Operation.AMENDMENT)) {
                String words = addition.value().path("text").asString("");
                sheet.line(Boxes.column(
                        1,
                        Boxes.text(words.isBlank() ? text("added-more") : words),
                        Boxes.text(
                                text(
                                        "added-by",
                                        desk.staff().displayOf(addition.author()),
                                        Words.moment(addition.at(), today),
                                        addition.why() == null ? "" : addition.why()),
                                "text-by")));
            }
        }
        if (!sheet.getChildren().isEmpty()) {
            frame.content().getChildren().add(Boxes.column(2, Boxes.section(text("added")), sheet));
        }
    }

    private AddingTo adding() {
        var made = new AddingTo(
                new AddingTo.Desk(
                        desk.drafts(), desk.children(), desk.background(), desk.timers(), desk.clock(), desk.ids()),
                new AddingTo.About("life", id, List.of(child), true),
                new AddingTo.Keeping() {
                    @Override
                    public CaseLog.Saved add(ObjectNode change, String why, @Nullable UUID draft) {
                        return desk.story().add(id, change, why, draft);
                    }

                    @Override
                    public CaseLog.Saved inError(String why, @Nullable StreamId rightChild, @Nullable UUID draft) {
                        return desk.amending().finishing(draft).withdraw(id, why, rightChild);
                    }
                },
                () -> {
                    frame.title().requestFocus();
                    attached();
                });
        adding = made;
        return made;
    }
}
