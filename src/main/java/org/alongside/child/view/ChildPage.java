package org.alongside.child.view;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.alongside.child.Age;
import org.alongside.child.ChildSummary;
import org.alongside.child.Glance;
import org.alongside.child.PersonInLife;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Texts;
import org.alongside.ui.Breadth;
import org.alongside.ui.Command;
import org.alongside.ui.Page;
import org.alongside.ui.Target;
import org.alongside.ui.Words;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.EmptyState;
import org.alongside.ui.control.Link;
import org.alongside.ui.control.PageFrame;
import org.alongside.ui.control.TabsRow;
import org.alongside.ui.control.Tag;
import org.alongside.ui.control.When;
import org.alongside.ui.task.Lane;
import org.alongside.ui.theme.Icons;

/// A child's record: who the child is, in the head; tabs; what stands now and who matters, at the
/// right.
public final class ChildPage implements Page {
    /// Name of this screen.
    public static final String SCREEN = "child";

    private static final String SUMMARY = "summary";
    private static final String HISTORY = "history";
    /// From this age on the copy's age is said in amber.
    private static final long CALM_HOURS = 24;
    private static final Node[] NOTHING = {};

    private final ChildDesk desk;
    private final UUID id;
    private final PageFrame frame = PageFrame.work("child", Texts.of("child.page"));
    private final VBox second = Boxes.column(1);
    private final VBox now = Boxes.column(2);
    private final VBox people = Boxes.column(2);
    private final TabsRow tabs;
    private final Map<String, ChildTab> open = new LinkedHashMap<>();
    private String here;
    private boolean onShow;
    private Loaded loaded;

    private record Loaded(
            java.util.Optional<ChildSummary> child,
            List<ChildSummary> family,
            List<PersonInLife> people,
            Glance.Now now,
            Glance.Stands stands) {}

    /// @param target has the child's id as `child`, and the tab as `tab` if it is not the summary
    public ChildPage(ChildDesk desk, Target target) {
        this.desk = desk;
        this.id = UUID.fromString(target.get("child"));
        this.here = target.arguments().getOrDefault("tab", SUMMARY);
        this.loaded = new Loaded(
                java.util.Optional.empty(),
                List.of(),
                List.of(),
                new Glance.Now(null, null, null, 0),
                Glance.Stands.NOTHING);
        var entries = new ArrayList<TabsRow.Tab>();
        entries.add(new TabsRow.Tab(SUMMARY, Texts.of("child.tab.summary")));
        desk.tabs().forEach(offer -> entries.add(new TabsRow.Tab(offer.id(), offer.words())));
        entries.add(new TabsRow.Tab(HISTORY, Texts.of("child.tab.history")));
        if (entries.stream().noneMatch(entry -> entry.id().equals(here))) {
            here = SUMMARY;
        }
        tabs = new TabsRow("child-tabs", entries, this::show);
        tabs.show(here);
        frame.tabs(tabs, second);
        frame.panel(now, people);
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
    public String hint() {
        return Texts.of("child.hint");
    }

    @Override
    public void attached() {
        onShow = true;
        desk.background().ask(Lane.STORE, this::read, read -> {
            loaded = read;
            draw();
        });
    }

    @Override
    public void detached() {
        onShow = false;
        open.values().forEach(ChildTab::detached);
    }

    @Override
    public boolean back() {
        ChildTab tab = open.get(here);
        return tab != null && tab.back();
    }

    @Override
    public List<Command> commands() {
        var commands = new ArrayList<>(tabs.commands());
        commands.add(Command.of("child-main", Texts.of("child.command.save"), "Ctrl+Enter", this::main));
        commands.add(Command.of(
                "child-event",
                Texts.of("child.command.event"),
                "Ctrl+N",
                () -> desk.doors().addEvent(id)));
        commands.add(Command.of(
                "child-note",
                Texts.of("child.command.note"),
                "Ctrl+Shift+N",
                () -> desk.doors().newNote(id)));
        commands.add(Command.of("child-visit", Texts.of("child.command.visit"), "Ctrl+Shift+V", this::startVisit));
        commands.add(Command.of(
                "child-person",
                Texts.of("child.command.person"),
                "Ctrl+Shift+P",
                () -> desk.doors().addPerson(id)));
        desk.tabs()
                .forEach(offer -> offer.doings()
                        .forEach(doing -> commands.add(Command.of(
                                doing.id(),
                                doing.words(),
                                doing.key(),
                                () -> doing.run().accept(id)))));
        commands.add(Command.of("child-print", Texts.of("child.command.print"), "Ctrl+P", this::print));
        commands.add(Command.of(
                "child-print-family",
                Texts.of("child.command.print-family"),
                "Ctrl+Alt+P",
                () -> desk.doors().printFamilyPage(id)));
        return commands;
    }

    /// What the tab shows, if that is a paper; else the chronology, which is what is mostly asked for.
    private void print() {
        ChildTab tab = open.get(here);
        if (tab == null || !tab.print()) {
            desk.doors().printChronology(id);
        }
    }

    private void main() {
        ChildTab tab = open.get(here);
        if (tab != null) {
            tab.main();
        }
    }

    private Loaded read() {
        return new Loaded(
                desk.children().find(id),
                desk.children().family(id),
                desk.children().people(id),
                desk.glance().now(id),
                desk.glance().stands(id));
    }

    private void draw() {
        if (loaded.child().isEmpty()) {
            frame.title().setText(Texts.of("child.gone-title"));
            frame.content().getChildren().setAll(new EmptyState(Texts.of("child.gone")));
            Boxes.show(tabs, false);
            return;
        }
        ChildSummary child = loaded.child().orElseThrow();
        LocalDate today = Clocks.today(desk.clock());
        frame.title().setText(child.name());
        frame.sub(born(child, today));
        var end = new ArrayList<Node>();
        child.plan().ifPresent(plan -> end.add(new Tag(plan(plan), Tag.Kind.PLAIN).icon("mdoal-assignment")));
        end.add(copy(today));
        Node line = secondLine(child);
        Breadth.of(frame).subscribe(breadth -> {
            second.getChildren().setAll(line);
            if (breadth == Breadth.NARROW) {
                frame.end();
                second.getChildren().add(0, Boxes.styled(new FlowPane(end.toArray(Node[]::new)), "second-line"));
            } else {
                frame.end(end.toArray(Node[]::new));
            }
        });
        new NowPanel(desk, child, today).draw(now, loaded.now(), loaded.stands(), this::startVisit);
        new PeoplePanel(desk, child).draw(people, loaded.people());
        show(here);
    }

    private void show(String tab) {
        if (loaded.child().isEmpty()) {
            here = tab;
            return;
        }
        ChildTab before = open.get(here);
        if (before != null && !here.equals(tab)) {
            before.detached();
        }
        here = tab;
        tabs.show(tab);
        ChildTab content = open.computeIfAbsent(tab, this::made);
        frame.panel(content.isWide() ? NOTHING : new Node[] {now, people});
        frame.content().getChildren().setAll(content.node());
        frame.toTop();
        if (onShow) {
            content.attached();
        }
    }

    private ChildTab made(String tab) {
        ChildSummary child = loaded.child().orElseThrow();
        if (tab.equals(SUMMARY)) {
            return new SummaryTab(desk, child);
        }
        if (tab.equals(HISTORY)) {
            return new HistoryTab(desk, child);
        }
        return desk.tabs().stream()
                .filter(offer -> offer.id().equals(tab))
                .findFirst()
                .orElseThrow()
                .open()
                .apply(child);
    }

    private void startVisit() {
        List<UUID> family = loaded.family().stream()
                .filter(child -> !child.isUnborn(Clocks.today(desk.clock())))
                .map(ChildSummary::id)
                .toList();
        desk.doors().startVisit(family.isEmpty() ? List.of(id) : family);
    }

    private static String born(ChildSummary child, LocalDate today) {
        String pronoun = Texts.find("child.pronoun." + child.sex()).orElse("");
        String words;
        if (child.isUnborn(today)) {
            words = child.expectedOn() == null
                    ? Texts.of("child.unborn")
                    : Texts.of("child.expected", Words.shortDay(child.expectedOn()));
        } else if (child.bornOn() == null) {
            words = Texts.of("child.born-unknown");
        } else if (child.diedOn() != null) {
            words = Texts.of("child.born-died", Words.shortDay(child.bornOn()), Words.shortDay(child.diedOn()));
        } else {
            words = Texts.of("child.born", Words.shortDay(child.bornOn()), Age.words(child.bornOn(), today));
        }
        String known =
                child.knownAs() == null || child.knownAs().isBlank() ? "" : Texts.of("child.known-as", child.knownAs());
        return (pronoun.isEmpty() ? words : pronoun + ", " + words) + known;
    }

    private static String plan(ChildSummary.CurrentPlan plan) {
        String kind = Texts.of("child.plan." + plan.kind());
        return plan.since() == null ? kind : Texts.of("child.plan-since", kind, Words.shortDay(plan.since()));
    }

    private Node copy(LocalDate today) {
        Instant checked = desk.checked().getValue();
        if (checked == null) {
            return new When(Texts.of("child.copy-never"), false);
        }
        boolean calm = ChronoUnit.HOURS.between(checked, desk.clock().instant()) < CALM_HOURS;
        long days = ChronoUnit.DAYS.between(Clocks.day(checked), today);
        return new When(
                days == 0
                        ? Texts.of("child.copy-today", Words.time(checked))
                        : Texts.of("child.copy-days", days, Words.shortDay(Clocks.day(checked))),
                calm);
    }

    /// Who the child lives with, brothers and sisters as links, and at most one warning.
    private Node secondLine(ChildSummary child) {
        boolean known = !child.addressLine().isEmpty() && !child.addressWithheld();
        List<PersonInLife> adults = loaded.people().stream()
                .filter(person -> person.livesWithChild() && !person.hasCase())
                .toList();
        String at = known ? Texts.of("child.lives-at", child.addressLine()) : "";
        String with = adults.isEmpty()
                ? ""
                : Texts.of(
                        "child.lives-with",
                        list(adults.stream()
                                .map(person -> Named.withRelation(person.name(), person.relation()))
                                .toList()));
        String sentence = at.isEmpty() && !with.isEmpty() ? Texts.of("child.lives", with) : (at + " " + with).strip();
        var lines = Boxes.column(1);
        if (!sentence.isEmpty()) {
            lines.getChildren().add(Boxes.text(sentence));
        }
        var flow = Boxes.styled(new FlowPane(), "second-line");
        alone(flow);
        siblings(flow);
        String warning = child.restrictedLine() != null
                ? Texts.of("child.important", child.restrictedLine())
                : child.addressWithheld() ? Texts.of("child.important-address") : "";
        if (!warning.isEmpty()) {
            Label tag = new Tag(warning, Tag.Kind.WARNING).icon("mdomz-warning");
            tag.setWrapText(true);
            tag.setMinWidth(0);
            flow.getChildren().add(tag);
        }
        if (!flow.getChildren().isEmpty()) {
            lines.getChildren().add(flow);
        }
        return lines;
    }

    /// "98 days since seen alone", which leads to the visits that were counted.
    private void alone(FlowPane flow) {
        String words = loaded.stands().alone();
        if (words.isEmpty()) {
            return;
        }
        var link = new Link("child-alone", words, () -> desk.doors().openDates(id, "alone"))
                .called(Texts.of("child.alone-why", words));
        if (loaded.stands().raised()) {
            link.getStyleClass().add("text-when");
            link.setGraphic(Icons.small("mdomz-schedule"));
        }
        flow.getChildren().add(link);
    }

    private void siblings(FlowPane flow) {
        List<ChildSummary> others =
                loaded.family().stream().filter(one -> !one.id().equals(id)).toList();
        if (others.isEmpty()) {
            return;
        }
        var row = Boxes.lineOfText(2, Boxes.word(Texts.of("child.same-family")));
        for (ChildSummary other : others) {
            row.getChildren()
                    .add(new Link(
                                    "child-sibling-" + other.id(),
                                    other.shortName(),
                                    () -> desk.doors().openChild(other.id()))
                            .called(other.name()));
        }
        flow.getChildren().add(row);
    }

    static String list(List<String> names) {
        if (names.size() < 2) {
            return names.isEmpty() ? "" : names.getFirst();
        }
        return Texts.of("child.and", String.join(", ", names.subList(0, names.size() - 1)), names.getLast());
    }
}
