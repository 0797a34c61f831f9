package org.alongside.ui.control;

/// Something on a page that takes an answer and can be told what is wrong with it. The error summary
/// links to it.
public interface Answer {
    /// Field path of its problems, such as `children[1].alone_reason`.
    String field();

    /// Shows what is wrong, in the words of the summary; empty when nothing is.
    void wrong(String message);

    /// Brings it into view with the focus on what is to be put right.
    void focusAnswer();
}
