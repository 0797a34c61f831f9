package org.alongside.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.alongside.document.picture.TestPictures;
import org.alongside.kernel.Json;
import org.alongside.testing.Council;
import org.alongside.testing.LaptopAt;
import org.alongside.testing.Program;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Life-story entries from the command line, their photographs with them, over two laptops and a service.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LifeStoryCommandTest {
    private static final String MARKER = "Zyxomma petiolatum";

    private Council council;
    private LaptopAt joanna;
    private LaptopAt deborah;

    @BeforeAll
    void enrolTwoLaptops() {
        council = Council.demonstration();
        joanna = council.laptop("w_joanna");
        deborah = council.laptop("m_deborah");
    }

    @AfterAll
    void stop() {
        council.close();
    }

    private static ObjectNode entry(String kind) {
        ObjectNode entry = Json.object().put("kind", kind).put("title", "The day at the sea");
        entry.putArray("sources").addObject().put("kind", "person").put("person", "p_ellis");
        return entry;
    }

    private Program.Ended entry(String child, ObjectNode entry) {
        return joanna.run("entry", "--child", child, "--file", joanna.file(entry));
    }

    private Path beside(String name, byte[] content) {
        try {
            return Files.write(joanna.folder().resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode shown(LaptopAt laptop, String child, String id) {
        return laptop.child(child)
                .path("life_story")
                .valueStream()
                .filter(one -> one.path("id").stringValue().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no entry " + id));
    }

    private static ObjectNode withPhotograph(String file) {
        ObjectNode entry = entry("memory");
        entry.put("childs_words", "I found a crab, " + MARKER);
        ObjectNode medium = entry.putArray("media").addObject();
        medium.put("file", file).put("alt_text", "A beach").put("taken_on", "2026-08");
        medium.putArray("people_in_it").add("Ellis").add("Nan");
        medium.putObject("consents").put("in_book", true).put("printed", false);
        return entry;
    }

    @Test
    void anEntryWithItsPhotographReachesTheSupervisorsLaptop() throws IOException {
        beside("sea.jpg", TestPictures.fromAPhone(TestPictures.jpeg(1600, 1200), 6));
        Program.Ended ended = entry("p_ellis", withPhotograph("sea.jpg"));
        assertThat(ended.exit()).as(ended.err() + ended.out()).isZero();
        String id = ended.json().path("id").stringValue();
        assertThat(ended.json().path("state").stringValue()).isEqualTo("finished");
        JsonNode mine = shown(joanna, "p_ellis", id);
        assertThat(mine.path("photographs").path(0).path("where").stringValue()).isEqualTo("on_this_laptop");
        assertThat(mine.path("council_has_it").booleanValue()).isFalse();
        assertThat(mine.path("status").stringValue()).isEqualTo("agreed");
        assertThat(mine.path("sensitivity").stringValue()).isEqualTo("shared");
        assertThat(mine.path("media").path(0).path("width").intValue())
                .as("upright")
                .isEqualTo(1200);
        assertThat(mine.toString()).doesNotContain("\"key\"");
        assertThat(joanna.items("outbox").stream().map(item -> item.path("what").stringValue()))
                .contains("life_story_entry", "photograph");

        ObjectNode synced = joanna.sync();
        assertThat(synced.path("attachments").path("sent").intValue()).isEqualTo(1);
        assertThat(synced.path("waiting").intValue()).isZero();
        JsonNode sent = shown(joanna, "p_ellis", id);
        assertThat(sent.path("council_has_it").booleanValue()).isTrue();
        assertThat(joanna.items("outbox").stream()
                        .filter(item -> item.path("record").stringValue().equals(id))
                        .map(item -> item.path("state").stringValue()))
                .containsOnly("with_the_council");

        assertThat(deborah.sync().path("attachments").path("fetched").intValue())
                .isEqualTo(1);
        JsonNode hers = shown(deborah, "p_ellis", id);
        assertThat(hers.path("photographs").path(0).path("where").stringValue()).isEqualTo("with_the_council");
        assertThat(hers.path("childs_words").path("text").stringValue()).contains(MARKER);
        for (LaptopAt laptop : List.of(joanna, deborah)) {
            assertThat(laptop.done("verify").path("problems").isEmpty()).isTrue();
        }
        assertThat(council.administer("verify").path("problems").isEmpty()).isTrue();
        noClearPicture();
    }

    /// Neither the folders of the laptops nor the service's nor the system's hold a picture.
    private void noClearPicture() throws IOException {
        for (Path folder : List.of(joanna.home(), deborah.home(), council.home(), Program.temporary())) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                    assertThat(bytes.contains("JFIF")).as(file.toString()).isFalse();
                    assertThat(bytes.contains(TestPictures.PLACE))
                            .as(file.toString())
                            .isFalse();
                }
            }
        }
    }

    @Test
    void whatCannotBeKeptIsRefusedWithItsPathAndNothingIsHalfKept() {
        int before = joanna.child("p_romy").path("life_story").size();
        beside("words.jpg", "not a picture".getBytes(StandardCharsets.UTF_8));
        beside("huge.jpg", TestPictures.claiming(10_000, 10_000));
        ObjectNode nested = entry("memory");
        nested.putArray("narratives").addObject().put("band", "6-10").put("txt", "You were brave.");
        ObjectNode day = entry("memory");
        day.putObject("from").put("date", "2026-02-31");
        ObjectNode wrong = entry("holiday");
        List.of(
                        List.of(withPhotograph("words.jpg"), "picture-no-picture", "media[0].file"),
                        List.of(withPhotograph("huge.jpg"), "picture-too-many-points", "media[0].file"),
                        List.of(withPhotograph("../keys.alk"), "file-not-beside", "media[0].file"),
                        List.of(withPhotograph("none.jpg"), "picture-not-there", "media[0].file"),
                        List.of(nested, "field-unknown", "narratives[0].txt"),
                        List.of(day, "date-not-real", "from.date"),
                        List.of(wrong, "value-not-allowed", "kind"),
                        List.of(entry("memory").put("mood", "glad"), "field-unknown", "mood"),
                        List.of(entry("memory").put("title", "x".repeat(61)), "title-too-long", "title"))
                .forEach(refused -> {
                    Program.Ended ended = entry("p_romy", (ObjectNode) refused.get(0));
                    assertThat(ended.exit()).as(ended.out()).isEqualTo(2);
                    JsonNode problem = ended.json().path("problems").path(0);
                    assertThat(problem.path("code").stringValue()).isEqualTo(refused.get(1));
                    assertThat(problem.path("field").stringValue()).isEqualTo(refused.get(2));
                });
        assertThat(joanna.child("p_romy").path("life_story").size()).isEqualTo(before);
    }

    @Test
    void whatIsNotFinishedStaysADraftAndSaysWhatIsMissing() {
        ObjectNode bare = Json.object().put("kind", "memory").put("facts", "There was a beach.");
        Program.Ended ended = entry("p_romy", bare);
        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.json().path("state").stringValue()).isEqualTo("draft");
        assertThat(ended.json().path("problems").path(0).path("field").stringValue())
                .isEqualTo("sources");
        assertThat(joanna.child("p_romy")
                        .path("life_story")
                        .valueStream()
                        .map(one -> one.path("state").stringValue()))
                .contains("draft");
    }

    @Test
    void everyFieldOfAnEntryIsTakenAndWhatAChildSaidIsNeverEdited() {
        ObjectNode whole = entry("question");
        whole.put("facts", "Born in Marlbrook.").put("confidence", "proved").put("child_choice", "wants_in_book");
        whole.set("from", Json.object().put("date", "2019").put("certainty", "about"));
        whole.put("to", "2020-03").put("place", "The beach at Filey");
        whole.putArray("people").addObject().put("person", "p_romy").put("relation", "my little sister");
        ObjectNode told = whole.putArray("narratives").addObject();
        told.put("band", "6-10")
                .put("text", "You went to the sea.")
                .put("reading_age", 7)
                .put("author", "w_joanna");
        told.put("agreed_by", "m_deborah").put("agreed_on", "2026-10-01").putNull("supersedes");
        whole.putObject("childs_words")
                .put("text", "When can we go back?")
                .put("how", "quote")
                .put("date", "2026-10-02");
        whole.putArray("others_views")
                .addObject()
                .put("person", "Carly")
                .put("text", "It rained.")
                .put("date", "2026-10-03");
        whole.putArray("third_party").addObject().put("person", "Carly").put("consent", "given");
        whole.putArray("coauthors").addObject().put("role", "child");
        whole.putObject("hold_until").put("age", 12).put("reviewer", "w_joanna").put("review_on", "2027-10-01");
        whole.put("sensitivity", "with_trusted_adult").put("status", "agreed").put("told_on", "2026-10-04");
        whole.putObject("answer_due").put("who", "Joanna").put("by", "2026-12-01");
        Program.Ended ended = entry("p_ellis", whole);
        assertThat(ended.exit()).as(ended.err() + ended.out()).isZero();
        String id = ended.json().path("id").stringValue();
        Path words = joanna.file(Json.object().put("childs_words", "Never."));
        assertThat(joanna.run("amend", "--record", id, "--file", words, "--why", "tidier")
                        .exit())
                .isEqualTo(2);
        ObjectNode more = Json.object();
        more.putArray("narratives").addObject().put("band", "11-15").put("text", "It was 2019.");
        more.putObject("answer").put("text", "In the summer.").put("on", "2026-11-01");
        joanna.done("amend", "--record", id, "--file", joanna.file(more), "--why", "answered");
        JsonNode now = shown(joanna, "p_ellis", id);
        assertThat(now.path("state").stringValue()).isEqualTo("amended");
        assertThat(now.path("childs_words").path("text").stringValue()).isEqualTo("When can we go back?");
        assertThat(now.path("narratives").size())
                .as("what was written first stays")
                .isEqualTo(1);
        assertThat(now.path("additions")
                        .path(0)
                        .path("change")
                        .path("narratives")
                        .path(0)
                        .path("band")
                        .stringValue())
                .isEqualTo("11-15");
    }

    @Test
    void whatIsForNamedPeopleIsKnownOfAndNotRead() {
        ObjectNode held = entry("memory").put("facts", MARKER + " before").put("sensitivity", "legal_hold");
        String id = entry("p_ellis", held).json().path("id").stringValue();
        joanna.sync();
        deborah.sync();
        JsonNode hers = shown(deborah, "p_ellis", id);
        assertThat(hers.path("withheld").booleanValue()).isTrue();
        assertThat(hers.toString()).doesNotContain(MARKER);
        assertThat(shown(joanna, "p_ellis", id).path("facts").stringValue()).contains(MARKER);
    }
}
