package org.alongside.supervision.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.alongside.child.ChildSummary;
import org.alongside.child.view.KeptWriting;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.rules.content.ContentFile.SupervisionRules.Slot;
import org.alongside.supervision.ActionItem;
import org.alongside.supervision.Agenda;
import org.alongside.supervision.SessionFile;
import org.alongside.supervision.SessionForm;
import org.alongside.supervision.Supervising;
import org.alongside.ui.Command;
import org.alongside.ui.Page;
import org.alongside.ui.Target;
import org.alongside.ui.Words;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.EmptyState;
import org.alongside.ui.control.ErrorSummary;
import org.alongside.ui.control.NoticeBar;
import org.alongside.ui.control.PageFrame;
import org.alongside.ui.control.Part;
import org.alongside.ui.control.SavedMark;
import org.alongside.ui.control.TaskList;
import org.alongside.ui.form.Ties;
import org.alongside.ui.task.Lane;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// One session: the agenda at the left, what is being talked about at the right. The supervisor writes
/// it down; the worker sees the same agenda, adds to it and answers items before.
public final class SessionPage implements Page {
    public static final String SCREEN = "supervision-session";

    private static final String THINK = "think";
    private static final String CHECK = "check";
    private static final String ME = "me";
    private static final String AGENDA = "agenda";
    private static final String FINISH = "finish";

    private final SessionDesk desk;
    private final String worker;
    private final PageFrame frame = PageFrame.work("session", text("title"));
    private final TaskList list = new TaskList("session-parts", text("parts"), this::show);
    private final SavedMark mark = new SavedMark("session-saved");
    private final ErrorSummary errors = new ErrorSummary("session-errors");
    private final Command main = Command.of("session-main", text("agree"), "Ctrl+Enter", this::main);
    private Subscription subscriptions = Subscription.EMPTY;
    private @Nullable SessionRead read;
    private @Nullable KeptWriting kept;
    private @Nullable Ties ties;
    private String here = "";
    private boolean busy;

    public SessionPage(SessionDesk desk, Target target) {
        this.desk = desk;
        this.worker = target.arguments().getOrDefault("worker", desk.me().name());
        frame.end(mark);
    }

    static String text(String key, Object... arguments) {
        return Texts.of("supervision.view." + key, arguments);
    }

    @Override
    public Node node() {
        return frame;
    }

    @Override
    public Node first() {
        return frame.title();
    }

    @Override
    public String hint() {
        return text("keys");
    }

    @Override
    public List<Command> commands() {
        return List.of(
                main,
                Command.of("session-next", text("next"), "Alt+Page Down", list::next),
                Command.of("session-previous", text("previous"), "Alt+Page Up", list::previous));
    }

    @Override
    public void attached() {
        desk.background().ask(Lane.STORE, () -> SessionRead.read(desk, worker), this::open, why -> {
            if (why instanceof BadInput bad) {
                frame.content()
                        .getChildren()
                        .setAll(new EmptyState(bad.problems().getFirst().message()));
            } else {
                desk.background().fault(why);
            }
        });
    }

    @Override
    public void detached() {
        subscriptions.unsubscribe();
        if (kept != null) {
            kept.autosave().now();
        }
    }

    private void open(SessionRead now) {
        read = now;
        var writing = new KeptWriting(
                desk.sessions().sealed(), desk.background(), desk.timers(), desk.clock(), now.draft(), now.stored());
        kept = writing;
        frame.sub(text(
                "sub",
                desk.staff().displayOf(now.pair().worker()),
                desk.staff().displayOf(now.pair().supervisor()),
                Words.day(Clocks.day(Clocks.moment(writing.writing().text("at"))))));
        subscriptions = Subscription.combine(
                writing.autosave().stateProperty().subscribe(mark::show),
                frame.sceneProperty()
                        .flatMap(javafx.scene.Scene::windowProperty)
                        .flatMap(Window::focusedProperty)
                        .orElse(false)
                        .subscribe((was, is) -> writing.autosave().now()),
                frame.sceneProperty()
                        .flatMap(scene -> scene.focusOwnerProperty())
                        .subscribe(owner -> writing.autosave().now()));
        frame.parts(list);
        String last = writing.writing().place().path("part").asString("");
        show(
                parts(now).stream().anyMatch(part -> part.id().equals(last))
                        ? last
                        : now.agenda().groups().isEmpty()
                                ? THINK
                                : family(now.agenda().groups().getFirst()));
    }

    private static String family(Agenda.Group group) {
        return "family-" + SessionRead.key(group);
    }

    /// The families to decide about: those of the agenda, and others that were moved up or written about.
    private static List<Agenda.Group> families(SessionRead read, KeptWriting kept) {
        var groups = new ArrayList<>(read.agenda().groups());
        for (Agenda.Group other : read.agenda().noTalk()) {
            String key = SessionRead.key(other);
            if (kept.writing().get("moved." + key).booleanValue(false)
                    || SessionForm.isWritten(kept.writing().get("families." + key))) {
                groups.add(other);
            }
        }
        return groups;
    }

    private List<Part> parts(SessionRead now) {
        KeptWriting writing = java.util.Objects.requireNonNull(kept, "open");
        var parts = new ArrayList<Part>();
        Map<String, TaskList.Head> heads = new LinkedHashMap<>();
        heads.put(THINK, head(now, Slot.THINK));
        String thinking = writing.writing().text("think.child");
        parts.add(new Part(
                THINK,
                now.children().stream()
                        .filter(child -> child.id().toString().equals(thinking))
                        .findFirst()
                        .map(ChildSummary::shortName)
                        .orElseGet(() -> text("think-choose")),
                Part.State.NOT_STARTED,
                text("think-hint")));
        List<Agenda.Group> families = families(now, writing);
        for (Agenda.Group group : families) {
            String id = family(group);
            if (group.equals(families.getFirst())) {
                heads.put(id, head(now, Slot.DECIDE));
            }
            boolean agreed = writing.writing()
                    .get("families." + SessionRead.key(group) + ".agreed")
                    .booleanValue(false);
            parts.add(new Part(
                    id,
                    names(group.children()),
                    agreed ? Part.State.FINISHED : Part.State.NOT_STARTED,
                    agreed ? text("agreed") : brief(group)));
        }
        heads.put(CHECK, head(now, Slot.CHECK));
        long open = now.actions().stream().filter(ActionItem::isOpen).count();
        parts.add(new Part(CHECK, text("actions"), Part.State.NOT_STARTED, text("actions-open", open)));
        heads.put(ME, new TaskList.Head(text("about-me"), minutes(now, Slot.ARRIVE, Slot.GROW, Slot.LOAD)));
        parts.add(new Part(ME, text("me-words"), Part.State.NOT_STARTED, text("me-private")));
        heads.put(AGENDA, new TaskList.Head(text("both"), ""));
        parts.add(new Part(
                AGENDA,
                text("add-something"),
                Part.State.NOT_STARTED,
                text(
                        "no-talk",
                        now.agenda().ownItems().size(),
                        now.agenda().noTalk().size())));
        if (now.supervisor()) {
            parts.add(new Part(FINISH, text("write-down"), Part.State.NOT_STARTED, text("write-down-hint")));
        }
        list.heads(heads);
        return List.copyOf(parts);
    }

    /// The two items that weigh most, in a line.
    private static String brief(Agenda.Group group) {
        String items = group.items().stream()
                .limit(2)
                .map(item -> Texts.of("supervision.view.short." + item.code()))
                .distinct()
                .collect(Collectors.joining("; "));
        return items.isEmpty() ? text("nothing-due") : items;
    }

    static String names(List<ChildSummary> children) {
        List<String> names = children.stream().map(ChildSummary::shortName).toList();
        return names.size() < 2
                ? String.join("", names)
                : text("names", String.join(", ", names.subList(0, names.size() - 1)), names.getLast());
    }

    private static TaskList.Head head(SessionRead now, Slot slot) {
        return new TaskList.Head(text("slot." + slot.name().toLowerCase(java.util.Locale.ROOT)), minutes(now, slot));
    }

    private static String minutes(SessionRead now, Slot... slots) {
        int minutes = now.rules().slots().stream()
                .filter(each -> List.of(slots).contains(each.slot()))
                .mapToInt(each -> each.minutes())
                .sum();
        return text("minutes", minutes);
    }

    private void show(String id) {
        SessionRead now = read;
        KeptWriting writing = kept;
        if (now == null || writing == null) {
            return;
        }
        here = id;
        writing.writing().place().put("part", id);
        list.show(parts(now), id);
        errors.clear();
        var tied = new Ties(writing.writing());
        ties = tied;
        var scene = new SessionScene(desk, now, writing, tied, this::reload, this::show);
        Node pane = switch (id) {
            case THINK -> ThinkPane.of(scene);
            case CHECK -> CheckPane.of(scene);
            case ME -> PrivatePane.of(scene);
            case AGENDA -> AgendaPane.of(scene);
            case FINISH -> FinishPane.of(scene);
            default ->
                group(now, id)
                        .<Node>map(group -> FamilyPane.of(scene, group))
                        .orElseGet(() -> new EmptyState(text("nothing-due")));
        };
        frame.content().getChildren().setAll(errors, pane);
        foot(now, id);
        frame.toTop();
    }

    private Optional<Agenda.Group> group(SessionRead now, String id) {
        return java.util.stream.Stream.concat(now.agenda().groups().stream(), now.agenda().noTalk().stream())
                .filter(group -> family(group).equals(id))
                .findFirst();
    }

    private void foot(SessionRead now, String id) {
        boolean agreed = isAgreed(id);
        boolean decide = id.startsWith("family-") && now.supervisor() && !agreed;
        boolean finish = id.equals(FINISH);
        Button next = Buttons.of("session-next-part", text("next"), list::next);
        Node words = Boxes.text(text("neither"), "text-quiet");
        if (decide || finish) {
            Button button = Buttons.of("session-go", text(finish ? "write-and-sign" : "agree"), this::main);
            button.getStyleClass().add("accent");
            button.setAccessibleHelp("Ctrl+Enter");
            frame.foot(button, finish ? Boxes.space() : next, Boxes.space(), words);
        } else {
            frame.foot(next, Boxes.space(), words);
        }
    }

    private boolean isAgreed(String id) {
        return kept != null
                && id.startsWith("family-")
                && kept.writing()
                        .get("families." + id.substring("family-".length()) + ".agreed")
                        .booleanValue(false);
    }

    /// Ctrl+Enter: agrees the family on show, or writes the session down, or goes on.
    private void main() {
        SessionRead now = read;
        if (now == null || busy) {
            return;
        }
        if (now.supervisor() && here.startsWith("family-") && !isAgreed(here)) {
            agree(now, here.substring("family-".length()));
        } else if (now.supervisor() && here.equals(FINISH)) {
            finish(now);
        } else {
            list.next();
        }
    }

    /// Files this family's part, each child's to its own record.
    private void agree(SessionRead now, String key) {
        KeptWriting writing = java.util.Objects.requireNonNull(kept, "open");
        ObjectNode json = new SessionForm(writing.writing().body().deepCopy(), now.rules()).family(key);
        writing.autosave().now();
        busy = true;
        desk.background()
                .ask(
                        Lane.STORE,
                        () -> {
                            Supervising.Checked checked = desk.supervising().check(json);
                            List<Problem> missing = new ArrayList<>(checked.missing());
                            SessionFile file = checked.file();
                            if (file.decisions().isEmpty()
                                    && missing.isEmpty()
                                    && file.lines().isEmpty()) {
                                missing.add(Problem.at(
                                        "decisions[0].what", "what-missing", Texts.of("supervision.what-missing")));
                            }
                            if (missing.isEmpty()) {
                                desk.supervising().fileChildren(now.pair(), file.childPart(file.children()));
                            }
                            return missing;
                        },
                        missing -> {
                            busy = false;
                            if (missing.isEmpty()) {
                                writing.writing().put("families." + key + ".agreed", true);
                                writing.autosave().now();
                                show(here);
                                frame.title().requestFocus();
                            } else {
                                wrong(missing, key);
                            }
                        },
                        why -> failed(why, key));
    }

    private void finish(SessionRead now) {
        KeptWriting writing = java.util.Objects.requireNonNull(kept, "open");
        ObjectNode json = new SessionForm(writing.writing().body().deepCopy(), now.rules()).file();
        writing.autosave().now();
        busy = true;
        desk.background()
                .ask(
                        Lane.STORE,
                        () -> {
                            Supervising.Checked checked = desk.supervising().check(json);
                            if (checked.missing().isEmpty()) {
                                desk.supervising().file(now.pair(), checked.file(), writing.finishing());
                                desk.supervising()
                                        .sign(now.pair(), checked.file().session());
                            }
                            return checked;
                        },
                        checked -> {
                            busy = false;
                            if (checked.missing().isEmpty()) {
                                writing.finished();
                                kept = null;
                                desk.doors().openHeld(worker, checked.file().session());
                            } else {
                                wrong(checked.missing(), "");
                            }
                        },
                        why -> failed(why, ""));
    }

    private void failed(Throwable why, String key) {
        busy = false;
        if (why instanceof BadInput bad) {
            wrong(bad.problems(), key);
        } else {
            desk.background().fault(why);
        }
    }

    /// The paths of a file's problems, as this page's answers are called.
    private void wrong(List<Problem> problems, String key) {
        Ties tied = ties;
        if (tied == null) {
            return;
        }
        List<Problem> mine = problems.stream()
                .map(problem -> new Problem(
                        problem.code(), path(String.valueOf(problem.field()), key), problem.message(), problem.line()))
                .distinct()
                .toList();
        frame.toTop();
        errors.show(mine, tied.answers(), text("errors-where"));
    }

    private static String path(String field, String key) {
        if (field.startsWith("decisions[") && !key.isEmpty()) {
            return "families." + key + ".decision." + field.substring(field.indexOf('.') + 1);
        }
        return field.equals("children") && !key.isEmpty() ? "families." + key + ".children" : field;
    }

    /// Reads again after something was saved beside the draft; what is being written stays.
    private void reload() {
        KeptWriting writing = kept;
        if (writing != null) {
            writing.autosave().now();
        }
        String at = here;
        desk.background().ask(Lane.STORE, () -> SessionRead.read(desk, worker), now -> {
            read = now;
            show(at);
        });
    }

    /// A notice at the head of a pane.
    static NoticeBar notice(String id, String words) {
        return new NoticeBar(id, NoticeBar.Kind.PLAIN, words);
    }
}
