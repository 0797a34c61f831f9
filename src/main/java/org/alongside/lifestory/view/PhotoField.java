package org.alongside.lifestory.view;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.alongside.document.picture.Photograph;
import org.alongside.document.picture.Photographs;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Texts;
import org.alongside.lifestory.Media;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.Question;
import org.alongside.ui.task.Lane;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// One photograph: chosen by file, dropped here, or pasted. It is opened, made small and sealed off the
/// JavaFX thread; what cannot be opened is told in words, and the writing beside it stays as it is.
final class PhotoField extends Question {
    private static final int PREVIEW_PX = 480;
    private static final double PREVIEW_EM = 12;

    private final LifeStoryDesk desk;
    private final UUID child;
    private final VBox area = Boxes.styled(Boxes.column(2), "photo-drop");
    private final ImageView view = new ImageView();
    private final Label state = Boxes.text("", "text-hint");
    private final Button choose;
    private final Button paste;
    private final Button off;
    private final Button undo;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy", false);
    private Consumer<@Nullable ObjectNode> chosen = picture -> {};
    private @Nullable ObjectNode now;
    private @Nullable ObjectNode taken;
    private int asked;

    PhotoField(String id, String words, LifeStoryDesk desk, UUID child) {
        super(id, words);
        this.desk = desk;
        this.child = child;
        choose = Buttons.of(id + "-choose", text("photo-choose"), "mdoal-add_photo_alternate", this::choose);
        paste = Buttons.of(id + "-paste", text("photo-paste"), this::paste);
        paste.setAccessibleHelp("Ctrl+V");
        off = Buttons.quiet(id + "-off", text("photo-off"), this::takeOff);
        undo = Buttons.quiet(id + "-undo", text("photo-undo"), this::putBack);
        state.setId(id + "-state");
        view.setPreserveRatio(true);
        view.setId(id + "-view");
        var buttons = new FlowPane(choose, paste, off, undo);
        buttons.getStyleClass().add("buttons");
        area.setId(id + "-area");
        area.setAlignment(Pos.TOP_LEFT);
        area.getChildren().addAll(view, state, buttons);
        area.setOnDragOver(this::over);
        area.setOnDragDropped(this::dropped);
        // As large as the text beside it: a preview, not the picture itself.
        state.fontProperty().subscribe(font -> view.setFitHeight(font.getSize() * PREVIEW_EM));
        getChildren().add(area);
        draw();
        hint(text("photo-hint"));
    }

    private static String text(String key, Object... arguments) {
        return Texts.of("lifestory.view." + key, arguments);
    }

    /// Hears what is sealed, or null when it was taken off.
    void onChosen(Consumer<@Nullable ObjectNode> listener) {
        chosen = listener;
    }

    /// Shows the photograph of a draft.
    void bring(ObjectNode picture) {
        now = picture;
        draw();
        desk.background()
                .ask(
                        Lane.STORE,
                        () -> desk.story().open(child, new Media(picture)).map(PhotoField::preview),
                        image -> image.ifPresent(view::setImage));
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    boolean hasPicture() {
        return now != null;
    }

    private void choose() {
        var window = getScene() == null ? null : getScene().getWindow();
        desk.pictures().choose(window).ifPresent(this::take);
    }

    /// Takes what was copied, if it is a picture; says so if asked for and there is none.
    private void paste() {
        if (!pasteIfPicture()) {
            wrong(text("photo-nothing-copied"));
        }
    }

    /// @return whether there was a picture
    boolean pasteIfPicture() {
        Optional<PictureSource.Copied> copied = desk.pictures().copied();
        copied.ifPresent(one -> {
            switch (one) {
                case PictureSource.Copied.OfFile(Path file) -> take(file);
                case PictureSource.Copied.OfPoints(Image image) -> take(image);
            }
        });
        return copied.isPresent();
    }

    private void over(DragEvent event) {
        if (event.getDragboard().hasFiles() || event.getDragboard().hasImage()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        var copied = PictureSource.of(
                event.getDragboard().getFiles(), event.getDragboard().getImage());
        copied.ifPresent(one -> {
            switch (one) {
                case PictureSource.Copied.OfFile(Path file) -> take(file);
                case PictureSource.Copied.OfPoints(Image image) -> take(image);
            }
        });
        event.setDropCompleted(copied.isPresent());
        event.consume();
    }

    /// A file that was chosen, dropped or copied.
    void take(Path file) {
        Path named = file.getFileName();
        prepare(named == null ? "" : named.toString(), () -> Photographs.of(file));
    }

    private void take(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        prepare(text("photo-pasted-name"), () -> {
            int[] points = new int[0];
            if (width > 0 && height > 0 && (long) width * height <= POINTS_MOST) {
                points = new int[width * height];
                image.getPixelReader()
                        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), points, 0, width);
            }
            return Photographs.of(points, width, height);
        });
    }

    /// Beyond this a pasted picture is not even copied from the clipboard's form.
    private static final long POINTS_MOST = 24_000_000L;

    private interface Opening {
        Photograph photograph();
    }

    private record Sealed(ObjectNode picture, Image preview) {}

    private void prepare(String name, Opening opening) {
        int mine = ++asked;
        busy.set(true);
        wrong("");
        draw();
        desk.background()
                .ask(
                        Lane.WORK,
                        () -> {
                            Photograph photograph = opening.photograph();
                            return new Opened(photograph, preview(photograph.bytes()));
                        },
                        opened -> seal(mine, name, opened),
                        why -> failed(mine, why));
    }

    private record Opened(Photograph photograph, Image preview) {}

    private void seal(int mine, String name, Opened opened) {
        desk.background()
                .ask(
                        Lane.STORE,
                        () -> new Sealed(desk.story().seal(child, name, opened.photograph()), opened.preview()),
                        done -> {
                            if (mine == asked) {
                                busy.set(false);
                                taken = null;
                                now = done.picture();
                                view.setImage(done.preview());
                                draw();
                                chosen.accept(done.picture());
                            }
                        },
                        why -> failed(mine, why));
    }

    private void failed(int mine, Throwable why) {
        if (mine != asked) {
            return;
        }
        busy.set(false);
        draw();
        if (why instanceof BadInput bad) {
            wrong(bad.problems().getFirst().message());
        } else {
            wrong(text("photo-not-kept"));
            desk.background().fault(why);
        }
    }

    private static Image preview(byte[] bytes) {
        return new Image(new ByteArrayInputStream(bytes), PREVIEW_PX, PREVIEW_PX, true, true);
    }

    private void takeOff() {
        asked++;
        taken = now;
        now = null;
        view.setImage(null);
        draw();
        chosen.accept(null);
        undo.requestFocus();
    }

    private void putBack() {
        ObjectNode before = taken;
        if (before != null) {
            taken = null;
            bring(before);
            chosen.accept(before);
            off.requestFocus();
        }
    }

    private void draw() {
        Boxes.show(view, now != null);
        Boxes.show(off, now != null);
        Boxes.show(undo, now == null && taken != null);
        choose.setText(text(now == null ? "photo-choose" : "photo-another"));
        if (busy.get()) {
            state.setText(text("photo-busy"));
        } else if (now != null) {
            state.setText(text("photo-kept", (now.path("bytes").intValue(0) + 1023) / 1024));
        } else {
            state.setText(taken == null ? text("photo-drop") : text("photo-taken-off"));
        }
    }

    @Override
    protected Node first() {
        return choose;
    }

    @Override
    protected void mark(boolean isWrong) {
        markWrong(area, isWrong);
    }

    @Override
    protected void describe() {
        choose.setAccessibleHelp(help());
    }
}
