package org.alongside.document.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// The typefaces of paper, all shipped: the product's own, then one for each script it lacks. Asked in
/// their order for each letter; each is read when a letter needs it.
final class PaperFonts {
    /// One typeface.
    ///
    /// @param family its name in the style sheet
    /// @param regular its file among the resources
    /// @param bold likewise; the regular one where there is no bold
    record Face(String family, String regular, String bold) {
        private static Face noto(String name, String script) {
            return new Face(
                    name,
                    "/document/fonts/NotoSans" + script + "-Regular.ttf",
                    "/document/fonts/NotoSans" + script + "-Bold.ttf");
        }

        InputStream open(boolean asBold) {
            InputStream in = PaperFonts.class.getResourceAsStream(asBold ? bold : regular);
            if (in == null) {
                throw new IllegalStateException("no font " + family);
            }
            return in;
        }
    }

    private static final String EMOJI = "/document/fonts/NotoEmoji-Regular.ttf";

    private static final List<Face> FACES = List.of(
            new Face("Paper", "/ui/fonts/AlongsideText-Regular.ttf", "/ui/fonts/AlongsideText-Bold.ttf"),
            Face.noto("PaperLetters", ""),
            Face.noto("PaperArabic", "Arabic"),
            Face.noto("PaperEthiopic", "Ethiopic"),
            Face.noto("PaperHebrew", "Hebrew"),
            Face.noto("PaperGeorgian", "Georgian"),
            Face.noto("PaperArmenian", "Armenian"),
            new Face("PaperSigns", EMOJI, EMOJI));

    /// What each face has, once it was asked.
    private final CmapLookup[] read = new CmapLookup[FACES.size()];

    private PaperFonts() {}

    private static final class Holder {
        private static final PaperFonts SHIPPED = new PaperFonts();
    }

    static PaperFonts shipped() {
        return Holder.SHIPPED;
    }

    /// The first face that has a letter.
    Optional<Face> of(int codePoint) {
        for (int face = 0; face < FACES.size(); face++) {
            if (lookup(face).getGlyphId(codePoint) != 0) {
                return Optional.of(FACES.get(face));
            }
        }
        return Optional.empty();
    }

    boolean has(int codePoint) {
        return of(codePoint).isPresent();
    }

    /// The faces that a text needs, the product's own first; it is always among them.
    List<Face> needed(String text) {
        var needed = new boolean[FACES.size()];
        needed[0] = true;
        text.codePoints().forEach(point -> of(point).ifPresent(face -> needed[FACES.indexOf(face)] = true));
        var faces = new ArrayList<Face>();
        for (int face = 0; face < needed.length; face++) {
            if (needed[face]) {
                faces.add(FACES.get(face));
            }
        }
        return faces;
    }

    private synchronized CmapLookup lookup(int face) {
        CmapLookup lookup = read[face];
        if (lookup == null) {
            try (var in = FACES.get(face).open(false);
                    var font = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
                lookup = font.getUnicodeCmapLookup();
                read[face] = lookup;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return lookup;
    }

    /// For the style sheet: every family in order.
    static String families(List<Face> faces) {
        return String.join(", ", faces.stream().map(Face::family).toList());
    }
}
