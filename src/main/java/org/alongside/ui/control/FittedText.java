package org.alongside.ui.control;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// Words on one line of a given width: cut at a word where they are longer, with a sign that they go on.
final class FittedText {
    private static final String GOES_ON = "…";
    /// Measuring and drawing round apart.
    private static final double ROUNDING_PX = 2;

    private FittedText() {}

    static double width(String words, Font font) {
        var text = new Text(words);
        text.setFont(font);
        return text.getLayoutBounds().getWidth();
    }

    /// @param room in px
    static String of(String words, Font font, double room) {
        String line = words.replace('\n', ' ');
        if (width(line, font) + ROUNDING_PX <= room) {
            return line;
        }
        int fits = 0;
        int beyond = line.codePointCount(0, line.length());
        while (beyond - fits > 1) {
            int middle = (fits + beyond) / 2;
            String tried = line.substring(0, line.offsetByCodePoints(0, middle)) + GOES_ON;
            if (width(tried, font) + ROUNDING_PX <= room) {
                fits = middle;
            } else {
                beyond = middle;
            }
        }
        int end = line.offsetByCodePoints(0, fits);
        int space = line.lastIndexOf(' ', end);
        return line.substring(0, space > end / 2 ? space : end).stripTrailing() + GOES_ON;
    }
}
