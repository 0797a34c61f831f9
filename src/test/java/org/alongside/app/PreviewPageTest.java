package org.alongside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.alongside.document.pdf.PdfFile;
import org.alongside.testing.MarlbrookLaptop;
import org.alongside.testing.VisitFile;
import org.alongside.ui.Fx;
import org.alongside.ui.Page;
import org.alongside.ui.Target;
import org.alongside.ui.control.NoticeBar;
import org.alongside.ui.print.PreviewPage;
import org.alongside.ui.print.Printers;
import org.alongside.ui.task.Background;
import org.alongside.ui.theme.Look;
import org.alongside.ui.theme.TextSize;
import org.alongside.ui.theme.Theme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pages before they are printed, on a worker's real laptop; printers and the system's dialog are
/// stood in for.
class PreviewPageTest {
    @TempDir
    static Path folder;

    private static MarlbrookLaptop marlbrook;
    private static UUID visit;
    private static UUID ellis;
    private static Look look;

    private final Office office = new Office();
    private final List<Throwable> faults = new ArrayList<>();
    private Stage stage;
    private Page page;

    /// Printers of a test: what they have and what they were handed.
    private static final class Office implements Printers {
        final List<String> there = new ArrayList<>(List.of("Second floor", "Reception"));
        final List<byte[]> taken = new ArrayList<>();
        boolean jammed;

        @Override
        public List<String> names() {
            return List.copyOf(there);
        }

        @Override
        public void print(String printer, byte[] pdf) throws Refused {
            if (jammed) {
                throw new Refused("print-refused");
            }
            taken.add(pdf);
        }
    }

    @BeforeAll
    static void aVisit() {
        marlbrook = MarlbrookLaptop.of(folder.resolve("laptop"));
        ellis = marlbrook.child("Ellis");
        VisitFile file = VisitFile.whole();
        file.visit().put("started_at", "2026-11-17T15:30").put("ended_at", "2026-11-17T16:40");
        for (int child = 0; child < 3; child++) {
            ((tools.jackson.databind.node.ObjectNode) file.child(child).path("next_visit")).put("date", "2026-12-02");
        }
        visit = marlbrook.laptop().visits().take(file.json()).id();
        marlbrook.laptop().visits().finish(visit);
        look = Fx.get(() -> new Look(Theme.LIGHT, TextSize.P100));
    }

    @AfterAll
    static void lock() {
        marlbrook.close();
    }

    @BeforeEach
    void away() {
        faults.clear();
    }

    private void open(Target target, Path saveTo) {
        var desk = new PreviewPage.Desk(
                Background.direct(fault -> faults.add(fault.cause())),
                office,
                (over, title, name) -> Optional.of(saveTo.resolve(name)));
        stage = Fx.show(
                () -> {
                    page = new Printouts(marlbrook.laptop()).screen(desk).open().apply(target);
                    page.attached();
                    return new Scene((Parent) page.node(), 1100, 760);
                },
                look);
    }

    private void openVisit() {
        open(Printouts.visit(visit), folder);
    }

    private Node node(String id) {
        return Objects.requireNonNull(stage.getScene().lookup("#" + id), id);
    }

    private String shown() {
        return Fx.get(() -> node("print-sheet").getAccessibleText());
    }

    private String told() {
        return Fx.get(() -> ((NoticeBar) node("print-told")).sentence());
    }

    private void press(String button) {
        Fx.run(() -> ((Button) node(button)).fire());
        Fx.settle();
    }

    private List<String> activity() {
        return marlbrook.laptop().activity().lines(20).stream()
                .map(line -> line.kind() + " " + line.what())
                .toList();
    }

    private void leave() {
        Fx.run(() -> {
            page.detached();
            stage.close();
        });
        assertThat(faults).isEmpty();
    }

    @Test
    void thePagesAreShownAndToldAndTurnedByKeys() {
        openVisit();
        assertThat(shown()).startsWith("Page 1 of 2").contains("Visit to Ellis, Romy and Fern", "Copy for staff");

        Fx.run(() -> node("print-sheet").requestFocus());
        Fx.press(KeyCode.PAGE_DOWN);
        Fx.settle();
        assertThat(shown()).startsWith("Page 2 of 2").contains("About this paper");

        Fx.press(KeyCode.HOME);
        Fx.settle();
        assertThat(shown()).startsWith("Page 1 of 2");
        leave();
    }

    @Test
    void theFamilyCopyIsAnotherPaperAndSaysWhatItLeavesOut() {
        openVisit();
        assertThat(shown()).contains("Nights are better.");

        Fx.run(() -> ((RadioButton) node("print-copy-1")).setSelected(true));
        Fx.settle();

        assertThat(shown()).contains("Copy for the family").doesNotContain("Nights are better.");
        assertThat(Fx.get(() -> words(page.node()))).contains("What this copy leaves out", "What each parent said");
        leave();
    }

    private static List<String> words(Node node) {
        var words = new ArrayList<String>();
        if (node instanceof javafx.scene.control.Labeled labeled) {
            words.add(labeled.getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> words.addAll(words(child)));
        }
        return words;
    }

    @Test
    void largerTextIsMorePages() {
        openVisit();
        Fx.run(() -> ((RadioButton) node("print-size-2")).setSelected(true));
        Fx.settle();
        assertThat(shown()).matches("(?s)Page 1 of [4-9].*");
        leave();
    }

    @Test
    void aPaperGoesToThePrinterAndIsNotedWithItsNumber() throws Exception {
        openVisit();
        press("print-now");

        assertThat(office.taken).hasSize(1);
        String text = new PdfFile(office.taken.getFirst()).text();
        assertThat(text).contains("Visit to Ellis, Romy and Fern");
        String number = text.replaceFirst("(?s).*Paper (\\S{4}-\\S{4}) .*", "$1");
        assertThat(told()).contains("Second floor", number);
        assertThat(activity()).contains("printed visit " + number);
        leave();
    }

    @Test
    void aPrinterThatRefusesIsSaidAndNothingIsNoted() {
        office.jammed = true;
        List<String> before = activity();
        openVisit();
        press("print-now");

        assertThat(told()).contains("Second floor did not take it");
        assertThat(activity()).isEqualTo(before);
        leave();
    }

    @Test
    void withoutAPrinterThePageSaysWhatToDo() {
        office.there.clear();
        openVisit();

        assertThat(Fx.get(() -> node("print-no-printer").isVisible())).isTrue();
        assertThat(Fx.get(() -> node("print-now").isDisabled())).isTrue();
        assertThat(Fx.get(() -> node("print-save").isDisabled())).isFalse();
        leave();
    }

    @Test
    void aFileIsItsOwnersNamesNobodyAndIsToldToBeOutside() throws Exception {
        Path to = Files.createDirectory(folder.resolve("saved"));
        open(Printouts.chronology(ellis, ""), to);
        press("print-save");

        List<Path> files = Files.list(to).toList();
        assertThat(files).hasSize(1);
        assertThat(files.getFirst().getFileName().toString()).matches("Paper \\S{4}-\\S{4}\\.pdf");
        assertThat(Files.getPosixFilePermissions(files.getFirst()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(new PdfFile(Files.readAllBytes(files.getFirst())).text()).contains("Chronology of Ellis Brennock");
        assertThat(told()).contains("not encrypted");
        assertThat(activity()).anyMatch(line -> line.startsWith("paper-kept chronology"));
        leave();
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaid() {
        open(Printouts.chronology(ellis, ""), folder.resolve("not-there"));
        press("print-save");
        assertThat(told()).contains("could not be written");
        leave();
    }

    @Test
    void theFamilysPageCanBePlainText() throws Exception {
        Path to = Files.createDirectory(folder.resolve("plain"));
        open(Printouts.familyPage(ellis), to);
        assertThat(shown()).contains("Our plan for Ellis");
        press("print-plain");

        List<Path> files = Files.list(to).toList();
        assertThat(files).hasSize(1);
        assertThat(Files.readString(files.getFirst(), StandardCharsets.UTF_8)).startsWith("Our plan for Ellis");
        leave();
    }

    @Test
    void whatIsNotOnThisLaptopIsSaid() {
        open(Printouts.visit(UUID.randomUUID()), folder);
        assertThat(shown()).contains("not on this laptop");
        assertThat(Fx.get(() -> node("print-save").isDisabled())).isTrue();
        leave();
    }
}
