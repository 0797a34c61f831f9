package org.alongside.tool;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Json;
import org.alongside.kernel.Limits;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads the JSON files that commands take.
public final class InputFile {
    private InputFile() {}

    public static ObjectNode object(Path file) {
        return Json.parseObject(text(file), file.getFileName().toString());
    }

    /// Any JSON value: an object, or a list for phones and household.
    public static JsonNode value(Path file) {
        String text = text(file);
        try {
            return Json.MAPPER.readTree(text);
        } catch (JacksonException e) {
            return Json.parseObject(text, file.getFileName().toString());
        }
    }

    /// The text of a file.
    public static String text(Path file) {
        try {
            if (Files.size(file) > Limits.DRAFT_BYTES) {
                throw BadInput.of(
                        "file-too-long",
                        "file",
                        file.getFileName() + " is longer than " + Limits.DRAFT_BYTES / 1024 / 1024 + " MB.");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(java.nio.ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (NoSuchFileException e) {
            throw BadInput.of("file-not-there", "file", "There is no file " + file + ".");
        } catch (CharacterCodingException e) {
            throw BadInput.of("file-not-utf8", "file", file.getFileName() + " is not text in UTF-8.");
        } catch (IOException e) {
            throw BadInput.of("file-not-readable", "file", file.getFileName() + " cannot be read.");
        }
    }
}
