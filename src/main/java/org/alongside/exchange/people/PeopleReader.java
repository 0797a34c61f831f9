package org.alongside.exchange.people;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alongside.exchange.CodeMap;
import org.alongside.exchange.Csv;
import org.alongside.exchange.Findings;
import org.alongside.exchange.Unit;
import org.alongside.exchange.people.PeopleColumns.Column;
import org.alongside.exchange.people.PeopleColumns.Of;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Limits;
import org.alongside.kernel.Texts;
import org.alongside.kernel.TypedText;

/// Reads a people file (`command-line.md`, "People file"): names, homes, relations and workers, which
/// no return holds.
///
/// A row without an id, a row that cannot be read and a second row of one id are kept out whole; any
/// other fault keeps out its cell. A blank cell says nothing, `-` clears.
public final class PeopleReader {
    private static final String CLEAR = "-";
    private static final int ID_MAX = 80;

    private final CodeMap map;
    private final LocalDate today;

    public PeopleReader(CodeMap map, LocalDate today) {
        this.map = map;
        this.today = today;
    }

    /// @throws BadInput when the file is not there, too large, or has no column with an id
    public PeopleFile read(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            if (Files.size(file) > Limits.IMPORT_FILE_BYTES) {
                throw BadInput.of(
                        "file-too-large",
                        Texts.of("exchange.file-too-large", Limits.IMPORT_FILE_BYTES / (1024 * 1024)));
            }
            return read(name, Files.readAllBytes(file));
        } catch (IOException e) {
            throw BadInput.of("file-not-readable", Texts.of("exchange.file-not-readable", name));
        }
    }

    /// @param name what the report calls it
    public PeopleFile read(String name, byte[] bytes) {
        return new Reading(name, Csv.read(bytes)).read();
    }

    private final class Reading {
        private final String name;
        private final Csv csv;
        private final Findings findings;
        private final CellReader cells;
        private final Map<Integer, Column> columns = new HashMap<>();
        private final List<String> unknown = new ArrayList<>();
        private final Set<String> ids = new HashSet<>();
        private final List<PeopleRow> rows = new ArrayList<>();
        private int children;
        private int adults;

        Reading(String name, Csv csv) {
            this.name = name;
            this.csv = csv;
            this.findings = new Findings(name);
            this.cells = new CellReader(map, today, findings);
        }

        PeopleFile read() {
            header();
            for (int line : csv.spoiled()) {
                children++;
                findings.refuse(Unit.CHILD, line, null, "row", "csv-stray-quote");
            }
            csv.rows().stream().skip(1).forEach(this::row);
            return new PeopleFile(
                    name,
                    csv.charset(),
                    csv.separator(),
                    List.copyOf(unknown),
                    List.copyOf(rows),
                    children,
                    adults,
                    findings.all(),
                    findings.toMap());
        }

        private void header() {
            if (csv.rows().isEmpty()) {
                throw BadInput.of("people-file-empty", Texts.of("exchange.people-file-empty"));
            }
            Csv.Row header = csv.rows().getFirst();
            var seen = new HashSet<String>();
            for (int i = 0; i < header.cells().size(); i++) {
                String given = header.cells().get(i);
                String column = given.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
                Optional<Column> known = PeopleColumns.find(column);
                if (known.isPresent() && !seen.add(column)) {
                    throw BadInput.of("column-twice", column, Texts.of("exchange.column-twice", column));
                } else if (known.isPresent()) {
                    columns.put(i, known.get());
                } else if (!given.isBlank()) {
                    String shown = TypedText.shortened(TypedText.mended(given), 40);
                    unknown.add(shown);
                    findings.warn(Unit.VALUE, header.line(), null, shown, "column-unknown", shown);
                }
            }
            if (!seen.contains("child_id") && !seen.contains("person_id")) {
                throw BadInput.of("people-no-id-column", Texts.of("exchange.people-no-id-column"));
            }
            if (csv.strayInHeader()) {
                findings.warn(Unit.VALUE, header.line(), null, "header", "csv-stray-quote-header");
            }
            if (!csv.charset().equals(StandardCharsets.UTF_8)) {
                findings.warn(
                        Unit.VALUE,
                        header.line(),
                        null,
                        "file",
                        "not-utf-8",
                        csv.charset().name());
            }
        }

        private void row(Csv.Row row) {
            Map<String, String> given = new LinkedHashMap<>();
            for (int i = 0; i < row.cells().size(); i++) {
                Column column = columns.get(i);
                if (column != null && !row.cells().get(i).isBlank()) {
                    given.put(column.name(), row.cells().get(i).strip());
                }
            }
            String kind = given.getOrDefault("kind", "child").toLowerCase(Locale.ROOT);
            boolean adult = kind.equals("adult");
            if (adult) {
                adults++;
            } else {
                children++;
            }
            String idColumn = adult ? "person_id" : "child_id";
            String id = given.get(idColumn);
            if (!cellsFit(row)) {
                refuseRow(row, id, "row", "row-cells", row.cells().size(), width());
            } else if (!adult && !kind.equals("child")) {
                refuseRow(row, id, "kind", "kind-unknown", TypedText.shortened(TypedText.mended(kind), 40));
            } else if (id == null || id.equals(CLEAR)) {
                refuseRow(row, null, idColumn, "id-missing", idColumn);
            } else if (id.length() > ID_MAX || TypedText.problem(id).isPresent() || id.indexOf('\n') >= 0) {
                refuseRow(row, null, idColumn, "id-not-one", idColumn);
            } else if (!ids.add((adult ? "person/" : "child/") + id)) {
                refuseRow(row, id, idColumn, "id-twice");
            } else {
                rows.add(taken(row, given, adult, id));
            }
        }

        private void refuseRow(
                Csv.Row row, @org.jspecify.annotations.Nullable String id, String field, String code, Object... words) {
            findings.refuse(Unit.CHILD, row.line(), id, field, code, words);
        }

        private PeopleRow taken(Csv.Row row, Map<String, String> given, boolean adult, String id) {
            Map<String, Optional<String>> said = new LinkedHashMap<>();
            List<String> related = List.of();
            for (Column column : columns.values()) {
                String cell = given.get(column.name());
                boolean ours = column.of() == Of.BOTH || (column.of() == Of.ADULT) == adult;
                if (cell == null
                        || column.name().equals("kind")
                        || column.name().endsWith("_id")) {
                    continue;
                }
                if (!ours) {
                    findings.refuse(
                            Unit.VALUE, row.line(), id, column.name(), adult ? "column-of-child" : "column-of-adult");
                } else if (cell.equals(CLEAR)) {
                    said.put(column.name(), Optional.empty());
                } else if (column.name().equals("related_children")) {
                    related = relatedChildren(cell);
                } else {
                    cells.read(column, cell, row.line(), id)
                            .ifPresent(value -> said.put(column.name(), Optional.of(value)));
                }
            }
            if (said.containsKey("born")
                    && said.containsKey("expected")
                    && value(said, "born")
                    && value(said, "expected")) {
                findings.warn(Unit.VALUE, row.line(), id, "expected", "cin-8525Q");
            }
            return new PeopleRow(row.line(), adult, id, said, related);
        }

        private boolean value(Map<String, Optional<String>> said, String column) {
            return said.getOrDefault(column, Optional.empty()).isPresent();
        }

        private List<String> relatedChildren(String cell) {
            return java.util.Arrays.stream(cell.split(";"))
                    .map(String::strip)
                    .filter(child -> !child.isEmpty())
                    .distinct()
                    .toList();
        }

        /// A row may be longer than the header only by blank cells, and never shorter.
        private boolean cellsFit(Csv.Row row) {
            List<String> cells = row.cells();
            return cells.size() >= width()
                    && cells.subList(width(), cells.size()).stream().allMatch(String::isBlank);
        }

        private int width() {
            return csv.rows().getFirst().cells().size();
        }
    }
}
