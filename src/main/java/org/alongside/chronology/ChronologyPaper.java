package org.alongside.chronology;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.alongside.document.pdf.Block;
import org.alongside.document.pdf.PaperContent;
import org.alongside.kernel.DayWords;
import org.alongside.kernel.Texts;

/// A child's chronology on paper, as the list on the screen stands: newest first, who says so beside
/// each event, and the times without entries.
public final class ChronologyPaper {
    private final ChronologySettings settings;
    private final UnaryOperator<String> authorOf;
    private final LocalDate today;

    /// @param authorOf the name of a colleague by account
    public ChronologyPaper(ChronologySettings settings, UnaryOperator<String> authorOf, LocalDate today) {
        this.settings = settings;
        this.authorOf = authorOf;
        this.today = today;
    }

    /// @param kind the kind that the list shows, in its words; empty for all
    public PaperContent of(String child, List<Chronology.Entry> newestFirst, String kind) {
        List<Chronology.Entry> shown = newestFirst.stream()
                .filter(entry -> kind.isEmpty() || EventNames.kind(entry).equals(kind))
                .toList();
        var rows = new ArrayList<Block.Row>();
        // Between events of one kind there are others: a gap can only be told of the whole.
        List<Chronology.Line> lines = kind.isEmpty()
                ? Chronology.lines(shown, settings.gapMonths(), today)
                : shown.stream()
                        .map(entry -> (Chronology.Line) new Chronology.Line.Event(entry))
                        .toList();
        for (Chronology.Line line : lines) {
            rows.add(
                    switch (line) {
                        case Chronology.Line.Event(var entry) -> cells(entry);
                        case Chronology.Line.Gap(long months) -> new Block.Line(text("gap", months));
                    });
        }
        List<Block> blocks = shown.isEmpty()
                ? List.of(Block.Text.of(text("none", child)))
                : List.of(new Block.Table(text("table"), columns(), rows));
        var content = new PaperContent(
                text("paper.title"),
                text("paper.heading", child),
                text("paper.under", shown.size(), DayWords.day(today)),
                blocks,
                List.of());
        return kind.isEmpty() ? content : content.leavingOut(text("paper.only", kind));
    }

    private static List<Block.Column> columns() {
        return List.of(
                new Block.Column(text("on"), 16),
                new Block.Column(text("kind"), 18),
                new Block.Column(text("what"), 46),
                new Block.Column(text("source"), 20));
    }

    private Block.Cells cells(Chronology.Entry entry) {
        String what = EventNames.what(entry);
        String told = entry.isWithdrawn() ? text("in-error", what) : what;
        String meaning = entry.meaning().isEmpty() ? "" : "\n" + text("paper.meaning", entry.meaning());
        String source = entry.source().isEmpty()
                ? text("paper.record-of", authorOf.apply(entry.state().first().author()))
                : entry.source();
        return new Block.Cells(List.of(DayWords.shortDay(entry.on()), EventNames.kind(entry), told + meaning, source));
    }

    private static String text(String key, Object... arguments) {
        return Texts.of("chronology.list." + key, arguments);
    }
}
