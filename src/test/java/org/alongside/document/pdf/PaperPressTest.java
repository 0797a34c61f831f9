package org.alongside.document.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One paper with every kind of block and the names that break papers.
class PaperPressTest {
    private static final Printing PRINTING = new Printing(
            "Joanna Pritchard",
            Instant.parse("2026-11-18T10:30:00Z"),
            UUID.fromString("019a0000-0000-7000-8000-0123456789ab"));

    private static PdfFile file;

    @BeforeAll
    static void print() {
        file = new PdfFile(PaperPress.pdf(paper(
                PaperSize.STAFF,
                "Visit to Zażółć",
                List.of(
                        new Block.Heading(2, "Who, where, when"),
                        new Block.Facts(List.of(
                                new Block.Fact("Father", "محمد عبد اللطيف"),
                                new Block.Fact("Mother", "ሰላም ገብረመድህን"),
                                new Block.Fact("Uncle", "Nguyễn Ђорђе Ελένη"),
                                new Block.Fact("Where", "At home\nSecond line   with  spaces"))),
                        new Block.Heading(3, "Ellis"),
                        new Block.Told("In the child's own words", "“<b>no</b> &amp; 🙂”"),
                        new Block.Table(
                                "Events",
                                List.of(
                                        new Block.Column("When", 20),
                                        new Block.Column("What", 60),
                                        new Block.Column("Source", 20)),
                                List.of(
                                        new Block.Cells(List.of("18 Nov 2026", "Fell off the swing.", "School")),
                                        new Block.Line("No entries for 4 months"),
                                        new Block.Cells(List.of("1 Jul 2026", "Moved home.", "Mother")))),
                        new Block.Items(
                                true,
                                List.of(
                                        new Block.Item("Carly rings the school.", "By 24 November 2026"),
                                        Block.Item.of("Two"))),
                        Block.Text.notice("Draft"),
                        Block.Text.of("张伟 came.")),
                List.of("Restricted lines."))));
    }

    private static Paper paper(PaperSize size, String heading, List<Block> blocks, List<String> leftOut) {
        return new Paper("Visit", heading, "", Copy.STAFF, size, blocks, PRINTING, leftOut);
    }

    @Test
    void aPaperIsCompliantWithPdfUa() throws Exception {
        assertThat(file.faults()).isEmpty();
    }

    @Test
    void everyLineStandsOnThePaperLetterForLetter() throws Exception {
        assertThat(file.text())
                .contains("Copy for staff", "Visit to Zażółć", "Who, where, when")
                .contains("ሰላም ገብረመድህን", "Nguyễn Ђорђе Ελένη", "At home", "Second line with spaces")
                .contains("“<b>no</b> &amp; 🙂”", "Fell off the swing.", "No entries for 4 months", "Moved home.")
                .contains("Carly rings the school. By 24 November 2026", "Draft", "Restricted lines.")
                .contains("Page 1 of", "Paper " + PRINTING.number())
                .contains("Printed by Joanna Pritchard, Wednesday 18 November 2026, 10:30");
    }

    @Test
    void aNameInArabicJoinsAndReadsFromTheRight() throws Exception {
        assertThat(file.text()).contains("محمد عبد اللطيف");
    }

    @Test
    void whatNoTypefaceHasIsToldInWords() throws Exception {
        assertThat(file.text())
                .contains(
                        "[Chinese writing, 2 signs, not drawn here] came.", "Some signs in the record cannot be drawn")
                .doesNotContain("#", "\uFFFD", "□");
    }

    @Test
    void theFileNamesItsKindAndNobody() throws Exception {
        assertThat(file.aboutItself()).contains("Visit", "Alongside").doesNotContain("Zażółć", "Pritchard", "Ellis");
    }

    @Test
    void headingsAreBookmarks() throws Exception {
        assertThat(file.bookmarks())
                .containsExactly(
                        "Visit to Zażółć",
                        "Who, where, when",
                        "Ellis",
                        "What this copy leaves out",
                        "About this paper");
    }

    @Test
    void everyTypefaceIsInsideAndOnlyThoseThatAreNeeded() throws Exception {
        assertThat(file.fonts())
                .contains("AlongsideText-Regular", "NotoSansArabic-Regular", "NotoSansEthiopic-Regular")
                .noneMatch(name -> name.startsWith("not embedded"))
                .noneMatch(name -> name.contains("Hebrew") || name.contains("Georgian"));
    }

    @Test
    void theLargestTextKeepsTheOrderOfReading() throws Exception {
        var plain = paper(PaperSize.LARGEST, "Ours", List.of(Block.Text.of("one")), List.of());

        assertThat(new PdfFile(PaperPress.pdf(plain)).text()).contains("Ours one About this paper");
    }

    @Test
    void aLongTableAndALongTextGoOverPagesAndLoseNoLine() throws Exception {
        var rows = new java.util.ArrayList<Block.Row>();
        for (int event = 0; event < 400; event++) {
            rows.add(new Block.Cells(List.of(
                    "1 Jan 2026",
                    "Health",
                    "Event number " + event + " of many, told in one line.",
                    "محمد عبد اللطيف")));
        }
        String typed = "She said it again and again. ".repeat(700) + "The end of it.";
        var columns = List.of(
                new Block.Column("Date", 16),
                new Block.Column("Kind", 18),
                new Block.Column("What", 46),
                new Block.Column("Source", 20));

        var printed = new PdfFile(PaperPress.pdf(paper(
                PaperSize.STAFF,
                "Long",
                List.of(
                        new Block.Told("Words", typed),
                        new Block.Facts(List.of(new Block.Fact("Words", typed))),
                        new Block.Table("Events", columns, rows)),
                List.of())));

        assertThat(printed.pages()).isBetween(20, 60);
        String text = printed.text();
        assertThat(text.split("The end of it\\.", -1)).hasSize(3);
        assertThat(java.util.stream.IntStream.range(0, 400))
                .allMatch(event -> text.contains("Event number " + event + " of many"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "محمد",
                "سلطان",
                "لا",
                "الله",
                "فاطمة الزهراء",
                "گلناز پژمان",
                "אברהם",
                "Święcicka",
                "Đặng Thị Hà",
                "ሓጎስ ተስፋይ",
                "Ærøskøbing",
                "Ștefan Țîru",
                "İbrahim Işık",
                "Мария",
                "გიორგი",
                "Արամ"
            })
    void aNameInAnyOfTheseScriptsIsDrawnWhole(String name) throws Exception {
        var paper = paper(PaperSize.FAMILY, "About " + name, List.of(), List.of());
        var printed = new PdfFile(PaperPress.pdf(paper));

        assertThat(printed.text()).contains(name).doesNotContain("[");
    }
}
