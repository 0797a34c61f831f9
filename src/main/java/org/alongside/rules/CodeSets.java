package org.alongside.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;

/// The code sets of the national returns, from `content/code-sets.csv`: for each set its codes, in
/// the order of the file, with their labels.
///
/// The file gives no dates: a code that a return takes only from some year on says so in its
/// `used_in` column, which the returns read.
public final class CodeSets {
    private static final CodeSets SHIPPED = read(Content.text("code-sets.csv"));

    private final Map<String, Map<String, String>> sets;

    private CodeSets(Map<String, Map<String, String>> sets) {
        this.sets = sets;
    }

    public static CodeSets shipped() {
        return SHIPPED;
    }

    /// @throws IllegalStateException when a row is short or a code stands twice in its set
    static CodeSets read(String csv) {
        var sets = new LinkedHashMap<String, Map<String, String>>();
        for (String line : csv.lines().skip(1).filter(line -> !line.isBlank()).toList()) {
            List<String> cells = cells(line);
            if (cells.size() < 3
                    || sets.computeIfAbsent(cells.get(0), _ -> new LinkedHashMap<>())
                                    .put(cells.get(1), cells.get(2))
                            != null) {
                throw new IllegalStateException("code sets: " + line);
            }
        }
        return new CodeSets(sets);
    }

    /// Looks for rows that [#read] would refuse.
    ///
    /// @throws BadInput with the line of each
    public static void check(String csv) {
        var seen = new HashSet<List<String>>();
        var mistakes = new ArrayList<Problem>();
        List<String> lines = csv.lines().toList();
        for (int i = 1; i < lines.size(); i++) {
            List<String> cells = cells(lines.get(i));
            boolean right = cells.size() >= 3 && seen.add(cells.subList(0, 2));
            if (!lines.get(i).isBlank() && !right) {
                mistakes.add(Problem.of("content-code-row", Texts.of("rules.content.code-row"))
                        .inLine(i + 1));
            }
        }
        if (!mistakes.isEmpty()) {
            throw new BadInput(mistakes);
        }
    }

    public Set<String> ids() {
        return Collections.unmodifiableSet(sets.keySet());
    }

    /// The codes of a set with their labels.
    ///
    /// @throws IllegalArgumentException when there is no such set
    public Map<String, String> labels(String set) {
        Map<String, String> codes = sets.get(set);
        if (codes == null) {
            throw new IllegalArgumentException("no code set " + set);
        }
        return Collections.unmodifiableMap(codes);
    }

    public Optional<String> label(String set, String code) {
        return Optional.ofNullable(labels(set).get(code));
    }

    /// The cells of one line: commas between, quotation marks around a cell that has commas, doubled
    /// inside it. No cell of this file spans lines.
    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
