package org.alongside.app;

import javafx.scene.Node;
import javafx.scene.control.Button;
import org.alongside.kernel.Texts;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.PageTitle;
import org.alongside.ui.theme.Icons;

/// What keeps the laptop from being opened (in use, damaged keys, a folder that cannot be written to),
/// said before anybody is asked for a passphrase.
final class InTheWayPage {
    private final PageTitle title = new PageTitle("in-the-way-title", Texts.of("app.in-the-way"));
    private final Node node;

    InTheWayPage(String words, Runnable again) {
        Button retry = Buttons.of("in-the-way-again", Texts.of("ui.try-again"), again);
        retry.getStyleClass().add("accent");
        var sentence = Boxes.row(3, Icons.of("mdomz-warning"), Boxes.growing(Boxes.text(words)));
        sentence.getStyleClass().addAll("icon-line", "top");
        var card = Boxes.column(5, SignInPage.wordmark(), title, sentence, Boxes.row(4, retry));
        card.getStyleClass().add("cover-card");
        var beside =
                Boxes.column(6, SignInPage.told("mdoal-laptop", Texts.of("app.safe-title"), Texts.of("app.safe-more")));
        beside.getStyleClass().add("cover-beside");
        node = SignInPage.centred(card, SignInPage.CARD_EM, beside);
    }

    Node node() {
        return node;
    }

    /// The title first: it is what a reader of the screen has to hear.
    void focus() {
        title.requestFocus();
    }
}
