package org.alongside.ui;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.alongside.kernel.Texts;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.NoticeBar;
import org.alongside.ui.task.Background;
import org.alongside.ui.task.Lane;
import org.alongside.ui.theme.Look;
import org.jspecify.annotations.Nullable;

/// The frame of the window: header, notices, rail, page and status line, and the keys that do the same
/// everywhere. It knows no case; places, pages, commands and search sources are given to it.
public final class Shell {
    private final StackPane root = new StackPane();
    private final Header header = new Header();
    private final VBox notices = Boxes.styled(new VBox(), "notices");
    private final StackPane pageArea = Boxes.styled(new StackPane(), "page-area");
    private final VBox frame = new VBox();
    private final Pane over = new Pane();
    private final Rail rail;
    private final Palette palette;
    private final StatusLine status;
    private final Panes panes = new Panes();
    private final Commands commands;
    private final Router router;
    private final Background background;
    private @Nullable Node cover;

    public Shell(Commands commands, Router router, Background background, Look look) {
        this.commands = commands;
        this.router = router;
        this.background = background;
        this.status = new StatusLine(background.runningProperty());
        this.rail = new Rail(header.places(), router::go);
        this.palette = new Palette(header.search(), new CommandSource(commands), background);
        build();
        palette.onClosed(this::focusPage);
        header.search().setOnMouseClicked(e -> palette.open());
        router.shownProperty().subscribe(this::shown);
        router.onReturn(this::returned);
        ownCommands(look);
    }

    private void build() {
        root.getStyleClass().add("shell");
        HBox.setHgrow(pageArea, Priority.ALWAYS);
        pageArea.setAlignment(Pos.TOP_LEFT);
        pageArea.setMinSize(0, 0);
        var body = new HBox(rail, pageArea);
        body.setFillHeight(true);
        VBox.setVgrow(body, Priority.ALWAYS);
        body.setMinHeight(0);
        frame.getChildren().addAll(header, notices, body, status);
        over.setPickOnBounds(false);
        over.getChildren().add(palette);
        root.getChildren().setAll(frame, over);
        Boxes.show(notices, false);
        Breadth.of(root).subscribe(breadth -> around());
        header.searchBox().boundsInLocalProperty().subscribe(this::placePalette);
        palette.visibleProperty().subscribe(this::placePalette);
        palette.onResults(this::placePalette);
        panes.add(header, header::search);
        panes.add(notices, () -> notices.getChildren().isEmpty() ? null : notices.lookup(".button"));
        panes.add(rail, rail::first);
        panes.add(pageArea, this::firstOfPage);
        panes.add(status, () -> status);
    }

    private void ownCommands(Look look) {
        commands.add(Command.of("search", Texts.of("ui.command-search"), "Ctrl+K", () -> {
            if (!isAlone()) {
                palette.open();
            }
        }));
        commands.add(Command.of("back", Texts.of("ui.command-back"), "Esc", router::back)
                .also("Alt+Left"));
        commands.add(Command.of("next-pane", Texts.of("ui.command-next-pane"), "F6", () -> movePane(true)));
        commands.add(
                Command.of("previous-pane", Texts.of("ui.command-previous-pane"), "Shift+F6", () -> movePane(false)));
        var size = look.textSizeProperty();
        commands.add(Command.of(
                        "larger-text",
                        Texts.of("ui.command-larger"),
                        "Ctrl+Plus",
                        () -> size.set(size.get().larger()))
                .also("Ctrl+Equals", "Ctrl+Shift+Equals", "Ctrl+Add"));
        commands.add(Command.of(
                        "smaller-text",
                        Texts.of("ui.command-smaller"),
                        "Ctrl+Minus",
                        () -> size.set(size.get().smaller()))
                .also("Ctrl+Subtract"));
        commands.add(Command.of(
                        "normal-text",
                        Texts.of("ui.command-normal"),
                        "Ctrl+0",
                        () -> size.set(org.alongside.ui.theme.TextSize.P100))
                .also("Ctrl+Numpad 0"));
    }

    /// A scene of this shell that listens to its commands; the title of its window is always the
    /// product's name.
    public Scene scene(double width, double height) {
        var scene = new Scene(root, width, height);
        commands.listenTo(scene);
        return scene;
    }

    /// A place of the rail, reached by Ctrl and its number.
    public void addPlace(Place place) {
        rail.add(place);
        commands.add(Command.of(
                "go-" + place.screen(),
                Texts.of("ui.command-go", place.word()),
                "Ctrl+" + place.number(),
                () -> router.go(place.screen())));
    }

    /// A command that has a button in the header: Visit mode, Lock, Help.
    public void addHeaderCommand(Command command, String icon) {
        commands.add(command);
        header.add(command, icon);
    }

    /// Results of a source come before those added later, and after the commands.
    public void addSearch(SearchSource source) {
        palette.add(source);
    }

    /// Results of a source that come after the commands.
    public void addLastSearch(SearchSource source) {
        palette.addLast(source);
    }

    /// Children looked at lately, newest first; the rail shows six.
    public ObservableList<Recent> recent() {
        return rail.recent();
    }

    public ObjectProperty<@Nullable SignedIn> signedInProperty() {
        return rail.signedInProperty();
    }

    public StatusLine status() {
        return status;
    }

    public Router router() {
        return router;
    }

    public Commands commands() {
        return commands;
    }

    /// Puts a notice into the layout, under the header, until it is taken away.
    public void notice(NoticeBar notice) {
        takeAway(notice.getId());
        notices.getChildren().add(notice);
        around();
    }

    /// Takes the notice with this id away, if it is there.
    public void takeAway(String id) {
        notices.getChildren().removeIf(n -> id.equals(n.getId()));
        around();
    }

    /// Puts one page over everything: sign-in and the lock. Nothing of the shell stays in the scene
    /// meanwhile, and its keys do nothing.
    public void cover(Node page) {
        cover = page;
        commands.setListening(false);
        root.getChildren().setAll(page);
    }

    /// Takes the cover off; the focus is where it was in the page, or on its title.
    public void uncover() {
        cover = null;
        commands.setListening(true);
        root.getChildren().setAll(frame, over);
        focusPage();
    }

    public boolean isCovered() {
        return cover != null;
    }

    /// Whether somebody is in the search, or in the list under it.
    public boolean isSearching() {
        return palette.isVisible();
    }

    /// What the page asked of the store when it came on show is answered before this is. Whoever
    /// pressed a key meanwhile is somewhere else by now, and stays there.
    private void returned(Footing footing) {
        Router.Shown asked = router.shownProperty().get();
        Node placed = focusOwner();
        background.ask(Lane.STORE, () -> Boolean.TRUE, done -> {
            Router.Shown now = router.shownProperty().get();
            if (now != null && now == asked) {
                footing.back(now.page(), focusOwner() == placed);
            }
        });
    }

    private @Nullable Node focusOwner() {
        return root.getScene() == null ? null : root.getScene().getFocusOwner();
    }

    private void shown(Router.@Nullable Shown now) {
        palette.forget();
        around();
        if (now == null) {
            pageArea.getChildren().clear();
            status.hintProperty().set("");
            return;
        }
        pageArea.getChildren().setAll(List.of(now.page().node()));
        rail.mark(now.screen().rail());
        status.hintProperty().set(now.page().hint());
        focusPage();
    }

    private boolean isAlone() {
        Router.Shown now = router.shownProperty().get();
        return now != null && now.page().alone();
    }

    /// What stands around the page: nothing, when a child reads it too.
    private void around() {
        boolean alone = isAlone();
        Boxes.show(header, !alone);
        Boxes.show(status, !alone);
        Boxes.show(notices, !alone && !notices.getChildren().isEmpty());
        Boxes.show(rail, !alone && Breadth.of(root).getValue() != Breadth.NARROW);
    }

    /// Styles are applied first: what lies in a scroll pane is in no scene before that and cannot take
    /// the focus.
    private void focusPage() {
        root.applyCss();
        Node first = firstOfPage();
        if (first != null) {
            if (first.getScene() == null) {
                // What a scroll pane holds is in the scene only once its skin is made.
                root.applyCss();
            }
            first.requestFocus();
        }
    }

    private @Nullable Node firstOfPage() {
        Router.Shown now = router.shownProperty().get();
        return now == null ? null : now.page().first();
    }

    private void movePane(boolean forward) {
        if (root.getScene() != null) {
            panes.move(root.getScene(), forward);
        }
    }

    private void placePalette() {
        if (!palette.isVisible() || palette.getScene() == null) {
            return;
        }
        var box = over.sceneToLocal(
                header.searchBox().localToScene(header.searchBox().getBoundsInLocal()));
        double width = Math.min(Math.max(box.getWidth(), root.getWidth() * 0.5), root.getWidth() - box.getMinX() - 8);
        palette.resizeRelocate(box.getMinX(), box.getMaxY() + 4, width, palette.heightFor(width));
    }
}
