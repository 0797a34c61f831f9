package org.alongside.app;

import java.util.List;
import javafx.scene.Node;
import org.alongside.kernel.Texts;
import org.alongside.ui.Page;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Link;
import org.alongside.ui.control.PageFrame;
import org.alongside.ui.control.Sheet;

/// Help: the keys, and the few things that worry people. It needs no network and no unlocked laptop.
final class HelpPage implements Page {
    /// Each key with its words in the catalogue, in the order they are told.
    private static final List<String> KEYS = List.of(
            "search", "main", "panes", "tabs", "parts", "back", "places", "time", "note", "lock", "text", "help");

    private static final List<String> QUESTIONS = List.of("saving", "offline", "wrong", "two");

    private final PageFrame frame = PageFrame.list("help", Texts.of("app.help-title"));

    /// @param further where the link at the end leads
    HelpPage(Runnable further) {
        this(Texts.of("app.help-about"), further);
    }

    HelpPage(String link, Runnable further) {
        var content = frame.content();
        for (String question : QUESTIONS) {
            var block = Boxes.column(
                    1,
                    Boxes.section(Texts.of("app.help-" + question)),
                    Boxes.text(Texts.of("app.help-" + question + "-more"), "reading"));
            content.getChildren().add(block);
        }
        var keys = new Sheet();
        for (String key : KEYS) {
            keys.line(Boxes.row(
                    4,
                    Boxes.styled(Boxes.word(Texts.of("app.key-" + key)), "help-key"),
                    Boxes.growing(Boxes.text(Texts.of("app.key-" + key + "-does")))));
        }
        content.getChildren()
                .add(Boxes.column(
                        2,
                        Boxes.section(Texts.of("app.help-keys")),
                        Boxes.text(Texts.of("app.help-keys-more"), "text-quiet"),
                        keys));
        content.getChildren().add(Boxes.row(0, new Link("help-further", link, further)));
    }

    @Override
    public Node node() {
        return frame;
    }

    @Override
    public Node first() {
        return frame.title();
    }
}
