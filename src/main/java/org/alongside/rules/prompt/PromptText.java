package org.alongside.rules.prompt;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alongside.kernel.Texts;

/// Fills in the words of a prompt: `{name}` and `{name, or 'words'}`. What there is nothing for and no
/// words either becomes "not known".
public final class PromptText {
    private static final Pattern BLANK = Pattern.compile("\\{(\\w+)(?:, or '([^']*)')?}");

    private PromptText() {}

    public static String filled(String text, Map<String, String> values) {
        Matcher blanks = BLANK.matcher(text);
        return blanks.replaceAll(blank -> {
            String otherwise = blank.group(2) == null ? Texts.of("rules.prompt.not-known") : blank.group(2);
            String value = values.getOrDefault(blank.group(1), "");
            return Matcher.quoteReplacement(value.isBlank() ? otherwise : value);
        });
    }
}
