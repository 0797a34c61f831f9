package org.alongside.document.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// Makes a paper into a file: PDF/UA-1, tagged, its typefaces inside, in memory from beginning to end.
/// Nothing is fetched from anywhere and nothing is written beside.
public final class PaperPress {
    private static final String STYLES = "/document/paper.css";
    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    static {
        // Its lines can quote what is laid out.
        XRLog.setLoggingEnabled(false);
    }

    private PaperPress() {}

    /// The bytes of the file.
    public static byte[] pdf(Paper paper) {
        PaperFonts fonts = PaperFonts.shipped();
        var page = new PaperPage(paper, new Signs(fonts));
        List<PaperFonts.Face> faces = fonts.needed(page.drawn() + Signs.OURS);
        var file = new ByteArrayOutputStream();
        var directions = new Directions();
        var builder = new PdfRendererBuilder()
                .usePdfUaAccessibility(true)
                .useFastMode()
                .useUnicodeBidiSplitter(directions)
                .useUnicodeBidiReorderer(directions)
                .useExternalResourceAccessControl(
                        (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .withProducer("Alongside")
                .withW3cDocument(page.document(styles(paper, faces)), "/")
                .toStream(file);
        for (PaperFonts.Face face : faces) {
            builder.useFont(() -> face.open(false), face.family(), REGULAR, FontStyle.NORMAL, true);
            builder.useFont(() -> face.open(true), face.family(), BOLD, FontStyle.NORMAL, true);
        }
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private static String styles(Paper paper, List<PaperFonts.Face> faces) {
        try (var in = PaperPress.class.getResourceAsStream(STYLES)) {
            if (in == null) {
                throw new IllegalStateException("no " + STYLES);
            }
            String families = PaperFonts.families(faces);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("FAMILIES", families)
                    .replace("NUMBER", paper.printing().number())
                    .replace(
                            "POINTS",
                            String.format(Locale.ROOT, "%.1fpt", paper.size().points()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
