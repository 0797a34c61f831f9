package org.alongside.supervision;

import java.util.List;
import java.util.Locale;
import org.alongside.kernel.Problem;
import org.alongside.rules.content.ContentFile.SupervisionRules;

/// Questions about the words of an action or a decision: the seam for the linter of plans (PL04, PL05).
/// By whom and by when (PL01, PL02) is always asked, by [SessionReading].
public interface ActionQuestions {
    /// Hints beside the text; they never stop anybody.
    ///
    /// @param path of the text
    List<Problem> of(String text, String path);

    /// Without a linter nothing is asked of words.
    static ActionQuestions none() {
        return (text, path) -> List.of();
    }

    /// "Case discussed, continue" is refused (practice 4.6).
    static boolean isNoDecision(String what, SupervisionRules rules) {
        String letters = letters(what);
        return !letters.isEmpty()
                && rules.noDecision().stream().anyMatch(each -> letters(each).equals(letters));
    }

    private static String letters(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}
