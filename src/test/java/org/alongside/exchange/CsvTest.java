package org.alongside.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CsvTest {
    private static final String SMALL = """
        child_id,given_name,family_name,address
        A1,Ada,Lark,"1 Mill Lane, Marlbrook"
        A2,"Bo ""Bob"" L",Lark,
        "A3",Cy,"O'Dowd","Flat 2
        Mill House"
        A4,Di,Lark,",;"
        """;

    @Test
    void aSoundFileIsReadWhole() {
        Csv csv = read(SMALL);
        assertThat(csv.spoiled()).isEmpty();
        assertThat(csv.rows()).hasSize(5);
        assertThat(csv.rows().get(2).cells()).containsExactly("A2", "Bo \"Bob\" L", "Lark", "");
        assertThat(csv.rows().get(3).cells().get(3)).isEqualTo("Flat 2\nMill House");
        assertThat(csv.rows()).extracting(Csv.Row::line).containsExactly(1, 2, 3, 4, 6);
    }

    /// A quote beside another one makes an escaped quote or an empty start, which is sound CSV that says
    /// something else; every other one is named.
    @Test
    void oneStrayQuoteAnywhereSpoilsAtMostItsOwnRowAndIsNamed() {
        List<List<String>> sound = cells(read(SMALL));
        for (int i = 0; i < SMALL.length(); i++) {
            Csv csv = read(SMALL.substring(0, i) + '"' + SMALL.substring(i));
            int own = rowOf(i);
            for (int row = 0; row < sound.size(); row++) {
                if (row != own) {
                    assertThat(cells(csv)).as("quote at %d, row %d", i, row).contains(sound.get(row));
                }
            }
            boolean lost = !cells(csv).contains(sound.get(own));
            boolean named = !csv.spoiled().isEmpty()
                    || csv.strayInHeader()
                    || cells(csv).size() == sound.size();
            assertThat(!lost || named).as("quote at %d is named", i).isTrue();
        }
    }

    @Test
    void rowsOfAnyTextComeBackAsTheyWereWritten() {
        var random = new Random(20261125);
        String letters = "ab,;\"\n\té' ñ-";
        for (int round = 0; round < 500; round++) {
            char separator = ",;\t".charAt(random.nextInt(3));
            int columns = 2 + random.nextInt(4);
            List<List<String>> rows = new ArrayList<>();
            rows.add(new ArrayList<>());
            for (int c = 0; c < columns; c++) {
                rows.getFirst().add("h" + c);
            }
            int count = random.nextInt(6);
            for (int r = 0; r < count; r++) {
                List<String> row = new ArrayList<>();
                for (int c = 0; c < columns; c++) {
                    var cell = new StringBuilder(c == 0 ? "id" : "");
                    int length = random.nextInt(6);
                    for (int l = 0; l < length; l++) {
                        cell.append(letters.charAt(random.nextInt(letters.length())));
                    }
                    row.add(cell.toString());
                }
                rows.add(row);
            }
            var text = new StringBuilder();
            for (List<String> row : rows) {
                text.append(String.join(
                                String.valueOf(separator),
                                row.stream()
                                        .map(cell -> quoted(cell, separator))
                                        .toList()))
                        .append(random.nextBoolean() ? "\n" : "\r\n");
            }
            Csv csv = read(text.toString());
            assertThat(cells(csv)).as("round %d", round).isEqualTo(rows);
            assertThat(csv.spoiled()).isEmpty();
        }
    }

    @Test
    void aStrayQuoteInARandomFileSpoilsOneRow() {
        var random = new Random(7);
        for (int round = 0; round < 400; round++) {
            var lines = new ArrayList<String>(List.of("child_id,given_name,address"));
            int count = 2 + random.nextInt(8);
            for (int i = 0; i < count; i++) {
                lines.add(
                        random.nextBoolean()
                                ? "C" + i + ",Nia,Mill Lane " + i
                                : "C" + i + ",\"Nia\",\"" + i + ", Mill Lane\"");
            }
            int hit = 1 + random.nextInt(count);
            String line = lines.get(hit);
            int at = random.nextInt(line.length() + 1);
            lines.set(hit, line.substring(0, at) + '"' + line.substring(at));
            Csv csv = read(String.join("\n", lines) + "\n");
            List<String> ids = csv.rows().stream()
                    .skip(1)
                    .map(row -> row.cells().getFirst())
                    .toList();
            for (int i = 0; i < count; i++) {
                if (i != hit - 1) {
                    assertThat(ids).as("round %d", round).contains("C" + i);
                }
            }
            assertThat(csv.spoiled()).as("round %d: %s", round, lines.get(hit)).isSubsetOf(hit + 1);
        }
    }

    @Test
    void windows1252AndSemicolonsAreRecognised() {
        Csv csv = Csv.read("child_id;given_name\nA1;Siân\n".getBytes(Charset.forName("windows-1252")));
        assertThat(csv.charset()).isEqualTo(Charset.forName("windows-1252"));
        assertThat(csv.separator()).isEqualTo(';');
        assertThat(csv.rows().get(1).cells()).containsExactly("A1", "Siân");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheHeader() {
        Csv csv = read("\uFEFFchild_id\tgiven_name\nA1\tAda\n");
        assertThat(csv.rows().getFirst().cells()).containsExactly("child_id", "given_name");
    }

    @Test
    void aQuoteNeverClosedDoesNotSwallowTheFile() {
        Csv csv = read("child_id,given_name\nA1,\"Ada\nA2,Bo\nA3,Cy\n");
        assertThat(csv.spoiled()).containsExactly(2);
        assertThat(csv.rows()).extracting(row -> row.cells().getFirst()).containsExactly("child_id", "A2", "A3");
    }

    /// Which row of the small file a position stands in; a line end belongs to the row it ends.
    private static int rowOf(int position) {
        int line = (int)
                SMALL.substring(0, position).chars().filter(c -> c == '\n').count();
        return line <= 3 ? line : line == 4 ? 3 : 4;
    }

    private static List<List<String>> cells(Csv csv) {
        return csv.rows().stream().map(Csv.Row::cells).toList();
    }

    private static String quoted(String cell, char separator) {
        return cell.indexOf(separator) >= 0 || cell.indexOf('"') >= 0 || cell.indexOf('\n') >= 0
                ? '"' + cell.replace("\"", "\"\"") + '"'
                : cell;
    }

    private static Csv read(String text) {
        return Csv.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
