package org.alongside.guided;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.alongside.access.Role;
import org.alongside.kernel.SearchWords;
import org.alongside.record.RecordState;
import org.alongside.record.RecordType;
import org.alongside.record.RecordTypes;
import org.alongside.rules.Content;
import tools.jackson.databind.JsonNode;

/// What can be added to a record, in the order in which it is offered: what is used most, then by group.
public final class AddingTypes {
    private static final JsonNode CONTENT = Content.tree("add-to-record.json");

    private final List<RecordType> offered;
    private final Map<String, String> groups = new LinkedHashMap<>();

    /// @param types every type
    /// @param role of who adds
    public AddingTypes(RecordTypes types, Role role) {
        var all = new ArrayList<>(TypedEvents.offered(types));
        CONTENT.path("own_page")
                .propertyNames()
                .forEach(id -> types.find(id)
                        .filter(type -> !all.contains(type) && !type.id().equals("child_details"))
                        .ifPresent(all::add));
        Content.tree("record-types.json")
                .path("meta")
                .path("groups")
                .properties()
                .forEach(group -> groups.put(group.getKey(), group.getValue().stringValue()));
        offered = all.stream()
                .filter(type -> type.recordedBy().contains(role.word()))
                .filter(type -> !type.id().equals("relationship"))
                .toList();
    }

    /// A group of types under its name; the first one, of what is used most, has an empty id.
    public record Group(String id, String name, List<RecordType> types) {}

    /// Where a type's own page is: `visit`, `note`, `people`; empty for one drawn from its definition.
    public static String ownPage(String type) {
        return CONTENT.path("own_page").path(type).asString("");
    }

    /// The groups whose types have all the words typed, in their titles, questions or group.
    ///
    /// @param typed may be empty: everything, what is used most first
    /// @param there the child's records, to see what this worker writes most
    /// @param me the account
    public List<Group> groups(String typed, List<RecordState> there, String me) {
        List<String> wanted = SearchWords.of(typed);
        var found = new ArrayList<Group>();
        if (wanted.isEmpty()) {
            found.add(new Group("", "", often(there, me)));
        }
        groups.forEach((id, name) -> {
            List<RecordType> types = offered.stream()
                    .filter(type -> type.group().equals(id))
                    .filter(type -> matches(type, name, wanted))
                    .toList();
            if (!types.isEmpty()) {
                found.add(new Group(id, name, types));
            }
        });
        return found;
    }

    private static boolean matches(RecordType type, String group, List<String> wanted) {
        var texts = new ArrayList<String>();
        texts.add(type.title());
        texts.add(group);
        texts.add(type.id().replace('_', ' '));
        type.fields().forEach(field -> texts.add(field.meaning()));
        String words = SearchWords.between(texts);
        return wanted.stream().allMatch(word -> words.contains(" " + word));
    }

    private List<RecordType> often(List<RecordState> there, String me) {
        var counts = new LinkedHashMap<String, Integer>();
        there.stream()
                .filter(state -> state.first().author().equals(me))
                .forEach(state -> counts.merge(state.type(), 1, Integer::sum));
        var often = new LinkedHashSet<String>();
        StreamSupport.stream(CONTENT.path("often").spliterator(), false)
                .limit(2)
                .forEach(id -> often.add(id.stringValue()));
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .forEach(entry -> often.add(entry.getKey()));
        CONTENT.path("often").forEach(id -> often.add(id.stringValue()));
        return often.stream()
                .flatMap(id -> offered.stream().filter(type -> type.id().equals(id)))
                .limit(CONTENT.path("often_most").intValue(6))
                .toList();
    }
}
