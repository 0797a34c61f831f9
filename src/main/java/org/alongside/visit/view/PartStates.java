package org.alongside.visit.view;

import java.util.List;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.ui.control.Part;
import org.alongside.ui.form.Answers;
import org.alongside.ui.form.Writing;
import tools.jackson.databind.JsonNode;

/// How far each part is, in words. Before anybody asked to finish, a missing answer is no fault: the
/// part is in progress.
final class PartStates {
    private PartStates() {}

    static List<Part> of(RecordVisit visit) {
        List<Problem> problems = visit.problems();
        return visit.parts().stream().map(part -> of(visit, part, problems)).toList();
    }

    private static Part of(RecordVisit visit, VisitPart part, List<Problem> problems) {
        String words = words(visit, part);
        if (part.kind() == VisitPart.Kind.CHECK) {
            return new Part(part.id(), words, Part.State.NOT_STARTED, Texts.of("visit.view.part-check-when"));
        }
        long missing = problems.stream()
                .filter(p -> visit.partOf(p).equals(part) && !isWrong(visit, p))
                .count();
        long wrong = problems.stream()
                .filter(p -> visit.partOf(p).equals(part) && isWrong(visit, p))
                .count();
        if (visit.wasAskedToFinish() && missing + wrong > 0) {
            String state = wrong > 0
                    ? Texts.of("visit.view.part-wrong", wrong)
                    : Texts.of("visit.view.part-missing", missing);
            return new Part(part.id(), words, Part.State.TO_PUT_RIGHT, state);
        }
        if (!isStarted(visit, part)) {
            return new Part(part.id(), words, Part.State.NOT_STARTED, Texts.of("visit.view.part-not-started"));
        }
        return missing + wrong == 0
                ? new Part(part.id(), words, Part.State.FINISHED, Texts.of("visit.view.part-finished"))
                : new Part(part.id(), words, Part.State.IN_PROGRESS, Texts.of("visit.view.part-in-progress"));
    }

    static String words(RecordVisit visit, VisitPart part) {
        return part.kind() == VisitPart.Kind.CHILD
                ? visit.scene().children().get(part.child()).inList()
                : Texts.of("visit.view.part-" + part.kind().word());
    }

    private static boolean isWrong(RecordVisit visit, Problem problem) {
        return visit.standingProperty().get().missing().stream().noneMatch(p -> p.equals(problem));
    }

    /// Whether the writer has answered anything in it; what the program filled in does not count.
    private static boolean isStarted(RecordVisit visit, VisitPart part) {
        Writing writing = visit.writing();
        int children = visit.scene().children().size();
        for (String field : writing.get("visit").propertyNames()) {
            boolean ours = field.equals("workers") || field.equals("visit_id");
            if (!ours && VisitPart.ofAnswer("visit." + field, children).equals(part)) {
                return true;
            }
        }
        for (VisitChild child : visit.scene().children()) {
            JsonNode row = writing.get("children").path(child.place());
            for (String field : row.propertyNames()) {
                if (!field.equals("child")
                        && Answers.isAnswer(row.path(field))
                        && VisitPart.ofAnswer(child.path(field), children).equals(part)) {
                    return true;
                }
            }
        }
        return writing.halfTyped().stream()
                .anyMatch(path -> VisitPart.ofAnswer(path, children).equals(part));
    }
}
