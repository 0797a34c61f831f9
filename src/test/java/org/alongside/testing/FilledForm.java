package org.alongside.testing;

import java.util.List;
import java.util.UUID;
import org.alongside.guided.Assessments;
import org.alongside.guided.GuidedCheck;
import org.alongside.guided.Scene;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Json;
import org.alongside.record.Drafts;
import org.alongside.rules.content.ContentFile.Question;
import org.alongside.rules.content.ContentFile.Question.About;
import org.alongside.tool.Laptop;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Answers every question of a guided record that is asked and must be answered, in invented words.
public final class FilledForm {
    private FilledForm() {}

    /// The draft with all answers; questions that answers bring up are answered as well.
    public static Drafts.Draft fill(Assessments assessments, Drafts.Draft draft) {
        Scene scene = assessments.scene(draft);
        ObjectNode body = draft.body().deepCopy();
        for (int round = 0; round < 3; round++) {
            for (GuidedCheck.Line line : assessments.check(scene, body).lines()) {
                if (line.isMissing() && line.question().about() != About.MANAGER) {
                    put(body, line.question(), line.subject(), answer(line));
                }
            }
        }
        return assessments.keep(new Drafts.Draft(
                draft.id(), draft.kind(), draft.children(), body, draft.place(), draft.begunAt(), draft.savedAt()));
    }

    /// A record of some children, begun long enough ago that visits stand in it, and sent for sign-off.
    public static UUID sent(Laptop laptop, List<UUID> children) {
        Drafts.Draft draft = laptop.assessments()
                .begin(
                        "child-and-family-assessment",
                        children,
                        Clocks.today(laptop.clock()).minusDays(130));
        Drafts.Draft filled = fill(laptop.assessments(), draft);
        laptop.signingOff().send(filled.id());
        return filled.id();
    }

    public static void put(ObjectNode body, Question question, String subject, JsonNode answer) {
        ObjectNode answers = body.withObjectProperty("answers");
        if (subject.isEmpty()) {
            answers.set(question.id(), answer);
        } else {
            answers.withObjectProperty(question.id()).set(subject, answer);
        }
    }

    private static JsonNode answer(GuidedCheck.Line line) {
        Question question = line.question();
        if (!question.values().isEmpty()) {
            return Json.object()
                    .set("value", Json.array().add(question.values().getFirst().value()));
        }
        return Json.array()
                .add(Json.object()
                        .put("text", "Invented answer to " + question.id() + " about " + line.name())
                        .put("sentence", "seen"));
    }

    /// The manager's answers, long enough.
    public static ObjectNode ofManager(String... more) {
        ObjectNode answers = Json.object();
        answers.put(
                "CF98",
                "I asked the worker to think again about who was in the house on those nights and what the eldest child"
                        + " had said about it, and the second explanation became the stronger of the two.");
        answers.put("CF99", "A plan for each child. Look again on 9 December 2026.");
        for (String question : more) {
            answers.put(
                    question, "Each child will be seen alone at school on 24 November 2026, and nobody is at home.");
        }
        return Json.object().set("answers", answers);
    }
}
