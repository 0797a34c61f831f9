package org.alongside.lifestory.view;

import static org.alongside.lifestory.view.WriteEntryPage.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.alongside.child.ChildSummary;
import org.alongside.kernel.Texts;
import org.alongside.lifestory.ChildReading;
import org.alongside.lifestory.Entry;
import org.alongside.lifestory.Media;
import org.alongside.ui.Breadth;
import org.alongside.ui.Command;
import org.alongside.ui.Page;
import org.alongside.ui.Target;
import org.alongside.ui.Words;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.IconLine;
import org.alongside.ui.control.PageTitle;
import org.alongside.ui.task.Lane;
import org.alongside.ui.theme.ChildFace;
import org.jspecify.annotations.Nullable;

/// The page a child reads, and a worker before them: paper, large quiet letters, the picture beside the
/// words, one page at a time. It stands in the window alone, so that no other child's name is beside it, and
/// shows only what [ChildReading] gives it.
final class ChildReadingPage implements Page {
    private static final double PICTURE_EM = 28;

    private final LifeStoryDesk desk;
    private final UUID child;
    private final int wanted;
    private final VBox root = Boxes.styled(new VBox(), "life-reading");
    private final Label notice = Boxes.text("", "text-quiet");
    private final ScrollPane scroll = new ScrollPane();
    private final VBox paper = Boxes.styled(new VBox(), "life-story");
    private final HBox foot = Boxes.styled(new HBox(), "life-foot");
    private final PageTitle title = new PageTitle("life-story-title", text("reading"));
    private final Command earlier;
    private final Command later;
    private @Nullable Read read;
    private int page;

    ChildReadingPage(LifeStoryDesk desk, Target target) {
        this.desk = desk;
        this.child = UUID.fromString(target.get("child"));
        this.wanted = Integer.parseInt(target.arguments().getOrDefault("page", "0"));
        ChildFace.load();
        earlier = Command.of("life-earlier", text("page-back"), "Alt+Page Up", () -> turn(-1));
        later = Command.of("life-later", text("page-on"), "Alt+Page Down", () -> turn(1));
        var back = Buttons.of(
                "life-back",
                text("back-to-record"),
                "mdoal-arrow_back",
                () -> desk.doors().openStory(child));
        var top = Boxes.styled(Boxes.row(3, back, Boxes.growing(notice)), "life-top");
        scroll.setId("life-story-scroll");
        scroll.setContent(paper);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().addAll("page-scroll", "paper");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        scroll.setMinHeight(0);
        title.getStyleClass().setAll("label", "page-title", "life-title");
        title.setWrapText(true);
        foot.setAlignment(Pos.CENTER_LEFT);
        root.getChildren().addAll(top, scroll, foot);
        root.setMinSize(0, 0);
        Breadth.of(root).subscribe(breadth -> draw());
    }

    private record Read(ChildSummary who, ChildReading.Book book, List<Optional<Image>> pictures) {}

    @Override
    public Node node() {
        return root;
    }

    @Override
    public Node first() {
        return title;
    }

    @Override
    public boolean alone() {
        return true;
    }

    @Override
    public List<Command> commands() {
        return List.of(earlier, later);
    }

    @Override
    public void attached() {
        desk.background().ask(Lane.STORE, this::read, found -> {
            found.ifPresent(now -> {
                read = now;
                page = Math.clamp(wanted, 0, Math.max(0, now.book().pages().size() - 1));
            });
            draw();
            title.requestFocus();
        });
    }

    private Optional<Read> read() {
        return desk.children().find(child).map(who -> {
            ChildReading.Book book = desk.story().book(who);
            return new Read(
                    who,
                    book,
                    book.pages().stream()
                            .map(one -> one.picture()
                                    .flatMap(medium -> desk.story().open(child, medium))
                                    .map(EntryPage::image))
                            .toList());
        });
    }

    private void turn(int by) {
        Read now = read;
        if (now != null && page + by >= 0 && page + by < now.book().pages().size()) {
            page += by;
            draw();
            scroll.setVvalue(0);
            title.requestFocus();
        }
    }

    private void draw() {
        Read now = read;
        if (now == null) {
            return;
        }
        notice.setText(
                text("reading-as", now.who().shortName()) + keptBack(now.book().keptBack()));
        List<ChildReading.Page> pages = now.book().pages();
        if (pages.isEmpty()) {
            title.setText(text("reading-empty-title", now.who().shortName()));
            var column = Boxes.styled(Boxes.column(0, title), "life-column");
            column.getChildren().add(Boxes.styled(Boxes.text(text("reading-empty")), "life-words"));
            questions(now, column);
            paper.getChildren().setAll(centred(column, null));
        } else {
            ChildReading.Page shown = pages.get(page);
            paper.getChildren().setAll(page(now, shown, now.pictures().get(page)));
        }
        foot(pages);
    }

    private static String keptBack(int entries) {
        return entries == 0 ? "" : " " + text("reading-kept-back", entries);
    }

    private Node page(Read now, ChildReading.Page shown, Optional<Image> picture) {
        title.setText(shown.title());
        var words = Boxes.styled(Boxes.column(0), "life-column");
        words.getChildren()
                .addAll(Boxes.text(Texts.of("lifestory.kind-" + shown.entry().kind()), "life-small"), title);
        var told = Boxes.styled(Boxes.column(0), "life-words");
        shown.words().forEach(line -> told.getChildren().add(Boxes.text(line)));
        if (!shown.words().isEmpty()) {
            words.getChildren().add(told);
        }
        if (!shown.said().isBlank()) {
            words.getChildren()
                    .add(said(
                            shown.entry()
                                    .saidOn()
                                    .map(day -> text("you-said-on", Words.longDay(day)))
                                    .orElse(text("you-said")),
                            shown.said(),
                            ""));
        }
        if (page == 0) {
            questions(now, words);
        }
        var made = Boxes.text(madeBy(now.who(), shown.entry()), "life-small", "life-made");
        if (shown.picture().isEmpty()) {
            words.getChildren().add(made);
            return centred(words, null);
        }
        var beside = Boxes.styled(Boxes.column(0), "life-beside");
        beside.getChildren().addAll(pictured(shown.picture().get(), picture));
        beside.getChildren().add(made);
        return centred(words, beside);
    }

    private static List<Node> pictured(Media medium, Optional<Image> picture) {
        var nodes = new ArrayList<Node>();
        if (picture.isPresent()) {
            nodes.add(new FramedPicture(picture.get(), medium.altText(), PICTURE_EM));
            String people = String.join(", ", medium.peopleInIt());
            nodes.add(Boxes.text(people.isEmpty() ? medium.altText() : people, "life-small", "life-caption"));
        } else {
            nodes.add(Boxes.styled(new IconLine("mdoal-image", text("photo-to-come")), "life-small"));
        }
        return nodes;
    }

    private void questions(Read now, VBox words) {
        for (Entry entry : now.book().questions()) {
            String asked = entry.childsWords().isBlank() ? entry.title() : entry.childsWords();
            words.getChildren().add(said(text("you-asked", Words.longDay(entry.askedOn())), asked, answer(entry)));
        }
    }

    private static String answer(Entry entry) {
        String who = entry.value().path("answer_due").path("who").asString("");
        String by = entry.value().path("answer_due").path("by").asString("");
        if (who.isEmpty()) {
            return text("will-find-out");
        }
        return by.isEmpty()
                ? text("will-answer", who)
                : text("will-answer-by", who, Words.longDay(LocalDate.parse(by)));
    }

    /// The child's own words, with a honey edge; nothing else has one.
    private static Node said(String head, String words, String below) {
        var box = Boxes.styled(Boxes.column(0), "life-said");
        box.getChildren()
                .addAll(Boxes.text(head, "life-small", "text-said"), Boxes.text(text("quote", words), "life-quote"));
        if (!below.isEmpty()) {
            box.getChildren().add(Boxes.text(below, "life-small"));
        }
        return box;
    }

    private String madeBy(ChildSummary who, Entry entry) {
        String author = desk.staff().displayOf(entry.state().first().author());
        boolean together = entry.value()
                .path("coauthors")
                .valueStream()
                .anyMatch(one -> one.path("role").asString("").equals("child"));
        return text(together ? "made-by-both" : "made-by", author, who.shortName());
    }

    /// Words and picture side by side on a page of a book's width; in a narrow window one under the other.
    private Node centred(VBox words, @Nullable VBox beside) {
        boolean narrow = Breadth.of(root).getValue() == Breadth.NARROW;
        var grid = Boxes.styled(new GridPane(), "life-page");
        if (beside == null || narrow) {
            var one = new ColumnConstraints();
            one.setHgrow(Priority.ALWAYS);
            one.setHalignment(HPos.LEFT);
            grid.getColumnConstraints().add(one);
            grid.add(words, 0, 0);
            if (beside != null) {
                grid.add(beside, 0, 1);
            }
        } else {
            for (double share : new double[] {47, 53}) {
                var column = new ColumnConstraints();
                column.setPercentWidth(share);
                grid.getColumnConstraints().add(column);
            }
            grid.add(words, 0, 0);
            grid.add(beside, 1, 0);
        }
        var holder = new VBox(grid);
        holder.setAlignment(Pos.TOP_CENTER);
        VBox.setVgrow(holder, Priority.ALWAYS);
        return holder;
    }

    /// The page before at the left, the next at the right, by their names.
    private void foot(List<ChildReading.Page> pages) {
        foot.getChildren().clear();
        Boxes.show(foot, !pages.isEmpty());
        if (pages.isEmpty()) {
            return;
        }
        var before = Boxes.row(0);
        var after = Boxes.row(0);
        after.setAlignment(Pos.CENTER_RIGHT);
        if (page > 0) {
            before.getChildren()
                    .add(turning("life-page-back", pages.get(page - 1).title(), "mdoal-arrow_back", -1));
        }
        if (page + 1 < pages.size()) {
            var on = turning("life-page-on", pages.get(page + 1).title(), "mdoal-arrow_forward", 1);
            on.setContentDisplay(ContentDisplay.RIGHT);
            after.getChildren().add(on);
        }
        // Both sides take the same room, so that the number stands in the middle.
        for (var side : List.of(before, after)) {
            side.setMinWidth(0);
            side.setPrefWidth(0);
            Boxes.growing(side);
        }
        foot.getChildren().addAll(before, Boxes.word(text("page-of", page + 1, pages.size()), "text-quiet"), after);
    }

    private Button turning(String id, String name, String icon, int by) {
        Button button = Buttons.of(id, name, icon, () -> turn(by));
        button.setMinWidth(0);
        button.setAccessibleText(text(by < 0 ? "page-back-to" : "page-on-to", name));
        return button;
    }
}
