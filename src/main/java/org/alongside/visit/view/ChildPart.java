package org.alongside.visit.view;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.alongside.kernel.Json;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Choice;
import org.alongside.ui.control.ChoiceField;
import org.alongside.ui.control.DateField;
import org.alongside.ui.control.IconLine;
import org.alongside.ui.control.KnowBox;
import org.alongside.ui.control.LineQuestion;
import org.alongside.ui.control.Link;
import org.alongside.ui.control.RadioQuestion;
import org.alongside.ui.control.SideBySide;
import org.alongside.ui.control.TimeField;
import org.alongside.visit.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One child, one page: seen, alone, what the child said and what I saw. What is asked follows the
/// rules of practice 1.4, told by [Standing].
final class ChildPart extends Asking {
    private static final String OPENED = "opened";

    private final VisitChild child;

    ChildPart(RecordVisit visit, VisitChild child) {
        super(visit);
        this.child = child;
        head();
        seen();
        alone();
        reasons();
        told();
        known();
        add(radio(
                        child.path("bedroom_seen"),
                        Words.question("bedroom_seen", child.shortName()),
                        rowChoices("bedroom_seen"))
                .large());
        add(checks(
                        child.path("communication_method"),
                        Words.question("communication_method", child.shortName()),
                        rowChoices("communication_method"))
                .large());
        var life = lines(child.path("does_and_feels"), Words.question("does_and_feels", child.shortName()));
        life.hint(text("does-and-feels-hint"));
        add(ties().when(life, this::isSeen));
    }

    private String answer(String field) {
        return writing().text(child.path(field));
    }

    private boolean isSeen() {
        return !answer("seen").isEmpty() && !answer("seen").equals("not_seen");
    }

    private void head() {
        int count = visit().scene().children().size();
        HBox line = Boxes.lineOfText(3, Boxes.section(child.name() + ", " + child.age()));
        if (count > 1) {
            line.getChildren().add(Boxes.text(text("child-of", child.place() + 1, count), "text-quiet"));
        }
        add(line);
    }

    private void seen() {
        String question = Words.question("seen", child.shortName());
        RadioQuestion<String> seen =
                radio(child.path("seen"), question, rowChoices("seen")).large();
        String path = child.path("not_seen_who_will_see_when");
        ChoiceField<String> who = choice(path + ".person", child.say("who-will-see"), whoCanSee());
        var day =
                new DateField(id(path + ".at"), text("when-day"), visit().desk().clock());
        day.within(HalfTyped.bounds(visit(), path));
        TimeField time = time(path + ".at", text("when-time"));
        ties().moment(day, time, path + ".at");
        LineQuestion where = line(child.path("not_seen_where"), Words.question("not_seen_where", child.shortName()));
        seen.under(Boxes.column(3, SideBySide.equal(where, who), SideBySide.of(day, time)), "not_seen");
        add(seen);
    }

    /// Colleagues first, then the people in the child's life.
    private List<Choice<String>> whoCanSee() {
        var choices = new ArrayList<Choice<String>>();
        choices.add(Choice.of(visit().desk().me().name(), text("me")));
        visit().scene().colleagues().stream()
                .filter(account -> !account.name().equals(visit().desk().me().name()))
                .forEach(account -> choices.add(Choice.of(account.name(), account.display())));
        visit().scene()
                .people()
                .forEach(person -> choices.add(Choice.of(person.person().toString(), VisitScene.described(person))));
        return choices;
    }

    private void alone() {
        String path = child.path("alone");
        List<Choice<String>> values = rowChoices("alone").stream()
                .filter(choice -> !choice.value().equals("not_applicable"))
                .toList();
        RadioQuestion<String> alone = radio(path, Words.question("alone", child.shortName()), values)
                .large()
                .hint(text("alone-hint"));
        LineQuestion minutes = ties().number(
                        new LineQuestion(id(child.path("alone_minutes")), text("minutes")),
                        child.path("alone_minutes"));
        // The list beside it asks for its width in large text a while longer, and would squeeze it.
        minutes.setMinWidth(Region.USE_PREF_SIZE);
        alone.under(
                SideBySide.of(
                        minutes,
                        choice(
                                child.path("alone_where"),
                                Words.question("alone_where", child.shortName()),
                                rowChoices("alone_where"))),
                "alone_private",
                "alone_with_support",
                "alone_partial");
        alone.under(support(), "alone_with_support");
        ties().when(alone, () -> isSeen() && (!isYoung() || isOpened()));
        var note = new IconLine("mdoal-info", child.say("young"));
        Link open = new Link(id(path) + "-open", text("time-alone"), () -> {
            writing().place().withObjectProperty(OPENED).put(child.id().toString(), true);
            visit().moved();
            ties().refresh();
            alone.focusAnswer();
        });
        add(ties().when(Boxes.row(3, note, open), () -> isSeen() && isYoung() && !isOpened()), alone);
    }

    private boolean isYoung() {
        return visit().standingProperty().get().isBelowScope(child.place());
    }

    private boolean isOpened() {
        boolean answered = !answer("alone").isEmpty() && !answer("alone").equals("not_applicable");
        return answered || writing().place().path(OPENED).has(child.id().toString());
    }

    private VBox support() {
        String path = child.path("support_person");
        var who = new LineQuestion(id(path), Words.question("support_person", child.shortName()));
        who.named(path);
        JsonNode there = writing().get(path + ".person");
        who.text()
                .setText(
                        there.isObject()
                                ? there.path("name").stringValue("")
                                : visit().scene()
                                        .person(there.asString(""))
                                        .map(VisitScene::described)
                                        .orElse(""));
        LineQuestion role = line(path + ".role", text("support-role"));
        Runnable put = () -> {
            ObjectNode person = Json.object();
            if (!who.typed().isBlank()) {
                person.put("name", who.typed().strip());
                person.put("relation", role.typed().isBlank() ? text("support-relation") : role.typed());
            }
            writing().put(path + ".person", person);
        };
        who.textProperty().subscribe((was, is) -> put.run());
        role.textProperty().subscribe((was, is) -> {
            // Somebody the record knows stays the one they are, whatever their part is called.
            if (!writing().get(path + ".person").isString()) {
                put.run();
            }
        });
        ties().add(who);
        RadioQuestion<Boolean> independent =
                yesNo(child.path("support_independent"), Words.question("support_independent", child.shortName()));
        independent.hint(text("independent-hint"));
        return Boxes.column(4, SideBySide.equal(who, role), independent);
    }

    /// A child in scope who is not counted alone needs a reason, a line, and the plan and date.
    private void reasons() {
        ChoiceField<String> why = choice(
                child.path("reason_not_alone"),
                Words.question("reason_not_alone", child.shortName()),
                rowChoices("reason_not_alone"));
        LineQuestion what = line(child.path("reason_detail"), Words.question("reason_detail", child.shortName()));
        LineQuestion plan =
                line(child.path("next_visit.alone_plan"), Words.question("next_visit.alone_plan", child.shortName()));
        DateField by = date(child.path("next_visit.date"), text("by-when"));
        VBox under = hanging(SideBySide.of(why, what), SideBySide.of(plan, by));
        why.getStyleClass().add("visit-first");
        plan.getStyleClass().add("visit-first");
        add(ties().when(
                        under,
                        () -> !answer("seen").isEmpty()
                                && (!isSeen() || !answer("alone").isEmpty())
                                && visit().standingProperty().get().needs(child.place(), "reason_not_alone")));
    }

    private void told() {
        add(ties().when(
                        yesNo(
                                child.path("told_about_sharing"),
                                Words.question("told_about_sharing", child.shortName())),
                        () -> visit().standingProperty().get().needs(child.place(), "told_about_sharing")));
    }

    private void known() {
        KnowBox words = know(
                child.path("child_words"),
                KnowBox.Kind.WORDS,
                Words.question("child_words", child.shortName()),
                child.say("words-hint"));
        KnowBox saw = know(
                child.path("observed"),
                KnowBox.Kind.SAW,
                Words.question("observed", child.shortName()),
                child.say("saw-hint"));
        add(ties().when(SideBySide.equal(words, saw), this::isSeen));
    }
}
