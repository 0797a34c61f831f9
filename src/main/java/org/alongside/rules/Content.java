package org.alongside.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.alongside.kernel.Json;
import tools.jackson.databind.JsonNode;

/// The content shipped with the program: rules, fields, settings and code sets, as data under
/// `content/`.
public final class Content {
    private Content() {}

    /// A content file as a tree, such as `practice/visit-fields.json`.
    ///
    /// @throws IllegalStateException when it is not shipped: a fault of ours
    public static JsonNode tree(String path) {
        return Json.MAPPER.readTree(text(path));
    }

    /// A content file as text.
    public static String text(String path) {
        try (var in = Content.class.getResourceAsStream("/content/" + path)) {
            if (in == null) {
                throw new IllegalStateException("content/" + path + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
