package org.alongside.plan.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.Node;
import org.alongside.child.view.KeptWriting;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Json;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.plan.Action;
import org.alongside.plan.Plan;
import org.alongside.plan.Planning;
import org.alongside.plan.Planning.Decision;
import org.alongside.plan.Standing;
import org.alongside.record.Drafts;
import org.alongside.ui.Command;
import org.alongside.ui.Page;
import org.alongside.ui.Target;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.Choice;
import org.alongside.ui.control.DateField;
import org.alongside.ui.control.EmptyState;
import org.alongside.ui.control.ErrorSummary;
import org.alongside.ui.control.LineQuestion;
import org.alongside.ui.control.LongQuestion;
import org.alongside.ui.control.PageFrame;
import org.alongside.ui.control.RadioQuestion;
import org.alongside.ui.control.SavedMark;
import org.alongside.ui.form.Ties;
import org.alongside.ui.task.Lane;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reviews a plan: each action is done, carried forward or given up, with the reason, and the day of the
/// next review.
public final class PlanReviewPage implements Page {
    public static final String SCREEN = "plan-review";
    /// The kind of its drafts.
    public static final String DRAFT = "plan_review";

    private static final String HELD = "held_on";
    private static final String NEXT = "next_review_on";
    private static final String CORE_GROUP = "core_group";

    private final PlanDesk desk;
    private final UUID child;
    private final PageFrame frame = PageFrame.work("plan-review", Texts.of("plan.screen-review"));
    private final ErrorSummary errors = new ErrorSummary("plan-review-errors");
    private final SavedMark mark = new SavedMark("plan-review-mark");
    private final Command save;
    private @Nullable KeptWriting kept;
    private @Nullable Ties ties;
    private @Nullable Standing standing;
    private boolean saving;

    /// @param target has the child's id as `child`
    public PlanReviewPage(PlanDesk desk, Target target) {
        this.desk = desk;
        this.child = UUID.fromString(target.get("child"));
        save = Command.of("plan-review-save", Texts.of("plan.review.save"), "Ctrl+Enter", this::save);
        frame.end(mark);
        frame.foot(
                Boxes.row(
                        2,
                        Buttons.main(save),
                        Buttons.quiet("plan-review-throw", Texts.of("plan.review.throw"), this::throwAway)),
                Boxes.space());
    }

    private record Read(Optional<Standing> standing, List<Drafts.Draft> drafts) {}

    @Override
    public Node node() {
        return frame;
    }

    @Override
    public Node first() {
        return frame.title();
    }

    @Override
    public List<Command> commands() {
        return List.of(save);
    }

    @Override
    public void attached() {
        desk.background()
                .ask(
                        Lane.STORE,
                        () -> new Read(desk.plans().of(child), desk.drafts().all()),
                        this::draw);
    }

    @Override
    public void detached() {
        if (kept != null) {
            kept.autosave().now();
        }
    }

    private void draw(Read read) {
        if (read.standing().isEmpty()) {
            frame.content().getChildren().setAll(new EmptyState(Texts.of("plan.review.none")));
            return;
        }
        Standing plan = read.standing().get();
        standing = plan;
        Optional<Drafts.Draft> stored = read.drafts().stream()
                .filter(one ->
                        one.kind().equals(DRAFT) && one.children().stream().anyMatch(plan.children()::contains))
                .findFirst();
        var writing = new KeptWriting(
                desk.drafts(),
                desk.background(),
                desk.timers(),
                desk.clock(),
                stored.orElseGet(this::begun),
                stored.isPresent());
        kept = writing;
        writing.autosave().stateProperty().subscribe(mark::show);
        var tied = new Ties(writing.writing());
        ties = tied;
        writing.writing().onChange(tied::refresh);
        frame.sub(Texts.of(
                "plan.review.of",
                String.join(
                        ", ",
                        plan.members().stream()
                                .map(member -> member.child().shortName())
                                .toList())));
        var content = frame.content().getChildren();
        content.setAll(
                errors, tied.date(new DateField("plan-review-held", Texts.of("plan.review.held"), desk.clock()), HELD));
        int number = 0;
        for (Standing.Entry entry : plan.open()) {
            content.add(action(++number, entry, tied));
        }
        if (plan.kind() == Plan.Kind.CHILD_PROTECTION) {
            content.add(tied.yesNo(
                    new RadioQuestion<>(
                            "plan-review-core-group",
                            Texts.of("plan.review.core-group"),
                            List.of(
                                    Choice.of(Boolean.TRUE, Texts.of("plan.review.yes")),
                                    Choice.of(Boolean.FALSE, Texts.of("plan.review.no")))),
                    CORE_GROUP));
        }
        content.add(
                tied.date(new DateField("plan-review-next", Texts.of("plan.said.next-review"), desk.clock()), NEXT));
    }

    private Drafts.Draft begun() {
        var now = desk.clock().instant();
        var body = Json.object().put(HELD, Clocks.today(desk.clock()).toString());
        return new Drafts.Draft(desk.ids().get(), DRAFT, List.of(child), body, Json.object(), now, now);
    }

    private Node action(int number, Standing.Entry entry, Ties tied) {
        String path = "actions." + entry.record() + ".";
        String id = "plan-review-" + number;
        var choices = new ArrayList<Choice<String>>();
        for (Decision decision : Decision.values()) {
            String word = decision.name().toLowerCase(Locale.ROOT);
            choices.add(Choice.of(word, Texts.of("plan.review." + word.replace('_', '-'))));
        }
        Action action = entry.read();
        String who = action.who().isBlank() ? Texts.of("plan.action.nobody") : action.who();
        String by =
                action.by().isBlank() ? Texts.of("plan.action.no-day") : Texts.of("plan.action.by") + " " + action.by();
        var decide = new RadioQuestion<String>(id, number + ". " + action.text(), choices);
        decide.hint(who + " · " + by + (action.outcome().isBlank() ? "" : " · " + action.outcome()));
        var words = new LongQuestion(id + "-words", Texts.of("plan.review.words"), desk.clock());
        var again = new LineQuestion(id + "-by", Texts.of("plan.review.new-day"));
        again.hint(Texts.of("plan.edit.by-hint"));
        return Boxes.column(
                2,
                tied.radio(decide, path + "decision"),
                tied.when(
                        tied.lines(words, path + "words"),
                        () -> kept != null && kept.writing().has(path + "decision")),
                tied.when(
                        tied.line(again, path + "by"),
                        () -> kept != null
                                && kept.writing().text(path + "decision").equals("carry_forward")));
    }

    private void save() {
        KeptWriting writing = kept;
        Ties tied = ties;
        Standing plan = standing;
        if (writing == null || tied == null || plan == null || saving) {
            return;
        }
        Map<UUID, Planning.Reviewed> reviewed = new HashMap<>();
        for (Standing.Entry entry : plan.open()) {
            JsonNode one = writing.writing().get("actions").path(entry.record().toString());
            String decision = one.path("decision").asString("");
            if (!decision.isEmpty()) {
                reviewed.put(
                        entry.record(),
                        new Planning.Reviewed(
                                Decision.valueOf(decision.toUpperCase(Locale.ROOT)),
                                one.path("words").asString(""),
                                one.path("by").asString("")));
            }
        }
        LocalDate held = day(writing, HELD);
        LocalDate next = day(writing, NEXT);
        var problems = new ArrayList<Problem>();
        if (held == null) {
            problems.add(Problem.at(HELD, "answer-missing", Texts.of("plan.review.when")));
        }
        problems.addAll(
                desk.planning().problems(plan, reviewed, next, held == null ? Clocks.today(desk.clock()) : held));
        if (!problems.isEmpty() || held == null) {
            wrong(problems);
            return;
        }
        saving = true;
        writing.autosave().now();
        UUID finished = writing.finishing();
        boolean coreGroup = writing.writing().get(CORE_GROUP).asBoolean(false);
        desk.background()
                .ask(
                        Lane.STORE,
                        () -> {
                            desk.planning().review(plan, reviewed, held, next, coreGroup, finished);
                            return Boolean.TRUE;
                        },
                        done -> {
                            writing.finished();
                            desk.doors().openPlan(child);
                        },
                        failed -> {
                            saving = false;
                            if (failed instanceof BadInput bad) {
                                wrong(bad.problems());
                            } else {
                                desk.background().fault(failed);
                            }
                        });
    }

    private static @Nullable LocalDate day(KeptWriting writing, String field) {
        String day = writing.writing().text(field);
        return day.isEmpty() ? null : LocalDate.parse(day);
    }

    private void wrong(List<Problem> problems) {
        errors.show(problems, ties == null ? List.of() : ties.answers(), Texts.of("plan.agree.where"));
        frame.toTop();
    }

    private void throwAway() {
        if (kept != null) {
            kept.discard(desk.doors()::back);
        }
    }
}
