package org.alongside.tool;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.kernel.Json;
import org.alongside.lifestory.Entry;
import org.alongside.lifestory.LifeStory;
import org.alongside.lifestory.Media;
import org.alongside.record.Blobs;
import org.alongside.record.RecordState;
import tools.jackson.databind.node.ObjectNode;

/// A life-story entry as `show child` prints it: as much as this account may see of it, and where its
/// photograph is; never a key.
final class LifeStoryJson {
    /// What is told of an entry that may be known of and not read.
    private static final Set<String> OF_ITS_BEING = Set.of(
            "id", "type", "title", "state", "author", "happened_at", "recorded_at", "council_has_it", "brought_in");

    private LifeStoryJson() {}

    /// Of a record of another kind, the record.
    static Optional<ObjectNode> of(Laptop laptop, UUID child, RecordState state, ObjectNode record) {
        if (!state.type().equals(LifeStory.TYPE)) {
            return Optional.of(record);
        }
        return switch (laptop.lifeStory().sight(state)) {
            case ALL -> Optional.of(whole(laptop, child, state, record));
            case THAT_IT_EXISTS -> Optional.of(being(record));
            case NOTHING -> Optional.empty();
        };
    }

    private static ObjectNode whole(Laptop laptop, UUID child, RecordState state, ObjectNode record) {
        ObjectNode shown = (ObjectNode) Blobs.withoutKeys(record);
        Optional<Entry> entry = laptop.lifeStory().find(child, state.record());
        shown.put("entry_title", entry.map(Entry::title).orElse(null));
        List<Media> media = entry.map(Entry::media).orElse(List.of());
        boolean allThere = true;
        var photographs = shown.putArray("photographs");
        for (Media medium : media) {
            Blobs.Place place = laptop.lifeStory().place(child, medium);
            allThere &= place != Blobs.Place.ON_THIS_LAPTOP;
            ObjectNode one = photographs.addObject();
            one.put("file", medium.value().path("file").asString(""));
            one.put("where", place.name().toLowerCase(Locale.ROOT));
        }
        shown.put("council_has_it", shown.path("council_has_it").booleanValue() && allThere);
        shown.put("withheld", false);
        return shown;
    }

    private static ObjectNode being(ObjectNode record) {
        ObjectNode shown = Json.object();
        OF_ITS_BEING.stream().sorted().forEach(member -> shown.set(member, record.get(member)));
        shown.put("withheld", true);
        shown.putArray("additions");
        return shown;
    }
}
