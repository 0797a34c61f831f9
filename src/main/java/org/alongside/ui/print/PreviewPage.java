package org.alongside.ui.print;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.alongside.kernel.Texts;
import org.alongside.ui.Breadth;
import org.alongside.ui.Command;
import org.alongside.ui.Page;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.Choice;
import org.alongside.ui.control.ChoiceField;
import org.alongside.ui.control.NoticeBar;
import org.alongside.ui.control.PageFrame;
import org.alongside.ui.control.RadioQuestion;
import org.alongside.ui.task.Background;
import org.alongside.ui.task.Lane;
import org.jspecify.annotations.Nullable;

/// Before something is printed: its pages as they will be, whose copy it is, how large its text, what
/// it leaves out; then to a printer, or into a file outside the encrypted store.
public final class PreviewPage implements Page {
    public static final String SCREEN = "print";

    /// Where what this page needs comes from.
    ///
    /// @param saving asks where a file goes
    public record Desk(Background background, Printers printers, Saving saving) {}

    private final Desk desk;
    private final Printable printable;
    private final PageFrame frame;
    private final SheetView sheet;
    private final VBox told = Boxes.column(2);
    private final VBox leftOut = Boxes.column(1);
    private final RadioQuestion<String> copy;
    private final RadioQuestion<String> size;
    private final ChoiceField<String> printer = new ChoiceField<>("print-printer", text("printer"), List.of());
    private final Command print = Command.of("print-now", text("now"), "Ctrl+Enter", this::print);
    private final Command save = Command.of("print-save", text("save"), "Ctrl+S", this::save);
    private final Command plain = Command.of("print-plain", text("plain"), "Ctrl+Shift+S", this::savePlain);
    private final NoticeBar noPrinter = new NoticeBar("print-no-printer", NoticeBar.Kind.PLAIN, text("no-printer"));
    private Printable.@Nullable Words words;
    private byte[] pdf = {};
    /// Counts what was asked for, so that an older answer is not shown over a newer one.
    private int asked;

    public PreviewPage(Desk desk, Printable printable) {
        this.desk = desk;
        this.printable = printable;
        frame = PageFrame.work("print", printable.title());
        sheet = new SheetView(desk.background());
        copy = new RadioQuestion<>("print-copy", text("copy"), printable.copies());
        copy.choose(printable.copies().getFirst().value());
        size = new RadioQuestion<>("print-size", text("size"), sizes());
        Boxes.show(copy, printable.copies().size() > 1);
        Boxes.show(printer, false);
        Boxes.show(noPrinter, false);
        print.enabledProperty().set(false);
        save.enabledProperty().set(false);
        plain.enabledProperty().set(false);
    }

    private static List<Choice<String>> sizes() {
        return List.of(
                Choice.of("usual", text("size-usual")),
                Choice.of("large", text("size-large")),
                Choice.of("largest", text("size-largest")));
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
        return List.of(
                print,
                save,
                plain,
                Command.of("print-next", text("next-page"), "Alt+Page Down", () -> sheet.turn(1)),
                Command.of("print-before", text("page-before"), "Alt+Page Up", () -> sheet.turn(-1)));
    }

    @Override
    public String hint() {
        return text("keys");
    }

    /// What was just told would be gone.
    @Override
    public boolean holds() {
        return !told.getChildren().isEmpty();
    }

    @Override
    public void attached() {
        size.choose("usual");
        Button plainly = Buttons.of(plain);
        plainly.visibleProperty().bind(plain.enabledProperty());
        plainly.managedProperty().bind(plain.enabledProperty());
        Breadth.of(frame).subscribe(this::arrange);
        frame.foot(Buttons.main(print), Buttons.of(save), plainly);
        copy.valueProperty().subscribe((was, is) -> read());
        size.valueProperty().subscribe((was, is) -> layOut());
        read();
        desk.background().ask(Lane.WORK, () -> desk.printers().names(), this::offer);
    }

    /// The questions stand beside the paper; in a narrow window before it, where they are met first.
    private void arrange(Breadth breadth) {
        VBox questions = Boxes.column(4, copy, size);
        VBox where = Boxes.column(3, printer, noPrinter);
        if (breadth == Breadth.NARROW) {
            frame.panel();
            frame.content().getChildren().setAll(told, questions, where, leftOut, sheet);
        } else {
            frame.content().getChildren().setAll(told, sheet);
            frame.panel(questions, where, leftOut);
        }
    }

    @Override
    public void detached() {
        asked++;
        pdf = new byte[0];
        sheet.close();
    }

    private void offer(List<String> names) {
        Boxes.show(printer, !names.isEmpty());
        Boxes.show(noPrinter, names.isEmpty());
        printer.choices(names.stream().map(name -> Choice.of(name, name)).toList());
        if (!names.isEmpty()) {
            printer.choose(names.getFirst());
        }
        ready();
    }

    private void read() {
        int mine = ++asked;
        ready(false);
        sheet.busy();
        desk.background()
                .ask(
                        Lane.STORE,
                        () -> printable.read(copy.value().orElseThrow()),
                        found -> {
                            if (mine == asked) {
                                words = found;
                                leftOut(found);
                                layOut();
                            }
                        },
                        failed -> {
                            sheet.nothing(text("gone"));
                            if (!(failed instanceof org.alongside.kernel.BadInput)) {
                                desk.background().fault(failed);
                            }
                        });
    }

    private void leftOut(Printable.Words found) {
        leftOut.getChildren().clear();
        if (!found.leftOut().isEmpty()) {
            leftOut.getChildren().add(Boxes.heading(text("left-out")));
            found.leftOut().forEach(sentence -> leftOut.getChildren().add(Boxes.text(sentence)));
        }
        leftOut.getChildren().add(Boxes.text(text("number", found.number()), "text-quiet"));
    }

    private void layOut() {
        Printable.Words found = words;
        if (found == null) {
            return;
        }
        int mine = ++asked;
        ready(false);
        sheet.busy();
        int which = Math.max(
                0,
                sizes().stream()
                        .map(Choice::value)
                        .toList()
                        .indexOf(size.value().orElse("usual")));
        String chosen =
                found.sizes().get(Math.min(which, found.sizes().size() - 1)).value();
        desk.background().ask(Lane.WORK, () -> found.pdf(chosen), made -> {
            if (mine == asked) {
                pdf = made;
                sheet.show(made);
                ready();
            }
        });
    }

    private void ready() {
        ready(pdf.length > 0);
    }

    private void ready(boolean isReady) {
        print.enabledProperty().set(isReady && printer.value().isPresent());
        save.enabledProperty().set(isReady);
        plain.enabledProperty()
                .set(isReady && words != null && !words.plainText().isEmpty());
    }

    private void print() {
        Printable.Words paper = words;
        String to = printer.value().orElse("");
        if (paper == null || to.isEmpty()) {
            return;
        }
        byte[] bytes = pdf;
        ready(false);
        desk.background()
                .ask(
                        Lane.WORK,
                        () -> {
                            desk.printers().print(to, bytes);
                            return Boolean.TRUE;
                        },
                        done -> {
                            desk.background().run(Lane.STORE, paper::printed);
                            tell(NoticeBar.Kind.ACCENT, text("printed", to, paper.number()));
                            ready();
                        },
                        failed -> {
                            tell(NoticeBar.Kind.WARNING, text("refused", to));
                            ready();
                        });
    }

    private void save() {
        keep(".pdf", pdf);
    }

    private void savePlain() {
        Printable.Words paper = words;
        if (paper != null) {
            keep(".txt", paper.plainText().getBytes(StandardCharsets.UTF_8));
        }
    }

    private void keep(String end, byte[] bytes) {
        Printable.Words paper = words;
        if (paper == null || bytes.length == 0) {
            return;
        }
        desk.saving()
                .where(frame, text("save-where"), text("file-name", paper.number()) + end)
                .ifPresent(file -> desk.background()
                        .ask(
                                Lane.WORK,
                                () -> {
                                    Saving.write(file, bytes);
                                    return Boolean.TRUE;
                                },
                                done -> {
                                    desk.background().run(Lane.STORE, paper::kept);
                                    tell(NoticeBar.Kind.WARNING, text("saved", file));
                                },
                                failed -> couldNot(file, failed)));
    }

    private void couldNot(Path file, Throwable failed) {
        tell(NoticeBar.Kind.WARNING, text("not-saved", file));
        if (!(failed instanceof IOException)) {
            desk.background().fault(failed);
        }
    }

    /// At the top, and the focus on it, so that it is heard.
    private void tell(NoticeBar.Kind kind, String sentence) {
        told.getChildren().setAll(new NoticeBar("print-told", kind, sentence));
        frame.toTop();
        frame.title().requestFocus();
        frame.title().setAccessibleHelp(sentence);
    }

    private static String text(String key, Object... arguments) {
        return Texts.of("ui.print." + key, arguments);
    }
}
