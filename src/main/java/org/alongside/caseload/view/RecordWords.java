package org.alongside.caseload.view;

import org.alongside.kernel.Texts;
import org.alongside.record.RecordType;
import org.alongside.record.RecordTypes;

/// What a record or a part of it is called in a list.
final class RecordWords {
    private RecordWords() {}

    static String what(String type, String fieldGroup) {
        if (type.equals("child_details")) {
            return Texts.find("child.fact." + fieldGroup).orElse(fieldGroup.replace('_', ' '));
        }
        return RecordTypes.shipped().find(type).map(RecordType::title).orElse(type.replace('_', ' '));
    }
}
