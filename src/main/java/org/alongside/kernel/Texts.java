package org.alongside.kernel;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/// The text catalogue: every word a user reads. The first part of a key names the file,
/// `visit.finish` is `finish` in `text/visit.properties`; `{0}` stands for an argument and a single
/// quote is written twice in a text that has one.
public final class Texts {
    private static final Map<String, Map<String, String>> FILES = new ConcurrentHashMap<>();

    private Texts() {}

    /// The text of a key with its arguments put in.
    ///
    /// @throws IllegalArgumentException when the catalogue lacks the key: a fault of ours
    public static String of(String key, Object... arguments) {
        String pattern = find(key).orElseThrow(() -> new IllegalArgumentException("no text " + key));
        return arguments.length == 0 && !pattern.contains("''") && !pattern.contains("{")
                ? pattern
                : new MessageFormat(pattern, Locale.UK).format(arguments);
    }

    /// The raw pattern of a key, if the catalogue has it.
    public static Optional<String> find(String key) {
        int dot = key.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                FILES.computeIfAbsent(key.substring(0, dot), Texts::load).get(key.substring(dot + 1)));
    }

    private static Map<String, String> load(String file) {
        try (var in = Texts.class.getResourceAsStream("/text/" + file + ".properties")) {
            var texts = new HashMap<String, String>();
            if (in != null) {
                var properties = new Properties();
                properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
                properties.stringPropertyNames().forEach(name -> texts.put(name, properties.getProperty(name)));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
