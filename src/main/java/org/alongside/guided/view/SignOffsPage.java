package org.alongside.guided.view;

import java.util.List;
import javafx.scene.Node;
import org.alongside.child.ChildSummary;
import org.alongside.guided.Assessment;
import org.alongside.kernel.Clocks;
import org.alongside.ui.Page;
import org.alongside.ui.Words;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.EmptyState;
import org.alongside.ui.control.PageFrame;
import org.alongside.ui.control.Sheet;
import org.alongside.ui.task.Lane;

/// What waits for this account's sign-off, what came back to it, and what it has sent.
public final class SignOffsPage implements Page {
    public static final String SCREEN = "sign-offs";

    private final AssessmentDesk desk;
    private final PageFrame frame = PageFrame.list("sign-offs", AssessmentWords.text("sign-offs"));

    private record Read(
            List<Assessment> waiting, List<Assessment> back, List<Assessment> away, List<ChildSummary> children) {
        String names(Assessment one) {
            return AssessmentWords.names(children.stream()
                    .filter(child -> one.children().contains(child.id()))
                    .toList());
        }
    }

    public SignOffsPage(AssessmentDesk desk) {
        this.desk = desk;
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
        desk.background()
                .ask(
                        Lane.STORE,
                        () -> new Read(
                                desk.signingOff().waiting(),
                                desk.signingOff().backWithMe(),
                                desk.signingOff().away(),
                                desk.children().all()),
                        this::draw);
    }

    private void draw(Read read) {
        frame.content().getChildren().clear();
        section("waiting", read.waiting(), read);
        section("back", read.back(), read);
        section("away", read.away(), read);
    }

    private void section(String key, List<Assessment> assessments, Read read) {
        Node list;
        if (assessments.isEmpty()) {
            list = new EmptyState(AssessmentWords.text("sign-offs-none." + key));
        } else {
            var sheet = new Sheet();
            assessments.forEach(one -> sheet.line(line(key, one, read.names(one))));
            list = sheet;
        }
        frame.content()
                .getChildren()
                .add(Boxes.column(2, Boxes.section(AssessmentWords.text("sign-offs." + key)), list));
    }

    private Node line(String key, Assessment one, String names) {
        String title = AssessmentWords.text("sign-offs-line", names, Words.shortDay(one.begun()));
        var open = Buttons.of(
                "sign-offs-" + key + "-" + one.id(),
                AssessmentWords.text("open"),
                () -> desk.doors().read(one.id()));
        open.setAccessibleText(AssessmentWords.text("open-what", title));
        return Boxes.row(
                3,
                Boxes.growing(Boxes.column(
                        1,
                        Boxes.text(title, "strong"),
                        Boxes.text(
                                AssessmentWords.stands(one, desk.staff(), Clocks.today(desk.clock())), "text-hint"))),
                open);
    }
}
