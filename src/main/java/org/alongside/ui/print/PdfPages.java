package org.alongside.ui.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/// The pages of a paper as pictures and as text, one at a time; the last few pictures are kept. For
/// any thread but the window's; one at a time uses it.
public final class PdfPages implements AutoCloseable {
    /// A page at this many is 4 MB; one before, one after, and the way back.
    private static final int KEPT = 4;

    private final PDDocument document;
    private final PDFRenderer renderer;
    private final Map<Integer, Picture> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Picture> eldest) {
            return size() > KEPT;
        }
    };

    /// @param argb pixels, row by row
    public record Picture(int width, int height, int[] argb) {}

    private PdfPages(PDDocument document) {
        this.document = document;
        this.renderer = new PDFRenderer(document);
    }

    public static PdfPages of(byte[] pdf) {
        try {
            return new PdfPages(Loader.loadPDF(pdf));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int count() {
        return document.getNumberOfPages();
    }

    /// @param page from 0
    /// @param dotsPerInch of the picture; another than before forgets those kept
    public synchronized Picture picture(int page, int dotsPerInch) {
        Picture picture = kept.get(page);
        if (picture == null || picture.width() != width(page, dotsPerInch)) {
            try {
                var drawn = renderer.renderImageWithDPI(page, dotsPerInch, ImageType.RGB);
                int width = drawn.getWidth();
                int height = drawn.getHeight();
                picture = new Picture(width, height, drawn.getRGB(0, 0, width, height, null, 0, width));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            kept.put(page, picture);
        }
        return picture;
    }

    private int width(int page, int dotsPerInch) {
        return (int) Math.max(Math.floor(document.getPage(page).getCropBox().getWidth() * dotsPerInch / 72f), 1);
    }

    /// What stands on a page, for who does not see it.
    public synchronized String text(int page) {
        try {
            var stripper = new PDFTextStripper();
            stripper.setStartPage(page + 1);
            stripper.setEndPage(page + 1);
            return java.text.Normalizer.normalize(stripper.getText(document), java.text.Normalizer.Form.NFKC)
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        kept.clear();
        try {
            document.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
