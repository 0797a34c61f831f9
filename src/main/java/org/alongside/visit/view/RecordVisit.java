package org.alongside.visit.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Json;
import org.alongside.kernel.Problem;
import org.alongside.record.Drafts.Draft;
import org.alongside.ui.control.SavedMark;
import org.alongside.ui.form.Answers;
import org.alongside.ui.form.Autosave;
import org.alongside.ui.form.Writing;
import org.alongside.ui.task.Lane;
import org.alongside.visit.Part;
import org.alongside.visit.VisitCheck;
import org.alongside.visit.VisitCorrecting;
import tools.jackson.databind.node.ObjectNode;

/// The recording of a visit: its answers, which part is open, how it stands against the rules, the
/// autosave, and finishing. Knows no control. On the JavaFX thread only.
public final class RecordVisit {
    private static final String PART = "part";
    private static final String STARTED = "visit.started_at";

    private final VisitDesk desk;
    private final VisitScene scene;
    private final Writing writing;
    private final Autosave autosave;
    private final SetAside setAside;
    private final List<VisitPart> parts;
    private final ReadOnlyObjectWrapper<VisitPart> part;
    private final ReadOnlyObjectWrapper<Standing> standing =
            new ReadOnlyObjectWrapper<>(this, "standing", Standing.UNKNOWN);
    private final ReadOnlyBooleanWrapper finishing = new ReadOnlyBooleanWrapper(this, "finishing");
    private boolean askedToFinish;
    private boolean checking;
    private boolean checkAgain;
    /// A visit that is put right is touched only where its worker touches it.
    private boolean untouched;
    private List<Problem> refused = List.of();
    private Supplier<ObjectNode> whereabouts = Json::object;

    public RecordVisit(VisitDesk desk, VisitScene scene) {
        this.desk = desk;
        this.scene = scene;
        Draft draft = scene.draft();
        writing = new Writing(draft.body().deepCopy(), draft.place().deepCopy());
        parts = VisitPart.all(scene.children().size());
        part = new ReadOnlyObjectWrapper<>(
                this, PART, partOf(writing.place().path(PART).asString("")));
        autosave = new Autosave(desk.background(), desk.timers(), this::step);
        setAside = new SetAside(writing, scene.children());
        untouched = isCorrection();
        if (!untouched && !writing.has("visit.workers")) {
            writing.put("visit.workers", Json.array().add(desk.me().name()));
        }
        autosave.startedFrom(draft.savedAt());
        writing.onChange(this::changed);
        check();
    }

    public VisitDesk desk() {
        return desk;
    }

    public VisitScene scene() {
        return scene;
    }

    private boolean isCorrection() {
        return scene.draft().kind().equals(VisitCorrecting.DRAFT);
    }

    public Writing writing() {
        return writing;
    }

    public List<VisitPart> parts() {
        return parts;
    }

    public ReadOnlyObjectProperty<VisitPart> partProperty() {
        return part.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Standing> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<SavedMark.State> savedProperty() {
        return autosave.stateProperty();
    }

    public ReadOnlyBooleanProperty finishingProperty() {
        return finishing.getReadOnlyProperty();
    }

    /// Says where the writer is (field, caret, scroll); asked at each step of the autosave.
    public void whereabouts(Supplier<ObjectNode> place) {
        whereabouts = place;
    }

    public void go(VisitPart goal) {
        autosave.now();
        part.set(goal);
        writing.place().put(PART, goal.id());
        autosave.moved();
        autosave.now();
    }

    public void go(String id) {
        go(partOf(id));
    }

    /// The part after the one that is open; the check is the last.
    public VisitPart next() {
        return parts.get(Math.min(parts.size() - 1, parts.indexOf(part.get()) + 1));
    }

    public VisitPart previous() {
        return parts.get(Math.max(0, parts.indexOf(part.get()) - 1));
    }

    private VisitPart partOf(String id) {
        return parts.stream().filter(p -> p.id().equals(id)).findFirst().orElse(parts.getFirst());
    }

    /// A field was left, or the page: keeps what is not kept yet.
    public void left() {
        autosave.now();
    }

    /// The writer moved within the page: the caret is part of the draft.
    public void moved() {
        autosave.moved();
    }

    /// The day of the visit, or today while there is none.
    public LocalDate day() {
        String started = writing.text(STARTED);
        return started.length() < 10 ? Clocks.today(desk.clock()) : LocalDate.parse(started.substring(0, 10));
    }

    /// Everything to put right before it can be finished, in the order of the parts; half a date in
    /// the words of its field.
    public List<Problem> problems() {
        Standing now = standing.get();
        var all = new ArrayList<Problem>(HalfTyped.problems(this));
        for (Problem problem : refused.isEmpty() ? now.problems() : refused) {
            if (all.stream().noneMatch(p -> java.util.Objects.equals(p.field(), problem.field()))) {
                all.add(problem);
            }
        }
        all.sort(java.util.Comparator.comparingInt(p -> parts.indexOf(partOf(p))));
        return List.copyOf(all);
    }

    VisitPart partOf(Problem problem) {
        return VisitPart.ofAnswer(problem.field(), scene.children().size());
    }

    /// Whether somebody asked to finish and was told what is missing: from then on the parts say so.
    public boolean wasAskedToFinish() {
        return askedToFinish;
    }

    /// How far a part of the form is; empty before the rules were first asked.
    public Optional<Part> progress(VisitPart of) {
        VisitCheck check = standing.get().check();
        return check == null
                ? Optional.empty()
                : check.parts().stream()
                        .filter(p -> p.kind() == of.kind() && p.row() == of.child())
                        .findFirst();
    }

    /// Lays an answer aside that another makes pointless, or takes it back.
    public void lay(String path, boolean aside) {
        setAside.lay(path, aside);
    }

    /// Keeps and finishes.
    ///
    /// @param done gets the moment the disk had it
    /// @param told is called when there is something to put right first
    public void finish(Consumer<Instant> done, Runnable told) {
        if (finishing.get()) {
            return;
        }
        askedToFinish = true;
        refused = List.of();
        if (!HalfTyped.problems(this).isEmpty()) {
            checkThen(told);
            return;
        }
        finishing.set(true);
        Draft now = snapshot();
        desk.background()
                .ask(
                        Lane.STORE,
                        () -> {
                            desk.recording().keep(now);
                            return desk.recording().finish(now.id());
                        },
                        saved -> {
                            autosave.end();
                            finishing.set(false);
                            done.accept(saved.at());
                        },
                        why -> {
                            finishing.set(false);
                            if (why instanceof BadInput bad) {
                                refused = bad.problems();
                                told.run();
                            } else {
                                autosave.touched();
                                desk.background().fault(why);
                            }
                        });
    }

    private void changed() {
        refused = List.of();
        untouched = false;
        setAside.follow(standing.get());
        autosave.touched();
        check();
    }

    /// Asks the rules again; while they are asked, further changes wait for one more round.
    private void check() {
        if (checking) {
            checkAgain = true;
            return;
        }
        checkThen(() -> {});
    }

    private void checkThen(Runnable then) {
        checking = true;
        ObjectNode visit = isCorrection()
                ? VisitCorrecting.answers(writing.body())
                : writing.body().deepCopy();
        LocalDate day = day();
        desk.background()
                .ask(
                        Lane.STORE,
                        () -> asked(visit, day),
                        now -> {
                            checking = false;
                            standing.set(now);
                            if (!untouched) {
                                setAside.follow(now);
                            }
                            then.run();
                            if (checkAgain) {
                                checkAgain = false;
                                check();
                            }
                        },
                        why -> {
                            checking = false;
                            desk.background().fault(why);
                        });
    }

    private Standing asked(ObjectNode visit, LocalDate day) {
        VisitCheck check = desk.recording().check(visit);
        var answers = new Answers(visit.deepCopy());
        if (answers.has(STARTED)) {
            return new Standing(check, check);
        }
        answers.put(STARTED, Json.MAPPER.valueToTree(day.atStartOfDay().toString()));
        return new Standing(check, desk.recording().check(answers.root()));
    }

    private Callable<Instant> step() {
        Draft now = snapshot();
        return () -> desk.recording().keep(now).savedAt();
    }

    /// Nothing of it is kept from now on.
    void end() {
        autosave.end();
    }

    /// The draft as it is written now.
    Draft snapshot() {
        ObjectNode place = writing.place();
        place.setAll(whereabouts.get());
        place.put(PART, part.get().id());
        Draft draft = scene.draft();
        return new Draft(
                draft.id(),
                draft.kind(),
                draft.children(),
                writing.body().deepCopy(),
                place.deepCopy(),
                draft.begunAt(),
                desk.clock().instant());
    }
}
