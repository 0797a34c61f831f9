package org.alongside.rules.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Limits;
import org.alongside.kernel.Problem;
import org.alongside.record.RecordType;
import org.alongside.record.RecordTypes;
import org.alongside.rules.CodeSets;
import org.alongside.rules.Definition;
import tools.jackson.core.JacksonException;

/// A folder of content files, checked as a whole: `content check DIR`, and what a council publishes.
public final class ContentFolder {
    private static final String RECORD_TYPES = "record-types.json";
    private static final String SCHEMAS = "schemas";

    private ContentFolder() {}

    /// @param file path below the folder, with `/` between
    public record Finding(String file, Problem problem) {}

    /// @param files how many were looked at
    /// @param read those without a mistake, by their path
    /// @param findings every mistake, file by file
    public record Checked(int files, SequencedMap<String, ContentFile> read, List<Finding> findings) {
        public Checked {
            findings = List.copyOf(findings);
        }
    }

    /// The files of a folder as they stand.
    ///
    /// @param texts by path below the folder, with `/` between
    /// @param unreadable those that are no text, or too large
    record Texts(SequencedMap<String, String> texts, List<Finding> unreadable) {}

    /// @throws BadInput when there is no such folder
    public static Checked check(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw BadInput.of("folder-missing", "dir", words("folder-missing", folder.toString()));
        }
        Texts texts = texts(folder);
        Checked checked = check(texts.texts());
        var findings = new ArrayList<>(texts.unreadable());
        findings.addAll(checked.findings());
        long unreadable =
                texts.unreadable().stream().map(Finding::file).distinct().count();
        return new Checked(texts.texts().size() + (int) unreadable, checked.read(), findings);
    }

    static Texts texts(Path folder) {
        var texts = new LinkedHashMap<String, String>();
        var findings = new ArrayList<Finding>();
        for (Path file : files(folder)) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            try {
                texts.put(name, text(file));
            } catch (BadInput unreadable) {
                add(findings, name, unreadable);
            }
        }
        return new Texts(texts, List.copyOf(findings));
    }

    private static String words(String key, Object... arguments) {
        return org.alongside.kernel.Texts.of("rules.content." + key, arguments);
    }

    /// The same for files in memory, by their names.
    public static Checked check(Map<String, String> texts) {
        var read = new LinkedHashMap<String, ContentFile>();
        var findings = new ArrayList<Finding>();
        var ids = new LinkedHashMap<String, String>();
        texts.forEach((name, text) -> {
            try {
                if (name.endsWith(".csv")) {
                    CodeSets.check(text);
                } else if (name.endsWith(RECORD_TYPES)) {
                    recordTypes(text);
                } else {
                    ContentFile file = ContentReader.read(text);
                    String id = file.header().id();
                    String other = ids.putIfAbsent(id + " " + file.header().version(), name);
                    if (other != null) {
                        throw twice(id, other);
                    }
                    read.put(name, file);
                }
            } catch (BadInput mistakes) {
                add(findings, name, mistakes);
            }
        });
        return new Checked(texts.size(), read, findings);
    }

    private static BadInput twice(String id, String other) {
        return new BadInput(List.of(new Problem("content-id-twice", "header.id", words("id-twice", id, other), 1)));
    }

    /// The conditions of a record type name its own fields; its shape is its schema's matter.
    private static void recordTypes(String text) {
        RecordTypes types;
        try {
            types = RecordTypes.read(org.alongside.kernel.Json.MAPPER.readTree(text));
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw new BadInput(
                    List.of(Problem.of("json-not-readable", words("not-json")).inLine(line)));
        } catch (IllegalArgumentException e) {
            throw BadInput.of("content-record-types", words("record-types"));
        }
        var mistakes = new ArrayList<Problem>();
        for (RecordType type : types.all()) {
            try {
                Definition.of(type);
            } catch (BadInput wrong) {
                wrong.problems().forEach(problem -> mistakes.add(problem.under(type.id())));
            }
        }
        if (!mistakes.isEmpty()) {
            throw new BadInput(mistakes.stream()
                    .map(mistake -> mistake.inLine(lineOf(text, String.valueOf(mistake.field()))))
                    .toList());
        }
    }

    /// The line that declares the type which a path such as `visit.kind` begins with.
    private static int lineOf(String text, String path) {
        String type = "\"id\": \"" + path.split("\\.", 2)[0] + "\"";
        int at = text.indexOf(type);
        return at < 0
                ? 1
                : (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file ->
                            file.toString().endsWith(".json") || file.toString().endsWith(".csv"))
                    .filter(file -> !folder.relativize(file).startsWith(SCHEMAS))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > Limits.CONTENT_FILE_BYTES) {
                throw BadInput.of(
                        "content-too-large", words("too-large", String.valueOf(Limits.CONTENT_FILE_BYTES >> 20)));
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw BadInput.of("content-not-utf-8", words("not-utf-8"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(List<Finding> findings, String file, BadInput mistakes) {
        mistakes.problems().forEach(problem -> findings.add(new Finding(file, problem)));
    }
}
