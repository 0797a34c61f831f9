package org.alongside.guided.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.alongside.child.ChildSummary;
import org.alongside.guided.AddingTypes;
import org.alongside.kernel.Texts;
import org.alongside.record.RecordState;
import org.alongside.record.RecordType;
import org.alongside.record.StreamId;
import org.alongside.ui.Page;
import org.alongside.ui.Target;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.EmptyState;
import org.alongside.ui.control.GroupedTable;
import org.alongside.ui.control.LineQuestion;
import org.alongside.ui.control.PageFrame;
import org.alongside.ui.control.RecordList;
import org.alongside.ui.task.Lane;
import org.alongside.ui.task.Pause;

/// Chooses what is to be added to a child's record: type a word of it, arrow down, Enter. What is used
/// most stands first; Enter in the field opens the first one.
public final class AddToRecordPage implements Page {
    public static final String SCREEN = "add-record";

    private static final Duration QUIET = Duration.ofMillis(120);

    private final GuidedDesk desk;
    private final UUID child;
    private final PageFrame frame = PageFrame.list("add-record", Texts.of("guided.add.title"));
    private final LineQuestion words = new LineQuestion("add-record-words", Texts.of("guided.add.words"));
    private final RecordList<RecordType> list;
    private final AddingTypes types;
    private final Pause pause = new Pause(QUIET, this::draw);
    private List<RecordState> there = List.of();
    private List<RecordType> shown = List.of();

    /// @param target has the child's id as `child`
    public AddToRecordPage(GuidedDesk desk, Target target) {
        this.desk = desk;
        this.child = UUID.fromString(target.get("child"));
        this.types = new AddingTypes(desk.types(), desk.events().role());
        list = new RecordList<RecordType>(
                        "add-record-types", Texts.of("guided.add.list"), AddToRecordPage::sentence, RecordType::title)
                .column("what", Texts.of("guided.add.what"), 34, RecordType::title)
                .column("asks", Texts.of("guided.add.asks"), 62, AddToRecordPage::asks)
                .opens(this::open);
        words.text().addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                pause.now();
                shown.stream().findFirst().ifPresent(this::open);
                event.consume();
            } else if (event.getCode() == KeyCode.DOWN) {
                pause.now();
                Node table = list.lookup(".table-view");
                if (table != null) {
                    table.requestFocus();
                }
                event.consume();
            }
        });
        frame.content().getChildren().setAll(words);
        words.textProperty().subscribe((was, is) -> pause.restart());
    }

    private record Read(List<RecordState> there, String name) {}

    @Override
    public Node node() {
        return frame;
    }

    @Override
    public Node first() {
        return words.text();
    }

    @Override
    public void attached() {
        desk.background()
                .ask(
                        Lane.STORE,
                        () -> new Read(
                                desk.log().records(StreamId.ofCase(child)),
                                desk.children()
                                        .find(child)
                                        .map(ChildSummary::name)
                                        .orElse("")),
                        read -> {
                            there = read.there();
                            frame.sub(read.name());
                            draw();
                        });
    }

    @Override
    public void detached() {
        pause.cancel();
    }

    private void draw() {
        var lines = new ArrayList<GroupedTable.Line<RecordType>>();
        var all = new ArrayList<RecordType>();
        for (AddingTypes.Group group :
                types.groups(words.typed(), there, desk.events().account())) {
            String name = group.id().isEmpty() ? Texts.of("guided.add.often") : group.name();
            lines.add(new GroupedTable.Line.Group<>(name, ""));
            group.types().forEach(type -> lines.add(new GroupedTable.Line.Row<>(type)));
            all.addAll(group.types());
        }
        shown = List.copyOf(all);
        if (all.isEmpty()) {
            frame.content().getChildren().setAll(words, new EmptyState(Texts.of("guided.add.none")));
        } else {
            list.show(lines);
            if (!frame.content().getChildren().contains(list)) {
                frame.content().getChildren().setAll(words, Boxes.growing(list));
            }
        }
    }

    private void open(RecordType type) {
        if (!desk.doors().ownPage(child, type.id())) {
            desk.doors().add(child, type.id());
        }
    }

    /// What its page asks, as far as it tells one type from another.
    private static String asks(RecordType type) {
        if (type.fields().isEmpty() || !AddingTypes.ownPage(type.id()).isEmpty()) {
            return Texts.find("guided.add.own." + type.id()).orElse("");
        }
        return GuidedWords.asks(type);
    }

    private static String sentence(RecordType type) {
        return Texts.of("guided.add.sentence", type.title(), asks(type));
    }
}
