package org.alongside.visit.view;

import java.time.LocalDate;
import java.util.UUID;
import org.alongside.child.Age;
import org.alongside.child.ChildSummary;
import org.alongside.kernel.Texts;
import org.alongside.kernel.TypedText;

/// A child as the sentences of a visit speak of them.
///
/// @param shortName as in sentences, set apart from the direction of the text around it
/// @param age "9 years", "8 months"
public record VisitChild(UUID id, int place, String name, String shortName, String age, String sex) {

    static VisitChild of(ChildSummary child, int place, LocalDate day) {
        return new VisitChild(
                child.id(),
                place,
                TypedText.isolated(child.name()),
                TypedText.isolated(child.shortName()),
                Age.words(child.bornOn(), day),
                child.sex() == null ? "U" : child.sex());
    }

    /// A sentence of the catalogue about this child: {0} the name, {1} he, {2} him, {3} his, {4} His.
    String say(String key, Object... more) {
        String pronouns = Texts.of(
                switch (sex) {
                    case "M" -> "visit.view.pronouns-m";
                    case "F" -> "visit.view.pronouns-f";
                    default -> "visit.view.pronouns-u";
                });
        String[] words = pronouns.split(" ", -1);
        var arguments = new Object[5 + more.length];
        arguments[0] = shortName;
        System.arraycopy(words, 0, arguments, 1, 4);
        System.arraycopy(more, 0, arguments, 5, more.length);
        return Texts.of("visit.view." + key, arguments);
    }

    /// "Ellis, 9" in lists; "Fern, 8 months".
    String inList() {
        return shortName + ", " + age.replace(" years", "");
    }

    /// Path of an answer of this child.
    String path(String field) {
        return "children[" + place + "]." + field;
    }
}
