package org.alongside.guided;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.alongside.kernel.Json;
import org.alongside.rules.content.ContentFile.Question;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The answers of one guided record: by question, and where the question stands for each child or adult
/// by their id below it. Reads whatever stands there and changes nothing.
public record Answered(ObjectNode tree) {
    static final Answered NOTHING = new Answered(Json.object());

    public static Answered of(JsonNode tree) {
        return new Answered(tree instanceof ObjectNode object ? object : Json.object());
    }

    /// The answer about the family, or about one child or adult.
    ///
    /// @param subject the id; empty for a question that stands once
    public GuidedAnswer get(Question question, String subject) {
        JsonNode node = tree.path(question.id());
        return GuidedAnswer.read(question.isOnce() ? node : node.path(subject));
    }

    /// The answers about everyone the question stands for.
    public Stream<GuidedAnswer> all(Question question) {
        JsonNode node = tree.path(question.id());
        return question.isOnce()
                ? Stream.of(GuidedAnswer.read(node))
                : node.properties().stream().map(entry -> GuidedAnswer.read(entry.getValue()));
    }

    /// Values that were chosen, or words that an answer in sentences begins with.
    boolean says(Question question, List<String> words) {
        return all(question).anyMatch(answer -> switch (answer) {
            case GuidedAnswer.Chosen(Set<String> values, var _) ->
                values.stream().anyMatch(words::contains);
            case GuidedAnswer.Written _ -> {
                String text = answer.text().strip().toLowerCase(Locale.ROOT);
                yield words.stream().anyMatch(text::startsWith);
            }
            case GuidedAnswer.None _, GuidedAnswer.SameAs _ -> false;
        });
    }
}
