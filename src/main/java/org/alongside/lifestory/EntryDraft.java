package org.alongside.lifestory;

import java.time.LocalDate;
import org.alongside.kernel.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// An entry while it is written on the page: the few things the page asks, beside an entry that may hold
/// more (one that came from a file). The page's answers are laid over it when it is finished.
public final class EntryDraft {
    /// The kind of its drafts.
    public static final String KIND = "life_story";

    public static final String ENTRY = "entry";
    public static final String TITLE = "title";
    public static final String WORDS = "words";
    public static final String SAYS = "says";
    public static final String SAYS_WHO = "says_who";
    public static final String SAYS_OTHER = "says_other";
    public static final String SAYS_WHERE = "says_where";
    public static final String WHEN = "when";
    public static final String SENSITIVITY = "sensitivity";
    public static final String PICTURE = "picture";
    public static final String ALT_TEXT = "alt_text";
    public static final String IN_IT = "in_it";
    public static final String FINDS_OUT = "finds_out";
    public static final String FINDS_OUT_BY = "finds_out_by";

    public static final String CHILD = "child";
    public static final String SOMEBODY = "somebody";
    public static final String FILE = "file";
    public static final String WORKER = "worker";
    public static final String OTHER = "other";

    private EntryDraft() {}

    /// The draft of an entry from a file.
    static ObjectNode of(ObjectNode entry) {
        ObjectNode body = Json.object();
        body.set(ENTRY, entry.deepCopy());
        copy(entry.path("kind"), body, "kind");
        copy(entry.path("title"), body, TITLE);
        copy(entry.path("sensitivity"), body, SENSITIVITY);
        if (entry.path("from").isObject()) {
            body.set(WHEN, entry.get("from"));
        }
        JsonNode said = entry.path("childs_words").path("text");
        copy(said.isString() ? said : entry.path("narratives").path(0).path("text"), body, WORDS);
        if (said.isString()) {
            body.put(SAYS, CHILD);
        }
        JsonNode medium = entry.path("media").path(0);
        if (medium.isObject()) {
            body.set(PICTURE, medium);
            copy(medium.path("alt_text"), body, ALT_TEXT);
        }
        return body;
    }

    private static void copy(JsonNode from, ObjectNode body, String to) {
        if (from.isString()) {
            body.set(to, from);
        }
    }

    /// The entry that a draft stands for.
    ///
    /// @param child the child's id
    /// @param me who writes
    /// @param band the child's age now, for whom the words are written
    static ObjectNode entry(ObjectNode body, String child, String me, String band, LocalDate today) {
        ObjectNode entry = body.path(ENTRY) instanceof ObjectNode base ? base.deepCopy() : Json.object();
        put(entry, "kind", body.path("kind"));
        put(entry, "title", body.path(TITLE));
        put(entry, "sensitivity", body.path(SENSITIVITY));
        put(entry, "from", body.path(WHEN));
        String says = body.path(SAYS).asString("");
        boolean childSays = says.equals(CHILD);
        words(entry, body.path(WORDS), childSays, me, band, today);
        if (!says.isEmpty()) {
            ArrayNode sources = Json.array();
            sources.add(source(body, says, child, me));
            entry.set("sources", sources);
        }
        if (childSays && !entry.has("coauthors")) {
            entry.putArray("coauthors").addObject().put("role", "child");
        }
        picture(entry, body);
        if (!body.path(FINDS_OUT).asString("").isBlank()) {
            ObjectNode due = entry.putObject("answer_due");
            put(due, "who", body.path(FINDS_OUT));
            put(due, "by", body.path(FINDS_OUT_BY));
        }
        return entry;
    }

    private static void words(
            ObjectNode entry, JsonNode words, boolean childSays, String me, String band, LocalDate today) {
        if (words.asString("").isBlank()) {
            return;
        }
        if (childSays) {
            ObjectNode said = entry.path("childs_words") instanceof ObjectNode there
                    ? there
                    : entry.putObject("childs_words").put("how", "quote").put("date", today.toString());
            said.set("text", words);
            return;
        }
        ArrayNode told = entry.path("narratives") instanceof ArrayNode there ? there : entry.putArray("narratives");
        if (told.path(0) instanceof ObjectNode there) {
            there.set("text", words);
            return;
        }
        ObjectNode first = told.addObject();
        first.set("text", words);
        if (!band.equals("unborn")) {
            first.put("band", band);
        }
        first.put("author", me);
    }

    private static ObjectNode source(ObjectNode body, String says, String child, String me) {
        return switch (says) {
            case CHILD -> Json.object().put("kind", "person").put("person", child);
            case SOMEBODY -> {
                String who = body.path(SAYS_WHO).asString("");
                ObjectNode source = Json.object().put("kind", "person");
                yield who.isEmpty() || who.equals(OTHER)
                        ? source.put("text", body.path(SAYS_OTHER).asString(""))
                        : source.put("person", who);
            }
            case FILE ->
                Json.object()
                        .put("kind", "file")
                        .put("text", body.path(SAYS_WHERE).asString(""));
            default -> Json.object().put("kind", "worker").put("text", me);
        };
    }

    private static void picture(ObjectNode entry, ObjectNode body) {
        if (!(body.path(PICTURE) instanceof ObjectNode chosen)) {
            entry.remove("media");
            return;
        }
        ObjectNode medium = chosen.deepCopy();
        put(medium, "alt_text", body.path(ALT_TEXT));
        String inIt = body.path(IN_IT).asString("");
        if (!inIt.isBlank()) {
            ArrayNode people = medium.putArray("people_in_it");
            inIt.lines()
                    .flatMap(line -> java.util.Arrays.stream(line.split(",", -1)))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .forEach(people::add);
        }
        ArrayNode media = Json.array();
        media.add(medium);
        entry.set("media", media);
    }

    private static void put(ObjectNode into, String field, JsonNode value) {
        boolean answered = value.isString()
                ? !value.stringValue().isBlank()
                : value.isObject() ? !value.isEmpty() : !value.isMissingNode() && !value.isNull();
        if (answered) {
            into.set(field, value);
        }
    }
}
