package org.alongside.chronology.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.child.PersonInLife;
import org.alongside.kernel.Texts;
import org.alongside.kernel.TypedText;

/// The names that stand in a note: of the children it is about, of the people in their lives, of
/// colleagues. Read from the store on its lane.
record NoteNames(List<String> children, Map<String, String> people, Map<String, String> staff) {
    static NoteNames read(NoteDesk desk, List<UUID> children) {
        var people = new LinkedHashMap<String, String>();
        for (UUID child : children) {
            for (PersonInLife person : desk.children().people(child)) {
                String name = TypedText.isolated(person.name());
                people.putIfAbsent(
                        person.person().toString(),
                        person.relation().isBlank() ? name : name + ", " + person.relation());
            }
        }
        var staff = new LinkedHashMap<String, String>();
        desk.staff().all().forEach(account -> staff.put(account.name(), account.display()));
        List<String> names = children.stream()
                .map(child -> desk.children()
                        .find(child)
                        .map(known -> TypedText.isolated(known.shortName()))
                        .orElse(""))
                .filter(name -> !name.isEmpty())
                .toList();
        return new NoteNames(names, people, staff);
    }

    /// "Ellis, Romy and Fern".
    String about() {
        return listed(children);
    }

    static String listed(List<String> names) {
        if (names.size() < 2) {
            return String.join("", names);
        }
        return Texts.of("chronology.view.and", String.join(", ", names.subList(0, names.size() - 1)), names.getLast());
    }

    /// What to call the child in "What … said".
    String child() {
        return children.size() == 1 ? children.getFirst() : Texts.of("chronology.view.the-children");
    }
}
