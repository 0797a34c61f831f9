package org.alongside.child.view;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.alongside.child.ChildSummary;
import org.alongside.child.PersonInLife;
import org.alongside.kernel.Texts;
import org.alongside.ui.Words;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.Link;

/// Who matters in a child's life, those the child lives with first.
final class PeoplePanel {
    private final ChildDesk desk;
    private final ChildSummary child;

    PeoplePanel(ChildDesk desk, ChildSummary child) {
        this.desk = desk;
        this.child = child;
    }

    void draw(VBox panel, List<PersonInLife> people) {
        panel.getChildren().setAll(Boxes.heading(Texts.of("child.people")));
        for (PersonInLife person : people) {
            panel.getChildren().add(person(person));
        }
        if (people.isEmpty()) {
            panel.getChildren().add(Boxes.text(Texts.of("child.people-none"), "text-quiet"));
        }
        var add = Buttons.of(
                "child-add-person",
                Texts.of("child.add-person"),
                () -> desk.doors().addPerson(child.id()));
        add.setAccessibleHelp("Ctrl+Shift+P");
        panel.getChildren().add(add);
    }

    private Node person(PersonInLife person) {
        var facts = new ArrayList<String>();
        facts.add(person.relation());
        if (person.livesWithChild()) {
            facts.add(Texts.of(person.inHousehold().equals("sometimes") ? "child.person-stays" : "child.person-here"));
        }
        if (person.parentalResponsibility().equals("yes") && !person.hasCase()) {
            facts.add(Texts.of("child.person-pr"));
        }
        Node name = person.hasCase()
                ? new Link(
                        "child-person-" + person.person(),
                        person.name(),
                        () -> desk.doors().openChild(person.person()))
                : Boxes.text(person.name(), "strong");
        var box = Boxes.column(0, name, Boxes.text(String.join(", ", facts)));
        String spoken = person.hasCase()
                ? ""
                : person.lastSpokenTo() == null
                        ? Texts.of("child.person-not-spoken")
                        : Texts.of("child.person-spoken", Words.shortDay(person.lastSpokenTo()));
        String contact = person.phones().isBlank()
                ? spoken
                : spoken.isEmpty() ? person.phones() : person.phones() + " · " + spoken;
        if (!contact.isEmpty()) {
            box.getChildren().add(Boxes.text(contact, "text-hint"));
        }
        return box;
    }
}
