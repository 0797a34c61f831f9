package org.alongside.lifestory.view;

import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import org.alongside.ui.control.Boxes;

/// A photograph on a white card, as it would lie in a book; as large as the text around it, never larger
/// than there is room.
final class FramedPicture extends StackPane {
    /// The card's own edges: what `photo-card` gives it.
    private static final double SIDES_EM = 1.75;

    private static final double ENDS_EM = 2;

    private final ImageView view;
    private final double emWide;
    private double em = 15;

    /// @param altText for those who cannot see it
    /// @param emWide how wide at most, in widths of an em
    FramedPicture(Image picture, String altText, double emWide) {
        this.emWide = emWide;
        view = new ImageView(picture);
        view.setPreserveRatio(true);
        view.setSmooth(true);
        var card = Boxes.styled(new StackPane(view), "photo-card");
        card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        var measure = new Label();
        measure.setManaged(false);
        measure.setVisible(false);
        measure.fontProperty().subscribe(font -> {
            em = font.getSize();
            requestLayout();
        });
        getChildren().addAll(measure, card);
        setAlignment(javafx.geometry.Pos.TOP_LEFT);
        setAccessibleRole(javafx.scene.AccessibleRole.IMAGE_VIEW);
        setAccessibleText(altText);
        setMinWidth(0);
        setMaxWidth(Double.MAX_VALUE);
    }

    /// As a book lays them: a picture higher than wide is not made larger than one that lies.
    private double wide(double room) {
        Image picture = view.getImage();
        double shape = picture.getHeight() == 0 ? 1 : picture.getWidth() / picture.getHeight();
        double most = Math.min(emWide * em, room - SIDES_EM * em);
        return Math.max(4 * em, Math.min(most, most * Math.min(1.2, shape)));
    }

    @Override
    protected double computePrefWidth(double height) {
        return emWide * em + SIDES_EM * em;
    }

    @Override
    protected double computePrefHeight(double width) {
        double room = width < 0 ? prefWidth(-1) : width;
        Image picture = view.getImage();
        double share = picture.getWidth() == 0 ? 1 : picture.getHeight() / picture.getWidth();
        return wide(room) * share + ENDS_EM * em;
    }

    @Override
    protected void layoutChildren() {
        view.setFitWidth(wide(getWidth()));
        super.layoutChildren();
    }

    @Override
    public javafx.geometry.Orientation getContentBias() {
        return javafx.geometry.Orientation.HORIZONTAL;
    }
}
