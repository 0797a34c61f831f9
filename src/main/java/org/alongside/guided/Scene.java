package org.alongside.guided;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.record.Drafts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// All that a guided record is written against, read from the record once.
///
/// @param draft what was written so far, carried over to `form` where its own version is gone
/// @param carriedFrom the version it was begun on, where that can be read no longer; else 0
/// @param inForce whether the form's version still begins new records
/// @param visits each child's visits since it began
/// @param assessment as it stands in the log; null while nothing of it does
public record Scene(
        Drafts.Draft draft,
        GuidedForm form,
        int carriedFrom,
        boolean inForce,
        Family family,
        FormFacts.Known known,
        Evidence evidence,
        Map<UUID, List<VisitLine>> visits,
        ThenAndNow thenAndNow,
        List<EarlierWork> earlier,
        Optional<Surroundings.Deadline> deadline,
        @Nullable Assessment assessment) {

    /// Visits to a child that the writer did not drop.
    public List<VisitLine> kept(UUID child, ObjectNode body) {
        Set<String> dropped = dropped(child, body);
        return visits.getOrDefault(child, List.of()).stream()
                .filter(line -> !dropped.contains(line.visit().toString()))
                .toList();
    }

    public static Set<String> dropped(UUID child, ObjectNode body) {
        return body.path(AnswersFile.DROPPED)
                .path(child.toString())
                .valueStream()
                .map(each -> each.asString(""))
                .collect(Collectors.toSet());
    }

    /// The manager's decision that it is safe to decide though a child was not seen alone.
    boolean isDecidedWithoutAlone() {
        return assessment != null
                && form.having(org.alongside.rules.content.ContentFile.Question.Role.NOT_ALONE_REASON)
                        .filter(question -> !GuidedAnswer.read(manager().path(question.id()))
                                .isBlank())
                        .isPresent();
    }

    private JsonNode manager() {
        return assessment == null ? org.alongside.kernel.Json.object() : assessment.manager();
    }

    /// Answers to questions that the form in force asks no longer; they are kept with the draft.
    public ObjectNode leftOver() {
        return draft.body().path(Assessments.LEFT_OVER) instanceof ObjectNode object
                ? object
                : org.alongside.kernel.Json.object();
    }
}
