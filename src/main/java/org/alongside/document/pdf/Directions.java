package org.alongside.document.pdf;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiSplitterFactory;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.text.Bidi;
import org.jspecify.annotations.Nullable;

/// Right to left and left to right in one line, by the JDK's own algorithm; the layout asks it for
/// runs of one direction and for a run in the order of the eye. Shapes were given before
/// ([ArabicShapes]).
final class Directions implements BidiReorderer, BidiSplitterFactory {
    private static final String OPENING = "([{<«‹⁅⟨";
    private static final String CLOSING = ")]}>»›⁆⟩";

    @Override
    public BidiSplitter createBidiSplitter() {
        return new Splitter();
    }

    /// From the order of the tongue into the order of the eye: letters reversed, a mark staying after
    /// its letter, brackets turned round.
    @Override
    public String reorderRTLTextToLTR(String text) {
        int[] points = text.codePoints().toArray();
        var turned = new StringBuilder(text.length());
        int end = points.length;
        while (end > 0) {
            int start = end - 1;
            while (start > 0 && Character.getType(points[start]) == Character.NON_SPACING_MARK) {
                start--;
            }
            for (int at = start; at < end; at++) {
                turned.appendCodePoint(mirrored(points[at]));
            }
            end = start;
        }
        return turned.toString();
    }

    private static int mirrored(int point) {
        int opening = OPENING.indexOf(point);
        if (opening >= 0) {
            return CLOSING.charAt(opening);
        }
        int closing = CLOSING.indexOf(point);
        return closing >= 0 ? OPENING.charAt(closing) : point;
    }

    @Override
    public String shapeText(String text) {
        return text;
    }

    @Override
    public String deshapeText(String text) {
        return text;
    }

    @Override
    public boolean isLiveImplementation() {
        return true;
    }

    private static final class Splitter implements BidiSplitter {
        private @Nullable Bidi paragraph;

        @Override
        public void setParagraph(String text, byte direction) {
            paragraph = new Bidi(
                    text,
                    direction == RTL
                            ? Bidi.DIRECTION_RIGHT_TO_LEFT
                            : direction == LTR ? Bidi.DIRECTION_LEFT_TO_RIGHT : Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        }

        @Override
        public int countTextRuns() {
            return set().getRunCount();
        }

        @Override
        public BidiTextRun getVisualRun(int run) {
            Bidi of = set();
            return new BidiTextRun(
                    of.getRunStart(run),
                    of.getRunLimit(run) - of.getRunStart(run),
                    of.getRunLevel(run) % 2 == 0 ? LTR : RTL);
        }

        @Override
        public byte getBaseDirection(String text) {
            var of = new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
            return of.baseIsLeftToRight() ? LTR : RTL;
        }

        private Bidi set() {
            if (paragraph == null) {
                throw new IllegalStateException("no paragraph yet");
            }
            return paragraph;
        }
    }
}
