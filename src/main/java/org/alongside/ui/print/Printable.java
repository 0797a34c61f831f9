package org.alongside.ui.print;

import java.util.List;
import org.alongside.ui.control.Choice;

/// Something that can be printed, as the preview needs it.
public interface Printable {
    /// What is being printed, for the page's title: "Print a visit".
    String title();

    /// Whose copies there are; one of them is no choice.
    List<Choice<String>> copies();

    /// Reads the record. On the store's lane.
    ///
    /// @param copy one of [#copies]
    Words read(String copy);

    /// The words of a paper, read once, and its number.
    interface Words {
        /// Sizes of the text, the usual one first.
        List<Choice<String>> sizes();

        /// The number by which this paper is asked for.
        String number();

        /// What is not on it, in sentences.
        List<String> leftOut();

        /// Lays it out. On the computing lane.
        byte[] pdf(String size);

        /// The same as plain text; empty when it may only be paper.
        String plainText();

        /// Notes that it was printed. On the store's lane.
        void printed();

        /// Notes that it was kept as a file outside the store. On the store's lane.
        void kept();
    }
}
