package org.alongside.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.alongside.kernel.Json;
import org.alongside.kernel.Texts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Tells a newcomer what the tour showed, picture by picture, and what to do next.
final class TourSummary {
    private TourSummary() {}

    /// @param out the folder with the pictures and `tour.json`
    static void tell(Invocation invocation, Path out) {
        JsonNode tour = read(out.resolve("tour.json"));
        if (invocation.json()) {
            invocation.answer((ObjectNode) tour);
            return;
        }
        invocation.say(Texts.of(
                "tool.tour-played",
                tour.path("council").asString(""),
                tour.path("key_presses").intValue(0),
                Math.round(tour.path("seconds").doubleValue(0))));
        int last = 0;
        for (JsonNode screen : tour.path("screens")) {
            int number = screen.path("number").intValue(0);
            if (number != last) {
                invocation.say("  " + screen.path("picture").asString("") + "  "
                        + screen.path("shows").asString(""));
                last = number;
            }
        }
        invocation.say(Texts.of("tool.tour-where", out));
        invocation.say(Texts.of("tool.tour-next"));
    }

    private static JsonNode read(Path file) {
        try {
            return Json.MAPPER.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
