package org.alongside.guided.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.Node;
import org.alongside.child.ChildSummary;
import org.alongside.child.view.DefinitionForm;
import org.alongside.child.view.FactWords;
import org.alongside.child.view.Named;
import org.alongside.child.view.RecordWords;
import org.alongside.guided.TypedEvents;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Texts;
import org.alongside.record.Change;
import org.alongside.record.Operation;
import org.alongside.record.RecordState;
import org.alongside.record.RecordType;
import org.alongside.record.StreamId;
import org.alongside.rules.FieldDefinition;
import org.alongside.ui.Command;
import org.alongside.ui.Page;
import org.alongside.ui.Target;
import org.alongside.ui.Words;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.EmptyState;
import org.alongside.ui.control.NoticeBar;
import org.alongside.ui.control.PageFrame;
import org.alongside.ui.control.SummaryList;
import org.alongside.ui.task.Lane;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One record in words: what it says, who wrote it and when, what was added to it, and what can still be
/// filled in.
public final class RecordPage implements Page {
    public static final String SCREEN = "record";

    private final GuidedDesk desk;
    private final UUID child;
    private final UUID record;
    private final PageFrame frame = PageFrame.list("record", Texts.of("guided.record.title"));
    private final Command fill;
    private final Command amend;
    private Optional<RecordState> shown = Optional.empty();

    /// @param target has the child's id as `child` and the record's as `record`
    public RecordPage(GuidedDesk desk, Target target) {
        this.desk = desk;
        this.child = UUID.fromString(target.get("child"));
        this.record = UUID.fromString(target.get("record"));
        fill = Command.of("record-fill", Texts.of("guided.record.fill"), "Ctrl+E", this::fillIn);
        amend = Command.of(
                "record-amend",
                Texts.of("guided.record.amend"),
                "Ctrl+Shift+E",
                () -> shown.filter(state -> state.withdrawal().isEmpty())
                        .ifPresent(state -> desk.doors().amend(child, record)));
    }

    private record Read(Optional<RecordState> state, Named named, String name) {}

    @Override
    public Node node() {
        return frame;
    }

    @Override
    public Node first() {
        return frame.title();
    }

    @Override
    public List<Command> commands() {
        return List.of(fill, amend);
    }

    @Override
    public void attached() {
        desk.background()
                .ask(
                        Lane.STORE,
                        () -> new Read(
                                desk.log().find(StreamId.ofCase(child), record),
                                Named.around(child, desk.children(), desk.staff(), desk.log()),
                                desk.children()
                                        .find(child)
                                        .map(ChildSummary::name)
                                        .orElse("")),
                        this::draw);
    }

    private void draw(Read read) {
        shown = read.state();
        if (shown.isEmpty()) {
            frame.content().getChildren().setAll(new EmptyState(Texts.of("guided.record.gone")));
            return;
        }
        RecordState state = shown.get();
        RecordType type = desk.types().get(state.type());
        frame.title().setText(type.title());
        frame.sub(Texts.of(
                "guided.record.sub",
                read.name(),
                RecordWords.author(desk.staff(), state.first().author()),
                Words.moment(state.first().at(), Clocks.today(desk.clock()))));
        var content = new ArrayList<Node>();
        state.withdrawal()
                .ifPresent(withdrawal -> content.add(new NoticeBar(
                        "record-withdrawn",
                        NoticeBar.Kind.WARNING,
                        Texts.of(
                                "guided.record.withdrawn",
                                RecordWords.author(desk.staff(), withdrawal.author()),
                                withdrawal.why() == null ? "" : withdrawal.why()))));
        if (state.withdrawal().isEmpty() && RecordStanding.isPlanned(state, type)) {
            content.add(new NoticeBar("record-planned", NoticeBar.Kind.PLAIN, Texts.of("guided.record.planned")));
        }
        content.add(answers(state, type, read.named()));
        additions(state, type, read.named(), content);
        if (state.withdrawal().isEmpty()) {
            var buttons = Boxes.row(2);
            if (canFill(type)) {
                buttons.getChildren().add(Buttons.of(fill));
            }
            buttons.getChildren().add(Buttons.of(amend));
            content.add(buttons);
        }
        frame.content().getChildren().setAll(content);
    }

    private boolean canFill(RecordType type) {
        return !type.isWhole()
                && desk.mayRecord(type)
                && TypedEvents.offered(desk.types()).contains(type);
    }

    private void fillIn() {
        shown.filter(state -> state.withdrawal().isEmpty())
                .filter(state -> canFill(desk.types().get(state.type())))
                .ifPresent(state -> desk.doors().fillIn(child, record, state.type()));
    }

    private static Node answers(RecordState state, RecordType type, Named named) {
        var list = new SummaryList("record-answers");
        ObjectNode answers = TypedEvents.answers(state);
        boolean withheld = answers.path("withheld").booleanValue(false);
        for (FieldDefinition field :
                type.fields().stream().map(FieldDefinition::of).toList()) {
            String words = FactWords.field(field, answers.path(field.id()), named);
            if (!words.isEmpty()) {
                boolean kept =
                        withheld && (field.id().equals("address") || field.id().equals("postcode"));
                list.row(DefinitionForm.name(type.id(), field), kept ? Texts.of("guided.record.withheld") : words);
            }
        }
        return list;
    }

    private void additions(RecordState state, RecordType type, Named named, List<Node> content) {
        var added = new SummaryList("record-additions");
        boolean some = false;
        for (Change addition : state.additions()) {
            if (addition.operation().type().equals(Operation.AMENDMENT)) {
                some = true;
                added.row(
                        Texts.of(
                                "guided.record.added",
                                RecordWords.author(desk.staff(), addition.author()),
                                Words.moment(addition.at(), Clocks.today(desk.clock()))),
                        words(addition, type, named));
            }
        }
        if (some) {
            content.add(Boxes.heading(Texts.of("guided.record.additions")));
            content.add(added);
        }
    }

    private static String words(Change addition, RecordType type, Named named) {
        var lines = new ArrayList<String>();
        addition.value().properties().forEach(entry -> lines.add(line(type, named, entry.getKey(), entry.getValue())));
        lines.removeIf(String::isBlank);
        if (addition.why() != null) {
            lines.add(Texts.of("guided.record.because", addition.why()));
        }
        return String.join("\n", lines);
    }

    private static String line(RecordType type, Named named, String field, JsonNode value) {
        return type.field(field)
                .map(FieldDefinition::of)
                .map(found -> {
                    String words = FactWords.field(found, value, named);
                    return DefinitionForm.name(type.id(), found) + ": "
                            + (words.isEmpty() ? Texts.of("guided.record.taken-out") : words);
                })
                .orElseGet(() -> value.asString(""));
    }
}
