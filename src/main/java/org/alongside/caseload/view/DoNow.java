package org.alongside.caseload.view;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.alongside.caseload.NotNeeded;
import org.alongside.caseload.Raised;
import org.alongside.caseload.Standing;
import org.alongside.kernel.Texts;
import org.alongside.record.Drafts;
import org.alongside.ui.Words;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.IconLine;
import org.alongside.ui.control.Link;
import org.alongside.ui.control.PromptCard;
import org.alongside.ui.control.Sheet;

/// What is to be done now, a card each: what and by when; opened, why, what would settle it, whom to ring
/// while offline, and "not needed because…".
final class DoNow {
    /// More stand in the caseload.
    private static final int MOST = 8;

    private final CaseloadDesk desk;
    private final StandingWords words;
    private final Runnable again;
    private final List<NotNeededForm> forms = new ArrayList<>();

    /// @param again reads the page anew, after an answer was kept
    DoNow(CaseloadDesk desk, StandingWords words, Runnable again) {
        this.desk = desk;
        this.words = words;
        this.again = again;
    }

    /// Whether something is being written in one of the cards.
    boolean isWriting() {
        return !forms.isEmpty();
    }

    void keepNow() {
        forms.forEach(NotNeededForm::keepNow);
    }

    Node cards(List<Raised> all) {
        var sheet = new Sheet();
        all.stream().limit(MOST).forEach(raised -> sheet.line(card(raised)));
        return all.size() <= MOST
                ? sheet
                : Boxes.column(
                        2, sheet, Boxes.text(Texts.of("caseload.today.more-now", all.size() - MOST), "text-hint"));
    }

    private PromptCard card(Raised raised) {
        boolean calm = raised.by().isAfter(org.alongside.kernel.Clocks.today(desk.clock()));
        var card = new PromptCard("today-now-" + raised.id(), words.title(raised), words.when(raised), calm);
        VBox body = card.body();
        Standing first = raised.about().getFirst();
        String why = switch (raised) {
            case Raised.Alone alone -> words.why(alone.standing());
            case Raised.Unseen unseen ->
                StandingSentences.unseen(unseen.notSeen(), unseen.standing().child());
            case Raised.Dated dated -> dated.clock().explanation();
        };
        String goal =
                raised instanceof Raised.Dated dated ? dated.clock().rule().id() : "alone";
        body.getChildren().add(Boxes.text(why, "reading"));
        body.getChildren().add(Boxes.text(Texts.of("caseload.today.settles", words.settles(raised)), "reading"));
        ring(raised).ifPresent(ring -> body.getChildren().add(new IconLine("mdoal-local_phone", ring, "text-when")));
        var buttons = Boxes.styled(new FlowPane(), "buttons");
        buttons.getChildren()
                .addAll(
                        Buttons.of(
                                "today-plan-" + raised.id(),
                                Texts.of("caseload.today.plan"),
                                () -> desk.doors()
                                        .planVisit(raised.about().stream()
                                                .map(Standing::id)
                                                .toList())),
                        new Link(
                                        "today-source-" + raised.id(),
                                        Texts.of("caseload.today.source"),
                                        () -> desk.doors().openDates(first.id(), goal))
                                .called(Texts.of("caseload.today.source-for", words.title(raised))));
        if (raised instanceof Raised.Dated dated) {
            var not = Buttons.quiet("today-not-" + raised.id(), Texts.of("caseload.not-needed.button"), () -> {
                form(card, buttons, dated);
            });
            not.setAccessibleText(Texts.of("caseload.not-needed.button-for", words.title(raised)));
            buttons.getChildren().add(not);
        }
        body.getChildren().add(buttons);
        return card;
    }

    private java.util.Optional<String> ring(Raised raised) {
        return switch (raised) {
            case Raised.Alone alone
            when alone.standing().alone().level() >= 3 ->
                java.util.Optional.ofNullable(alone.standing().alone().decision())
                        .flatMap(decision -> words.ring(desk.sending().getValue(), decision.decides()));
            case Raised.Unseen unseen ->
                words.ring(desk.sending().getValue(), unseen.notSeen().decides());
            case Raised.Alone _, Raised.Dated _ -> java.util.Optional.empty();
        };
    }

    private void form(PromptCard card, Node buttons, Raised.Dated dated) {
        List<UUID> children = dated.about().stream().map(Standing::id).toList();
        var of = new NotNeeded.Of(
                "clock", dated.clock().rule().id(), dated.clock().from());
        Drafts.Draft draft = NotNeededForm.begin(desk, children, of);
        card.body().getChildren().remove(buttons);
        var form = new NotNeededForm(desk, children, of, draft, false, again, () -> {
            card.body().getChildren().removeLast();
            card.body().getChildren().add(buttons);
            forms.clear();
            card.head().requestFocus();
        });
        forms.add(form);
        card.body().getChildren().add(form);
        form.focusFirst();
    }

    /// Dates of the next days, a line each.
    static Node soon(List<Raised.Dated> soon, StandingWords words) {
        var sheet = new Sheet();
        for (Raised.Dated dated : soon) {
            sheet.line(
                    Boxes.row(4, Boxes.word(Words.shortDay(dated.by()), "text-quiet"), Boxes.text(words.title(dated))));
        }
        return sheet;
    }
}
