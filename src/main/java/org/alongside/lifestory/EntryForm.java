package org.alongside.lifestory;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.alongside.rules.Content;
import org.alongside.rules.Definition;
import org.alongside.rules.FieldDefinition;
import org.alongside.rules.Vocabulary;
import tools.jackson.databind.JsonNode;

/// The fields of an entry (practice 5.4), who may see which entries (5.10), and what a child's page shows
/// (5.6). All of it is content.
public final class EntryForm {
    private static final EntryForm SHIPPED = new EntryForm(Content.tree("practice/life-story-form.json"));

    private final JsonNode content;
    private final Definition fields;

    private EntryForm(JsonNode content) {
        this.content = content;
        this.fields = Definition.of(
                FieldDefinition.read(content.path("entry").path("fields"), content.path("shapes")), Vocabulary.of());
    }

    public static EntryForm shipped() {
        return SHIPPED;
    }

    public Definition fields() {
        return fields;
    }

    int titleCharacters() {
        return content.path("title_characters").intValue();
    }

    int photographsMost() {
        return content.path("photographs_most").intValue();
    }

    /// The kinds that the page offers first.
    public List<String> kinds() {
        return words("window", "kinds");
    }

    /// The kinds that it offers further down.
    public List<String> furtherKinds() {
        return words("window", "kinds_more");
    }

    String byDefault(String field) {
        return content.path("defaults").path(field).stringValue("");
    }

    /// What an entry is from before an unaccompanied child's arrival (practice 5.6).
    String beforeArrival(String what) {
        return content.path("before_arrival").path(what).stringValue("");
    }

    /// Fields that nothing added later puts anything in place of.
    Set<String> neverChanged() {
        return Set.copyOf(words("never_changed"));
    }

    /// Lists that grow by what is added.
    Set<String> addedTo() {
        return Set.copyOf(words("added_to"));
    }

    List<String> childReads(String what) {
        return words("child_reads", what);
    }

    /// How much of an entry a role may see.
    Sight sight(String sensitivity, String role) {
        for (JsonNode line : content.path("worker_reads")) {
            if (line.path("sensitivity").stringValue("").equals(sensitivity)) {
                return has(line.path("all"), role)
                        ? Sight.ALL
                        : has(line.path("knows"), role) ? Sight.THAT_IT_EXISTS : Sight.NOTHING;
            }
        }
        return Sight.NOTHING;
    }

    /// What somebody may know of an entry (practice 5.10).
    public enum Sight {
        ALL,
        THAT_IT_EXISTS,
        NOTHING
    }

    private static boolean has(JsonNode words, String word) {
        for (JsonNode one : words) {
            if (one.stringValue("").equals(word)) {
                return true;
            }
        }
        return false;
    }

    private List<String> words(String... path) {
        JsonNode at = content;
        for (String step : path) {
            at = at.path(step);
        }
        var words = new LinkedHashSet<String>();
        at.forEach(word -> words.add(word.stringValue()));
        return new ArrayList<>(words);
    }
}
