package org.alongside.child.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.access.Account;
import org.alongside.access.Staff;
import org.alongside.child.Age;
import org.alongside.child.ChildSummary;
import org.alongside.child.Children;
import org.alongside.child.PersonInLife;
import org.alongside.kernel.Texts;
import org.alongside.record.CaseLog;
import org.alongside.record.StreamId;
import org.alongside.ui.control.Choice;
import org.jspecify.annotations.Nullable;

/// Who can be named in an answer: the people in a child's life, the children of the family, the staff.
///
/// @param people by their ids
/// @param staff by their accounts' names
/// @param records those of the child that another record may point at, by their type
public record Named(
        List<Choice<String>> people, List<Choice<String>> staff, Map<String, List<Choice<String>>> records) {
    public static final Named NOBODY = new Named(List.of(), List.of());

    public Named {
        people = List.copyOf(people);
        staff = List.copyOf(staff);
        records = Map.copyOf(records);
    }

    public Named(List<Choice<String>> people, List<Choice<String>> staff) {
        this(people, staff, Map.of());
    }

    /// As [#around(UUID, Children, Staff)], with the child's records. Reads the store.
    public static Named around(UUID child, Children children, Staff staff, CaseLog log) {
        Named people = around(child, children, staff);
        var records = new HashMap<String, List<Choice<String>>>();
        log.records(StreamId.ofCase(child)).stream()
                .filter(state -> state.withdrawal().isEmpty())
                .sorted(Comparator.comparing(RecordWords::happened).reversed())
                .forEach(state -> records.computeIfAbsent(state.type(), key -> new ArrayList<>())
                        .add(Choice.of(state.record().toString(), RecordWords.called(state))));
        return new Named(people.people(), people.staff(), records);
    }

    /// Everyone around one child. Reads the store.
    public static Named around(UUID child, Children children, Staff staff) {
        var people = new ArrayList<Choice<String>>();
        for (ChildSummary one : children.family(child)) {
            people.add(Choice.of(one.id().toString(), one.name()));
        }
        for (PersonInLife person : children.people(child)) {
            boolean there = people.stream()
                    .anyMatch(choice -> choice.value().equals(person.person().toString()));
            if (!there) {
                people.add(Choice.of(person.person().toString(), withRelation(person.name(), person.relation())));
            }
        }
        return new Named(
                people,
                staff.all().stream()
                        .map((Account account) -> Choice.of(account.name(), account.display()))
                        .toList());
    }

    /// The name for an id or account; the id's own words when it is not known here.
    public String nameOf(String id) {
        return Stream.of(
                        people,
                        staff,
                        records.values().stream().flatMap(List::stream).toList())
                .flatMap(List::stream)
                .filter(choice -> choice.value().equals(id))
                .map(Choice::words)
                .findFirst()
                .orElseGet(() -> Texts.of("child.person-elsewhere"));
    }

    static String withRelation(String name, String relation) {
        return relation.isBlank() ? name : Texts.of("child.person-relation", name, relation);
    }

    static String ageOf(@Nullable ChildSummary child, java.time.LocalDate today) {
        return child == null ? "" : Age.words(child.bornOn(), today);
    }
}
