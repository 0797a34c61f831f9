package org.alongside.rules.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.rules.content.ContentFolder.Checked;
import org.alongside.rules.content.ContentFolder.Finding;

/// The content in force: the newest good version of each file. New versions are taken together or not
/// at all; one mistake in one file refuses the lot, and what was in force before stays so.
public final class ContentLibrary {
    private volatile Map<String, ContentFile> inForce;

    /// @param shipped what there is to begin with, by id
    public ContentLibrary(List<ContentFile> shipped) {
        var files = new HashMap<String, ContentFile>();
        shipped.forEach(file -> files.put(file.header().id(), file));
        this.inForce = Map.copyOf(files);
    }

    /// Takes new versions of files.
    ///
    /// @param texts by file name
    /// @return every mistake; empty when all were taken
    public synchronized List<Finding> take(Map<String, String> texts) {
        Checked checked = ContentFolder.check(texts);
        var findings = new ArrayList<>(checked.findings());
        checked.read()
                .forEach((name, file) -> older(file).ifPresent(problem -> findings.add(new Finding(name, problem))));
        if (findings.isEmpty()) {
            var files = new HashMap<>(inForce);
            checked.read().values().forEach(file -> files.put(file.header().id(), file));
            inForce = Map.copyOf(files);
        }
        return List.copyOf(findings);
    }

    /// The version in force of a file of this kind and id.
    public <T extends ContentFile> Optional<T> find(String id, Class<T> kind) {
        return Optional.ofNullable(inForce.get(id)).filter(kind::isInstance).map(kind::cast);
    }

    /// A version that is older than the one in force, or of another kind, is a mistake.
    private Optional<Problem> older(ContentFile file) {
        ContentFile known = inForce.get(file.header().id());
        if (known == null) {
            return Optional.empty();
        }
        if (known.header().kind() != file.header().kind()) {
            return Optional.of(new Problem(
                    "content-other-kind",
                    "header.kind",
                    Texts.of("rules.content.other-kind", Word.of(known.header().kind())),
                    1));
        }
        if (known.header().version() >= file.header().version()) {
            return Optional.of(new Problem(
                    "content-not-newer",
                    "header.version",
                    Texts.of(
                            "rules.content.not-newer",
                            String.valueOf(known.header().version())),
                    1));
        }
        return Optional.empty();
    }
}
