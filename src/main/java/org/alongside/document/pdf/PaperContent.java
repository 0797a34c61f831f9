package org.alongside.document.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// What a record has to say on paper, before it is known who prints it and how large.
///
/// @param title what kind of paper it is; names nobody
/// @param heading the first line, which may name a child
/// @param under a line under it; may be empty
/// @param leftOut what is not on it, in sentences
public record PaperContent(String title, String heading, String under, List<Block> blocks, List<String> leftOut) {
    public PaperContent {
        blocks = List.copyOf(blocks);
        leftOut = List.copyOf(leftOut);
    }

    public Paper paper(Copy copy, PaperSize size, Printing printing) {
        return new Paper(title, heading, under, copy, size, blocks, printing, leftOut);
    }

    /// All of it as plain text, for a message or a translator.
    public String plainText() {
        var text = new StringBuilder(heading).append('\n');
        if (!under.isEmpty()) {
            text.append(under).append('\n');
        }
        for (Block block : blocks) {
            switch (block) {
                case Block.Heading(int _, String words) ->
                    text.append('\n').append(words).append('\n');
                case Block.Text(String words, var _) -> text.append(words).append('\n');
                case Block.Told(String label, String words) ->
                    text.append(label).append('\n').append(words).append('\n');
                case Block.Facts(var rows) ->
                    rows.forEach(row -> text.append(row.label())
                            .append(": ")
                            .append(row.words())
                            .append('\n'));
                case Block.Table(var _, var _, var rows) -> rows.forEach(row -> text.append(line(row)));
                case Block.Items(boolean numbered, var items) -> {
                    int number = 0;
                    for (Block.Item item : items) {
                        number++;
                        text.append(numbered ? number + ". " : "- ").append(item.words());
                        text.append(item.strong().isEmpty() ? "" : " " + item.strong())
                                .append('\n');
                    }
                }
            }
        }
        return text.toString();
    }

    private static String line(Block.Row row) {
        return switch (row) {
            case Block.Cells(var words) -> String.join(" · ", words) + "\n";
            case Block.Line(String words) -> words + "\n";
        };
    }

    /// The same with one more sentence on what is not on it.
    public PaperContent leavingOut(String sentence) {
        var more = new ArrayList<>(leftOut);
        more.add(sentence);
        return new PaperContent(title, heading, under, blocks, more);
    }

    /// Every word of it passed through a rule.
    public PaperContent each(UnaryOperator<String> rule) {
        return new PaperContent(
                rule.apply(title),
                rule.apply(heading),
                rule.apply(under),
                blocks.stream().map(block -> each(block, rule)).toList(),
                leftOut);
    }

    private static Block each(Block block, UnaryOperator<String> rule) {
        return switch (block) {
            case Block.Heading(int level, String words) -> new Block.Heading(level, rule.apply(words));
            case Block.Text(String words, var style) -> new Block.Text(rule.apply(words), style);
            case Block.Told(String label, String words) -> new Block.Told(rule.apply(label), rule.apply(words));
            case Block.Facts(var rows) ->
                new Block.Facts(rows.stream()
                        .map(fact -> new Block.Fact(rule.apply(fact.label()), rule.apply(fact.words())))
                        .toList());
            case Block.Table(String about, var columns, var rows) ->
                new Block.Table(
                        about,
                        columns,
                        rows.stream().map(row -> each(row, rule)).toList());
            case Block.Items(boolean numbered, var items) ->
                new Block.Items(
                        numbered,
                        items.stream()
                                .map(item -> new Block.Item(rule.apply(item.words()), rule.apply(item.strong())))
                                .toList());
        };
    }

    private static Block.Row each(Block.Row row, UnaryOperator<String> rule) {
        return switch (row) {
            case Block.Cells(var words) ->
                new Block.Cells(words.stream().map(rule).toList());
            case Block.Line(String words) -> new Block.Line(rule.apply(words));
        };
    }
}
