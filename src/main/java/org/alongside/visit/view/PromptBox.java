package org.alongside.visit.view;

import java.util.List;
import java.util.Locale;
import javafx.beans.Observable;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.alongside.kernel.Json;
import org.alongside.rules.content.ContentFile.Prompt.Level;
import org.alongside.rules.content.ContentFile.Prompt.Phase;
import org.alongside.rules.content.Word;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.Choice;
import org.alongside.ui.control.LineQuestion;
import org.alongside.ui.control.LongQuestion;
import org.alongside.ui.control.RadioQuestion;
import org.alongside.ui.form.Ties;
import org.alongside.ui.form.Writing;
import org.alongside.visit.PromptAnswers;
import org.alongside.visit.VisitPrompts;
import org.jspecify.annotations.Nullable;

/// One prompt: its words, its answer, and the ways past it that its level allows. A nudge can be swiped
/// away, a must asks for a one-tap reason, any can be said not to be needed. In the family's sight the
/// words are under a neutral label.
final class PromptBox extends VBox {
    private final Writing writing;
    private final RecordVisit visit;
    private final VisitPrompts.Asked asked;
    private final String path;
    private final Phase phase;
    private final Away away;
    private final String called;
    private final Ties ties;
    private final VBox inside = Boxes.column(2);
    private final FlowPane ways = Boxes.styled(new FlowPane(), "buttons");
    private final VBox under = Boxes.column(2);
    private final @Nullable HoldText held;
    private @Nullable Node answer;

    /// The ways that leave something in the store.
    interface Away {
        void swipe();

        void unswipe();

        void notNeeded(String why);
    }

    PromptBox(
            RecordVisit visit,
            VisitPrompts.Asked asked,
            String path,
            Phase phase,
            boolean discreet,
            VisitPrompts.Source source,
            int number,
            Away away) {
        this.visit = visit;
        this.writing = visit.writing();
        this.asked = asked;
        this.path = path;
        this.phase = phase;
        this.away = away;
        this.ties = new Ties(writing);
        this.called = discreet ? Asking.text("label-number", label(), number) : asked.text();
        setId(id());
        getStyleClass().addAll("gap-2", "prompt-box");
        answer(discreet);
        ways(source);
        inside.getChildren().addAll(ways, under);
        under.getChildren()
                .addListener((Observable changed) ->
                        Boxes.show(under, !under.getChildren().isEmpty()));
        Boxes.show(under, false);
        if (discreet) {
            held = new HoldText(
                    id() + "-words", called, asked.text(), visit.desk().timers(), inside);
            getChildren().add(held);
        } else {
            held = null;
            getChildren().add(inside);
        }
        skipped();
    }

    private String id() {
        return "prompt-" + path.substring(PromptAnswers.MEMBER.length() + 1).replaceAll("[.\\[\\]]+", "-");
    }

    /// "Before you go": what a prompt is called where a family may read along (practice 1.5).
    private String label() {
        String id = asked.prompt().id();
        int number = Integer.parseInt(id.replaceAll("\\D", ""));
        String key = switch (id.substring(0, 2)) {
            case "AR" -> "hello";
            case "DU" ->
                number <= 4 ? "time" : number <= 6 ? "home" : number <= 9 ? "call" : number <= 12 ? "talk" : "living";
            case "OB" -> "watch";
            case "SA" -> "chat";
            default -> "go";
        };
        return Asking.text("label." + key);
    }

    private void answer(boolean discreet) {
        String kind = asked.prompt().answer();
        String words = discreet ? Asking.text("prompt-answer", called) : asked.text();
        String at = path + ".answer";
        String id = id() + "-answer";
        if (kind.startsWith("choice:")) {
            answer = ties.radio(new RadioQuestion<>(id, words, choices(kind)), at);
        } else if (kind.equals("yesno")) {
            answer = ties.radio(
                    new RadioQuestion<>(
                            id,
                            words,
                            List.of(Choice.of("yes", Asking.text("yes")), Choice.of("no", Asking.text("no")))),
                    at);
        } else if (kind.equals("tick") || kind.equals("confirm")) {
            answer = Boxes.column(1, Boxes.text(words, "text-label"), tick(id, at));
        } else if (kind.equals("none")) {
            answer = Boxes.text(words, "text-label");
        } else if (kind.equals("time") || kind.equals("date") || kind.equals("person")) {
            answer = ties.line(new LineQuestion(id, words), at);
        } else {
            answer = ties.lines(new LongQuestion(id, words, visit.desk().clock()), at);
        }
        if (discreet && kind.equals("none")) {
            return;
        }
        inside.getChildren().addFirst(answer);
        writing.onChange(this::answered);
    }

    private Node tick(String id, String at) {
        var box = new CheckBox(Asking.text("prompt-done"));
        box.setId(id);
        box.setAccessibleText(called + " " + box.getText());
        box.setSelected(writing.has(at));
        box.selectedProperty().subscribe((was, is) -> writing.put(at, is ? Json.MAPPER.valueToTree("done") : null));
        return box;
    }

    private static List<Choice<String>> choices(String kind) {
        return java.util.Arrays.stream(kind.substring("choice:".length()).split("\\|"))
                .map(each -> Choice.of(each, each.substring(0, 1).toUpperCase(Locale.UK) + each.substring(1)))
                .toList();
    }

    /// The words as they were asked stand beside the answer.
    private void answered() {
        boolean any = writing.has(path + ".answer") || writing.has(path + ".skipped");
        if (any && !writing.has(path + ".asked")) {
            writing.put(path + ".phase", Word.of(phase));
            writing.put(path + ".asked", asked.text());
        }
        if (writing.has(path + ".answer") && writing.has(path + ".skipped")) {
            writing.put(path + ".skipped", (tools.jackson.databind.JsonNode) null);
            skipped();
        }
    }

    /// A button that says of what it is, for who hears it.
    private Button named(Button button) {
        button.setAccessibleText(Asking.text("prompt-way", button.getText(), called));
        return button;
    }

    private void ways(VisitPrompts.Source source) {
        Level level = asked.prompt().level();
        if (level == Level.NUDGE) {
            ways.getChildren().add(named(Buttons.quiet(id() + "-swipe", Asking.text("prompt-swipe"), this::swiped)));
        }
        if (level == Level.MUST) {
            ways.getChildren().add(named(Buttons.quiet(id() + "-skip", Asking.text("prompt-skip"), this::askWhy)));
        }
        ways.getChildren().add(named(Buttons.quiet(id() + "-why", Asking.text("prompt-why"), () -> why(source))));
        if (level != Level.STOP && level != Level.MUST) {
            ways.getChildren()
                    .add(named(Buttons.quiet(id() + "-not", Asking.text("prompt-not-needed"), this::notNeeded)));
        }
    }

    private void why(VisitPrompts.Source source) {
        under.getChildren()
                .setAll(
                        Boxes.text(Asking.text("prompt-because", asked.because()), "text-hint", "reading"),
                        Boxes.text(
                                Asking.text(
                                        "prompt-source",
                                        asked.prompt().id(),
                                        source.title(),
                                        source.version(),
                                        source.from()),
                                "text-hint",
                                "reading"));
    }

    private void swiped() {
        away.swipe();
        inside.setVisible(false);
        inside.setManaged(false);
        var line = Boxes.row(
                3,
                Boxes.growing(Boxes.text(Asking.text("prompt-swiped"), "text-quiet")),
                named(Buttons.of(id() + "-unswipe", Asking.text("undo"), () -> {
                    away.unswipe();
                    getChildren().removeLast();
                    Boxes.show(inside, true);
                    focus();
                })));
        getChildren().add(line);
        line.getChildren().getLast().requestFocus();
    }

    /// One tap says why it is left out; answering it takes that back.
    void askWhy() {
        var reasons = Boxes.styled(new FlowPane(), "buttons");
        for (String reason : PromptAnswers.SKIPS) {
            reasons.getChildren().add(named(Buttons.of(id() + "-skip-" + reason, Asking.text("skip." + reason), () -> {
                writing.put(path + ".skipped", reason);
                answered();
                skipped();
            })));
        }
        under.getChildren().setAll(Boxes.text(Asking.text("prompt-skip-why"), "text-label"), reasons);
    }

    private void skipped() {
        String reason = writing.text(path + ".skipped");
        under.getChildren().clear();
        if (!reason.isEmpty()) {
            under.getChildren()
                    .setAll(Boxes.row(
                            3,
                            Boxes.text(Asking.text("prompt-skipped", Asking.text("skip." + reason)), "text-quiet"),
                            named(Buttons.quiet(id() + "-unskip", Asking.text("prompt-unskip"), () -> {
                                writing.put(path + ".skipped", (tools.jackson.databind.JsonNode) null);
                                skipped();
                            }))));
        }
    }

    /// What is typed here is kept with the visit's draft until it stands on the child's record.
    private void notNeeded() {
        var why = new LineQuestion(id() + "-not-why", Asking.text("prompt-not-needed-why"));
        ties.line(why, path + ".why_not");
        var keep = Buttons.of(id() + "-not-keep", Asking.text("prompt-not-needed-keep"), () -> {
            if (why.typed().isBlank()) {
                why.wrong(Asking.text("prompt-not-needed-missing"));
                why.focusAnswer();
                return;
            }
            String reason = why.typed();
            writing.put(path + ".why_not", (tools.jackson.databind.JsonNode) null);
            away.notNeeded(reason);
        });
        under.getChildren().setAll(why, Boxes.row(2, keep));
        why.focusAnswer();
    }

    /// Whether a must has neither an answer nor a reason.
    boolean isOwed() {
        return asked.prompt().level() == Level.MUST
                && !writing.has(path + ".answer")
                && !writing.has(path + ".skipped");
    }

    /// Esc: hides the words, where they are shown.
    boolean hide() {
        HoldText text = held;
        if (text != null && text.isOpen()) {
            text.close();
            return true;
        }
        return false;
    }

    void focus() {
        HoldText text = held;
        if (text != null) {
            text.focusCard();
        } else if (answer instanceof org.alongside.ui.control.Answer question) {
            question.focusAnswer();
        } else {
            ways.getChildren().getFirst().requestFocus();
        }
    }
}
