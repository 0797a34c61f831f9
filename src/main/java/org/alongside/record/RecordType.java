package org.alongside.record;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The declaration of one kind of record: its fields, its field groups, and who may write it.
///
/// @param per `child`, `family`, `worker` or `service`
/// @param happened the field that holds when it happened
/// @param recordedBy roles that may write it (practice 7); empty: only the product itself
/// @param restricted kept to named people (practice 7, rule 3)
/// @param signOff where one person writes it and another authorises it
public record RecordType(
        String id,
        String title,
        String group,
        String per,
        String happened,
        Set<String> recordedBy,
        boolean restricted,
        boolean madeByPerson,
        List<Field> fields,
        List<FieldGroup> groups,
        Optional<SignOff> signOff) {

    public Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.id().equals(name)).findFirst();
    }

    public Optional<FieldGroup> fieldGroup(String name) {
        return groups.stream().filter(group -> group.id().equals(name)).findFirst();
    }

    /// Whether it is one author's statement, finished when written.
    public boolean isWhole() {
        return groups.size() == 1 && groups.getFirst().whole();
    }

    /// The group a field belongs to.
    public Optional<FieldGroup> groupOf(String field) {
        return groups.stream().filter(group -> group.fields().contains(field)).findFirst();
    }
}
