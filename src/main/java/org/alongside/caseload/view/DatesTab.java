package org.alongside.caseload.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.alongside.caseload.NotNeeded;
import org.alongside.caseload.Standing;
import org.alongside.child.ChildSummary;
import org.alongside.child.view.ChildTab;
import org.alongside.child.view.RecordWords;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Texts;
import org.alongside.record.Drafts;
import org.alongside.rules.alone.AloneCount;
import org.alongside.rules.alone.AloneWords;
import org.alongside.rules.clock.Clock;
import org.alongside.rules.clock.Due;
import org.alongside.rules.clock.State;
import org.alongside.ui.Words;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.EmptyState;
import org.alongside.ui.control.IconLine;
import org.alongside.ui.control.PromptCard;
import org.alongside.ui.control.Sheet;
import org.alongside.ui.control.When;
import org.alongside.ui.task.Lane;

/// Every live date of one child with how it came about, and how it stands with being seen alone. The
/// only ways out of a date besides meeting it are said here, with their reason.
public final class DatesTab implements ChildTab {
    private final CaseloadDesk desk;
    private final ChildSummary child;
    private final VBox content = Boxes.column(4);
    private final Map<String, PromptCard> cards = new LinkedHashMap<>();
    private final List<NotNeededForm> forms = new ArrayList<>();
    private String goal;

    private record Read(Optional<Standing> standing, List<NotNeeded.Said> said, List<Drafts.Draft> drafts) {}

    /// @param open the rule whose card is opened at first; empty for none
    public DatesTab(CaseloadDesk desk, ChildSummary child, String open) {
        this.desk = desk;
        this.child = child;
        this.goal = open;
    }

    @Override
    public Node node() {
        return content;
    }

    @Override
    public void attached() {
        desk.background().ask(Lane.STORE, this::read, this::draw);
    }

    @Override
    public void detached() {
        forms.forEach(NotNeededForm::keepNow);
    }

    @Override
    public boolean main() {
        if (forms.isEmpty()) {
            return false;
        }
        forms.getFirst().save();
        return true;
    }

    private Read read() {
        return new Read(
                desk.board().of(child.id()),
                desk.notNeeded().of(child.id()),
                desk.drafts().all().stream()
                        .filter(draft -> draft.kind().equals(NotNeededForm.DRAFT)
                                && draft.children().contains(child.id()))
                        .toList());
    }

    private void draw(Read read) {
        cards.clear();
        forms.clear();
        content.getChildren().clear();
        if (read.standing().isEmpty()) {
            content.getChildren().add(new EmptyState(Texts.of("caseload.dates.gone")));
            return;
        }
        Standing standing = read.standing().get();
        var words = new StandingWords(Clocks.today(desk.clock()), desk.staff(), desk.me(), desk.board());
        content.getChildren().add(alone(standing, words));
        var open = standing.clocks().stream().filter(clock -> isOpen(clock)).toList();
        content.getChildren()
                .add(Boxes.column(2, Boxes.section(Texts.of("caseload.dates.title")), dates(open, words, read)));
        if (!read.said().isEmpty()) {
            content.getChildren()
                    .add(Boxes.column(2, Boxes.section(Texts.of("caseload.dates.said")), said(read.said(), standing)));
        }
        rest(standing, words);
        read.drafts().forEach(draft -> card(NotNeededForm.of(draft)).ifPresent(card -> form(card, draft, true)));
        PromptCard first = cards.get(goal);
        if (first != null) {
            first.openProperty().set(true);
            first.head().requestFocus();
        }
        goal = "";
    }

    private static boolean isOpen(Clock clock) {
        boolean dated = clock.due().day() != null;
        return dated && (clock.state() == State.DUE || clock.state() == State.OVERDUE || isOut(clock));
    }

    private static boolean isOut(Clock clock) {
        return clock.state() == State.LATE_WITH_REASON
                || clock.state() == State.NOT_APPLICABLE && clock.due().day() != null;
    }

    private Node alone(Standing standing, StandingWords words) {
        AloneCount count = standing.alone();
        var box = Boxes.column(
                1,
                Boxes.section(Texts.of("caseload.dates.alone")),
                Boxes.text(AloneWords.days(count), "text-lead"),
                Boxes.text(AloneWords.level(count, child.shortName())));
        AloneCount.Decision decision = count.decision();
        if (decision != null) {
            box.getChildren()
                    .add(
                            decision.decidedOn() == null
                                    ? new When(
                                            words.decisionWhen(decision.by()),
                                            decision.by().isAfter(Clocks.today(desk.clock())))
                                    : Boxes.text(
                                            Texts.of("caseload.decision.made", Words.shortDay(decision.decidedOn())),
                                            "text-quiet"));
            box.getChildren().add(Boxes.text(Texts.of("caseload.decision.who", words.decides(decision.decides()))));
            if (count.level() >= 3) {
                words.ring(desk.sending().getValue(), decision.decides())
                        .ifPresent(ring -> box.getChildren().add(new IconLine("mdoal-local_phone", ring, "text-when")));
            }
        }
        standing.notSeen()
                .ifPresent(unseen -> box.getChildren()
                        .add(new IconLine("mdomz-schedule", StandingSentences.unseen(unseen, child), "text-when")));
        box.getChildren().add(why(standing, words));
        return box;
    }

    private Node why(Standing standing, StandingWords words) {
        var card = new PromptCard("dates-alone", Texts.of("caseload.dates.why-alone"), "", true);
        cards.put("alone", card);
        if (!words.why(standing).isEmpty()) {
            card.body().getChildren().add(Boxes.text(words.why(standing), "reading"));
        }
        standing.looked()
                .forEach(looked -> card.body().getChildren().add(Boxes.text(StandingWords.looked(looked), "reading")));
        var rules = desk.board().standings().alone().rules().header();
        card.body()
                .getChildren()
                .add(Boxes.text(
                        Texts.of("caseload.dates.source", rules.title(), rules.version()), "text-hint", "reading"));
        return new Sheet(card);
    }

    private Node dates(List<Clock> open, StandingWords words, Read read) {
        if (open.isEmpty()) {
            return new EmptyState(Texts.of("caseload.dates.none", child.shortName()));
        }
        var sheet = new Sheet();
        for (Clock clock : open) {
            sheet.line(date(clock, words, true));
        }
        return sheet;
    }

    private PromptCard date(Clock clock, StandingWords words, boolean answered) {
        String id = "dates-" + clock.rule().id() + "-" + clock.from();
        var card = new PromptCard(id, clock.rule().title(), words.state(clock), words.isCalm(clock) || isOut(clock));
        cards.putIfAbsent(clock.rule().id(), card);
        cards.put(key(clock.rule().id(), String.valueOf(clock.from())), card);
        card.body().getChildren().add(Boxes.text(clock.explanation(), "reading"));
        Due.Stricter stricter = clock.due().stricter();
        if (stricter != null) {
            card.body()
                    .getChildren()
                    .add(Boxes.text(
                            Texts.of("caseload.dates.stricter", Words.shortDay(stricter.due()), stricter.why()),
                            "text-hint",
                            "reading"));
        }
        if (clock.state() == State.DUE || clock.state() == State.OVERDUE) {
            card.body()
                    .getChildren()
                    .addAll(
                            Boxes.text(
                                    Texts.of(
                                            "caseload.dates.settles",
                                            clock.rule().metBy()),
                                    "reading"),
                            Boxes.text(
                                    Texts.of("caseload.dates.who", clock.rule().responsible()), "text-quiet"));
        }
        if (answered && !isOut(clock)) {
            var of = new NotNeeded.Of("clock", clock.rule().id(), clock.from());
            var not = Buttons.quiet(
                    id + "-not",
                    Texts.of("caseload.not-needed.button"),
                    () -> form(card, NotNeededForm.begin(desk, List.of(child.id()), of), false));
            not.setAccessibleText(
                    Texts.of("caseload.not-needed.button-for", clock.rule().title()));
            card.body().getChildren().add(Boxes.row(2, not));
        }
        return card;
    }

    private static String key(String rule, String from) {
        return rule + " " + from;
    }

    private Optional<PromptCard> card(NotNeeded.Of of) {
        return Optional.ofNullable(cards.get(key(of.of(), String.valueOf(of.trigger()))));
    }

    private void form(PromptCard card, Drafts.Draft draft, boolean stored) {
        Node before = card.body().getChildren().removeLast();
        var form = new NotNeededForm(
                desk, List.of(child.id()), NotNeededForm.of(draft), draft, stored, this::attached, () -> {
                    card.body().getChildren().removeLast();
                    card.body().getChildren().add(before);
                    forms.clear();
                    card.head().requestFocus();
                });
        forms.add(form);
        card.body().getChildren().add(form);
        card.openProperty().set(true);
        if (!stored) {
            form.focusFirst();
        }
    }

    private Node said(List<NotNeeded.Said> all, Standing standing) {
        var sheet = new Sheet();
        for (NotNeeded.Said said : all) {
            String title = title(said, standing);
            var again = Buttons.of(
                    "dates-again-" + said.record(), Texts.of("caseload.not-needed.again"), () -> again(said));
            again.setAccessibleText(Texts.of("caseload.not-needed.again-for", title));
            sheet.line(Boxes.row(
                    3,
                    Boxes.growing(Boxes.column(
                            0,
                            Boxes.text(title, "strong"),
                            Boxes.text(
                                    Texts.of(
                                            said.late() ? "caseload.not-needed.said-late" : "caseload.not-needed.said",
                                            said.why()),
                                    "reading"),
                            Boxes.text(
                                    Texts.of(
                                            "caseload.not-needed.by",
                                            RecordWords.author(desk.staff(), said.by()),
                                            Words.shortDay(said.on())),
                                    "text-by"))),
                    again));
        }
        return sheet;
    }

    private String title(NotNeeded.Said said, Standing standing) {
        return standing.clocks().stream()
                .filter(clock -> clock.rule().id().equals(said.of().of()))
                .map(clock -> clock.rule().title())
                .findFirst()
                .orElseGet(
                        () -> Texts.of("caseload.not-needed.prompt", said.of().of()));
    }

    private void again(NotNeeded.Said said) {
        goal = said.of().of();
        desk.background().ask(Lane.STORE, () -> desk.notNeeded().withdraw(said.record()), done -> attached());
    }

    /// What has no date, and what asks nothing of anybody: there to be looked at, closed.
    private void rest(Standing standing, StandingWords words) {
        var unset = standing.clocks().stream()
                .filter(clock -> clock.state() == State.NOT_SET
                        || clock.state() == State.AS_SET
                        || clock.state() == State.GATE_OPEN)
                .toList();
        var done = standing.clocks().stream()
                .filter(clock -> !isOpen(clock) && !unset.contains(clock))
                .toList();
        var sheet = new Sheet();
        group(sheet, "dates-unset", "caseload.dates.unset", unset, words);
        group(sheet, "dates-done", "caseload.dates.done", done, words);
        if (!sheet.getChildren().isEmpty()) {
            content.getChildren().add(sheet);
        }
    }

    private static void group(Sheet sheet, String id, String key, List<Clock> clocks, StandingWords words) {
        if (clocks.isEmpty()) {
            return;
        }
        var card = new PromptCard(id, Texts.of(key, clocks.size()), "", true);
        for (Clock clock : clocks) {
            card.body()
                    .getChildren()
                    .add(Boxes.column(
                            0,
                            Boxes.text(clock.rule().title() + " · " + words.state(clock)),
                            Boxes.text(clock.explanation(), "text-hint", "reading")));
        }
        sheet.line(card);
    }
}
