package org.alongside.child.view;

import org.alongside.access.Staff;
import org.alongside.child.RecordNames;
import org.alongside.kernel.Texts;
import org.alongside.record.Amended;
import org.alongside.record.Change;
import org.alongside.record.RecordState;
import org.alongside.record.RecordType;
import org.alongside.record.RecordTypes;
import tools.jackson.databind.JsonNode;

/// What records, their parts and their values are called in windows.
public final class RecordWords {
    /// Author of what a file brought in and nobody signed.
    private static final String COUNCIL = "council";

    private RecordWords() {}

    /// What a record or a part of it is called in a list: "Address", "Case note".
    ///
    /// @param fieldGroup the part; `record` or empty for the whole
    public static String what(String type, String fieldGroup) {
        return RecordNames.what(type, fieldGroup);
    }

    /// The day or moment a record tells of, as written; empty while it is planned.
    public static String happened(RecordState state) {
        String field = RecordTypes.shipped()
                .find(state.type())
                .map(RecordType::happened)
                .orElse("");
        for (String group : state.heads().keySet()) {
            JsonNode value = Amended.value(state, group);
            JsonNode at = value.path(field).isString()
                    ? value.path(field)
                    : value.path("visit").path(field);
            if (at.isString()) {
                return at.stringValue();
            }
        }
        return "";
    }

    /// A record told apart from its like: what it is, and when.
    public static String called(RecordState state) {
        String at = happened(state);
        String what = what(state.type(), "record");
        return at.isEmpty()
                ? Texts.of("child.record-planned", what)
                : Texts.of("child.record-on", what, at.length() == 10 ? FactWords.day(at) : FactWords.moment(at));
    }

    /// What a step of a record's history is called.
    public static String what(Change change, String recordType) {
        String type = change.operation().type();
        String group = change.operation().mergeUnit();
        if (change.operation().isAddition()) {
            return Texts.of("child.record." + type + "-of", what(recordType, "record"));
        }
        return what(type, group);
    }

    /// Where a step is, in the one vocabulary for sync.
    public static String where(Change change) {
        if (change.parked()) {
            return Texts.of("child.where.parked");
        }
        return Texts.of(change.isUnsent() ? "child.where.here" : "child.where.council");
    }

    /// Who wrote something; what was brought in without an author is the council's.
    public static String author(Staff staff, String account) {
        return account.equals(COUNCIL)
                ? Texts.of("child.author-council", staff.council().name())
                : staff.displayOf(account);
    }

    /// As [#where(Change)], short enough for a list.
    public static String shortWhere(Change change) {
        if (change.isBroughtIn()) {
            return Texts.of("child.where.brought-in");
        }
        if (change.parked()) {
            return Texts.of("child.where.parked-short");
        }
        return Texts.of(change.isUnsent() ? "child.where.here-short" : "child.where.council");
    }

    /// What a stored word is called: of a field, of any field, or the word itself as a sentence.
    public static String value(String field, String word) {
        return RecordNames.value(field, word);
    }

    /// Why the council holds something and it is not in the record, and what that means.
    public static String parked(String reason) {
        return Texts.find("child.parked." + reason)
                .map(found -> Texts.of("child.parked." + reason))
                .orElseGet(() -> Texts.of("child.parked.other"));
    }

    /// What a reason means for the writer, and what can be done.
    public static String parkedThen(String reason) {
        return Texts.find("child.parked-then." + reason)
                .map(found -> Texts.of("child.parked-then." + reason))
                .orElseGet(() -> Texts.of("child.parked-then.other"));
    }

    static String sentence(String word) {
        return RecordNames.sentence(word);
    }
}
