package org.alongside.app;

import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.alongside.access.Account;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.store.LaptopHome;
import org.alongside.ui.Command;
import org.alongside.ui.Page;
import org.alongside.ui.Router;
import org.alongside.ui.control.Answer;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.ErrorSummary;
import org.alongside.ui.control.NoticeBar;
import org.alongside.ui.control.PageFrame;
import org.alongside.ui.task.Background;
import org.alongside.ui.task.Lane;

/// Change of the passphrase: 32 bytes are wrapped anew, no network is needed, no record is touched.
final class PassphrasePage implements Page {
    private static final String PRESENT = "passphrase-now";
    private static final String CHANGED = "passphrase-new";
    private static final String AGAIN = "passphrase-again";

    private final LaptopHome home;
    private final Account me;
    private final Background background;
    private final PageFrame frame = PageFrame.list("passphrase", Texts.of("app.passphrase-title"));
    private final SecretField present = new SecretField(PRESENT, Texts.of("app.passphrase-now"));
    private final SecretField changed = new SecretField(CHANGED, Texts.of("app.passphrase-new"));
    private final SecretField again = new SecretField(AGAIN, Texts.of("app.enrol-again"));
    private final ErrorSummary errors = new ErrorSummary("passphrase-errors");
    private final Command go = Command.of("passphrase-go", Texts.of("app.passphrase-go"), "Ctrl+Enter", this::go);
    private final List<Answer> answers = List.of(present, changed, again);

    PassphrasePage(LaptopHome home, Account me, Background background, Router router) {
        this.home = home;
        this.me = me;
        this.background = background;
        changed.hint(Texts.of("app.enrol-passphrase-hint"));
        Button suggest = Buttons.quiet("passphrase-suggest", Texts.of("app.enrol-suggest"), () -> {
            changed.suggest(PassphraseWords.shipped().suggest());
            changed.focusAnswer();
        });
        var form = Boxes.column(
                5,
                errors,
                Boxes.text(Texts.of("app.passphrase-sub"), "reading"),
                present,
                Boxes.column(1, changed, Boxes.row(0, suggest)),
                again,
                Boxes.row(
                        2,
                        Buttons.main(go),
                        Buttons.of("passphrase-leave", Texts.of("app.passphrase-leave"), router::back)));
        form.getStyleClass().add("form-column");
        frame.content().getChildren().add(Boxes.row(0, form));
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
        return List.of(go);
    }

    /// A passphrase does not stay behind in a page that was left.
    @Override
    public void detached() {
        present.clear();
        changed.clear();
        again.clear();
    }

    private void go() {
        if (!changed.typed().equals(again.typed())) {
            refuse(List.of(Problem.at(AGAIN, "differs", Texts.of("app.enrol-again-differs"))));
            return;
        }
        go.enabledProperty().set(false);
        char[] now = present.typed().toCharArray();
        char[] then = changed.typed().toCharArray();
        background.ask(
                Lane.WORK,
                () -> {
                    try {
                        home.changePassphrase(now, then, me.name(), me.display());
                        return Boolean.TRUE;
                    } finally {
                        Arrays.fill(now, '\0');
                        Arrays.fill(then, '\0');
                    }
                },
                done -> changed(),
                fault -> {
                    go.enabledProperty().set(true);
                    if (fault instanceof BadInput bad) {
                        refuse(bad.problems().stream()
                                .map(PassphrasePage::placed)
                                .toList());
                    } else {
                        background.fault(fault);
                    }
                });
    }

    private void changed() {
        detached();
        errors.clear();
        go.enabledProperty().set(true);
        var done = new NoticeBar("passphrase-done", NoticeBar.Kind.ACCENT, Texts.of("app.passphrase-done"));
        frame.content().getChildren().setAll(done);
        frame.title().requestFocus();
    }

    private static Problem placed(Problem problem) {
        boolean wrong =
                problem.code().equals("passphrase-wrong") || problem.code().startsWith("passphrase-wait");
        return Problem.at(wrong ? PRESENT : CHANGED, problem.code(), problem.message());
    }

    private void refuse(List<Problem> problems) {
        errors.show(problems, answers, Texts.of("app.passphrase-kept"));
    }
}
