package org.alongside.rules.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import org.alongside.rules.Content;
import org.jspecify.annotations.Nullable;

/// The timescale rules shipped with the program, read once.
public final class RuleBooks {
    private RuleBooks() {}

    public static ContentFile.RuleBook shipped() {
        return Shipped.BOOK;
    }

    /// The rule books in force, as one for each time between two of their first days: a clock runs by the
    /// version that was in force on the day of its trigger (timescales.md 2, point 4).
    public static List<ContentFile.RuleBook> byTime(List<ContentFile.RuleBook> versions) {
        var books = new ArrayList<ContentFile.RuleBook>();
        LocalDate next = null;
        for (ContentFile.RuleBook book : versions.reversed()) {
            LocalDate from = book.header().effectiveFrom();
            books.addFirst(during(book, from, next == null ? null : next.minusDays(1)));
            if (from == null) {
                break;
            }
            next = from;
        }
        return List.copyOf(books);
    }

    private static ContentFile.RuleBook during(
            ContentFile.RuleBook book, @Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null && to == null) {
            return book;
        }
        var rules = new LinkedHashMap<String, Rule>();
        book.rules().forEach((id, rule) -> rules.put(id, rule.during(from, to)));
        return new ContentFile.RuleBook(book.header(), book.facts(), Collections.unmodifiableSequencedMap(rules));
    }

    private static final class Shipped {
        private static final ContentFile.RuleBook BOOK =
                (ContentFile.RuleBook) ContentReader.read(Content.text("timescale-rules.json"));
    }
}
