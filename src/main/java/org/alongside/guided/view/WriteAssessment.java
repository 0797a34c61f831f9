package org.alongside.guided.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.alongside.guided.GuidedCheck;
import org.alongside.guided.GuidedSettings;
import org.alongside.guided.Scene;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Json;
import org.alongside.kernel.Problem;
import org.alongside.record.Drafts;
import org.alongside.rules.content.ContentFile.Question;
import org.alongside.ui.control.SavedMark;
import org.alongside.ui.form.Autosave;
import org.alongside.ui.form.Writing;
import org.alongside.ui.task.Lane;
import tools.jackson.databind.node.ObjectNode;

/// The writing of a guided record: its answers, which part is open, how it stands, the autosave, and the
/// sending. Knows no control. On the JavaFX thread only.
final class WriteAssessment {
    static final String SEND = "send";
    private static final String PART = "part";

    private final AssessmentDesk desk;
    private final Scene scene;
    private final Writing writing;
    private final Autosave autosave;
    private final ReadOnlyObjectWrapper<String> part;
    private GuidedCheck check;
    private boolean askedToSend;
    private boolean sending;
    private Supplier<ObjectNode> whereabouts = Json::object;

    WriteAssessment(AssessmentDesk desk, Scene scene) {
        this.desk = desk;
        this.scene = scene;
        Drafts.Draft draft = scene.draft();
        writing = new Writing(draft.body().deepCopy(), draft.place().deepCopy());
        String last = writing.place().path(PART).asString("");
        part = new ReadOnlyObjectWrapper<>(this, PART, parts().contains(last) ? last : parts().getFirst());
        check = desk.assessments().check(scene, writing.body());
        autosave = new Autosave(desk.background(), desk.timers(), this::step);
        autosave.startedFrom(draft.savedAt());
        writing.onChange(() -> {
            check = desk.assessments().check(scene, writing.body());
            autosave.touched();
        });
        if (scene.carriedFrom() > 0) {
            autosave.touched();
        }
    }

    AssessmentDesk desk() {
        return desk;
    }

    Scene scene() {
        return scene;
    }

    Writing writing() {
        return writing;
    }

    GuidedCheck check() {
        return check;
    }

    ReadOnlyObjectProperty<String> partProperty() {
        return part.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<SavedMark.State> savedProperty() {
        return autosave.stateProperty();
    }

    boolean wasAskedToSend() {
        return askedToSend;
    }

    void whereabouts(Supplier<ObjectNode> place) {
        whereabouts = place;
    }

    /// Ids of the parts: one a section, and the sending.
    List<String> parts() {
        var parts = new ArrayList<String>();
        for (int i = 0; i < scene.form().sections().size(); i++) {
            parts.add("s" + i);
        }
        parts.add(SEND);
        return parts;
    }

    String section(String id) {
        return scene.form().sections().get(Integer.parseInt(id.substring(1)));
    }

    String partOf(Question question) {
        return "s" + Math.max(0, scene.form().sections().indexOf(question.section()));
    }

    void go(String goal) {
        autosave.now();
        part.set(goal);
        writing.place().put(PART, goal);
        autosave.moved();
        autosave.now();
    }

    String next() {
        return parts().get(Math.min(parts().size() - 1, parts().indexOf(part.get()) + 1));
    }

    String previous() {
        return parts().get(Math.max(0, parts().indexOf(part.get()) - 1));
    }

    void left() {
        autosave.now();
    }

    void moved() {
        autosave.moved();
    }

    List<Problem> problems() {
        return desk.assessments().beforeSending(scene, writing.body());
    }

    GuidedCheck.Balance balance() {
        return desk.assessments().balance(scene, writing.body());
    }

    GuidedSettings settings() {
        return GuidedSettings.shipped();
    }

    /// Keeps and sends.
    ///
    /// @param done once the disk has it
    /// @param told when there is something to put right first
    void send(Runnable done, java.util.function.Consumer<List<Problem>> told) {
        askedToSend = true;
        List<Problem> problems = problems();
        if (!problems.isEmpty()) {
            told.accept(problems);
            return;
        }
        if (sending) {
            return;
        }
        sending = true;
        Drafts.Draft now = snapshot();
        desk.background()
                .ask(
                        Lane.STORE,
                        () -> {
                            desk.assessments().keep(now);
                            return desk.signingOff().send(now.id());
                        },
                        sent -> {
                            autosave.end();
                            done.run();
                        },
                        why -> refused(why, told));
    }

    /// Asks the manager to decide before it can be sent.
    void ask(String why, Runnable done, java.util.function.Consumer<List<Problem>> told) {
        Drafts.Draft now = snapshot();
        desk.background()
                .ask(
                        Lane.STORE,
                        () -> {
                            desk.assessments().keep(now);
                            return desk.signingOff().ask(now.id(), why);
                        },
                        asked -> done.run(),
                        reason -> refused(reason, told));
    }

    private void refused(Throwable why, java.util.function.Consumer<List<Problem>> told) {
        sending = false;
        if (why instanceof BadInput bad) {
            told.accept(bad.problems());
        } else {
            autosave.touched();
            desk.background().fault(why);
        }
    }

    private Callable<Instant> step() {
        Drafts.Draft now = snapshot();
        return () -> desk.assessments().keep(now).savedAt();
    }

    private Drafts.Draft snapshot() {
        ObjectNode place = writing.place();
        place.setAll(whereabouts.get());
        place.put(PART, part.get());
        Drafts.Draft draft = scene.draft();
        return new Drafts.Draft(
                draft.id(),
                draft.kind(),
                draft.children(),
                writing.body().deepCopy(),
                place.deepCopy(),
                draft.begunAt(),
                desk.clock().instant());
    }
}
