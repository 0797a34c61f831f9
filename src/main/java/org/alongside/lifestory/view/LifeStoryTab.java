package org.alongside.lifestory.view;

import static org.alongside.lifestory.view.WriteEntryPage.text;

import java.time.LocalDate;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.alongside.child.ChildSummary;
import org.alongside.child.view.ChildTab;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Texts;
import org.alongside.lifestory.Entry;
import org.alongside.lifestory.EntryDraft;
import org.alongside.lifestory.LifeStory;
import org.alongside.record.Blobs;
import org.alongside.record.Drafts;
import org.alongside.ui.Words;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.EmptyState;
import org.alongside.ui.control.IconLine;
import org.alongside.ui.control.Link;
import org.alongside.ui.control.Sheet;
import org.alongside.ui.control.Tag;
import org.alongside.ui.task.Lane;

/// The worker's list of a child's life story: questions that wait for an answer first, then everything
/// that is known, by the time it tells of.
final class LifeStoryTab implements ChildTab {
    private static final int FIRST = 30;

    private final LifeStoryDesk desk;
    private final ChildSummary child;
    private final VBox content = Boxes.column(4);
    private int most = FIRST;

    LifeStoryTab(LifeStoryDesk desk, ChildSummary child) {
        this.desk = desk;
        this.child = child;
    }

    /// @param waiting photographs that are on their way here
    private record Read(LifeStory.Seen seen, List<Drafts.Draft> drafts, List<Entry> waiting, List<Entry> toSend) {}

    @Override
    public Node node() {
        return content;
    }

    @Override
    public boolean main() {
        desk.router().go(LifeStoryScreens.write(child.id()));
        return true;
    }

    @Override
    public void attached() {
        desk.background().ask(Lane.STORE, this::read, this::draw);
    }

    private Read read() {
        LifeStory.Seen seen = desk.story().of(child.id());
        return new Read(
                seen,
                desk.drafts().all().stream()
                        .filter(draft -> draft.kind().equals(EntryDraft.KIND)
                                && draft.children().contains(child.id()))
                        .toList(),
                at(seen.entries(), Blobs.Place.STILL_TO_COME),
                at(seen.entries(), Blobs.Place.ON_THIS_LAPTOP));
    }

    private List<Entry> at(List<Entry> entries, Blobs.Place place) {
        return entries.stream()
                .filter(entry ->
                        entry.media().stream().anyMatch(medium -> desk.story().place(child.id(), medium) == place))
                .toList();
    }

    private void draw(Read read) {
        var buttons = new FlowPane(
                Buttons.of("life-add", text("add"), "mdoal-add", this::main),
                Buttons.of(
                        "life-read",
                        text("read-as", child.shortName()),
                        "mdomz-menu_book",
                        () -> desk.router().go(LifeStoryScreens.reading(child.id(), 0))));
        buttons.getStyleClass().add("buttons");
        content.getChildren().setAll(buttons);
        read.drafts().forEach(draft -> content.getChildren().add(begun(draft)));
        if (read.seen().entries().isEmpty()) {
            content.getChildren().add(new EmptyState(text("none", child.shortName())));
        } else {
            questions(read);
            list(read);
        }
        if (read.seen().known() > 0) {
            content.getChildren()
                    .add(new IconLine(
                            "mdoal-lock", text("kept-for-others", read.seen().known()), "text-quiet"));
        }
    }

    private Node begun(Drafts.Draft draft) {
        String title = draft.body().path(EntryDraft.TITLE).asString("");
        return new EmptyState(
                text("draft", title.isBlank() ? text("write") : title),
                "life-draft-" + draft.id(),
                text("draft-go-on"),
                () -> desk.router()
                        .go(LifeStoryScreens.write(child.id())
                                .with("draft", draft.id().toString())));
    }

    private void questions(Read read) {
        List<Entry> waiting =
                read.seen().entries().stream().filter(Entry::isUnanswered).toList();
        if (waiting.isEmpty()) {
            return;
        }
        var sheet = new Sheet();
        waiting.forEach(entry -> sheet.line(question(entry)));
        content.getChildren().addAll(Boxes.section(text("asked-title", child.shortName())), sheet);
    }

    private Node question(Entry entry) {
        String asked = entry.childsWords().isBlank() ? entry.title() : entry.childsWords();
        var words = Boxes.text(text("quote", asked), "text-lead", "text-said", "reading");
        var box = Boxes.column(
                1,
                words,
                Boxes.text(
                        text("asked-on", Words.longDay(entry.askedOn())) + " " + dueWords(entry),
                        isLate(entry) ? "text-when" : "text-hint"));
        return Boxes.row(3, Boxes.growing(box), open(entry));
    }

    private boolean isLate(Entry entry) {
        String by = entry.value().path("answer_due").path("by").asString("");
        return !by.isEmpty() && by.compareTo(Clocks.today(desk.clock()).toString()) < 0;
    }

    private String dueWords(Entry entry) {
        String who = entry.value().path("answer_due").path("who").asString("");
        String by = entry.value().path("answer_due").path("by").asString("");
        if (who.isEmpty()) {
            return text("asked-nobody");
        }
        return by.isEmpty() ? text("asked-who", who) : text("asked-who-by", who, Words.day(LocalDate.parse(by)));
    }

    private void list(Read read) {
        List<Entry> entries = read.seen().entries().stream()
                .filter(entry -> !entry.isUnanswered())
                .toList();
        if (entries.isEmpty()) {
            return;
        }
        var sheet = new Sheet();
        entries.stream().limit(most).forEach(entry -> sheet.line(line(read, entry)));
        content.getChildren().addAll(Boxes.section(text("list-title")), sheet);
        if (entries.size() > most) {
            content.getChildren().add(new Link("life-more", text("more", entries.size() - most), () -> {
                most += FIRST;
                draw(read);
            }));
        }
    }

    private Node line(Read read, Entry entry) {
        var title = Boxes.text(entry.title(), entry.isWithdrawn() ? "text-quiet" : "strong");
        title.setMaxWidth(Double.MAX_VALUE);
        String kind = Texts.of("lifestory.kind-" + entry.kind());
        String when = entry.to().isKnown()
                ? text("from-to", entry.from().words(), entry.to().words())
                : entry.from().words();
        var about = Boxes.text(entry.title().equals(kind) ? when : text("kind-when", kind, when), "text-hint");
        var box = Boxes.column(1, title, about);
        if (read.waiting().contains(entry)) {
            box.getChildren().add(new IconLine("mdoal-image", text("photo-to-come"), "text-hint"));
        } else if (read.toSend().contains(entry)) {
            box.getChildren().add(new IconLine("mdoal-laptop", text("photo-here"), "text-hint"));
        } else if (!entry.media().isEmpty()) {
            box.getChildren().add(new IconLine("mdoal-image", text("photo-with-it"), "text-hint"));
        }
        var row = Boxes.row(3, Boxes.growing(box));
        if (entry.isWithdrawn()) {
            row.getChildren().add(new Tag(text("withdrawn-tag"), Tag.Kind.PLAIN));
        } else if (!entry.sensitivity().equals("shared")) {
            row.getChildren()
                    .add(new Tag(text("sensitivity-" + entry.sensitivity()), Tag.Kind.PLAIN).icon("mdoal-lock"));
        }
        row.getChildren().add(open(entry));
        return row;
    }

    private Link open(Entry entry) {
        return new Link(
                        "life-open-" + entry.id(),
                        text("open"),
                        () -> desk.router().go(LifeStoryScreens.entry(child.id(), entry.id())))
                .called(text("open-what", entry.title()));
    }
}
