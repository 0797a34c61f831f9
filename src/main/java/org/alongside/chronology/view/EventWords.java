package org.alongside.chronology.view;

import java.util.Optional;
import org.alongside.child.view.DefinitionForm;
import org.alongside.child.view.FactWords;
import org.alongside.child.view.Named;
import org.alongside.child.view.RecordWords;
import org.alongside.chronology.Chronology;
import org.alongside.chronology.EventNames;
import org.alongside.kernel.Json;
import org.alongside.record.RecordType;
import org.alongside.record.RecordTypes;
import org.alongside.rules.FieldDefinition;

/// Events in words.
public final class EventWords {
    private EventWords() {}

    /// The kind of an entry, or what a typed record is called.
    public static String kind(Chronology.Entry entry) {
        return EventNames.kind(entry);
    }

    /// What happened, in one line; for a typed record whose telling field is a stored word, that word.
    public static String what(Chronology.Entry entry) {
        return EventNames.what(entry);
    }

    static String label(String type, String field) {
        return field(type, field)
                .map(found -> DefinitionForm.name(type, found))
                .orElseGet(() -> RecordWords.value("field", field));
    }

    static String value(String type, String field, String words) {
        return field(type, field)
                .map(found -> FactWords.field(found, Json.MAPPER.valueToTree(words), Named.NOBODY))
                .orElse(words);
    }

    private static Optional<FieldDefinition> field(String type, String field) {
        return RecordTypes.shipped()
                .find(type)
                .flatMap((RecordType found) -> found.field(field))
                .map(FieldDefinition::of);
    }
}
