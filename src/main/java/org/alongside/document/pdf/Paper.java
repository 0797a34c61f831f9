package org.alongside.document.pdf;

import java.util.List;

/// Everything that stands on one paper, before it is laid out.
///
/// @param title what kind of paper it is, "Visit": also the file's title, so it names nobody
/// @param heading the first line, which may name a child
/// @param under a line under it; may be empty
/// @param copy whose copy it is
/// @param size of the text
/// @param blocks in reading order
/// @param printing who printed it, when, and its number
/// @param leftOut what this copy leaves out, in sentences; empty when it is whole
public record Paper(
        String title,
        String heading,
        String under,
        Copy copy,
        PaperSize size,
        List<Block> blocks,
        Printing printing,
        List<String> leftOut) {
    public Paper {
        blocks = List.copyOf(blocks);
        leftOut = List.copyOf(leftOut);
    }
}
