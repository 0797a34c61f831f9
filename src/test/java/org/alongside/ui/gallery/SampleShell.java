package org.alongside.ui.gallery;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.alongside.ui.Command;
import org.alongside.ui.Commands;
import org.alongside.ui.Place;
import org.alongside.ui.Recent;
import org.alongside.ui.Router;
import org.alongside.ui.Screen;
import org.alongside.ui.SearchResult;
import org.alongside.ui.Sending;
import org.alongside.ui.Shell;
import org.alongside.ui.SignedIn;
import org.alongside.ui.Target;
import org.alongside.ui.task.Background;
import org.alongside.ui.theme.Look;

/// The whole frame with invented content, for pictures and tests of the frame.
public final class SampleShell {
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-18T12:06:00Z"), ZoneOffset.UTC);

    private final Commands commands = new Commands();
    private final Router router = new Router(commands);
    private final Shell shell;
    public int locked;

    public SampleShell(Look look, Background background) {
        shell = new Shell(commands, router, background, look);
        shell.addHeaderCommand(Command.of("visit-mode", "Visit mode", "F9", () -> {}), "mdomz-visibility_off");
        shell.addHeaderCommand(Command.of("lock", "Lock", "Ctrl+L", () -> locked++), "mdoal-lock");
        shell.addHeaderCommand(Command.of("help", "Help", "F1", () -> {}), "mdoal-help_outline");
        router.register(Screen.of("today", "Today", t -> new SampleToday(shell)));
        router.register(Screen.of("caseload", "My caseload", t -> new SampleCaseload()));
        router.register(Screen.of("visits", "Visits", t -> new SampleVisit(t)));
        router.register(new Screen("check", "Check and finish", "visits", t -> new SampleCheck()));
        router.register(new Screen("child", "Child", "caseload", t -> new SampleChild()));
        router.register(Screen.of("controls", "All controls", t -> new SampleControls()));
        shell.addPlace(new Place(1, "today", "Today", "mdomz-today"));
        shell.addPlace(new Place(2, "caseload", "My caseload", "mdomz-people_outline"));
        shell.addPlace(new Place(3, "visits", "Visits", "mdoal-directions_walk"));
        Place conflicts = new Place(6, "controls", "Conflicts", "mdoal-call_split");
        conflicts.toDoProperty().set("1 to decide");
        shell.addPlace(conflicts);
        shell.addPlace(new Place(7, "child", "Activity", "mdoal-history"));
        for (String name : List.of("Ellis Brennock", "Romy Brennock", "Fern Teague-Brennock", "Zofia Nowak-Hadley")) {
            shell.recent().add(new Recent(name, Target.of("child", "child", name)));
        }
        shell.signedInProperty().set(new SignedIn("Joanna Pritchard", "Social worker", "Marlbrook Council"));
        shell.status().savedProperty().set("All drafts saved on this laptop 09:41");
        shell.status()
                .sendingProperty()
                .set(new Sending(new Sending.Link.Offline(Instant.parse("2026-11-18T09:12:00Z")), 3, 0, 1));
        shell.addSearch(text -> List.of("Ellis Brennock", "Romy Brennock").stream()
                .filter(n -> n.toLowerCase(java.util.Locale.ROOT).contains(text.toLowerCase(java.util.Locale.ROOT)))
                .map(n -> new SearchResult(
                        n, "9, 22 Tanner’s Row, protection plan", "child", "", () -> router.go(Target.of("child"))))
                .toList());
    }

    public Shell shell() {
        return shell;
    }

    public Router router() {
        return router;
    }
}
