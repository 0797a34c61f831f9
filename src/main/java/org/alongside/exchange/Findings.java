package org.alongside.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.jspecify.annotations.Nullable;

/// Collects what the reading of one file has to say.
public final class Findings {
    private final String file;
    private final List<Finding> all = new ArrayList<>();
    private final Map<String, Map<String, Integer>> unknownCodes = new TreeMap<>();

    public Findings(String file) {
        this.file = file;
    }

    /// Keeps a unit out.
    ///
    /// @param code the problem's code; its words are the text `exchange.` + code
    public void refuse(Unit unit, int line, @Nullable String record, String field, String code, Object... words) {
        add(unit, true, line, record, field, code, words);
    }

    /// Says something about what is taken all the same.
    public void warn(Unit unit, int line, @Nullable String record, String field, String code, Object... words) {
        add(unit, false, line, record, field, code, words);
    }

    /// A finding whose words are made already.
    public void add(Unit unit, boolean refused, @Nullable String record, Problem problem) {
        int line = problem.line() == null ? 1 : problem.line();
        all.add(new Finding(file, line, record, unit, refused, problem));
    }

    /// Notes a code that a person has to map.
    public void unknownCode(String field, String code) {
        unknownCodes.computeIfAbsent(field, f -> new TreeMap<>()).merge(code, 1, Integer::sum);
    }

    /// All that was said, by line.
    public List<Finding> all() {
        return all.stream().sorted(Comparator.comparingInt(Finding::line)).toList();
    }

    public List<ToMap> toMap() {
        var list = new ArrayList<ToMap>();
        unknownCodes.forEach((field, codes) -> codes.forEach((code, n) -> list.add(new ToMap(field, code, n))));
        return List.copyOf(list);
    }

    private void add(
            Unit unit, boolean refused, int line, @Nullable String record, String field, String code, Object... words) {
        var problem = new Problem(code, field, Texts.of("exchange." + code, words), line);
        all.add(new Finding(file, line, record, unit, refused, problem));
    }
}
