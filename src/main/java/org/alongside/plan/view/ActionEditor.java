package org.alongside.plan.view;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.alongside.kernel.Texts;
import org.alongside.plan.Action;
import org.alongside.plan.Action.Part;
import org.alongside.plan.Finding;
import org.alongside.plan.PlanDraft;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.CheckQuestion;
import org.alongside.ui.control.Choice;
import org.alongside.ui.control.ChoiceField;
import org.alongside.ui.control.LineQuestion;
import org.alongside.ui.control.LongQuestion;
import org.alongside.ui.control.SideBySide;

/// An action while it is written, in its place in the list: a question for each part of it, and under
/// each what the linter asks, at every key.
final class ActionEditor extends VBox {
    /// What the writing leads to.
    interface Writes {
        /// A part was written; answers what the linter asks now.
        List<Finding> wrote(UUID record, String field, String text);

        List<Finding> isFor(UUID record, Set<UUID> children);

        List<Finding> explained(UUID record, Set<String> codes, String why);

        void close();

        void remove(UUID record);

        void move(UUID record, int by);
    }

    private final UUID record;
    private final Writes writes;
    private final Map<Part, Questions> questions = new EnumMap<>(Part.class);
    private final LongQuestion text;
    private final LongQuestion explained;
    private List<Finding> findings;

    ActionEditor(int number, PlanDraft.Item item, PlanDraft draft, List<Finding> found, PlanDesk desk, Writes writes) {
        this.record = item.record();
        this.writes = writes;
        this.findings = found;
        String id = "plan-edit";
        setId(id);
        getStyleClass().addAll("plan-action", "open", "gap-4");
        setAccessibleText(Texts.of("plan.action.number", number));
        Action action = item.action();
        text = new LongQuestion(id + "-text", Texts.of("plan.edit.text"), desk.clock());
        getChildren()
                .addAll(
                        Boxes.heading(Texts.of("plan.action.number", number)),
                        part(Part.TEXT, bring(text, action.text(), "text")),
                        SideBySide.equal(
                                part(Part.WHO, line(id + "-who", "plan.edit.who", action.who(), "who")),
                                part(Part.BY, prompted(line(id + "-by", "plan.edit.by", action.by(), "by")))),
                        SideBySide.equal(
                                part(
                                        Part.PROVIDER,
                                        line(id + "-provider", "plan.edit.provider", action.provider(), "provider")),
                                part(
                                        Part.FREQUENCY,
                                        line(
                                                id + "-frequency",
                                                "plan.edit.frequency",
                                                action.frequency(),
                                                "frequency"))),
                        part(
                                Part.OUTCOME,
                                bring(
                                        new LongQuestion(id + "-outcome", Texts.of("plan.edit.outcome"), desk.clock()),
                                        action.outcome(),
                                        "outcome")),
                        part(
                                Part.IF_NOT,
                                bring(
                                        new LongQuestion(id + "-if_not", Texts.of("plan.edit.if-not"), desk.clock()),
                                        action.ifNot(),
                                        "if_not")));
        if (!draft.plan().said().worries().isEmpty()) {
            getChildren().add(worry(id, action, draft));
        }
        if (draft.standing().members().size() > 1) {
            getChildren().add(children(id, item, draft));
        }
        getChildren().add(part(Part.CARRIED_FORWARD, new VBox()));
        explained = bring(
                new LongQuestion(id + "-explained", Texts.of("plan.edit.explained"), desk.clock()),
                action.explained(),
                "");
        explained.hint(Texts.of("plan.edit.explained-hint"));
        getChildren().addAll(explained, buttons(id));
        show();
    }

    private FlowPane buttons(String id) {
        var buttons = new FlowPane(
                Buttons.of(id + "-done", Texts.of("plan.edit.done"), writes::close),
                Buttons.quiet(id + "-up", Texts.of("plan.edit.up"), () -> writes.move(record, -1)),
                Buttons.quiet(id + "-down", Texts.of("plan.edit.down"), () -> writes.move(record, 1)),
                Buttons.quiet(id + "-remove", Texts.of("plan.edit.remove"), () -> writes.remove(record)));
        buttons.getStyleClass().add("buttons");
        return buttons;
    }

    private VBox part(Part part, Node question) {
        var asked = new Questions("plan-edit-" + part.word() + "-asked");
        questions.put(part, asked);
        return Boxes.column(1, question, asked);
    }

    private LineQuestion line(String id, String words, String value, String field) {
        var question = new LineQuestion(id, Texts.of(words));
        question.text().setText(value);
        question.textProperty().subscribe((was, is) -> took(writes.wrote(record, field, question.typed())));
        return question;
    }

    private static LineQuestion prompted(LineQuestion question) {
        question.text().setPromptText(Texts.of("plan.edit.by-hint"));
        return question;
    }

    private LongQuestion bring(LongQuestion question, String value, String field) {
        question.text().bring(value, value.length());
        question.text()
                .textProperty()
                .subscribe((was, is) -> took(
                        field.isEmpty()
                                ? writes.explained(
                                        record, codes(), question.text().typed())
                                : writes.wrote(record, field, question.text().typed())));
        return question;
    }

    /// The questions that stand now: what the words explain.
    private Set<String> codes() {
        return findings.stream().map(Finding::code).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Node worry(String id, Action action, PlanDraft draft) {
        var worries = new ChoiceField<String>(
                id + "-worry",
                Texts.of("plan.edit.worry"),
                draft.plan().said().worries().stream()
                        .map(worry -> Choice.of(worry, worry))
                        .toList());
        worries.choose(action.worry().isEmpty() ? null : action.worry());
        worries.valueProperty().subscribe((was, is) -> took(writes.wrote(record, "worry", is == null ? "" : is)));
        return worries;
    }

    private Node children(String id, PlanDraft.Item item, PlanDraft draft) {
        var children = new CheckQuestion<UUID>(
                id + "-children",
                Texts.of("plan.edit.children"),
                draft.standing().members().stream()
                        .map(member ->
                                Choice.of(member.child().id(), member.child().shortName()))
                        .toList());
        children.choose(item.children());
        children.values().addListener((javafx.collections.SetChangeListener<UUID>)
                change -> took(writes.isFor(record, Set.copyOf(children.values()))));
        return children;
    }

    private void took(List<Finding> now) {
        findings = now;
        show();
    }

    private void show() {
        questions.forEach((part, asked) -> asked.show(
                findings.stream().filter(finding -> finding.part() == part).toList()));
        Boxes.show(explained, !findings.isEmpty());
    }

    void focusFirst() {
        text.focusAnswer();
    }

    UUID record() {
        return record;
    }
}
