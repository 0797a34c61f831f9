package org.alongside.lifestory.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.alongside.document.picture.TestPictures;
import org.alongside.lifestory.Entry;
import org.alongside.lifestory.EntryDraft;
import org.alongside.record.Drafts;
import org.alongside.record.RecordState;
import org.alongside.testing.HandTimers;
import org.alongside.testing.LifeStories;
import org.alongside.testing.MarlbrookLaptop;
import org.alongside.testing.RecordWindows;
import org.alongside.ui.Fx;
import org.alongside.ui.Target;
import org.alongside.ui.task.Background;
import org.alongside.ui.task.Fault;
import org.alongside.ui.theme.Look;
import org.alongside.ui.theme.TextSize;
import org.alongside.ui.theme.Theme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The windows of a life story on a real laptop, by real keys.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LifeStoryWindowTest {
    private static final int TABS_MOST = 60;

    /// A tired pace: 120 keys a minute.
    private static final Duration A_KEY = Duration.ofMillis(500);

    private final List<Fault> faults = new ArrayList<>();
    private final HandTimers timers = new HandTimers();
    private Path folder;
    private MarlbrookLaptop marlbrook;
    private RecordWindows windows;
    private Stage stage;
    private UUID ellis;
    private UUID romy;
    private int keys;

    @BeforeAll
    void aLaptop(@TempDir Path temporary) {
        folder = temporary;
        marlbrook = MarlbrookLaptop.of(folder.resolve("laptop"));
        Look look = Fx.get(() -> new Look(Theme.LIGHT, TextSize.P100));
        windows = Fx.get(
                () -> new RecordWindows(marlbrook.laptop(), look, Background.direct(faults::add), timers).registered());
        stage = Fx.show(() -> windows.shell().scene(1280, 800), look);
        ellis = marlbrook.child("Ellis");
        romy = marlbrook.child("Romy");
    }

    @AfterAll
    void close() {
        Fx.run(() -> {
            windows.router().leave();
            stage.close();
        });
        marlbrook.close();
    }

    @BeforeEach
    void nothingChosen() {
        keys = 0;
        windows.pictures.chosen = null;
        windows.pictures.copied = null;
        drafts().forEach(draft -> marlbrook.laptop().drafts().discard(draft.id()));
    }

    @AfterEach
    void noFault() {
        assertThat(faults).extracting(Fault::cause).isEmpty();
    }

    private void go(Target target) {
        Fx.run(() -> windows.router().go(target));
        Fx.settle();
    }

    private Node find(String id) {
        Fx.settle();
        return Fx.get(() -> stage.getScene().lookup("#" + id));
    }

    private void press(KeyCode code, KeyCode... held) {
        keys++;
        Fx.press(code, held);
    }

    private void type(String text) {
        keys += text.length();
        Fx.type(stage, text);
    }

    private String owner() {
        return Fx.get(() -> String.valueOf(stage.getScene().getFocusOwner().getId()));
    }

    private void tabTo(String id) {
        for (int i = 0; i < TABS_MOST && !owner().equals(id); i++) {
            press(KeyCode.TAB);
        }
        assertThat(owner()).isEqualTo(id);
    }

    private List<Drafts.Draft> drafts() {
        return marlbrook.laptop().drafts().all().stream()
                .filter(draft -> draft.kind().equals(EntryDraft.KIND))
                .toList();
    }

    private List<Entry> entries(UUID child) {
        return marlbrook.laptop().lifeStory().of(child).entries();
    }

    private String shown() {
        Fx.settle();
        return Fx.get(() -> {
            var words = new StringBuilder();
            walk(stage.getScene().getRoot(), words);
            return words.toString();
        });
    }

    private static void walk(Node node, StringBuilder words) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labeled) {
            words.append(labeled.getText()).append('\n');
        }
        if (node instanceof TextInputControl field) {
            words.append(field.getText()).append('\n');
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> walk(child, words));
        }
    }

    private Path file(String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Entry newest(UUID child, String title) {
        return entries(child).stream()
                .filter(entry -> entry.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aMemoryWithAPhotographIsKeptByKeyboardInUnderAMinute() {
        windows.pictures.chosen = file("den.jpg", TestPictures.fromAPhone(TestPictures.jpeg(1200, 900), 6));
        go(windows.child(romy, "summary"));
        press(KeyCode.M, KeyCode.CONTROL);
        tabTo("life-words-text");
        type("We built a den of blankets.");
        press(KeyCode.TAB);
        type("The den");
        tabTo("life-says-0");
        press(KeyCode.SPACE);
        tabTo("life-when-today");
        press(KeyCode.SPACE);
        tabTo("life-photo-choose");
        press(KeyCode.SPACE);
        tabTo("life-alt-text");
        type("A den under a table");
        press(KeyCode.ENTER, KeyCode.CONTROL);
        Entry kept = newest(romy, "The den");
        assertThat(kept.childsWords()).isEqualTo("We built a den of blankets.");
        assertThat(kept.from().text()).isEqualTo("2026-11-18");
        assertThat(kept.sensitivity()).isEqualTo("shared");
        assertThat(kept.media()).singleElement().satisfies(medium -> {
            assertThat(medium.altText()).isEqualTo("A den under a table");
            assertThat(medium.shape()).as("upright").isEqualTo(0.75);
            assertThat(marlbrook.laptop().lifeStory().open(romy, medium)).isPresent();
        });
        assertThat(drafts()).isEmpty();
        // 71 keys when this was written, 53 of them the words: 36 seconds at a tired pace.
        assertThat(A_KEY.multipliedBy(keys)).as(keys + " keys").isLessThan(Duration.ofSeconds(45));
    }

    @Test
    void whatIsTypedAndThePhotographStayInTheDraftAndComeBack() {
        go(LifeStoryScreens.write(ellis));
        assertThat(drafts()).as("looking leaves nothing behind").isEmpty();
        tabTo("life-words-text");
        type("Nan sang.");
        windows.pictures.copied = new PictureSource.Copied.OfPoints(Fx.get(() -> new WritableImage(40, 30)));
        tabTo("life-says-0");
        press(KeyCode.V, KeyCode.CONTROL);
        tabTo("life-when-year");
        type("20");
        go(Target.of("today"));
        Drafts.Draft draft = drafts().getFirst();
        assertThat(draft.body().path(EntryDraft.WORDS).stringValue()).isEqualTo("Nan sang.");
        assertThat(draft.body().path(EntryDraft.PICTURE).path("blob").stringValue())
                .hasSize(64);
        go(LifeStoryScreens.write(ellis));
        assertThat(shown()).contains("Nan sang.").contains("Kept, sealed on this laptop");
        assertThat(((ImageView) find("life-photo-view")).getImage()).isNotNull();
        assertThat(((TextInputControl) find("life-when-year")).getText())
                .as("half a date as well")
                .isEqualTo("20");
        press(KeyCode.ENTER, KeyCode.CONTROL);
        assertThat(shown()).contains("Say who says so.").contains("Put the date right");
        assertThat(owner()).isEqualTo("life-errors");
    }

    @Test
    void whatTheChildSaidOnAVisitIsOfferedAndNeverWrittenByTheProgram() {
        var visit = marlbrook.laptop().visits().visitsOf(ellis).stream()
                .filter(one -> !said(one).isBlank())
                .findFirst()
                .orElseThrow();
        go(LifeStoryScreens.leave(ellis, visit.record()));
        assertThat(shown()).contains("What Ellis said on this visit").contains(said(visit));
        TextInputControl words = (TextInputControl) find("life-words-text");
        assertThat(Fx.<String>get(words::getText)).isEmpty();
        assertThat(((TextInputControl) find("life-when-year")).getText()).isEqualTo("2026");
        assertThat(drafts()).isEmpty();
        tabTo("life-use-words");
        press(KeyCode.SPACE);
        assertThat(Fx.<String>get(words::getText)).isEqualTo(said(visit));
        assertThat(owner()).isEqualTo("life-words-text");
        press(KeyCode.ENTER, KeyCode.CONTROL);
        assertThat(entries(ellis))
                .anySatisfy(entry -> assertThat(entry.childsWords()).isEqualTo(said(visit)));
    }

    private static String said(RecordState visit) {
        return visit.value("record", "child").path("child_words").asString("");
    }

    @Test
    void whatIsThrownAwayAndAPhotographTakenOffCanBeHadBack() {
        windows.pictures.chosen = file("cat.png", TestPictures.png(60, 40));
        go(LifeStoryScreens.write(ellis));
        tabTo("life-words-text");
        type("The cat is called Biscuit.");
        tabTo("life-photo-choose");
        press(KeyCode.SPACE);
        tabTo("life-photo-off");
        press(KeyCode.SPACE);
        assertThat(owner()).isEqualTo("life-photo-undo");
        press(KeyCode.SPACE);
        assertThat(shown()).contains("Kept, sealed on this laptop");
        tabTo("life-throw");
        press(KeyCode.SPACE);
        assertThat(drafts()).isEmpty();
        assertThat(owner()).isEqualTo("life-undo");
        press(KeyCode.SPACE);
        assertThat(shown()).contains("The cat is called Biscuit.").contains("Kept, sealed on this laptop");
        assertThat(drafts()).hasSize(1);
    }

    @Test
    void aPhotographThatCannotBeKeptIsToldAndTheWordsStay() {
        go(LifeStoryScreens.write(ellis));
        tabTo("life-words-text");
        type("Still here.");
        record Bad(String name, byte[] content, String told) {}
        for (Bad bad : List.of(
                new Bad(
                        "words.jpg",
                        "not a picture".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        "not a picture"),
                new Bad("none.jpg", new byte[0], "empty"),
                new Bad("cut.jpg", java.util.Arrays.copyOf(TestPictures.jpeg(80, 60), 50), "damaged"),
                new Bad("vast.jpg", TestPictures.claiming(10_000, 10_000), "100 million points"))) {
            windows.pictures.chosen = file(bad.name(), bad.content());
            Fx.run(() -> ((javafx.scene.control.Button) stage.getScene().lookup("#life-photo-choose")).fire());
            assertThat(shown()).contains(bad.told()).contains("Still here.");
        }
        Fx.run(() -> ((javafx.scene.control.Button) stage.getScene().lookup("#life-photo-paste")).fire());
        assertThat(shown()).contains("No picture was copied");
        Fx.run(() -> timers.pass(Duration.ofSeconds(1)));
        assertThat(drafts().getFirst().body().path(EntryDraft.WORDS).stringValue())
                .isEqualTo("Still here.");
    }

    @Test
    void theChildsPageShowsWhatIsSharedAndNothingElse() {
        LifeStories.memory(marlbrook.laptop(), ellis);
        LifeStories.question(marlbrook.laptop(), ellis, "Did my dad know about me?");
        LifeStories.held(marlbrook.laptop(), ellis, "Zyxomma petiolatum");
        go(windows.child(ellis, LifeStoryScreens.TAB));
        assertThat(shown())
                .contains("What Ellis asked")
                .contains("Did my dad know about me?")
                .contains("For later");
        press(KeyCode.M, KeyCode.CONTROL, KeyCode.SHIFT);
        var pages = new StringBuilder(shown());
        press(KeyCode.PAGE_DOWN, KeyCode.ALT);
        pages.append(shown());
        assertThat(pages.toString())
                .contains("You are reading this as Ellis would")
                .contains("You found a crab in a pool.")
                .contains("I found a crab and it pinched Nan.")
                .contains("Did my dad know about me?")
                .contains("answer this by 27 November 2026")
                .doesNotContain("For later")
                .doesNotContain("Zyxomma")
                .doesNotContain("Child protection")
                .doesNotContain("My caseload")
                .doesNotContain("Romy Brennock");
        press(KeyCode.ESCAPE);
        assertThat(shown()).as("the way back").contains("What Ellis asked");
    }

    @Test
    void anEntryIsAddedToAndNeverOverwritten() {
        UUID entry = LifeStories.place(marlbrook.laptop(), romy, "The yellow room", "Your bed is yellow.");
        go(LifeStoryScreens.entry(romy, entry));
        assertThat(shown()).contains("The yellow room").contains("Your bed is yellow.");
        Fx.run(() -> ((javafx.scene.control.Button) stage.getScene().lookup("#life-add")).fire());
        Fx.settle();
        tabTo("life-added-text");
        type("It has a red lamp now.");
        tabTo("life-why-text");
        type("New lamp");
        tabTo("life-add-save");
        press(KeyCode.SPACE);
        assertThat(shown())
                .contains("Your bed is yellow.")
                .contains("It has a red lamp now.")
                .contains("New lamp");
    }

    @Test
    void withNothingKeptThePageSaysWhatToDo() {
        UUID fern = marlbrook.child("Fern");
        go(windows.child(fern, LifeStoryScreens.TAB));
        assertThat(shown()).contains("Nothing is kept for Fern yet.").contains("Add a memory");
        press(KeyCode.ENTER, KeyCode.CONTROL);
        assertThat(shown()).contains("What do you want to keep for Fern?");
    }
}
