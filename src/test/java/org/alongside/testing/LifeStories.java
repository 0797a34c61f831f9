package org.alongside.testing;

import java.util.UUID;
import org.alongside.document.picture.Photographs;
import org.alongside.document.picture.TestPictures;
import org.alongside.kernel.Json;
import org.alongside.tool.Laptop;
import tools.jackson.databind.node.ObjectNode;

/// A life story of a child of the demonstration council, as a worker wrote it.
public final class LifeStories {
    private LifeStories() {}

    /// A memory with a photograph and the child's own words.
    ///
    /// @return the entry
    public static UUID memory(Laptop laptop, UUID child) {
        ObjectNode entry = entry("memory", "The day at the sea", "child");
        entry.set(
                "childs_words",
                Json.object().put("text", "I found a crab and it pinched Nan.").put("date", "2026-11-17"));
        entry.put("from", "2026-08");
        entry.putArray("narratives")
                .addObject()
                .put("band", "6-10")
                .put(
                        "text",
                        "You went to Filey with Nan and Romy.\n"
                                + "You found a crab in a pool. It was as big as your hand.");
        ObjectNode medium = entry.putArray("media").addObject();
        medium.put("alt_text", "A drawing of a house, a tree and the sun");
        medium.putArray("people_in_it").add("Ellis").add("Nan");
        medium.setAll(laptop.lifeStory().seal(child, "sea.png", Photographs.of(TestPictures.png(720, 600))));
        return kept(laptop, child, entry);
    }

    /// Where a child lives, told for the child, and agreed.
    public static UUID place(Laptop laptop, UUID child, String title, String told) {
        ObjectNode entry = entry("place", title, "worker").put("status", "agreed");
        entry.put("from", "2026-01-05");
        entry.putArray("narratives").addObject().put("band", "3-5").put("text", told);
        return kept(laptop, child, entry);
    }

    /// Something the child asked and nobody has answered yet.
    public static UUID question(Laptop laptop, UUID child, String asked) {
        ObjectNode entry = entry("question", "", "child");
        entry.set("childs_words", Json.object().put("text", asked).put("date", "2026-07-21"));
        entry.set("answer_due", Json.object().put("who", "Joanna").put("by", "2026-11-27"));
        return kept(laptop, child, entry);
    }

    /// One that is not for the child's page.
    public static UUID held(Laptop laptop, UUID child, String facts) {
        ObjectNode entry = entry("memory", "For later", "worker").put("sensitivity", "worker_only");
        entry.put("facts", facts);
        return kept(laptop, child, entry);
    }

    private static ObjectNode entry(String kind, String title, String said) {
        ObjectNode entry = Json.object().put("kind", kind);
        if (!title.isEmpty()) {
            entry.put("title", title);
        }
        entry.putArray("sources")
                .addObject()
                .put("kind", said.equals("child") ? "person" : "worker")
                .put("text", said);
        entry.putArray("coauthors").addObject().put("role", said);
        return entry;
    }

    public static UUID kept(Laptop laptop, UUID child, ObjectNode entry) {
        UUID draft = laptop.lifeStory().take(child, entry).id();
        laptop.lifeStory().finish(draft);
        return draft;
    }
}
