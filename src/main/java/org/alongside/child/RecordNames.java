package org.alongside.child;

import java.util.Locale;
import org.alongside.kernel.Texts;
import org.alongside.record.Operation;
import org.alongside.record.RecordType;
import org.alongside.record.RecordTypes;

/// What records, their parts and their stored words are called, in windows and on paper.
public final class RecordNames {
    private RecordNames() {}

    /// What a record or a part of it is called in a list: "Address", "Case note".
    ///
    /// @param fieldGroup the part; `record` or empty for the whole
    public static String what(String type, String fieldGroup) {
        if (type.equals(Facts.TYPE)) {
            return Texts.find("child.fact." + fieldGroup).orElseGet(() -> sentence(fieldGroup));
        }
        if (type.equals(Operation.AMENDMENT) || type.equals(Operation.WITHDRAWAL)) {
            return Texts.of("child.record." + type);
        }
        String title = RecordTypes.shipped().find(type).map(RecordType::title).orElseGet(() -> sentence(type));
        return Texts.find("child.group." + type + "." + fieldGroup)
                .map(part -> title + ", " + part)
                .orElse(title);
    }

    /// What a stored word is called: of a field, of any field, or the word itself as a sentence.
    public static String value(String field, String word) {
        return Texts.find("child.word." + field + "." + word)
                .or(() -> Texts.find("child.word." + word))
                .orElseGet(() -> sentence(word));
    }

    /// A stored word with spaces and a capital.
    public static String sentence(String word) {
        String words = word.replace('_', ' ');
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }
}
