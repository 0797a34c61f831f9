package org.alongside.rules.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.OwnerOnly;
import org.alongside.kernel.Texts;
import org.alongside.rules.content.ContentFolder.Finding;
import org.jspecify.annotations.Nullable;

/// The content that a laptop works by: what the program brings, and over it the folder `content` of its
/// home, or another that was named. It is read at the start. A folder with a mistake is not taken at
/// all, and the last good one, of which the home keeps a copy, stays in use.
public final class ContentInUse {
    /// Where in a home new content is put.
    public static final String FOLDER = "content";

    /// Where in a home the last good content is kept; written by the program only.
    public static final String KEPT = "content-in-use";

    private final ContentLibrary library;
    private final List<Finding> findings;
    private final boolean keptIsUsed;
    private final AtomicBoolean told = new AtomicBoolean();

    private ContentInUse(ContentLibrary library, List<Finding> findings, boolean keptIsUsed) {
        this.library = library;
        this.findings = List.copyOf(findings);
        this.keptIsUsed = keptIsUsed;
    }

    /// What the program brings, and nothing over it.
    public static ContentInUse shipped() {
        return new ContentInUse(ContentLibrary.shipped(), List.of(), false);
    }

    /// @param home a laptop's folder; it need not be one yet
    /// @param named another folder to read instead of the one in the home
    /// @throws BadInput when the named folder is not there
    public static ContentInUse of(Path home, @Nullable Path named) {
        if (named != null && !Files.isDirectory(named)) {
            throw BadInput.of("folder-missing", "content", Texts.of("rules.content.folder-missing", named.toString()));
        }
        Path folder = named == null ? home.resolve(FOLDER) : named;
        ContentLibrary library = ContentLibrary.shipped();
        if (!Files.isDirectory(folder)) {
            return new ContentInUse(library, List.of(), false);
        }
        ContentFolder.Texts given = ContentFolder.texts(folder);
        List<Finding> findings = given.unreadable().isEmpty() ? library.take(given.texts()) : given.unreadable();
        if (!findings.isEmpty()) {
            return new ContentInUse(library, findings, takeKept(home, library));
        }
        if (Files.isDirectory(home)) {
            keep(home, given.texts());
        }
        return new ContentInUse(library, List.of(), false);
    }

    /// What `rules` and other commands without a home work by.
    public static ContentInUse named(@Nullable Path folder) {
        return folder == null ? shipped() : of(Path.of(""), folder);
    }

    public ContentLibrary library() {
        return library;
    }

    /// Why the folder was not taken; empty when it was.
    public List<Finding> findings() {
        return findings;
    }

    /// Whether an earlier folder is in use in its place; else what the program brings is.
    public boolean isKeptUsed() {
        return keptIsUsed;
    }

    /// What to tell whoever works here, the first time it is asked; afterwards nothing.
    public List<String> tellOnce() {
        return findings.isEmpty() || told.getAndSet(true) ? List.of() : lines();
    }

    /// What is wrong with the folder, and what is in use instead; empty when nothing is.
    public List<String> lines() {
        if (findings.isEmpty()) {
            return List.of();
        }
        return Stream.concat(
                        Stream.of(Texts.of(keptIsUsed ? "rules.content.refused-kept" : "rules.content.refused")),
                        findings.stream().map(ContentInUse::words))
                .toList();
    }

    /// "rules.json, line 12: rules[3].machine.at: …".
    public static String words(Finding finding) {
        var problem = finding.problem();
        String place = problem.line() == null
                ? finding.file()
                : Texts.of("rules.content.place", finding.file(), String.valueOf(problem.line()));
        return problem.field() == null
                ? place + ": " + problem.message()
                : place + ": " + problem.field() + ": " + problem.message();
    }

    private static boolean takeKept(Path home, ContentLibrary library) {
        Path kept = kept(home);
        if (!Files.isDirectory(kept)) {
            return false;
        }
        ContentFolder.Texts texts = ContentFolder.texts(kept);
        return texts.unreadable().isEmpty()
                && !texts.texts().isEmpty()
                && library.take(texts.texts()).isEmpty();
    }

    /// The copy; while it was being replaced, the one before.
    private static Path kept(Path home) {
        Path kept = home.resolve(KEPT);
        return Files.isDirectory(kept) ? kept : home.resolve(KEPT + ".old");
    }

    /// Keeps a copy for the day on which somebody puts a mistake into the folder. It is written beside
    /// the one before and takes its place only when it is whole.
    private static void keep(Path home, Map<String, String> texts) {
        Path fresh = home.resolve(KEPT + ".new");
        Path kept = home.resolve(KEPT);
        Path old = home.resolve(KEPT + ".old");
        if (Files.isDirectory(kept) && ContentFolder.texts(kept).texts().equals(texts)) {
            return;
        }
        try {
            clear(fresh);
            OwnerOnly.folder(fresh);
            for (Map.Entry<String, String> text : texts.entrySet()) {
                Path file = fresh.resolve(text.getKey());
                Files.createDirectories(file.getParent());
                Files.writeString(file, text.getValue(), StandardCharsets.UTF_8);
            }
            OwnerOnly.within(fresh);
            clear(old);
            if (Files.exists(kept)) {
                Files.move(kept, old);
            }
            Files.move(fresh, kept);
            clear(old);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void clear(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
