package org.alongside.document.pdf;

import java.io.ByteArrayInputStream;
import java.text.Normalizer;
import java.util.List;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/// A paper read back by others' eyes: veraPDF's verdict on PDF/UA-1, PDFBox's text.
public final class PdfFile {
    private final byte[] bytes;

    public PdfFile(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /// What veraPDF finds wrong by PDF/UA-1: rule, message, place. At least one rule must have been tried.
    public List<String> faults() throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        try (var parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(bytes), PDFAFlavour.PDFUA_1);
                var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            var result = validator.validate(parser);
            if (result.getTotalAssertions() < 100) {
                throw new IllegalStateException("veraPDF tried " + result.getTotalAssertions() + " rules only");
            }
            return result.getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() != TestAssertion.Status.PASSED)
                    .map(assertion -> assertion.getRuleId() + " " + assertion.getMessage() + " "
                            + assertion.getLocation().getContext())
                    .toList();
        }
    }

    public int pages() throws Exception {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            return document.getNumberOfPages();
        }
    }

    /// All its text, forms of letters as letters, one space between words.
    public String text() throws Exception {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            return Normalizer.normalize(new PDFTextStripper().getText(document), Normalizer.Form.NFKC)
                    .replaceAll("\\s+", " ");
        }
    }

    /// Title, author and whatever else the file says of itself, as one text.
    public String aboutItself() throws Exception {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            var words = new StringBuilder();
            var information = document.getDocumentInformation();
            for (String key : information.getMetadataKeys()) {
                words.append(key)
                        .append('=')
                        .append(information.getPropertyStringValue(key))
                        .append('\n');
            }
            return words
                    + new String(
                            document.getDocumentCatalog().getMetadata().toByteArray(),
                            java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    public List<String> bookmarks() throws Exception {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            var names = new java.util.ArrayList<String>();
            for (PDOutlineItem item :
                    document.getDocumentCatalog().getDocumentOutline().children()) {
                names.add(item.getTitle());
            }
            return names;
        }
    }

    /// Typefaces, without the sign of a subset; each must be embedded.
    public TreeSet<String> fonts() throws Exception {
        var names = new TreeSet<String>();
        try (PDDocument document = Loader.loadPDF(bytes)) {
            for (var page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    var font = page.getResources().getFont(name);
                    names.add((font.isEmbedded() ? "" : "not embedded: ")
                            + font.getName().replaceFirst("^[A-Z]{6}\\+", ""));
                }
            }
        }
        return names;
    }
}
