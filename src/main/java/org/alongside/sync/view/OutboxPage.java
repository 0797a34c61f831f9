package org.alongside.sync.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.util.Subscription;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Texts;
import org.alongside.record.StreamId;
import org.alongside.sync.Outbox;
import org.alongside.ui.Command;
import org.alongside.ui.Page;
import org.alongside.ui.Sending;
import org.alongside.ui.SendingWords;
import org.alongside.ui.Words;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.EmptyState;
import org.alongside.ui.control.GroupedTable;
import org.alongside.ui.control.IconLine;
import org.alongside.ui.control.PageFrame;
import org.alongside.ui.control.RecordList;
import org.alongside.ui.task.Lane;

/// Own work and where it is: parked with the reason first, then what waits on this laptop, then what
/// the council took lately. Behind "Show them".
public final class OutboxPage implements Page {
    public static final String SCREEN = "outbox";
    /// In the order in which they need somebody.
    private static final List<Outbox.State> ORDER = List.of(
            Outbox.State.PARKED, Outbox.State.SENDING, Outbox.State.ON_THIS_LAPTOP, Outbox.State.WITH_THE_COUNCIL);

    private final OutboxDesk desk;
    private final PageFrame frame = PageFrame.list("outbox", Texts.of("sync.outbox.title"));
    private final IconLine link = new IconLine("mdoal-cloud_done", "");
    private final RecordList<Row> table;
    private final Command send;
    private Subscription watching = Subscription.EMPTY;
    private List<Runnable> ends = List.of();

    private record Row(Outbox.Item item, String whom, String what) {}

    public OutboxPage(OutboxDesk desk) {
        this.desk = desk;
        send = Command.of("outbox-send", Texts.of("ui.try-again"), "Ctrl+Enter", desk.doors()::syncNow);
        table = new RecordList<Row>("outbox-table", Texts.of("sync.outbox.table"), this::sentence, this::oneLine)
                .column("since", Texts.of("sync.outbox.since"), 18, row -> when(row.item()))
                .column("what", Texts.of("sync.outbox.what"), 26, Row::what)
                .column("whom", Texts.of("sync.outbox.whom"), 22, Row::whom)
                .column("where", Texts.of("sync.outbox.where"), 36, row -> where(row.item()))
                .opens(row ->
                        desk.doors().openRecord(row.item().stream(), row.item().record()));
        frame.end(Buttons.of(send));
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
    public List<Command> commands() {
        return List.of(send);
    }

    @Override
    public void attached() {
        watching = desk.sending().subscribe(this::changed);
        ends = desk.doors().onChange(this::load);
    }

    @Override
    public void detached() {
        watching.unsubscribe();
        ends.forEach(Runnable::run);
        ends = List.of();
    }

    private void changed(Sending now) {
        link.say(SendingWords.icon(now.link()), SendingWords.link(now.link()));
        load();
    }

    private void load() {
        desk.background().ask(Lane.STORE, this::read, this::draw);
    }

    private List<Row> read() {
        var names = new LinkedHashMap<StreamId, String>();
        return desk.outbox().items().stream()
                .map(item -> new Row(
                        item,
                        names.computeIfAbsent(item.stream(), desk.called()::whom),
                        desk.called().what(item)))
                .toList();
    }

    private void draw(List<Row> rows) {
        frame.content().getChildren().setAll(link);
        Map<Outbox.State, List<Row>> grouped = new LinkedHashMap<>();
        ORDER.forEach(state -> grouped.put(
                state, rows.stream().filter(row -> row.item().state() == state).toList()));
        int waiting =
                grouped.getOrDefault(Outbox.State.ON_THIS_LAPTOP, List.of()).size()
                        + grouped.getOrDefault(Outbox.State.SENDING, List.of()).size();
        frame.sub(SendingWords.waiting(waiting));
        if (rows.isEmpty()) {
            frame.content().getChildren().add(new EmptyState(Texts.of("sync.outbox.none")));
            return;
        }
        var lines = new ArrayList<GroupedTable.Line<Row>>();
        grouped.forEach((state, found) -> {
            if (!found.isEmpty()) {
                lines.add(new GroupedTable.Line.Group<>(group(state, found.size()), groupMeaning(state)));
                found.forEach(row -> lines.add(new GroupedTable.Line.Row<>(row)));
            }
        });
        table.show(lines);
        frame.content().getChildren().add(Boxes.growing(table));
    }

    private String oneLine(Row row) {
        return row.whom().isEmpty() ? row.what() : row.what() + " · " + row.whom();
    }

    private static String group(Outbox.State state, int count) {
        return Texts.of("sync.outbox.group." + state.word(), count);
    }

    private static String groupMeaning(Outbox.State state) {
        return Texts.of("sync.outbox.meaning." + state.word());
    }

    private String when(Outbox.Item item) {
        return Words.moment(item.since(), today());
    }

    /// The one vocabulary for sync, the same as on the record.
    private String where(Outbox.Item item) {
        return switch (item.state()) {
            case ON_THIS_LAPTOP -> Texts.of("sync.where.here");
            case SENDING -> Texts.of("sync.where.sending");
            case WITH_THE_COUNCIL -> Texts.of("sync.where.council", when(item));
            case PARKED -> Texts.of("sync.where.parked", why(item));
        };
    }

    private String why(Outbox.Item item) {
        return desk.called().why(item.why() == null ? "" : item.why());
    }

    private String sentence(Row row) {
        String about = row.whom().isEmpty() ? row.what() : row.what() + ", " + row.whom();
        String where = Texts.of("sync.outbox.sentence", about, where(row.item()));
        return row.item().state() == Outbox.State.PARKED
                ? where + " "
                        + desk.called()
                                .then(row.item().why() == null ? "" : row.item().why())
                : where;
    }

    private LocalDate today() {
        return Clocks.today(desk.clock());
    }
}
