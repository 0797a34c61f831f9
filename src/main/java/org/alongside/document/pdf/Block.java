package org.alongside.document.pdf;

import java.util.List;

/// A piece of a paper, in reading order. What somebody typed stays letter for letter.
public sealed interface Block {
    /// @param level 2 for a part of the paper, 3 inside it; no level is skipped
    record Heading(int level, String words) implements Block {
        public Heading {
            if (level < 2 || level > 3) {
                throw new IllegalArgumentException("level " + level);
            }
        }
    }

    /// How a paragraph is set.
    enum Style {
        PLAIN,
        /// The first thing to read: one size larger.
        LEAD,
        /// Who and when.
        QUIET,
        /// Must be noticed: between two rules.
        NOTICE
    }

    /// A paragraph.
    record Text(String words, Style style) implements Block {
        public static Text of(String words) {
            return new Text(words, Style.PLAIN);
        }

        public static Text quiet(String words) {
            return new Text(words, Style.QUIET);
        }

        public static Text notice(String words) {
            return new Text(words, Style.NOTICE);
        }
    }

    /// What a child said, what was seen or what was thought: each by its name, never by colour alone.
    ///
    /// @param label whose words or whose judgement they are
    record Told(String label, String words) implements Block {}

    /// Answers beside their names: a table whose first column names the second.
    record Facts(List<Fact> rows) implements Block {
        public Facts {
            rows = List.copyOf(rows);
        }
    }

    record Fact(String label, String words) {}

    /// A table with a heading for each column.
    ///
    /// @param about what it lists, for who hears it
    record Table(String about, List<Column> columns, List<Row> rows) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /// @param percent of the width
    record Column(String words, int percent) {}

    sealed interface Row {}

    /// One cell a column.
    record Cells(List<String> words) implements Row {
        public Cells {
            words = List.copyOf(words);
        }
    }

    /// One sentence over the whole width: a time without entries.
    record Line(String words) implements Row {}

    /// A list; numbered from 1, or not.
    record Items(boolean numbered, List<Item> items) implements Block {
        public Items {
            items = List.copyOf(items);
        }
    }

    /// @param strong what stands bold after the words; may be empty
    record Item(String words, String strong) {
        public static Item of(String words) {
            return new Item(words, "");
        }
    }
}
