package org.alongside.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The family's page of a plan (practice 3.4), ready to be laid out on a screen, on paper or as plain
/// text: everything that it says is in here, in order, and nothing else may be put on it.
///
/// @param title "Our plan for Ellis, Romy and Fern"
/// @param dated when it was agreed and when it is looked at again, in words; empty for a plan that is
///     not agreed yet
/// @param draft whether it is not agreed yet: paper says so
/// @param sections in order; a section with nothing to say has one line of the kind `MISSING`
/// @param readingAge of all that the family reads, to the nearest whole number; null when there is too
///     little to tell
public record FamilyPage(
        String title,
        String dated,
        boolean draft,
        List<Section> sections,
        @Nullable Integer readingAge) {
    public FamilyPage {
        sections = List.copyOf(sections);
    }

    /// What a section is about.
    public enum Part {
        WORRIED,
        BETTER,
        WHO_DOES_WHAT,
        IF_NOT,
        WHO_TO_RING
    }

    /// What a line is.
    public enum Kind {
        /// A sentence or short paragraph.
        TEXT,
        /// One numbered thing that somebody does.
        ACTION,
        /// Not for the family: what is not here yet, and why. A draft shows it in a dashed box.
        MISSING
    }

    /// @param heading "Who does what, by when"
    public record Section(Part part, String heading, List<Line> lines) {
        public Section {
            lines = List.copyOf(lines);
        }
    }

    /// @param number of an action on this page, from 1; null for other lines
    /// @param text without the date
    /// @param due the date in words, "By 24 November 2026", to be set bold after the text; empty for
    ///     other lines
    public record Line(Kind kind, @Nullable Integer number, String text, String due) {
        static Line text(String text) {
            return new Line(Kind.TEXT, null, text, "");
        }

        static Line missing(String text) {
            return new Line(Kind.MISSING, null, text, "");
        }

        /// The line as one sentence, for plain text and a screen reader.
        public String plain() {
            String sentence = due.isEmpty() ? text : text + " " + due + ".";
            return number == null ? sentence : number + ". " + sentence;
        }
    }

    /// Whether something is not on the page that a plan should say.
    public boolean hasGaps() {
        return sections.stream()
                .flatMap(section -> section.lines().stream())
                .anyMatch(line -> line.kind() == Kind.MISSING);
    }

    /// Plain text for a message, large print or a translator.
    public String plainText() {
        var text = new StringBuilder(title).append('\n');
        if (!dated.isEmpty()) {
            text.append(dated).append('\n');
        }
        for (Section section : sections) {
            text.append('\n').append(section.heading()).append('\n');
            section.lines().forEach(line -> text.append(line.plain()).append('\n'));
        }
        return text.toString();
    }
}
