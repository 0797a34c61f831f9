package org.alongside.rules.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.rules.Content;
import org.alongside.rules.content.ContentFolder.Checked;
import org.alongside.rules.content.ContentFolder.Finding;
import org.jspecify.annotations.Nullable;

/// The content in force: every good version of each file, the oldest first. New versions are taken
/// together or not at all; one mistake in one file refuses the lot, and what was in force before stays
/// so. Which version counts on a day is decided by the day from which it says that it does.
public final class ContentLibrary {
    private final boolean withShipped;
    private volatile Map<String, List<ContentFile>> versions;

    /// @param shipped what there is to begin with, by id
    public ContentLibrary(List<ContentFile> shipped) {
        this(shipped, false);
    }

    private ContentLibrary(List<ContentFile> first, boolean withShipped) {
        var files = new HashMap<String, List<ContentFile>>();
        first.forEach(file -> files.put(file.header().id(), List.of(file)));
        this.versions = Map.copyOf(files);
        this.withShipped = withShipped;
    }

    /// What the program brings, each file read when it is first asked for.
    public static ContentLibrary shipped() {
        return new ContentLibrary(List.of(), true);
    }

    /// Takes new versions of files.
    ///
    /// @param texts by file name
    /// @return every mistake; empty when all were taken
    public synchronized List<Finding> take(Map<String, String> texts) {
        Checked checked = ContentFolder.check(texts);
        var findings = new ArrayList<>(checked.findings());
        List<Map.Entry<String, ContentFile>> files =
                new ArrayList<>(checked.read().entrySet());
        files.sort(Comparator.comparing(entry -> entry.getValue().header().version()));
        var taken = new HashMap<>(versions);
        for (Map.Entry<String, ContentFile> entry : files) {
            String name = entry.getKey();
            ContentFile file = entry.getValue();
            String id = file.header().id();
            List<ContentFile> known =
                    withShipped && !taken.containsKey(id) ? Shipped.of(id) : taken.getOrDefault(id, List.of());
            problem(file, known.isEmpty() ? null : known.getLast())
                    .ifPresentOrElse(problem -> findings.add(new Finding(name, problem)), () -> {
                        var more = new ArrayList<>(known);
                        more.add(file);
                        taken.put(id, List.copyOf(more));
                    });
        }
        if (findings.isEmpty()) {
            versions = Map.copyOf(taken);
        }
        return List.copyOf(findings);
    }

    /// The newest version of a file of this kind and id, whenever it begins to count.
    public <T extends ContentFile> Optional<T> find(String id, Class<T> kind) {
        return versions(id, kind).stream().reduce((_, last) -> last);
    }

    /// The version that counts on a day: the newest of those that have begun by then, else the oldest.
    public <T extends ContentFile> Optional<T> find(String id, Class<T> kind, LocalDate day) {
        List<T> all = versions(id, kind);
        return all.stream()
                .filter(file -> hasBegun(file, day))
                .reduce((_, last) -> last)
                .or(() -> all.stream().findFirst());
    }

    /// Every version of a file, the oldest first.
    public <T extends ContentFile> List<T> versions(String id, Class<T> kind) {
        List<ContentFile> all = versions.get(id);
        return (all == null && withShipped ? Shipped.of(id) : all == null ? List.<ContentFile>of() : all)
                .stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static boolean hasBegun(ContentFile file, LocalDate day) {
        LocalDate from = begins(file);
        return from == null || !from.isAfter(day);
    }

    static @Nullable LocalDate begins(ContentFile file) {
        return file.header().effectiveFrom();
    }

    /// A version that is not newer than the one before, of another kind, or begins to count before it,
    /// is a mistake; and so is a file that only a new program can bring.
    private Optional<Problem> problem(ContentFile file, @Nullable ContentFile known) {
        if (withShipped && !file.header().kind().isReplaceable()) {
            return mistake("not-replaceable", "kind", Word.of(file.header().kind()));
        }
        if (known == null) {
            return withShipped ? mistake("id-unknown", "id", file.header().id()) : Optional.empty();
        }
        if (known.header().kind() != file.header().kind()) {
            return mistake("other-kind", "kind", Word.of(known.header().kind()));
        }
        if (known.header().version() >= file.header().version()) {
            return mistake("not-newer", "version", String.valueOf(known.header().version()));
        }
        LocalDate before = begins(known);
        LocalDate from = begins(file);
        if (before != null && (from == null || from.isBefore(before))) {
            return mistake("begins-before", "effective_from", before.toString());
        }
        return Optional.empty();
    }

    private static Optional<Problem> mistake(String code, String member, String argument) {
        return Optional.of(
                new Problem("content-" + code, "header." + member, Texts.of("rules.content." + code, argument), 1));
    }

    /// The files that a council may publish anew, as the program brings them.
    private static final class Shipped {
        private static final Map<String, String> PATHS = Map.of(
                "prompts", "practice/prompts.json",
                "timescale-rules-england", "timescale-rules.json",
                "visit-rule-order", "visit-rule-order.json",
                "seen-alone", "seen-alone.json",
                "supervision", "supervision.json",
                "bank-holidays-england", "bank-holidays-england.json",
                "child-and-family-assessment", "practice/form-child-and-family-assessment.json");
        private static final Map<String, ContentFile> READ = new ConcurrentHashMap<>();

        private Shipped() {}

        static List<ContentFile> of(String id) {
            String path = PATHS.get(id);
            if (path == null) {
                return List.of();
            }
            return List.of(READ.computeIfAbsent(
                    id,
                    _ -> id.equals("timescale-rules-england")
                            ? RuleBooks.shipped()
                            : ContentReader.read(Content.text(path))));
        }
    }
}
