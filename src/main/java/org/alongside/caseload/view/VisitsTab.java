package org.alongside.caseload.view;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.alongside.access.Staff;
import org.alongside.child.ChildSummary;
import org.alongside.child.view.ChildTab;
import org.alongside.child.view.RecordWords;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Texts;
import org.alongside.record.Amended;
import org.alongside.record.RecordState;
import org.alongside.ui.Words;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.EmptyState;
import org.alongside.ui.control.GroupedTable;
import org.alongside.ui.control.RecordList;
import org.alongside.ui.task.Background;
import org.alongside.ui.task.Lane;
import org.alongside.visit.VisitRecording;
import tools.jackson.databind.JsonNode;

/// The visits to one child, newest first; each opens the finished visit.
public final class VisitsTab implements ChildTab {
    private final VisitRecording visits;
    private final Staff staff;
    private final Background background;
    private final Clock clock;
    private final ChildSummary child;
    private final VBox content = Boxes.column(4);
    private final RecordList<RecordState> table;

    /// @param open opens a finished visit
    public VisitsTab(
            VisitRecording visits,
            Staff staff,
            Background background,
            Clock clock,
            Consumer<UUID> open,
            ChildSummary child) {
        this.visits = visits;
        this.staff = staff;
        this.background = background;
        this.clock = clock;
        this.child = child;
        table = new RecordList<RecordState>(
                        "visits-table", Texts.of("caseload.visits.table"), this::sentence, this::oneLine)
                .column("on", Texts.of("caseload.visits.on"), 24, this::when)
                .column("kind", Texts.of("caseload.visits.kind"), 22, VisitsTab::kind)
                .column("seen", Texts.of("caseload.visits.seen"), 13, VisitsTab::seen)
                .column("alone", Texts.of("caseload.visits.alone"), 27, VisitsTab::alone)
                .column("by", Texts.of("caseload.visits.by"), 22, this::who)
                .opens(state -> open.accept(state.record()));
    }

    @Override
    public Node node() {
        return content;
    }

    @Override
    public void attached() {
        background.ask(Lane.STORE, () -> visits.visitsOf(child.id()), this::draw);
    }

    private void draw(List<RecordState> found) {
        if (found.isEmpty()) {
            content.getChildren().setAll(new EmptyState(Texts.of("caseload.visits.none", child.shortName())));
            return;
        }
        table.show(found.stream()
                .<GroupedTable.Line<RecordState>>map(GroupedTable.Line.Row::new)
                .toList());
        content.getChildren().setAll(table);
    }

    private String when(RecordState state) {
        var at = VisitRecording.startedAt(state);
        String when = Words.shortDay(Clocks.day(at)) + " " + Words.time(at);
        return state.withdrawal().isPresent() ? Texts.of("caseload.visits.in-error", when) : when;
    }

    private String oneLine(RecordState state) {
        return when(state) + " · " + kind(state);
    }

    private static String kind(RecordState state) {
        return words("kind", trip(state).path("kind"));
    }

    private static String seen(RecordState state) {
        return words("seen", row(state).path("seen"));
    }

    private static String alone(RecordState state) {
        return words("alone", row(state).path("alone"));
    }

    private String who(RecordState state) {
        return RecordWords.author(staff, state.first().author());
    }

    private String sentence(RecordState state) {
        String where = RecordWords.where(state.first());
        return Texts.of(
                "caseload.visits.sentence",
                when(state),
                kind(state),
                seen(state),
                alone(state).isEmpty() ? Texts.of("caseload.visits.alone-not-asked") : alone(state),
                where,
                Words.moment(state.first().at(), Clocks.today(clock)));
    }

    private static JsonNode trip(RecordState state) {
        return Amended.value(state, "record").path("visit");
    }

    private static JsonNode row(RecordState state) {
        return Amended.value(state, "record").path("child");
    }

    private static String words(String field, JsonNode answer) {
        String word = answer.isObject() ? answer.path("value").asString("") : answer.asString("");
        return word.isEmpty() ? "" : org.alongside.visit.Words.value(field, word);
    }
}
