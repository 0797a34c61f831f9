package org.alongside.app;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.alongside.caseload.Today;
import org.alongside.kernel.Texts;
import org.alongside.sync.NetworkSwitch;
import org.alongside.tool.Laptop;
import org.alongside.tool.Window.Demonstrated;
import org.alongside.ui.Page;
import org.alongside.ui.Router;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.IconLine;
import org.alongside.ui.control.PageFrame;
import org.alongside.ui.control.Sheet;
import org.alongside.ui.task.Background;
import org.alongside.ui.task.Lane;

/// First screen of the demonstration: who you are, what can be tried, how to unplug the network, who
/// else there is. On a laptop in use there is no such page.
final class TryPage implements Page {
    private static final int STEPS = 10;

    private final Demonstrated demonstrated;
    private final Laptop laptop;
    private final NetworkSwitch network;
    private final Background background;
    private final PageFrame frame = PageFrame.list("try", Texts.of("app.try-title"));
    private final Sheet steps = new Sheet();
    private final Button plug = Buttons.of("try-plug", "", this::turn);
    private final IconLine plugged = new IconLine("mdomz-wifi", "");
    private Runnable unlisten = () -> {};

    TryPage(Demonstrated demonstrated, Laptop laptop, NetworkSwitch network, Background background, Router router) {
        this.demonstrated = demonstrated;
        this.laptop = laptop;
        this.network = network;
        this.background = background;
        frame.sub(Texts.of("app.try-sub", laptop.store().enrolled().council()));
        Button begin = Buttons.of("try-begin", Texts.of("app.try-begin"), () -> router.go(Places.TODAY));
        begin.getStyleClass().add("accent");
        frame.content()
                .getChildren()
                .addAll(
                        Boxes.text(
                                Texts.of(
                                        "app.try-who-" + demonstrated.who(),
                                        laptop.me().display()),
                                "reading"),
                        Boxes.column(2, Boxes.section(Texts.of("app.try-steps")), steps),
                        Boxes.row(2, begin));
        showSteps(Optional.empty());
        notYet();
        frame.panel(switchBlock(), people());
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
    public void attached() {
        unlisten = network.listen(now -> background.later(this::showPlug));
        showPlug();
        background.ask(
                Lane.STORE,
                () -> Today.households(laptop.caseload().rows()).stream().findFirst(),
                this::showSteps);
    }

    @Override
    public void detached() {
        unlisten.run();
    }

    private void showSteps(Optional<Today.Household> first) {
        steps.clear();
        String names = first.map(household -> household.children().stream()
                        .map(row -> row.child().shortName())
                        .collect(Collectors.joining(", ")))
                .orElse(Texts.of("app.try-a-child"));
        for (int step = 1; step <= STEPS; step++) {
            steps.line(Boxes.row(
                    3,
                    Boxes.word(Integer.toString(step), "text-number"),
                    Boxes.growing(Boxes.text(Texts.of("app.try-step-" + step, names)))));
        }
    }

    private VBox switchBlock() {
        return Boxes.column(2, Boxes.heading(Texts.of("app.try-network")), plugged, Boxes.row(0, plug));
    }

    private void showPlug() {
        boolean on = network.isPlugged();
        plug.setText(Texts.of(on ? "app.offline-switch" : "app.online-switch"));
        plugged.say(on ? "mdomz-wifi" : "mdomz-wifi_off", Texts.of(on ? "app.try-plugged" : "app.try-unplugged"));
    }

    private void turn() {
        network.set(!network.isPlugged());
    }

    private Node people() {
        var list = Boxes.column(3, Boxes.heading(Texts.of("app.try-people")));
        person(list, "worker");
        person(list, "supervisor");
        return list;
    }

    private void person(VBox list, String who) {
        String passphrase = who.equals(demonstrated.who())
                ? demonstrated.passphrase()
                : Texts.find("tool.demo-passphrase-" + who).orElse("");
        var lines = Boxes.column(0, Boxes.text(Texts.of("app.try-laptop-" + who), "strong"));
        lines.getChildren()
                .add(Boxes.text(
                        who.equals(demonstrated.who()) ? Texts.of("app.try-this-one") : Texts.of("app.try-other", who),
                        "text-hint"));
        if (!passphrase.isEmpty()) {
            lines.getChildren().add(Boxes.text(Texts.of("app.try-passphrase", passphrase), "text-hint"));
        }
        list.getChildren().add(lines);
    }

    private void notYet() {
        List<String> parts = demonstrated.notYetCarried();
        if (!parts.isEmpty()) {
            frame.content()
                    .getChildren()
                    .add(Boxes.column(
                            1,
                            Boxes.heading(Texts.of("app.try-not-yet")),
                            Boxes.text(String.join(" · ", parts), "text-hint")));
        }
    }
}
