package org.alongside.exchange;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.alongside.kernel.Json;
import org.alongside.kernel.Limits;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What an import did, or would do: the shape of `command-line.md`, and words for people.
///
/// Beside the contract's members stand `warnings` (rows that were taken and should be looked at),
/// `refused_counts` (so that taken, changed, unchanged and refused add up to what the files hold) and
/// `problems` (why a file could not be read).
///
/// @param format `cin-census` or `people`
/// @param complete false when a file could not be read to its end; nothing was changed then
public record ImportReport(
        String format,
        List<String> files,
        ImportPlan.Counts counts,
        List<Finding> findings,
        List<ToMap> toMap,
        boolean complete,
        List<Problem> problems) {
    public ImportReport {
        files = List.copyOf(files);
        findings = List.copyOf(findings);
        toMap = List.copyOf(toMap);
        problems = List.copyOf(problems);
    }

    /// The report of a plan.
    public static ImportReport of(String format, List<String> files, ImportPlan plan) {
        return new ImportReport(format, files, plan.counts(), plan.findings(), plan.toMap(), true, List.of());
    }

    /// The report of an import that took nothing.
    public static ImportReport failed(String format, List<String> files, List<Problem> problems) {
        var none = new ImportPlan.Counts(Map.of(), Map.of(), Map.of(), Map.of());
        return new ImportReport(format, files, none, List.of(), List.of(), false, problems);
    }

    public List<Finding> refused() {
        return findings.stream().filter(Finding::refused).toList();
    }

    public List<Finding> warnings() {
        return findings.stream().filter(finding -> !finding.refused()).toList();
    }

    /// 0 all taken, 1 some refused, 2 nothing changed.
    public int exitCode() {
        return !complete ? 2 : refused().isEmpty() ? 0 : 1;
    }

    /// The JSON object; lists longer than [Limits#IMPORT_REFUSED_LISTED] are cut and their count says so.
    public ObjectNode json() {
        ObjectNode report = Json.object();
        report.put("format", format);
        ArrayNode names = report.putArray("files");
        files.forEach(names::add);
        counts(report.putObject("taken"), counts.taken());
        counts(report.putObject("changed"), counts.changed());
        counts(report.putObject("unchanged"), counts.unchanged());
        rows(report.putArray("refused"), refused());
        ObjectNode refusedCounts = report.putObject("refused_counts");
        counts(refusedCounts, counts.refused());
        refusedCounts.put("rows", refused().size());
        rows(report.putArray("warnings"), warnings());
        ArrayNode map = report.putArray("to_map");
        toMap.forEach(one -> map.addObject()
                .put("field", one.field())
                .put("code", one.code())
                .put("count", one.count()));
        report.put("complete", complete);
        if (!problems.isEmpty()) {
            ArrayNode list = report.putArray("problems");
            problems.forEach(problem -> list.add(problem(problem)));
        }
        return report;
    }

    /// The report in words, a line a row.
    public String text() {
        var text = new StringBuilder();
        line(text, Texts.of(complete ? "exchange.report-files" : "exchange.report-nothing", String.join(", ", files)));
        problems.forEach(problem -> line(text, "  " + problem.message()));
        var words = new TreeMap<String, String>();
        for (String kind : counts.unchanged().keySet()) {
            words.put(kind, counted(kind));
        }
        counts.refused().keySet().forEach(kind -> words.putIfAbsent(kind, counted(kind)));
        words.values().forEach(row -> line(text, row));
        section(text, "exchange.report-refused", refused());
        section(text, "exchange.report-warnings", warnings());
        if (!toMap.isEmpty()) {
            line(text, Texts.of("exchange.report-to-map"));
            toMap.forEach(one ->
                    line(text, "  " + Texts.of("exchange.report-to-map-row", one.field(), one.code(), one.count())));
        }
        return text.toString();
    }

    private String counted(String kind) {
        return Texts.of(
                "exchange.report-count",
                Texts.of("exchange.kind-" + kind),
                counts.taken().getOrDefault(kind, 0),
                counts.changed().getOrDefault(kind, 0),
                counts.unchanged().getOrDefault(kind, 0),
                counts.refused().getOrDefault(kind, 0));
    }

    private static void section(StringBuilder text, String heading, List<Finding> rows) {
        if (rows.isEmpty()) {
            return;
        }
        line(text, Texts.of(heading, rows.size()));
        for (Finding row : rows.subList(0, Math.min(rows.size(), Limits.IMPORT_REFUSED_LISTED))) {
            line(
                    text,
                    "  "
                            + Texts.of(
                                    "exchange.report-row",
                                    row.file(),
                                    String.valueOf(row.line()),
                                    row.record() == null ? "-" : row.record(),
                                    field(row.problem()),
                                    row.problem().message(),
                                    row.problem().code()));
        }
    }

    private static String field(Problem problem) {
        return problem.field() == null ? "" : problem.field();
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }

    private static void counts(ObjectNode node, Map<String, Integer> counts) {
        new TreeMap<>(counts).forEach(node::put);
    }

    private static void rows(ArrayNode array, List<Finding> rows) {
        for (Finding row : rows.subList(0, Math.min(rows.size(), Limits.IMPORT_REFUSED_LISTED))) {
            ObjectNode node = array.addObject();
            node.put("file", row.file());
            node.put("line", row.line());
            node.put("record", row.record());
            node.put("unit", row.unit().word());
            node.set("problem", problem(row.problem()));
        }
    }

    private static ObjectNode problem(Problem problem) {
        ObjectNode node = Json.object();
        node.put("code", problem.code());
        node.put("field", problem.field());
        node.put("message", problem.message());
        @Nullable Integer line = problem.line();
        if (line != null) {
            node.put("line", line);
        }
        return node;
    }
}
