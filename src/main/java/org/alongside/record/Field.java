package org.alongside.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A field of a record type, as `content/record-types.json` declares it.
///
/// @param required `true`, `false` or a condition in the language of practice 1.5
/// @param perChild in a family's record, a value for each child
public record Field(
        String id,
        Type type,
        List<String> values,
        @Nullable String codeSet,
        @Nullable String of,
        int @Nullable [] range,
        boolean perChild,
        String required,
        String meaning,
        List<String> returns) {

    /// The field types of the record types' file.
    public enum Type {
        BOOL("bool"),
        INT("int"),
        DATE("date"),
        DATETIME("datetime"),
        TEXT("text"),
        QUOTE("quote"),
        ENUM("enum"),
        ENUM_SET("enum[]"),
        CODE("code"),
        CODE_SET("code[]"),
        PERSON("person"),
        PERSONS("person[]"),
        STAFF("staff"),
        RECORD("record"),
        POSTCODE("postcode");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
