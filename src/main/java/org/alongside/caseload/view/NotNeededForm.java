package org.alongside.caseload.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.alongside.caseload.NotNeeded;
import org.alongside.child.view.KeptWriting;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Json;
import org.alongside.kernel.Texts;
import org.alongside.record.Drafts;
import org.alongside.rules.DateText;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.Choice;
import org.alongside.ui.control.LineQuestion;
import org.alongside.ui.control.RadioQuestion;
import org.alongside.ui.form.Ties;
import org.alongside.ui.task.Lane;
import tools.jackson.databind.node.ObjectNode;

/// "Not needed because…": which of the two ways out, and why. Kept as a draft with every key.
final class NotNeededForm extends VBox {
    /// The kind of its drafts.
    static final String DRAFT = "not-needed";

    private final CaseloadDesk desk;
    private final List<UUID> children;
    private final NotNeeded.Of of;
    private final KeptWriting kept;
    private final Runnable said;
    private final LineQuestion why;
    private final RadioQuestion<String> kind;

    /// @param draft as it came from the store, or one begun
    /// @param said called once it stands on the record
    /// @param left called when the writer leaves it; the draft stays where something was written
    NotNeededForm(
            CaseloadDesk desk,
            List<UUID> children,
            NotNeeded.Of of,
            Drafts.Draft draft,
            boolean stored,
            Runnable said,
            Runnable left) {
        this.desk = desk;
        this.children = List.copyOf(children);
        this.of = of;
        this.said = said;
        this.kept = new KeptWriting(desk.drafts(), desk.background(), desk.timers(), desk.clock(), draft, stored);
        String id = "not-needed-" + of.of();
        setId(id);
        getStyleClass().addAll("gap-3", "conditional");
        var ties = new Ties(kept.writing());
        kind = ties.radio(
                new RadioQuestion<>(
                        id + "-kind",
                        Texts.of("caseload.not-needed.kind"),
                        List.of(
                                Choice.of("not_applicable", Texts.of("caseload.not-needed.not-applicable")),
                                Choice.of("late_with_reason", Texts.of("caseload.not-needed.late")))),
                "kind");
        why = ties.line(new LineQuestion(id + "-why", Texts.of("caseload.not-needed.why")), "why");
        why.hint(Texts.of("caseload.not-needed.why-hint"));
        if (of.what().equals("clock")) {
            getChildren().add(kind);
        }
        var save = Buttons.of(id + "-save", Texts.of("caseload.not-needed.save"), this::save);
        var cancel = Buttons.quiet(id + "-cancel", Texts.of("caseload.not-needed.cancel"), () -> {
            kept.discard(left);
        });
        getChildren().addAll(why, Boxes.styled(new FlowPane(save, cancel), "buttons"));
    }

    /// A new draft for it.
    static Drafts.Draft begin(CaseloadDesk desk, List<UUID> children, NotNeeded.Of of) {
        Instant now = desk.clock().instant();
        ObjectNode body = Json.object().put("what", of.what()).put("of", of.of());
        LocalDate trigger = of.trigger();
        if (trigger != null) {
            body.put("trigger_on", trigger.toString());
        }
        return new Drafts.Draft(desk.ids().get(), DRAFT, children, body, Json.object(), now, now);
    }

    /// What a draft is about.
    static NotNeeded.Of of(Drafts.Draft draft) {
        return new NotNeeded.Of(
                draft.body().path("what").asString("clock"),
                draft.body().path("of").asString(""),
                DateText.day(draft.body().path("trigger_on").asString("")).orElse(null));
    }

    void focusFirst() {
        if (of.what().equals("clock")) {
            kind.focusAnswer();
        } else {
            why.focusAnswer();
        }
    }

    /// What was typed is on its way to the disk.
    void keepNow() {
        kept.autosave().now();
    }

    void save() {
        boolean late = kind.value().filter("late_with_reason"::equals).isPresent();
        if (of.what().equals("clock") && kind.value().isEmpty()) {
            kind.wrong(Texts.of("caseload.not-needed.kind-missing"));
            kind.focusAnswer();
            return;
        }
        kept.autosave().now();
        String typed = why.typed();
        desk.background()
                .ask(
                        Lane.STORE,
                        () -> desk.notNeeded().say(children, of, late, typed, kept.finishing()),
                        done -> {
                            kept.finished();
                            said.run();
                        },
                        fault -> {
                            if (fault instanceof BadInput bad) {
                                why.wrong(bad.problems().getFirst().message());
                                why.focusAnswer();
                            } else {
                                desk.background().fault(fault);
                            }
                        });
    }
}
