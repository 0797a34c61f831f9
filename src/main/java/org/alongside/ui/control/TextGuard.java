package org.alongside.ui.control;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.control.TextFormatter;
import org.alongside.kernel.Problem;
import org.alongside.kernel.TypedText;

/// Refuses a change that could not be kept (control characters, more than a field takes) before it is
/// in the field, with the words why; what was there stays as it was.
final class TextGuard implements UnaryOperator<TextFormatter.Change> {
    private final Consumer<String> refused;

    /// @param refused gets the words, or an empty text once a change was taken
    TextGuard(Consumer<String> refused) {
        this.refused = refused;
    }

    @Override
    public TextFormatter.Change apply(TextFormatter.Change change) {
        if (!change.isContentChange()) {
            return change;
        }
        Optional<Problem> problem = change.isAdded() ? TypedText.problem(change.getText()) : Optional.empty();
        if (problem.isEmpty() && change.isAdded()) {
            problem = TypedText.tooLong(change.getControlNewText());
        }
        refused.accept(problem.map(Problem::message).orElse(""));
        if (problem.isPresent()) {
            change.setText("");
            change.setRange(change.getControlCaretPosition(), change.getControlCaretPosition());
            change.selectRange(change.getControlAnchor(), change.getControlCaretPosition());
        }
        return change;
    }
}
