package org.alongside.app;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.alongside.kernel.Texts;
import org.alongside.tool.Version;
import org.alongside.ui.Command;
import org.alongside.ui.Commands;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.NoticeBar;
import org.alongside.ui.theme.Icons;
import org.alongside.ui.theme.Look;
import org.alongside.ui.theme.TextSize;

/// What the window shows while no laptop is unlocked: one page, and a line at the foot. It has a scene
/// of its own, in which nothing of a case ever was.
final class Cover {
    private final StackPane page = new StackPane();
    private final VBox notices = Boxes.styled(new VBox(), "notices");
    private final HBox foot = Boxes.styled(new HBox(), "status-line");
    private final Scene scene;
    private Node shown = new StackPane();
    private Runnable focus = () -> {};
    private boolean helping;

    Cover(Look look) {
        var root = new BorderPane(page, notices, null, foot, null);
        root.getStyleClass().addAll("shell", "page-area");
        scene = new Scene(root, 1280, 800);
        Boxes.show(notices, false);
        foot.setId("cover-foot");
        commands(look).listenTo(scene);
        foot("");
        look.apply(scene);
    }

    private Commands commands(Look look) {
        var commands = new Commands();
        var size = look.textSizeProperty();
        commands.add(Command.of("help", Texts.of("app.help"), "F1", this::help));
        commands.add(Command.of("help-close", Texts.of("app.help-close"), "Esc", this::closeHelp));
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
        commands.add(Command.of("normal-text", Texts.of("ui.command-normal"), "Ctrl+0", () -> size.set(TextSize.P100)));
        return commands;
    }

    Scene scene() {
        return scene;
    }

    /// Puts a page into it, with the focus where it wants it.
    void show(Node node, Runnable focusIt, String council) {
        helping = false;
        shown = node;
        focus = focusIt;
        foot(council);
        page.getChildren().setAll(node);
        scene.getRoot().applyCss();
        focusIt.run();
    }

    /// One sentence while something takes its time.
    void wait(String words) {
        clear();
        var label = Boxes.text(words, "text-lead");
        label.setFocusTraversable(true);
        page.getChildren().setAll(label);
    }

    /// Nothing of the page before stays: a passphrase, say.
    void clear() {
        helping = false;
        shown = new StackPane();
        focus = () -> {};
        page.getChildren().clear();
        notices.getChildren().clear();
        Boxes.show(notices, false);
    }

    void tell(String words) {
        notices.getChildren().setAll(new NoticeBar("cover-notice", NoticeBar.Kind.WARNING, words));
        Boxes.show(notices, true);
    }

    private void help() {
        if (!helping) {
            helping = true;
            var pages = new HelpPage(this::closeHelp);
            page.getChildren().setAll(pages.node());
            scene.getRoot().applyCss();
            pages.first().requestFocus();
        }
    }

    private void closeHelp() {
        if (helping) {
            helping = false;
            page.getChildren().setAll(shown);
            scene.getRoot().applyCss();
            focus.run();
        }
    }

    private void foot(String council) {
        foot.getChildren().clear();
        if (!council.isEmpty()) {
            foot.getChildren().add(Boxes.word(council));
        }
        var version = Boxes.word(Texts.of("app.version", Version.words()));
        if (!council.isEmpty()) {
            version.getStyleClass().add("after");
        }
        var help = new Button(Texts.of("app.help-foot"), Icons.small("mdoal-help_outline"));
        help.setId("cover-help");
        help.getStyleClass().setAll("cover-foot-button");
        help.setAccessibleHelp("F1");
        help.setOnAction(e -> help());
        HBox.setHgrow(help, Priority.NEVER);
        foot.getChildren().addAll(version, Boxes.space(), help);
    }
}
