package org.alongside.visit.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.alongside.rules.Inputs;
import org.alongside.rules.PracticeInputs;
import org.alongside.rules.Value;
import org.alongside.rules.content.ContentFile.Prompt.Level;
import org.alongside.rules.content.ContentFile.Prompt.Phase;
import org.alongside.ui.Command;
import org.alongside.ui.Page;
import org.alongside.ui.Target;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.EmptyState;
import org.alongside.ui.control.NoticeBar;
import org.alongside.ui.control.PageFrame;
import org.alongside.ui.control.PromptCard;
import org.alongside.ui.control.SavedMark;
import org.alongside.ui.task.Lane;
import org.alongside.visit.PromptAnswers;
import org.alongside.visit.VisitCheck;
import org.alongside.visit.VisitPrompts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The prompts of one phase, child by child: before a visit in words, and before leaving discreetly,
/// since a family may look at the screen. Answers are kept with the draft of the visit.
final class PromptsPage implements Page {
    private final VisitDesk desk;
    private final UUID draft;
    private final Phase phase;
    private final PageFrame frame;
    private final SavedMark mark = new SavedMark("prompts-saved");
    private final VBox stops = Boxes.column(4);
    private final Map<String, PromptBox> boxes = new LinkedHashMap<>();
    private @Nullable RecordVisit visit;
    private Subscription saved = Subscription.EMPTY;
    private Map<UUID, Inputs> known = Map.of();
    private boolean asked;

    private record Read(
            VisitScene scene,
            List<VisitPrompts.ForChild> prompts,
            Map<UUID, Inputs> known,
            VisitPrompts.Source source) {}

    PromptsPage(VisitDesk desk, UUID draft, Phase phase) {
        this.desk = desk;
        this.draft = draft;
        this.phase = phase;
        this.frame = PageFrame.work(
                isDiscreet() ? "visit-leave" : "visit-plan", Asking.text(isDiscreet() ? "leave-title" : "plan-title"));
        frame.end(mark);
    }

    /// During a visit the screen shows short neutral labels only (practice 1.5, "Discreet screen").
    private boolean isDiscreet() {
        return phase != Phase.PLAN;
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
                        this::read,
                        read -> read.ifPresentOrElse(
                                this::open, () -> desk.router().go(VisitScreens.VISITS)));
    }

    @Override
    public void detached() {
        RecordVisit now = visit;
        if (now != null) {
            now.left();
        }
        saved.unsubscribe();
    }

    @Override
    public List<Command> commands() {
        return List.of(Command.of(
                isDiscreet() ? "leave-go-on" : "plan-go-on",
                Asking.text(isDiscreet() ? "leave-go-on" : "plan-go-on"),
                "Ctrl+Enter",
                this::goOn));
    }

    @Override
    public boolean back() {
        return boxes.values().stream().anyMatch(PromptBox::hide);
    }

    private Optional<Read> read() {
        return desk.drafts().find(draft).map(found -> {
            VisitScene scene = VisitScene.of(desk, found);
            RecordVisit now = visit;
            ObjectNode body = now == null ? found.body() : now.writing().body().deepCopy();
            VisitCheck check = desk.recording().check(body);
            var inputs = new HashMap<UUID, Inputs>();
            for (VisitCheck.Row row : check.rows()) {
                row.child().ifPresent(child -> inputs.put(child.id(), known(body, row)));
            }
            List<UUID> children = scene.children().stream().map(VisitChild::id).toList();
            return new Read(
                    scene,
                    desk.prompts().ask(phase, children, inputs),
                    inputs,
                    desk.prompts().source());
        });
    }

    /// What the visit as it is written tells; before it, where it is planned to be.
    private Inputs known(ObjectNode body, VisitCheck.Row row) {
        Inputs none = Inputs.none(PracticeInputs.vocabulary());
        if (phase == Phase.PLAN) {
            JsonNode trip = body.path("visit");
            JsonNode place = trip.path("place");
            String word = (place.isObject() ? place.path("value") : place).asString("");
            Inputs plan = trip.path("announced").isBoolean()
                    ? none.with("announced", trip.path("announced").booleanValue())
                    : none;
            boolean planned = none.vocabulary()
                    .find("place_planned")
                    .filter(name -> name.type().takes(new Value.Word(word)))
                    .isPresent();
            return planned ? plan.with("place_planned", word) : plan;
        }
        Inputs told = none.and(row.inputs());
        JsonNode taps = body.path(PromptAnswers.MEMBER).path("taps").path(row.index());
        for (String tap : Taps.ALL) {
            if (taps.path(tap).booleanValue(false)) {
                told = told.with(tap, true);
            }
        }
        return told;
    }

    private void open(Read read) {
        if (visit == null) {
            var opened = new RecordVisit(desk, read.scene());
            visit = opened;
            saved = opened.savedProperty().subscribe(mark::show);
        }
        known = read.known();
        draw(read);
    }

    private void draw(Read read) {
        RecordVisit now = Objects.requireNonNull(visit);
        boxes.clear();
        frame.sub(read.scene().names());
        frame.content().getChildren().clear();
        stops.getChildren().clear();
        List<Node> sections = sections(now, read);
        if (!stops.getChildren().isEmpty()) {
            // A stop fills the screen until it is confirmed.
            frame.content().getChildren().setAll(stops);
            frame.foot();
            return;
        }
        if (isDiscreet()) {
            frame.content()
                    .getChildren()
                    .add(new NoticeBar("leave-how", NoticeBar.Kind.PLAIN, Asking.text("leave-how")));
        }
        if (sections.isEmpty()) {
            frame.content().getChildren().add(new EmptyState(Asking.text("prompts-none")));
        }
        frame.content().getChildren().addAll(sections);
        if (isDiscreet()) {
            frame.content().getChildren().add(new Taps(now, this::again).node());
        }
        foot();
    }

    private void foot() {
        Button main = Buttons.of(
                isDiscreet() ? "leave-main" : "plan-main",
                Asking.text(isDiscreet() ? "leave-go-on" : "plan-go-on"),
                this::goOn);
        main.getStyleClass().add("accent");
        main.setAccessibleHelp("Ctrl+Enter");
        frame.foot(main);
    }

    private List<Node> sections(RecordVisit now, Read read) {
        var sections = new ArrayList<Node>();
        var family = new LinkedHashMap<String, VisitPrompts.Asked>();
        read.prompts()
                .forEach(child -> child.shown().stream()
                        .filter(VisitPrompts.Asked::forFamily)
                        .forEach(each -> family.putIfAbsent(each.prompt().id(), each)));
        if (!family.isEmpty()) {
            var section = Boxes.column(3);
            section.getChildren().add(Boxes.section(Asking.text("for-family")));
            family.values().forEach(each -> add(section, now, read, each, null, -1));
            keep(sections, section, 1);
        }
        for (VisitPrompts.ForChild child : read.prompts()) {
            VisitChild known = read.scene().children().stream()
                    .filter(each -> each.id().equals(child.child()))
                    .findFirst()
                    .orElseThrow();
            var section = Boxes.column(3);
            section.getChildren().add(Boxes.section(known.name() + ", " + known.age()));
            child.shown().stream()
                    .filter(each -> !each.forFamily())
                    .forEach(each -> add(section, now, read, each, child, known.place()));
            if (!child.more().isEmpty()) {
                var more = new PromptCard(
                        "prompts-more-" + known.place(),
                        Asking.text("prompts-more", child.more().size()),
                        "",
                        true);
                child.more().stream()
                        .filter(each -> !each.forFamily())
                        .forEach(each -> add(more.body(), now, read, each, child, known.place()));
                section.getChildren().add(more);
            }
            keep(sections, section, 1);
        }
        return sections;
    }

    /// A section with nothing but its title is left out.
    private static void keep(List<Node> sections, VBox section, int title) {
        if (section.getChildren().size() > title) {
            sections.add(section);
        }
    }

    private void add(
            VBox into,
            RecordVisit now,
            Read read,
            VisitPrompts.Asked each,
            VisitPrompts.@Nullable ForChild child,
            int row) {
        String path = PromptAnswers.path(row, each.prompt().id());
        if (each.prompt().level() == Level.STOP && !now.writing().has(path + ".answer")) {
            stops.getChildren().add(new StopScreen(now, each, path, phase, isDiscreet(), this::again));
            return;
        }
        var box = new PromptBox(
                now, each, path, phase, isDiscreet(), read.source(), boxes.size() + 1, new PromptBox.Away() {
                    @Override
                    public void swipe() {
                        if (child != null) {
                            store(
                                    () -> desk.prompts()
                                            .swipe(child.child(), each.prompt().id(), known),
                                    false);
                        }
                    }

                    @Override
                    public void unswipe() {
                        if (child != null) {
                            store(
                                    () -> desk.prompts()
                                            .unswipe(
                                                    child.child(), each.prompt().id()),
                                    false);
                        }
                    }

                    @Override
                    public void notNeeded(String why) {
                        List<UUID> about = child == null
                                ? read.prompts().stream()
                                        .map(VisitPrompts.ForChild::child)
                                        .toList()
                                : List.of(child.child());
                        store(
                                () -> about.forEach(one -> desk.prompts()
                                        .notNeeded(one, each.prompt().id(), why)),
                                true);
                    }
                });
        boxes.put(path, box);
        into.getChildren().add(box);
    }

    private void store(Runnable work, boolean redraw) {
        desk.background()
                .ask(
                        Lane.STORE,
                        () -> {
                            work.run();
                            return Boolean.TRUE;
                        },
                        done -> {
                            if (redraw) {
                                again();
                            }
                        });
    }

    /// Chosen anew, after an answer that changes what is asked.
    private void again() {
        attached();
    }

    /// On to the record. What must be answered is named once and never holds anybody back.
    private void goOn() {
        RecordVisit now = visit;
        if (now == null || !stops.getChildren().isEmpty()) {
            return;
        }
        List<PromptBox> open = boxes.values().stream().filter(PromptBox::isOwed).toList();
        if (!open.isEmpty() && !asked) {
            asked = true;
            open.forEach(PromptBox::askWhy);
            open.getFirst().focus();
            return;
        }
        now.left();
        desk.router().go(Target.of(VisitScreens.RECORD, "draft", draft.toString()));
    }
}
