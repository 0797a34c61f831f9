package org.alongside.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.FileChooser;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.kernel.Unreachable;
import org.alongside.ui.control.Answer;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.ErrorSummary;
import org.alongside.ui.control.LineQuestion;
import org.alongside.ui.control.PageTitle;
import org.alongside.ui.control.SideBySide;
import org.alongside.ui.task.Background;
import org.alongside.ui.task.Lane;

/// Setting up this folder as a worker's laptop: address, certificate, account, one-time code and a new
/// passphrase. Whatever goes wrong, what was typed stays.
final class EnrolPage {
    private static final double CARD_EM = 40;

    private final LineQuestion service = new LineQuestion(EnrolForm.SERVICE, Texts.of("app.enrol-service"));
    private final LineQuestion ca = new LineQuestion(EnrolForm.CA, Texts.of("app.enrol-ca"));
    private final LineQuestion user = new LineQuestion(EnrolForm.USER, Texts.of("app.enrol-user"));
    private final LineQuestion code = new LineQuestion(EnrolForm.CODE, Texts.of("app.enrol-code"));
    private final SecretField passphrase = new SecretField(EnrolForm.PASSPHRASE, Texts.of("app.enrol-passphrase"));
    private final SecretField again = new SecretField(EnrolForm.AGAIN, Texts.of("app.enrol-again"));
    private final ErrorSummary errors = new ErrorSummary("enrol-errors");
    private final Label progress = Boxes.text("", "text-quiet");
    private final Button go = Buttons.of("enrol-go", Texts.of("app.enrol-go"), this::go);
    private final PageTitle title = new PageTitle("enrol-title", Texts.of("app.enrol"));
    private final List<Answer> answers = List.of(service, ca, user, code, passphrase, again);
    private final Enrolling enrolling;
    private final Background background;
    private final Node node;
    private Consumer<Session.Opened> done = opened -> {};

    EnrolPage(Path folder, Clock clock, Background background) {
        this.background = background;
        this.enrolling = new Enrolling(folder, clock, step -> background.later(() -> say(step)));
        service.hint(Texts.of("app.enrol-service-hint"));
        ca.hint(Texts.of("app.enrol-ca-hint"));
        code.hint(Texts.of("app.enrol-code-hint"));
        passphrase.hint(Texts.of("app.enrol-passphrase-hint"));
        again.hint(Texts.of("app.enrol-again-hint"));
        user.hint(Texts.of("app.enrol-user-hint"));
        go.getStyleClass().add("accent");
        List.of(service, ca, user, code).forEach(line -> line.text().setOnAction(e -> go()));
        passphrase.onEnter(this::go);
        again.onEnter(this::go);
        progress.setId("enrol-progress");
        Boxes.show(progress, false);
        node = laidOut();
    }

    /// Takes the laptop that was made, unlocked.
    void onDone(Consumer<Session.Opened> taker) {
        done = taker;
    }

    Node node() {
        return node;
    }

    void focus() {
        title.requestFocus();
    }

    private void say(Enrolling.Step step) {
        progress.setText(step.words());
    }

    private void go() {
        if (go.isDisabled()) {
            return;
        }
        var form = new EnrolForm(
                service.typed(), ca.typed(), user.typed(), code.typed(), passphrase.typed(), again.typed());
        List<Problem> wrong = form.problems();
        if (!wrong.isEmpty()) {
            refuse(wrong);
            return;
        }
        errors.clear();
        answers.forEach(answer -> answer.wrong(""));
        go.setDisable(true);
        go.setText(Texts.of("app.enrol-going"));
        Boxes.show(progress, true);
        char[] secret = form.passphrase().toCharArray();
        background.ask(
                Lane.NETWORK,
                () -> {
                    try {
                        return enrolling.enrol(form, secret);
                    } finally {
                        Arrays.fill(secret, '\0');
                    }
                },
                opened -> done.accept(opened),
                this::failed);
    }

    private void failed(Throwable fault) {
        switch (fault) {
            case BadInput bad -> refuse(bad.problems());
            case Unreachable unreachable -> refuse(List.of(EnrolForm.placed(unreachable.problem())));
            default -> {
                background.fault(fault);
                refuse(List.of(Problem.of("fault", Texts.of("app.enrol-fault"))));
            }
        }
    }

    private void refuse(List<Problem> problems) {
        go.setDisable(false);
        go.setText(Texts.of("app.enrol-go"));
        Boxes.show(progress, false);
        errors.show(problems, answers, Texts.of("app.enrol-kept"));
    }

    private void suggest() {
        String words = PassphraseWords.shipped().suggest();
        passphrase.suggest(words);
        again.clear();
        passphrase.focusAnswer();
    }

    private void choose() {
        var chooser = new FileChooser();
        chooser.setTitle(Texts.of("app.enrol-ca"));
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(Texts.of("app.enrol-ca-files"), "*.pem", "*.crt", "*.cer"),
                        new FileChooser.ExtensionFilter(Texts.of("app.enrol-all-files"), "*"));
        var chosen = chooser.showOpenDialog(node.getScene().getWindow());
        if (chosen != null) {
            ca.text().setText(chosen.getPath());
        }
        ca.focusAnswer();
    }

    private Node laidOut() {
        var file = Boxes.row(
                2, Boxes.growing(ca), Buttons.of("enrol-ca-choose", Texts.of("app.enrol-ca-choose"), this::choose));
        file.setAlignment(Pos.BOTTOM_LEFT);
        var suggest = Buttons.quiet("enrol-suggest", Texts.of("app.enrol-suggest"), this::suggest);
        var act = Boxes.row(4, go, Boxes.growing(progress));
        act.setAlignment(Pos.CENTER_LEFT);
        var card = Boxes.column(
                4,
                SignInPage.wordmark(),
                Boxes.column(1, title, Boxes.text(Texts.of("app.enrol-sub"), "text-quiet")),
                errors,
                service,
                file,
                SideBySide.shares(1, user, 1, code),
                Boxes.column(1, SideBySide.shares(1, passphrase, 1, again), Boxes.row(0, suggest)),
                act);
        card.getStyleClass().add("cover-card");
        var beside = Boxes.column(
                6,
                SignInPage.told("mdoal-info", Texts.of("app.enrol-what"), Texts.of("app.enrol-what-more")),
                SignInPage.told("mdoal-laptop", Texts.of("app.enrol-safe"), Texts.of("app.enrol-safe-more")),
                SignInPage.told("mdoal-local_phone", Texts.of("app.danger"), Texts.of("app.danger-none")));
        beside.getStyleClass().add("cover-beside");
        return SignInPage.centred(card, CARD_EM, beside);
    }
}
