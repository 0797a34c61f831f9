package org.alongside.lifestory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.alongside.child.Age;
import org.alongside.child.ChildSummary;

/// The child's own reading of their story: page by page, and nothing that is not for them. Only entries
/// that are shared, that the child wants in their book, and that no rule holds back (practice 5.6); of these
/// only the words written for them or for somebody younger, their own words, and pictures that may be shown.
/// No other part of the record is looked at here, so nothing from a risk page can appear.
public final class ChildReading {
    private final EntryForm form;

    public ChildReading(EntryForm form) {
        this.form = form;
    }

    /// @param words what is read, in paragraphs
    /// @param said the child's own words; empty when there are none
    /// @param picture at most one
    public record Page(
            Entry entry, String title, String chapter, List<String> words, String said, Optional<Media> picture) {
        public Page {
            words = List.copyOf(words);
        }
    }

    /// @param pages in the order of the story: what is now, then what was, then what is hoped
    /// @param questions the child's own that wait for an answer
    /// @param keptBack entries that are there and are not for this page
    public record Book(List<Page> pages, List<Entry> questions, int keptBack) {
        public Book {
            pages = List.copyOf(pages);
            questions = List.copyOf(questions);
        }
    }

    public Book book(ChildSummary child, List<Entry> entries, LocalDate today) {
        String band = Age.band(child.bornOn(), today);
        var pages = new ArrayList<Page>();
        var questions = new ArrayList<Entry>();
        int keptBack = 0;
        for (Entry entry : entries) {
            if (entry.isWithdrawn()) {
                continue;
            }
            Optional<Page> page = mayRead(entry) ? page(entry, band) : Optional.empty();
            if (page.isEmpty()) {
                keptBack++;
            } else if (entry.isUnanswered()) {
                questions.add(entry);
            } else {
                pages.add(page.get());
            }
        }
        pages.sort(Comparator.comparing((Page page) -> chapter(page.entry()))
                .thenComparing(page ->
                        page.entry().from().first().orElseGet(() -> page.entry().addedOn())));
        return new Book(pages, questions, keptBack);
    }

    boolean mayRead(Entry entry) {
        return form.childReads("sensitivities").contains(entry.sensitivity())
                && form.childReads("statuses").contains(entry.status())
                && form.childReads("choices").contains(entry.childChoice())
                && entry.value().path("third_party").valueStream().allMatch(ChildReading::isCleared);
    }

    private static boolean isCleared(tools.jackson.databind.JsonNode other) {
        return other.path("consent").asString("").equals("given");
    }

    private Optional<Page> page(Entry entry, String band) {
        boolean agreedFirst = form.childReads("agreed_first").contains(entry.kind());
        List<String> words = new ArrayList<>();
        narrative(entry, band, agreedFirst).ifPresent(text -> words.addAll(paragraphs(text)));
        if (words.isEmpty() && !agreedFirst) {
            words.addAll(paragraphs(entry.facts()));
        }
        if (entry.isQuestion() && !entry.isUnanswered()) {
            words.addAll(paragraphs(entry.value().path("answer").path("text").asString("")));
        }
        Optional<Media> picture =
                entry.media().stream().filter(Media::mayBeShown).findFirst();
        boolean empty = words.isEmpty() && entry.childsWords().isBlank() && picture.isEmpty();
        return empty || agreedFirst && words.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Page(entry, entry.title(), chapter(entry).name(), words, entry.childsWords(), picture));
    }

    /// The newest version for the child's age, else for the nearest age below, else for any. One written
    /// for somebody older is never read to a younger child.
    private Optional<String> narrative(Entry entry, String band, boolean agreedFirst) {
        List<String> bands = form.childReads("bands");
        int own = bands.indexOf(band);
        return entry.narratives().stream()
                .filter(told ->
                        !agreedFirst || told.isAgreed() || entry.status().equals("agreed"))
                .filter(told -> bands.indexOf(told.band()) <= own)
                .reduce((one, other) -> bands.indexOf(other.band()) >= bands.indexOf(one.band()) ? other : one)
                .map(Entry.Narrative::text);
    }

    private static List<String> paragraphs(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /// The order of the story (practice 5.2): what is safe and now, then what was, then what is hoped.
    enum Chapter {
        NOW,
        THEN,
        AHEAD
    }

    private static Chapter chapter(Entry entry) {
        return switch (entry.kind()) {
            case "about_me" -> Chapter.NOW;
            case "hope", "later_life_letter" -> Chapter.AHEAD;
            case "place", "person" -> entry.to().isKnown() ? Chapter.THEN : Chapter.NOW;
            default -> Chapter.THEN;
        };
    }
}
