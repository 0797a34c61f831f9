package org.alongside.ui.print;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.alongside.kernel.Texts;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.task.Background;
import org.alongside.ui.task.Lane;
import org.alongside.ui.theme.SizeOfScene;
import org.jspecify.annotations.Nullable;

/// One page of a paper at a time: its picture, which says the page's text to who hears it, and the way
/// to the others: Page Down, Page Up, Home, End, or the buttons.
final class SheetView extends VBox {
    /// Sharp on a screen of twice the usual points; a page is then 4 MB.
    private static final int DOTS_PER_INCH = 130;
    /// A page no wider than on a desk, at the usual size of the window's text.
    private static final double WIDEST_PX = 800;

    private static final double EDGES_PX = 2;

    private final Background background;
    private final ImageView picture = new ImageView();
    private final StackPane paper = Boxes.styled(new StackPane(picture), "paper-sheet");
    private final Label where = Boxes.word("", "text-label");
    private final Button before = Buttons.of("print-page-before", Texts.of("ui.print.page-before"), () -> turn(-1));
    private final Button next = Buttons.of("print-next-page", Texts.of("ui.print.next-page"), () -> turn(1));
    private final HBox way = Boxes.row(3, before, where, next);
    private @Nullable PdfPages pages;
    private int count;
    private int page;
    private int asked;

    SheetView(Background background) {
        this.background = background;
        setId("print-pages");
        setSpacing(12);
        picture.setPreserveRatio(true);
        picture.setSmooth(true);
        paper.setId("print-sheet");
        paper.setFocusTraversable(true);
        paper.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        paper.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        paper.setMinWidth(0);
        widthProperty().subscribe(this::fit);
        sceneProperty().flatMap(SizeOfScene::of).subscribe(this::fit);
        getChildren().addAll(way, paper);
        nothing(Texts.of("ui.print.making"));
    }

    /// As wide as there is room, and wider with larger text.
    private void fit() {
        double larger =
                getScene() == null ? 1 : SizeOfScene.of(getScene()).get().percent() / 100.0;
        picture.setFitWidth(Math.min(WIDEST_PX * larger, Math.max(1, getWidth() - EDGES_PX)));
        paper.setMaxWidth(picture.getFitWidth() + EDGES_PX);
    }

    /// Is being laid out.
    void busy() {
        where.setText(Texts.of("ui.print.making"));
        before.setDisable(true);
        next.setDisable(true);
    }

    /// There is no paper to show.
    void nothing(String sentence) {
        picture.setImage(null);
        where.setText(sentence);
        paper.setAccessibleText(sentence);
        before.setDisable(true);
        next.setDisable(true);
    }

    /// Shows a paper from the page it was at, as far as the new one has it.
    void show(byte[] pdf) {
        int mine = ++asked;
        background.ask(Lane.WORK, () -> PdfPages.of(pdf), opened -> {
            if (mine != asked) {
                shut(opened);
                return;
            }
            shut(pages);
            pages = opened;
            count = opened.count();
            page = Math.min(page, count - 1);
            draw();
        });
    }

    void turn(int by) {
        go(page + by);
    }

    private void go(int to) {
        int asks = Math.clamp(to, 0, Math.max(0, count - 1));
        if (pages != null && asks != page) {
            page = asks;
            draw();
        }
    }

    private record Drawn(PdfPages.Picture picture, String text) {}

    private void draw() {
        PdfPages of = pages;
        if (of == null) {
            return;
        }
        int mine = ++asked;
        int shown = page;
        background.ask(Lane.WORK, () -> new Drawn(of.picture(shown, DOTS_PER_INCH), of.text(shown)), drawn -> {
            if (mine == asked) {
                put(drawn, shown);
            }
        });
    }

    private void put(Drawn drawn, int shown) {
        int width = drawn.picture().width();
        int height = drawn.picture().height();
        var image = new WritableImage(width, height);
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        width,
                        height,
                        PixelFormat.getIntArgbInstance(),
                        drawn.picture().argb(),
                        0,
                        width);
        picture.setImage(image);
        String place = Texts.of("ui.print.page-of", shown + 1, count);
        where.setText(place);
        paper.setAccessibleText(place + "\n" + drawn.text());
        before.setDisable(shown == 0);
        next.setDisable(shown == count - 1);
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case PAGE_DOWN, RIGHT -> go(page + 1);
            case PAGE_UP, LEFT -> go(page - 1);
            case HOME -> go(0);
            case END -> go(count - 1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// No page is read any more.
    void close() {
        asked++;
        shut(pages);
        pages = null;
        picture.setImage(null);
    }

    private void shut(@Nullable PdfPages which) {
        if (which != null) {
            background.run(Lane.WORK, which::close);
        }
    }
}
