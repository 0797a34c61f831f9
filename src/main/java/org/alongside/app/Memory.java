package org.alongside.app;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javafx.util.Subscription;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Json;
import org.alongside.kernel.Texts;
import org.alongside.record.Drafts;
import org.alongside.store.LaptopSettings;
import org.alongside.tool.Laptop;
import org.alongside.ui.Recent;
import org.alongside.ui.Router;
import org.alongside.ui.Shell;
import org.alongside.ui.Target;
import org.alongside.ui.Words;
import org.alongside.ui.control.NoticeBar;
import org.alongside.ui.task.Background;
import org.alongside.ui.task.Lane;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/// Remembers in the sealed store where the worker is and which children were looked at, as ids only, so
/// that a program that was ended hard leads straight back to the half sentence.
final class Memory {
    private static final String HERE = "here";
    private static final String RECENT = "recent";
    private static final String ENDED = "ended";
    private static final String DRAFT = "draft";
    private static final String CHILD = "child";
    private static final int RECENT_MOST = 6;

    private final Laptop laptop;
    private final Router router;
    private final Background background;
    private final Shell shell;
    private final List<UUID> recent = new ArrayList<>();
    private Subscription following = Subscription.EMPTY;

    Memory(Laptop laptop, Router router, Background background, Shell shell) {
        this.laptop = laptop;
        this.router = router;
        this.background = background;
        this.shell = shell;
    }

    /// What is known of last time.
    ///
    /// @param goal where to go; null for the first page
    /// @param hard whether the program was ended without locking
    /// @param drafts open drafts, the last touched first
    record Last(@Nullable Target goal, boolean hard, List<Drafts.Draft> drafts, List<Recent> recent) {
        /// Says what came back after a hard end.
        Optional<NoticeBar> notice(Clock clock) {
            if (!hard || drafts.isEmpty()) {
                return Optional.empty();
            }
            String moment = Words.moment(drafts.getFirst().savedAt(), Clocks.today(clock));
            return Optional.of(new NoticeBar(
                    "back-as-left", NoticeBar.Kind.PLAIN, Texts.of("app.back-as-left", moment, drafts.size())));
        }
    }

    /// On the store's lane.
    ///
    /// @param locked where this very window was when it was locked
    Last read(Optional<Target> locked) {
        LaptopSettings settings = laptop.store().settings();
        boolean hard = settings.find(ENDED).filter("no"::equals).isPresent();
        settings.keep(ENDED, "no");
        List<Drafts.Draft> drafts = laptop.drafts().all();
        Target goal = locked.orElseGet(
                () -> settings.find(HERE).flatMap(Memory::target).orElse(null));
        boolean lost = goal != null
                && goal.arguments().containsKey(DRAFT)
                && drafts.stream().noneMatch(draft -> draft.id().toString().equals(goal.get(DRAFT)));
        // A window that was closed in order begins with Today; a form that was open is gone back to.
        boolean wanted =
                goal != null && !lost && (locked.isPresent() || goal.arguments().containsKey(DRAFT));
        return new Last(
                wanted ? goal : null,
                hard,
                drafts,
                settings.find(RECENT).map(this::recents).orElse(List.of()));
    }

    void bring(Last last) {
        last.recent().forEach(child -> recent.add(UUID.fromString(child.target().get(CHILD))));
        shell.recent().setAll(last.recent());
    }

    void follow() {
        following = router.shownProperty().subscribe(shown -> {
            if (shown != null) {
                here(shown.target());
            }
        });
    }

    void stop() {
        following.unsubscribe();
    }

    /// The laptop was locked in order. On the store's lane.
    void ended() {
        laptop.store().settings().keep(ENDED, "yes");
    }

    private void here(Target target) {
        String line = Json.line(Json.MAPPER.valueToTree(target));
        String child = target.arguments().get(CHILD);
        if (child != null) {
            UUID id = UUID.fromString(child);
            recent.remove(id);
            recent.addFirst(id);
            while (recent.size() > RECENT_MOST) {
                recent.removeLast();
            }
        }
        String ids = String.join(" ", recent.stream().map(UUID::toString).toList());
        background.ask(
                Lane.STORE,
                () -> {
                    laptop.store().settings().keep(HERE, line);
                    if (child != null) {
                        laptop.store().settings().keep(RECENT, ids);
                    }
                    return recents(ids);
                },
                found -> {
                    if (child != null) {
                        shell.recent().setAll(found);
                    }
                });
    }

    /// Children that may still be seen, by their names now.
    private List<Recent> recents(String ids) {
        return java.util.Arrays.stream(ids.split(" "))
                .filter(id -> !id.isEmpty())
                .map(UUID::fromString)
                .map(id -> laptop.children().find(id).orElse(null))
                .filter(Objects::nonNull)
                .map(child -> new Recent(
                        child.name(), Target.of(CHILD, CHILD, child.id().toString())))
                .toList();
    }

    private static Optional<Target> target(String line) {
        try {
            ObjectNode node = (ObjectNode) Json.MAPPER.readTree(line);
            var arguments = new java.util.HashMap<String, String>();
            node.path("arguments")
                    .properties()
                    .forEach(entry ->
                            arguments.put(entry.getKey(), entry.getValue().asString("")));
            return Optional.of(new Target(node.path("screen").asString(""), Map.copyOf(arguments)));
        } catch (JacksonException | ClassCastException e) {
            return Optional.empty();
        }
    }
}
