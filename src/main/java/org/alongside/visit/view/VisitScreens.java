package org.alongside.visit.view;

import java.util.List;
import java.util.UUID;
import org.alongside.rules.content.ContentFile.Prompt.Phase;
import org.alongside.ui.Place;
import org.alongside.ui.Screen;
import org.alongside.ui.Target;
import org.alongside.ui.task.Lane;

/// The screens of a visit, for the router's register, and the way to begin one.
public final class VisitScreens {
    /// The place "Visits".
    public static final String VISITS = "visits";

    /// Recording one; argument `draft`.
    public static final String RECORD = "visit-record";

    /// The prompts before one; argument `draft`.
    public static final String PLAN = "visit-plan";

    /// The prompts before leaving; argument `draft`.
    public static final String LEAVE = "visit-leave";

    /// A finished one; arguments `visit` and, with a way back to it, `thrown`: a correction just thrown away.
    public static final String VISIT = "visit";

    /// Putting answers of a finished one right; argument `visit`.
    public static final String CORRECT = "visit-correct";

    private final VisitDesk desk;

    public VisitScreens(VisitDesk desk) {
        this.desk = desk;
    }

    public Place place() {
        return new Place(3, VISITS, Asking.text("visits"), "mdoal-directions_walk");
    }

    public List<Screen> screens() {
        return List.of(
                Screen.of(VISITS, Asking.text("visits"), target -> new VisitsPage(desk, this::begin)),
                new Screen(
                        RECORD,
                        Asking.text("title"),
                        VISITS,
                        target -> new RecordVisitPage(desk, UUID.fromString(target.get("draft")))),
                new Screen(
                        PLAN,
                        Asking.text("plan-title"),
                        VISITS,
                        target -> new PromptsPage(desk, UUID.fromString(target.get("draft")), Phase.PLAN)),
                new Screen(
                        LEAVE,
                        Asking.text("leave-title"),
                        VISITS,
                        target -> new PromptsPage(desk, UUID.fromString(target.get("draft")), Phase.LEAVE)),
                new Screen(
                        VISIT,
                        Asking.text("visit"),
                        VISITS,
                        target -> new FinishedVisitPage(
                                desk,
                                UUID.fromString(target.get("visit")),
                                target.arguments().get("thrown"))),
                new Screen(
                        CORRECT,
                        Asking.text("correct-title"),
                        VISITS,
                        target -> new CorrectVisitPage(desk, UUID.fromString(target.get("visit")))));
    }

    /// Begins a visit to these children and opens the prompts before it.
    public void plan(List<UUID> children) {
        begin(children, PLAN);
    }

    /// Begins a visit to these children and opens it.
    public void begin(List<UUID> children) {
        begin(children, RECORD);
    }

    private void begin(List<UUID> children, String screen) {
        desk.background()
                .ask(
                        Lane.STORE,
                        () -> desk.recording().begin(children),
                        draft -> desk.router()
                                .go(Target.of(screen, "draft", draft.id().toString())));
    }
}
