package org.alongside.document.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhotographsTest {
    private static BufferedImage read(Photograph photograph) {
        try {
            return ImageIO.read(new ByteArrayInputStream(photograph.bytes()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isRed(BufferedImage image, double x, double y) {
        int point = image.getRGB((int) (image.getWidth() * x), (int) (image.getHeight() * y));
        return (point >> 16 & 0xFF) > 140 && (point & 0xFF) < 90;
    }

    private static void refused(byte[] file, String code) {
        assertThatThrownBy(() -> Photographs.of(file)).isInstanceOfSatisfying(BadInput.class, refused -> {
            assertThat(refused.problems().getFirst().code()).isEqualTo("picture-" + code);
            assertThat(refused.problems().getFirst().message()).endsWith(".");
        });
    }

    @Test
    void whereItWasTakenIsLeftBehindAndWhateverElseIsNotThePicture() {
        for (byte[] file : List.of(
                TestPictures.fromAPhone(TestPictures.jpeg(1200, 900), 1), TestPictures.pngWithPlace(600, 400))) {
            assertThat(new String(file, StandardCharsets.ISO_8859_1)).contains(TestPictures.PLACE);
            Photograph kept = Photographs.of(file);
            assertThat(new String(kept.bytes(), StandardCharsets.ISO_8859_1))
                    .doesNotContain(TestPictures.PLACE)
                    .doesNotContain("Exif")
                    .doesNotContain("xmp")
                    .doesNotContain("tEXt");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, .25, .25",
        "2, .75, .25",
        "3, .75, .75",
        "4, .25, .75",
        "5, .25, .25",
        "6, .75, .25",
        "7, .75, .75",
        "8, .25, .75"
    })
    void itStandsUprightHoweverThePhoneWasHeld(int orientation, double redX, double redY) {
        Photograph kept = Photographs.of(TestPictures.fromAPhone(TestPictures.jpeg(800, 400), orientation));
        BufferedImage shown = read(kept);
        boolean onItsSide = orientation >= 5;
        assertThat(shown.getWidth()).isEqualTo(kept.width()).isEqualTo(onItsSide ? 400 : 800);
        assertThat(isRed(shown, redX, redY)).isTrue();
        assertThat(isRed(shown, 1 - redX, 1 - redY)).isFalse();
    }

    @Test
    void whateverIsChosenWhatIsKeptIsAtMost900KiB() {
        Photograph noise = Photographs.of(TestPictures.encoded(TestPictures.noise(2600, 2000), "jpeg"));
        assertThat(noise.bytes().length).isLessThanOrEqualTo(Limits.PHOTOGRAPH_BYTES);
        assertThat(noise.shrunk()).isTrue();
        assertThat(noise.type()).isEqualTo(Photograph.JPEG);
        Photograph drawing = Photographs.of(TestPictures.png(3000, 1000));
        assertThat(drawing.type()).as("a drawing keeps its lines").isEqualTo(Photograph.PNG);
        assertThat(drawing.width()).isLessThanOrEqualTo(2048);
        assertThat(Photographs.of(TestPictures.encoded(TestPictures.noise(1500, 1500), "png")))
                .as("a photograph saved as PNG is too long for one")
                .satisfies(kept -> assertThat(kept.type()).isEqualTo(Photograph.JPEG))
                .satisfies(kept -> assertThat(kept.bytes().length).isLessThanOrEqualTo(Limits.PHOTOGRAPH_BYTES));
    }

    @Test
    void pastedPointsBecomeAPhotographToo() {
        BufferedImage drawn = TestPictures.drawn(300, 200);
        Photograph kept = Photographs.of(drawn.getRGB(0, 0, 300, 200, null, 0, 300), 300, 200);
        assertThat(isRed(read(kept), .25, .25)).isTrue();
    }

    @Test
    void whatIsNoPictureIsToldInPlainWords() {
        Map<String, byte[]> cases = Map.of(
                "empty", new byte[0],
                "no-picture", "<html>holiday.jpg</html>".getBytes(StandardCharsets.UTF_8),
                "heic", "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1),
                "other-kind", "%PDF-1.7 holiday".getBytes(StandardCharsets.ISO_8859_1),
                "damaged", Arrays.copyOf(TestPictures.jpeg(400, 300), 60));
        cases.forEach((code, file) -> refused(file, code));
        refused(Arrays.copyOf(TestPictures.png(400, 300), 40), "damaged");
        refused("GIF89a................".getBytes(StandardCharsets.ISO_8859_1), "other-kind");
    }

    @Test
    void aFileCutShortInThePictureIsOpenedAsFarAsItGoesOrRefusedButNeverAFault() {
        for (byte[] whole : List.of(TestPictures.jpeg(400, 300), TestPictures.png(400, 300))) {
            for (int length = 1; length < whole.length; length += 97) {
                byte[] cut = Arrays.copyOf(whole, length);
                try {
                    assertThat(Photographs.of(cut).bytes()).isNotEmpty();
                } catch (BadInput told) {
                    assertThat(told.problems()).isNotEmpty();
                }
            }
        }
    }

    @Test
    void aFileThatLiesAboutItsKindIsTakenForWhatItIs(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("holiday.jpg"), TestPictures.png(40, 30));
        assertThat(Photographs.of(file).type()).isEqualTo(Photograph.PNG);
        Files.writeString(file, "MZ this program cannot be run");
        assertThatThrownBy(() -> Photographs.of(file)).hasMessageContaining("picture-no-picture");
        assertThatThrownBy(() -> Photographs.of(folder)).hasMessageContaining("picture-not-there");
    }

    @Test
    void aHundredMegapixelsAreRefusedByTheFirstLinesAndNothingIsOpened() {
        refused(TestPictures.claiming(10_000, 10_000), "too-many-points");
        assertThatThrownBy(() -> Photographs.of(new int[0], 20_000, 20_000))
                .hasMessageContaining("picture-too-many-points");
        refused(new byte[Limits.PICTURE_FILE_BYTES + 1], "file-too-large");
    }

    /// 48 megapixels as points are 192 MB; every n-th point is read.
    @Test
    void aLargePictureIsOpenedInLittleMemory() {
        byte[] file = TestPictures.encoded(new BufferedImage(8000, 6000, BufferedImage.TYPE_BYTE_GRAY), "jpeg");
        Photograph kept = Photographs.of(file);
        assertThat(kept.width()).isEqualTo(2048);
        assertThat(kept.height()).isEqualTo(1536);
    }

    @Test
    void nothingIsWrittenToTheSystemsFolder() throws IOException {
        Path system = Path.of(System.getProperty("java.io.tmpdir"));
        var before = pictures(system);
        Photographs.of(TestPictures.fromAPhone(TestPictures.jpeg(2400, 1600), 6));
        Photographs.of(TestPictures.encoded(TestPictures.noise(1200, 1200), "png"));
        assertThat(pictures(system)).isEqualTo(before);
    }

    /// ImageIO's own name for its files.
    private static TreeSet<String> pictures(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            var names = new TreeSet<String>();
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("imageio"))
                    .forEach(names::add);
            return names;
        }
    }
}
