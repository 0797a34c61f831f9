package org.alongside.app;

import javafx.scene.Node;
import org.alongside.kernel.Texts;
import org.alongside.tool.Version;
import org.alongside.ui.Page;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.PageFrame;

/// About: version, what is kept where, and what it is made with.
final class AboutPage implements Page {
    private final PageFrame frame = PageFrame.list("about", Texts.of("app.about-title"));

    AboutPage() {
        frame.content()
                .getChildren()
                .addAll(
                        Boxes.text(Texts.of("app.about-version", Version.words()), "reading"),
                        section("privacy"),
                        section("licences"));
    }

    private static Node section(String name) {
        return Boxes.column(
                1,
                Boxes.section(Texts.of("app.about-" + name)),
                Boxes.text(Texts.of("app.about-" + name + "-more"), "reading"));
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
