package org.alongside.plan.view;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.alongside.child.ChildSummary;
import org.alongside.child.view.ChildTab;
import org.alongside.child.view.KeptWriting;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Json;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.plan.FamilyPage;
import org.alongside.plan.FamilyPages;
import org.alongside.plan.Finding;
import org.alongside.plan.Linter;
import org.alongside.plan.Plan;
import org.alongside.plan.PlanDraft;
import org.alongside.plan.Standing;
import org.alongside.record.Drafts;
import org.alongside.ui.Words;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.DateField;
import org.alongside.ui.control.EmptyState;
import org.alongside.ui.control.ErrorSummary;
import org.alongside.ui.control.NoticeBar;
import org.alongside.ui.control.SavedMark;
import org.alongside.ui.control.Sheet;
import org.alongside.ui.control.SideBySide;
import org.alongside.ui.control.Tag;
import org.alongside.ui.form.Timers;
import org.alongside.ui.task.Background;
import org.alongside.ui.task.Lane;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// The plan of a child: its actions with the linter's questions, written in their place, and the
/// family's page beside them. What is changed is a draft of this laptop until the plan is agreed.
public final class PlanTab implements ChildTab {
    private static final Duration QUIET = Duration.ofMillis(250);
    private static final String EDITS = "edits";
    /// Shares of the width for the plan and for the family's page.
    private static final int PLAN_SHARE = 57;

    private static final int FAMILY_SHARE = 43;
    /// Actions that are drawn at once; a longer plan is opened piece by piece.
    private static final int PIECE = 25;

    private final PlanDesk desk;
    private final ChildSummary child;
    private final Linter linter = Linter.shipped();
    private final VBox content = Boxes.column(4);
    private final ErrorSummary errors = new ErrorSummary("plan-errors");
    private final SavedMark mark = new SavedMark("plan-mark");
    private final Label count = Boxes.text("", "text-hint");
    private final VBox list = Boxes.column(3);
    private final VBox foot = Boxes.column(4);
    private final FamilySheet family;
    private final Timers.Timer pause;
    private @Nullable PlanDraft draft;
    private @Nullable KeptWriting kept;
    private @Nullable ActionEditor editor;
    private @Nullable SaidEditor said;
    private @Nullable DateField agreedOn;
    private @Nullable UUID asked;
    private Background.@Nullable Running checking;
    private List<Finding> findings = List.of();
    private boolean agreeing;
    private int drawn = PIECE;

    public PlanTab(PlanDesk desk, ChildSummary child) {
        this.desk = desk;
        this.child = child;
        this.family = new FamilySheet(Linter.highestReadingAge());
        this.pause = desk.timers().after(QUIET, this::checkAll);
    }

    private record Read(Optional<Standing> standing, List<Drafts.Draft> drafts) {}

    @Override
    public Node node() {
        return content;
    }

    @Override
    public boolean isWide() {
        return true;
    }

    @Override
    public boolean print() {
        desk.doors().print(child.id());
        return true;
    }

    @Override
    public void attached() {
        load("");
    }

    @Override
    public void detached() {
        pause.cancel();
        KeptWriting writing = kept;
        if (writing == null) {
            return;
        }
        if (draft != null && draft.isEmpty() && writing.finishing() != null) {
            writing.discard(() -> {});
        } else {
            writing.autosave().now();
        }
    }

    @Override
    public boolean main() {
        if (draft == null) {
            return false;
        }
        agree();
        return true;
    }

    @Override
    public boolean back() {
        if (editor == null) {
            return false;
        }
        closeEditor();
        return true;
    }

    /// @param focus id of what gets the focus then; empty for nothing
    private void load(String focus) {
        desk.background()
                .ask(
                        Lane.STORE,
                        () -> new Read(
                                desk.plans().of(child.id()), desk.drafts().all()),
                        read -> begin(read, focus));
    }

    private void begin(Read read, String focus) {
        editor = null;
        agreeing = false;
        if (read.standing().isEmpty()) {
            draft = null;
            content.getChildren().setAll(new EmptyState(Texts.of("plan.none", child.shortName())));
            return;
        }
        Standing standing = read.standing().get();
        Optional<Drafts.Draft> stored = read.drafts().stream()
                .filter(one -> one.kind().equals(PlanDraft.KIND)
                        && one.children().stream().anyMatch(standing.children()::contains))
                .findFirst();
        var writing = new KeptWriting(
                desk.drafts(),
                desk.background(),
                desk.timers(),
                desk.clock(),
                stored.orElseGet(() -> begun(standing)),
                stored.isPresent());
        kept = writing;
        writing.autosave().stateProperty().subscribe(mark::show);
        ObjectNode edits = writing.writing().get(EDITS) instanceof ObjectNode there ? there.deepCopy() : Json.object();
        draft = new PlanDraft(standing, edits);
        errors.clear();
        draw(standing);
        checkAll();
        focus(focus);
    }

    private Drafts.Draft begun(Standing standing) {
        var now = desk.clock().instant();
        var children = new ArrayList<UUID>(List.of(child.id()));
        standing.children().stream().filter(id -> !id.equals(child.id())).forEach(children::add);
        return new Drafts.Draft(desk.ids().get(), PlanDraft.KIND, children, Json.object(), Json.object(), now, now);
    }

    private PlanDraft draft() {
        if (draft == null) {
            throw new IllegalStateException("no plan is shown");
        }
        return draft;
    }

    private LocalDate today() {
        return Clocks.today(desk.clock());
    }

    // ------------------------------------------------------------------ drawing

    private void draw(Standing standing) {
        var title = Boxes.section(
                standing.version() == 0
                        ? Texts.of("plan.title-new")
                        : Texts.of("plan.title", String.valueOf(standing.version())));
        title.setId("plan-title");
        var head = new FlowPane(title);
        head.getStyleClass().add("second-line");
        if (standing.agreedOn() != null) {
            head.getChildren()
                    .add(new Tag(Texts.of("plan.agreed", Words.shortDay(standing.agreedOn())), Tag.Kind.PLAIN));
        }
        head.getChildren().addAll(mark, count);
        said = new SaidEditor(
                draft(),
                desk.clock(),
                (field, text) -> {
                    draft().say(field, text);
                    wrote();
                },
                (codes, why) -> {
                    draft().explainPlan(codes, why);
                    wrote();
                });
        VBox left = Boxes.column(4, head, list, said, closed(standing), foot);
        left.setMinWidth(0);
        content.getChildren().setAll(errors, SideBySide.shares(PLAN_SHARE, left, FAMILY_SHARE, family));
    }

    private Node closed(Standing standing) {
        var box = Boxes.column(2);
        Boxes.show(box, !standing.closed().isEmpty());
        box.getChildren().add(Boxes.section(Texts.of("plan.closed.title")));
        for (Standing.Entry entry : standing.closed()) {
            ObjectNode value = entry.value();
            String on = value.path("done_on").asString("");
            String how = Texts.of(
                    value.path("closed").asString("").equals("given_up") ? "plan.closed.given-up" : "plan.closed.done",
                    on.isEmpty() ? "" : Words.shortDay(LocalDate.parse(on)));
            box.getChildren()
                    .add(Boxes.column(
                            0,
                            Boxes.text(value.path("text").asString("")),
                            Boxes.text(how + " " + value.path("result").asString(""), "text-hint")));
        }
        return box;
    }

    /// The list of actions and what stands under it.
    private void drawList() {
        PlanDraft plan = draft();
        var sheet = new Sheet();
        var acts = new CardActs();
        int number = 0;
        int at = 0;
        List<PlanDraft.Item> items = plan.items();
        for (PlanDraft.Item item : items) {
            if (number == drawn) {
                break;
            }
            number++;
            if (editor != null && editor.record().equals(item.record())) {
                sheet.line(editor);
            } else {
                int place = at;
                List<Finding> about = item.removed()
                        ? List.of()
                        : findings.stream()
                                .filter(finding -> finding.action() == place)
                                .toList();
                sheet.line(new ActionCard(number, item, about, item.record().equals(asked), whom(item), acts));
            }
            at += item.removed() ? 0 : 1;
        }
        list.getChildren().clear();
        if (number == 0) {
            list.getChildren().add(Boxes.text(Texts.of("plan.no-actions"), "text-quiet"));
        } else {
            list.getChildren().add(sheet);
        }
        list.getChildren().add(Buttons.of("plan-add", Texts.of("plan.add"), "mdoal-add", this::add));
        drawFoot();
    }

    private String whom(PlanDraft.Item item) {
        List<Standing.Member> members = draft().standing().members();
        if (item.children().size() == members.size()) {
            return "";
        }
        return members.stream()
                .filter(member -> item.children().contains(member.child().id()))
                .map(member -> member.child().shortName())
                .collect(Collectors.joining(", "));
    }

    private void drawFoot() {
        PlanDraft plan = draft();
        foot.getChildren().clear();
        boolean changed = !plan.isEmpty() || plan.standing().agreedOn() == null;
        var buttons = new FlowPane();
        buttons.getStyleClass().add("buttons");
        if (changed) {
            var removed = plan.items().stream().filter(PlanDraft.Item::removed).toList();
            for (PlanDraft.Item item : removed) {
                foot.getChildren().add(whyOut(plan, item));
            }
            if (agreedOn == null) {
                var day = new DateField("plan-agreed-on", Texts.of("plan.agree.on"), desk.clock());
                day.take(today());
                agreedOn = day;
            }
            foot.getChildren().add(agreedOn);
            var agree = Buttons.of("plan-agree", Texts.of("plan.agree"), this::agree);
            agree.getStyleClass().add("accent");
            agree.setAccessibleHelp("Ctrl+Enter");
            buttons.getChildren().add(agree);
            if (!plan.isEmpty()) {
                buttons.getChildren().add(Buttons.quiet("plan-throw", Texts.of("plan.throw"), this::throwAway));
            }
        }
        if (plan.standing().agreedOn() != null && plan.isEmpty()) {
            buttons.getChildren()
                    .add(Buttons.of(
                            "plan-review",
                            Texts.of("plan.review"),
                            () -> desk.doors().review(child.id())));
        }
        foot.getChildren().add(buttons);
    }

    private Node whyOut(PlanDraft plan, PlanDraft.Item item) {
        int number = plan.items().indexOf(item) + 1;
        var why = new org.alongside.ui.control.LineQuestion(
                "plan-out-" + number,
                Texts.of("plan.agree.why-out-of", number, item.action().text()));
        why.text().setText(plan.why(item.record()));
        why.textProperty().subscribe((was, is) -> {
            plan.why(item.record(), why.typed());
            keep();
        });
        return why;
    }

    // ------------------------------------------------------------------ writing

    private void keep() {
        if (kept != null) {
            kept.writing().put(EDITS, draft().changes().deepCopy());
        }
    }

    /// Something was written: kept within a second, and the whole plan is asked about after a pause.
    private void wrote() {
        keep();
        pause.restart();
    }

    /// Asks about the whole plan and makes the family's page anew, away from the JavaFX thread.
    private void checkAll() {
        PlanDraft now = draft;
        if (now == null) {
            return;
        }
        if (checking != null) {
            checking.drop();
        }
        Plan plan = now.plan();
        LocalDate today = today();
        List<String> withheld = now.standing().withheld();
        checking = desk.background()
                .ask(
                        Lane.WORK,
                        () -> {
                            List<Finding> all = linter.check(plan, today);
                            return new Checked(all, FamilyPages.of(plan, all, today, withheld, desk.ring()));
                        },
                        this::checked);
    }

    private record Checked(List<Finding> findings, FamilyPage page) {}

    private void checked(Checked checked) {
        findings = checked.findings();
        family.show(checked.page());
        long need = findings.stream()
                .filter(finding -> finding.action() >= 0 && !finding.settled())
                .map(Finding::action)
                .distinct()
                .count();
        int all = draft().plan().actions().size();
        count.setText(need == 0 ? Texts.of("plan.all-clear") : Texts.of("plan.need-a-look", need, all));
        if (said != null) {
            said.show(findings.stream().filter(finding -> finding.action() < 0).toList());
        }
        if (editor == null) {
            if (asked == null) {
                draft().items().stream()
                        .filter(item -> !item.removed())
                        .skip(findings.stream()
                                .mapToInt(Finding::action)
                                .filter(action -> action >= 0)
                                .min()
                                .orElse(0))
                        .findFirst()
                        .ifPresent(item -> asked = item.record());
            }
            String had = focused();
            drawList();
            focus(had);
        } else {
            drawFoot();
        }
    }

    private String focused() {
        Node owner = content.getScene() == null ? null : content.getScene().getFocusOwner();
        return owner != null && owner.getId() != null && list.lookup("#" + owner.getId()) == owner ? owner.getId() : "";
    }

    private void focus(String id) {
        if (id.isEmpty()) {
            return;
        }
        content.applyCss();
        content.layout();
        if (content.lookup("#" + id) instanceof Node node) {
            node.requestFocus();
        }
    }

    private int number(UUID record) {
        return draft().items().stream().map(PlanDraft.Item::record).toList().indexOf(record) + 1;
    }

    private void add() {
        UUID record = desk.ids().get();
        try {
            draft().add(record);
        } catch (BadInput full) {
            wrong(full.problems());
            return;
        }
        wrote();
        open(record);
    }

    private void open(UUID record) {
        PlanDraft plan = draft();
        PlanDraft.Item item = plan.item(record);
        asked = record;
        drawn = Math.max(drawn, (number(record) + PIECE - 1) / PIECE * PIECE);
        editor = new ActionEditor(number(record), item, plan, ask(record), desk, new EditorWrites());
        drawList();
        content.applyCss();
        content.layout();
        editor.focusFirst();
    }

    /// What the linter asks about one action now: at every key, so it must take less than a frame.
    private List<Finding> ask(UUID record) {
        List<PlanDraft.Item> there =
                draft().items().stream().filter(item -> !item.removed()).toList();
        int at = there.stream().map(PlanDraft.Item::record).toList().indexOf(record);
        return at < 0 ? List.of() : linter.check(draft().plan(), at, today());
    }

    private void closeEditor() {
        ActionEditor open = editor;
        editor = null;
        if (open == null) {
            return;
        }
        if (kept != null) {
            kept.autosave().now();
        }
        boolean empty = draft().item(open.record()).action().isBlank();
        if (empty && draft().item(open.record()).standing() == null) {
            draft().remove(open.record());
            keep();
        }
        checkAll();
        drawList();
        focus(empty ? "plan-add" : "plan-" + number(open.record()) + "-change");
    }

    private void remove(UUID record) {
        ObjectNode before = draft().remove(record);
        editor = null;
        wrote();
        drawList();
        list.getChildren()
                .addFirst(new NoticeBar(
                        "plan-removed",
                        NoticeBar.Kind.PLAIN,
                        Texts.of("plan.removed"),
                        Buttons.of("plan-removed-undo", Texts.of("plan.undo"), () -> {
                            draft().restore(before);
                            wrote();
                            drawList();
                            focus("plan-" + number(record) + "-change");
                        })));
        focus("plan-removed-undo");
    }

    private void throwAway() {
        KeptWriting writing = kept;
        if (writing == null) {
            return;
        }
        UUID thrown = writing.finishing();
        editor = null;
        writing.discard(() -> {
            load("");
            if (thrown != null) {
                content.getChildren()
                        .addFirst(new NoticeBar(
                                "plan-thrown",
                                NoticeBar.Kind.PLAIN,
                                Texts.of("plan.thrown"),
                                Buttons.of("plan-thrown-undo", Texts.of("plan.undo"), () -> restore(thrown))));
            }
        });
    }

    private void restore(UUID thrown) {
        desk.background()
                .ask(
                        Lane.STORE,
                        () -> {
                            desk.drafts().restore(thrown);
                            return Boolean.TRUE;
                        },
                        done -> load(""));
    }

    // ------------------------------------------------------------------ agreeing

    private void agree() {
        PlanDraft plan = draft();
        KeptWriting writing = kept;
        if (agreeing || writing == null) {
            return;
        }
        if (plan.isEmpty() && plan.standing().agreedOn() != null) {
            errors.clear();
            count.setText(Texts.of("plan.agree.nothing"));
            return;
        }
        DateField day = agreedOn;
        Optional<LocalDate> on = day == null ? Optional.of(today()) : day.date();
        if (day != null && on.isEmpty()) {
            day.check();
            wrong(List.of(Problem.at("plan-agreed-on", "answer-missing", Texts.of("plan.agree.when"))));
            return;
        }
        List<Problem> problems = desk.planning().problems(plan);
        if (!problems.isEmpty()) {
            wrong(problems);
            return;
        }
        agreeing = true;
        writing.autosave().now();
        UUID finished = writing.finishing();
        desk.background()
                .ask(
                        Lane.STORE,
                        () -> {
                            desk.planning().agree(plan, on.get(), finished);
                            return Boolean.TRUE;
                        },
                        done -> {
                            writing.finished();
                            mark.show(new SavedMark.State.Waiting());
                            agreedOn = null;
                            load("plan-review");
                        },
                        failed -> {
                            agreeing = false;
                            if (failed instanceof BadInput bad) {
                                wrong(bad.problems());
                            } else {
                                desk.background().fault(failed);
                            }
                        });
    }

    private void wrong(List<Problem> problems) {
        errors.show(
                problems.stream()
                        .map(problem -> new ErrorSummary.Line(problem.message(), () -> follow(problem)))
                        .toList(),
                Texts.of("plan.agree.where"));
    }

    /// To the action, or the line about the whole plan, that a problem is about.
    private void follow(Problem problem) {
        String field = problem.field() == null ? "" : problem.field();
        if (field.startsWith("actions[")) {
            int at = Integer.parseInt(field.substring(8, field.indexOf(']')));
            List<PlanDraft.Item> there =
                    draft().items().stream().filter(item -> !item.removed()).toList();
            if (at < there.size()) {
                open(there.get(at).record());
            }
        } else if (field.startsWith("removed[")) {
            String record = field.substring(8, field.length() - 1);
            focus("plan-out-" + number(UUID.fromString(record)) + "-text");
        } else {
            focus(
                    switch (problem.code()) {
                        case "PL35" -> "plan-said-seeing-text";
                        case "PL39" -> "plan-said-contingency-text";
                        case "answer-missing" -> "plan-agreed-on-day";
                        default -> "plan-said-explained-text";
                    });
        }
    }

    private final class CardActs implements ActionCard.Acts {
        @Override
        public void change(PlanDraft.Item item) {
            open(item.record());
        }

        @Override
        public void showQuestions(PlanDraft.Item item) {
            asked = item.record();
            drawList();
            focus("plan-" + number(item.record()) + "-change");
        }

        @Override
        public void putBack(PlanDraft.Item item) {
            draft().keep(item.record());
            wrote();
            drawList();
            focus("plan-" + number(item.record()) + "-change");
        }

        @Override
        public void settleClash(PlanDraft.Item item) {
            Standing.Entry entry = item.standing();
            if (entry != null && entry.conflict() != null) {
                desk.doors().openConflict(entry.conflict());
            }
        }
    }

    private final class EditorWrites implements ActionEditor.Writes {
        @Override
        public List<Finding> wrote(UUID record, String field, String text) {
            draft().write(record, field, text);
            PlanTab.this.wrote();
            return ask(record);
        }

        @Override
        public List<Finding> isFor(UUID record, Set<UUID> children) {
            draft().isFor(record, children);
            PlanTab.this.wrote();
            return ask(record);
        }

        @Override
        public List<Finding> explained(UUID record, Set<String> codes, String why) {
            draft().explain(record, codes, why);
            PlanTab.this.wrote();
            return ask(record);
        }

        @Override
        public void close() {
            closeEditor();
        }

        @Override
        public void remove(UUID record) {
            PlanTab.this.remove(record);
        }

        @Override
        public void move(UUID record, int by) {
            if (draft().move(record, by)) {
                PlanTab.this.wrote();
                open(record);
            }
        }
    }
}
