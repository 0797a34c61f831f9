package org.alongside.visit.view;

import java.util.List;
import org.alongside.ui.control.Part.State;
import org.alongside.visit.Part;
import org.alongside.visit.Summaries;
import org.alongside.visit.Words;

/// The pages of the recording and how they are named in the task list and on the main button.
final class Pages {
    private Pages() {}

    static Asking of(RecordVisit visit, VisitPart part) {
        return switch (part.kind()) {
            case null -> new CheckPart(visit);
            case WHO_WHERE_WHEN -> new WhoPart(visit);
            case CHILD -> new ChildPart(visit, visit.scene().children().get(part.child()));
            case HOME -> new HomePart(visit);
            case THINK -> new ThinkPart(visit);
            case NEXT -> new NextPart(visit);
        };
    }

    /// The task list as it stands.
    static List<org.alongside.ui.control.Part> parts(RecordVisit visit) {
        return visit.parts().stream().map(part -> part(visit, part)).toList();
    }

    private static org.alongside.ui.control.Part part(RecordVisit visit, VisitPart part) {
        String words = words(visit, part);
        if (part.isCheck()) {
            return new org.alongside.ui.control.Part(
                    part.id(), words, State.NOT_STARTED, Asking.text("part-check-when"));
        }
        boolean asked = visit.wasAskedToFinish();
        return visit.progress(part)
                .map(progress -> new org.alongside.ui.control.Part(
                        part.id(), words, state(progress, asked), Words.state(progress, asked)))
                .orElseGet(() -> new org.alongside.ui.control.Part(part.id(), words, State.NOT_STARTED, ""));
    }

    private static State state(Part progress, boolean asked) {
        if (progress.wrong() > 0 || (asked && progress.missing() > 0)) {
            return State.TO_PUT_RIGHT;
        }
        return switch (progress.state()) {
            case NOT_STARTED -> State.NOT_STARTED;
            case IN_PROGRESS -> State.IN_PROGRESS;
            case FINISHED -> State.FINISHED;
        };
    }

    static String words(RecordVisit visit, VisitPart part) {
        return switch (part.kind()) {
            case null -> Asking.text("part-check");
            case CHILD -> visit.scene().children().get(part.child()).inList();
            case WHO_WHERE_WHEN, HOME, THINK, NEXT -> Words.part(part.kind());
        };
    }

    /// What comes next, in a word: a child's name, or the part.
    static String next(RecordVisit visit) {
        VisitPart next = visit.next();
        return next.kind() == Part.Kind.CHILD
                ? visit.scene().children().get(next.child()).shortName()
                : Summaries.lower(words(visit, next));
    }
}
