package org.alongside.child.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.Node;
import org.alongside.child.ChildSummary;
import org.alongside.child.Facts;
import org.alongside.child.Merging;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.record.Change;
import org.alongside.record.Clashes;
import org.alongside.record.Drafts;
import org.alongside.ui.Command;
import org.alongside.ui.Page;
import org.alongside.ui.Target;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.EmptyState;
import org.alongside.ui.control.NoticeBar;
import org.alongside.ui.control.PageFrame;
import org.alongside.ui.control.Part;
import org.alongside.ui.control.TaskList;
import org.alongside.ui.task.Lane;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Facts of which two versions stand, one at a time: before, yours, theirs; what it will say, and why.
public final class ConflictsPage implements Page {
    public static final String SCREEN = "conflicts";

    private final ChildDesk desk;
    private final PageFrame frame = PageFrame.list("conflicts", Texts.of("child.conflicts.title"));
    private final TaskList list;
    private final Map<UUID, DecisionView> views = new LinkedHashMap<>();
    private final Command keep;
    private Read read = new Read(List.of(), List.of(), Map.of(), Map.of());
    private String here;
    private String kept = "";

    private record Read(
            List<Clashes.Clash> clashes,
            List<Drafts.Draft> drafts,
            Map<UUID, ChildSummary> children,
            Map<UUID, Named> named) {}

    /// @param target may name the conflict to show first as `conflict`
    public ConflictsPage(ChildDesk desk, Target target) {
        this.desk = desk;
        this.here = target.arguments().getOrDefault("conflict", "");
        list = new TaskList("conflicts-list", Texts.of("child.conflicts.title"), this::show);
        keep = Command.of("conflicts-keep", Texts.of("child.conflicts.keep"), "Ctrl+Enter", this::keep);
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
        return Texts.of("child.conflicts.hint");
    }

    @Override
    public List<Command> commands() {
        return List.of(
                keep,
                Command.of(
                        "conflicts-1", Texts.of("child.conflicts.keep-mine"), "Alt+1", () -> choose(Merging.Take.MINE)),
                Command.of(
                        "conflicts-2",
                        Texts.of("child.conflicts.keep-theirs"),
                        "Alt+2",
                        () -> choose(Merging.Take.THEIRS)),
                Command.of(
                        "conflicts-3", Texts.of("child.conflicts.keep-both"), "Alt+3", () -> choose(Merging.Take.BOTH)),
                Command.of("conflicts-next", Texts.of("child.conflicts.next"), "Alt+Page Down", list::next),
                Command.of("conflicts-previous", Texts.of("child.conflicts.previous"), "Alt+Page Up", list::previous));
    }

    @Override
    public void attached() {
        load();
    }

    @Override
    public void detached() {
        views.values().forEach(DecisionView::keepNow);
    }

    private void load() {
        desk.background().ask(Lane.STORE, this::read, now -> {
            read = now;
            views.keySet()
                    .retainAll(now.clashes().stream().map(Clashes.Clash::id).toList());
            draw();
        });
    }

    private Read read() {
        List<Clashes.Clash> clashes = desk.clashes().all();
        var children = new LinkedHashMap<UUID, ChildSummary>();
        var named = new LinkedHashMap<UUID, Named>();
        for (Clashes.Clash clash : clashes) {
            if (clash.stream().isCase()) {
                UUID id = clash.stream().id();
                desk.children().find(id).ifPresent(child -> children.put(id, child));
                named.computeIfAbsent(id, key -> Named.around(key, desk.children(), desk.staff()));
            }
        }
        return new Read(clashes, desk.drafts().all(), children, named);
    }

    private void draw() {
        if (read.clashes().isEmpty()) {
            frame.title().setText(Texts.of("child.conflicts.title"));
            frame.sub("");
            frame.foot();
            Boxes.show(list, false);
            frame.content().getChildren().clear();
            if (!kept.isEmpty()) {
                frame.content().getChildren().add(new NoticeBar("conflicts-kept", NoticeBar.Kind.PLAIN, kept));
            }
            frame.content().getChildren().add(new EmptyState(Texts.of("child.conflicts.none")));
            return;
        }
        Boxes.show(list, true);
        frame.parts(list);
        boolean there =
                read.clashes().stream().anyMatch(clash -> clash.id().toString().equals(here));
        show(there ? here : read.clashes().getFirst().id().toString());
    }

    private void show(String id) {
        here = id;
        list.show(
                read.clashes().stream()
                        .map(clash ->
                                new Part(clash.id().toString(), title(clash), Part.State.NOT_STARTED, authors(clash)))
                        .toList(),
                id);
        Optional<Clashes.Clash> shown = clash();
        if (shown.isEmpty()) {
            return;
        }
        Clashes.Clash clash = shown.get();
        String what = RecordWords.what(clash.type(), clash.fieldGroup());
        frame.title().setText(Texts.of("child.conflicts.title-of", what, name(clash)));
        frame.sub(Texts.of("child.two-versions"));
        DecisionView view = views.computeIfAbsent(clash.id(), key -> view(clash));
        var content = new ArrayList<Node>();
        if (!kept.isEmpty()) {
            content.add(new NoticeBar("conflicts-kept", NoticeBar.Kind.PLAIN, kept));
        }
        content.add(view);
        frame.content().getChildren().setAll(content);
        var later = Buttons.of("conflicts-later", Texts.of("child.conflicts.later"), this::later);
        frame.foot(
                Boxes.row(2, Buttons.main(keep), later),
                Boxes.space(),
                Boxes.text(Texts.of("child.conflicts.keys"), "text-hint"));
        frame.toTop();
    }

    private DecisionView view(Clashes.Clash clash) {
        Change mine = Decision.first(clash, desk.settling());
        Change theirs = Decision.second(clash, desk.settling());
        Drafts.Draft draft = Decision.draft(
                clash, read.drafts(), desk.ids().get(), desk.clock().instant());
        var writing = new KeptWriting(
                desk.drafts(),
                desk.background(),
                desk.timers(),
                desk.clock(),
                draft,
                Decision.stored(clash, read.drafts()).isPresent());
        Named named = clash.stream().isCase()
                ? read.named().getOrDefault(clash.stream().id(), Named.NOBODY)
                : Named.NOBODY;
        return new DecisionView(desk, new Decision(clash, mine, theirs, writing), named);
    }

    private Optional<Clashes.Clash> clash() {
        return read.clashes().stream()
                .filter(clash -> clash.id().toString().equals(here))
                .findFirst();
    }

    private @Nullable DecisionView shown() {
        return clash().map(clash -> views.get(clash.id())).orElse(null);
    }

    private void choose(Merging.Take side) {
        DecisionView view = shown();
        if (view != null) {
            view.choose(side);
        }
    }

    /// The next one that waits; with only one, away from here. What was chosen stays as a draft.
    private void later() {
        DecisionView view = shown();
        if (view != null) {
            view.keepNow();
        }
        if (read.clashes().size() > 1) {
            int at = read.clashes().indexOf(clash().orElse(read.clashes().getFirst()));
            show(read.clashes().get((at + 1) % read.clashes().size()).id().toString());
        } else {
            desk.doors().back();
        }
    }

    private void keep() {
        DecisionView view = shown();
        if (view == null || !view.isReady()) {
            return;
        }
        Decision decision = view.decision();
        Clashes.Clash clash = decision.clash();
        JsonNode value = decision.value();
        decision.kept().autosave().now();
        UUID draft = decision.kept().finishing();
        desk.background()
                .ask(
                        Lane.STORE,
                        () -> {
                            JsonNode checked = clash.type().equals(Facts.TYPE)
                                            && org.alongside.child.FactRules.shapes()
                                                    .containsKey(clash.fieldGroup())
                                    ? desk.factRules().checked(clash.fieldGroup(), value)
                                    : value;
                            desk.settling().keepValue(clash.id(), checked, decision.why());
                            if (draft != null) {
                                desk.drafts().discard(draft);
                            }
                            return Boolean.TRUE;
                        },
                        done -> {
                            decision.kept().finished();
                            views.remove(clash.id());
                            kept = Texts.of("child.conflicts.kept", title(clash));
                            load();
                            frame.title().requestFocus();
                        },
                        why -> {
                            if (why instanceof BadInput bad) {
                                view.wrong(bad.problems());
                            } else {
                                desk.background().fault(why);
                            }
                        });
    }

    private String title(Clashes.Clash clash) {
        return Texts.of("child.conflicts.line", name(clash), RecordWords.what(clash.type(), clash.fieldGroup()));
    }

    private String name(Clashes.Clash clash) {
        ChildSummary child =
                clash.stream().isCase() ? read.children().get(clash.stream().id()) : null;
        return child == null ? Texts.of("child.conflicts.somebody") : child.shortName();
    }

    private String authors(Clashes.Clash clash) {
        var names = new ArrayList<String>();
        for (Change version : clash.versions()) {
            String name = version.author().equals(desk.me().name())
                    ? Texts.of("child.conflicts.you")
                    : RecordWords.author(desk.staff(), version.author());
            if (!names.contains(name)) {
                names.add(name);
            }
        }
        return ChildPage.list(names);
    }

    static List<Problem> underValue(List<Problem> problems) {
        return problems.stream()
                .map(problem -> "why".equals(problem.field()) || problem.field() == null
                        ? problem
                        : new Problem(
                                problem.code(),
                                problem.field().startsWith("[")
                                        ? Decision.VALUE + problem.field()
                                        : Decision.VALUE + "." + problem.field(),
                                problem.message(),
                                null))
                .toList();
    }
}
