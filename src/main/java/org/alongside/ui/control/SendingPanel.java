package org.alongside.ui.control;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.alongside.kernel.Texts;
import org.alongside.ui.Sending;
import org.alongside.ui.SendingWords;

/// "Sending and receiving": how things stand with the council's service, what waits on this laptop,
/// and what can be done about it. Today only; the status line says the same in short everywhere.
public final class SendingPanel extends VBox {
    private final IconLine link = new IconLine("mdoal-cloud_done", "");
    private final IconLine waiting = new IconLine("mdoal-laptop", "");
    private final IconLine parked = new IconLine("mdoal-cloud_queue", "");
    private final IconLine decide = new IconLine("mdoal-call_split", "");

    /// @param id namespaced and stable
    /// @param sending what is shown
    /// @param showThem to the list of what waits
    /// @param tryAgain reaches for the service now
    public SendingPanel(String id, ObservableValue<Sending> sending, Runnable showThem, Runnable tryAgain) {
        setId(id);
        getStyleClass().add("gap-2");
        Node show = Buttons.of(id + "-show", Texts.of("ui.show-them"), showThem);
        Node again = Buttons.of(id + "-again", Texts.of("ui.try-again"), tryAgain);
        var buttons = new FlowPane(show, again);
        buttons.getStyleClass().add("buttons");
        getChildren().addAll(Boxes.heading(Texts.of("ui.sending-title")), link, waiting, parked, decide, buttons);
        sending.subscribe(now -> {
            draw(now);
            Boxes.show(show, now.toSend() + now.parked() > 0);
            Boxes.show(again, !(now.link() instanceof Sending.Link.Passing));
        });
    }

    private void draw(Sending now) {
        link.say(SendingWords.icon(now.link()), SendingWords.link(now.link()));
        waiting.say("mdoal-laptop", SendingWords.waiting(now.toSend()));
        Boxes.show(waiting, now.toSend() > 0);
        parked.say("mdoal-cloud_queue", Texts.of("ui.parked-long", now.parked()));
        Boxes.show(parked, now.parked() > 0);
        decide.say("mdoal-call_split", Texts.of("ui.to-decide-long", now.toDecide()));
        Boxes.show(decide, now.toDecide() > 0);
    }
}
