package org.alongside.caseload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.alongside.caseload.Search.Found;
import org.alongside.caseload.Search.Kind;
import org.alongside.kernel.Json;
import org.alongside.record.Intent;
import org.alongside.record.StreamId;
import org.alongside.testing.MarlbrookLaptop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/// What search finds on a laptop, why it says so, and what it never shows.
class SearchTest {
    @TempDir
    static Path folder;

    private static MarlbrookLaptop laptop;
    private static UUID ellis;
    private static UUID romy;

    @BeforeAll
    static void open() {
        laptop = MarlbrookLaptop.of(folder.resolve("laptop"));
        ellis = laptop.child("Ellis");
        romy = laptop.child("Romy");
    }

    @AfterAll
    static void close() {
        laptop.close();
    }

    private static List<Found> search(String typed) {
        return laptop.laptop().search().all(typed, 50);
    }

    private static UUID note(UUID child, String text) {
        UUID id = laptop.laptop().ids().next();
        ObjectNode value = Json.object();
        value.put("kind", "call").put("at", "2026-11-18T10:30:00Z").put("text", text);
        laptop.laptop().log().save(List.of(Intent.whole(StreamId.ofCase(child), id, "case_note", value)));
        return id;
    }

    private static void named(String name, String relation) {
        laptop.laptop()
                .events()
                .save(
                        "person",
                        List.of(romy),
                        Json.object()
                                .put("name", name)
                                .put("relation", relation)
                                .put("kind", "adult")
                                .put("parental_responsibility", "no")
                                .put("in_household", "no"),
                        null);
    }

    @Test
    void aChildIsFoundByTheBeginningOfAName() {
        assertThat(search("ell")).first().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(Kind.CHILD);
            assertThat(found.id()).isEqualTo(ellis);
        });
    }

    @Test
    void namesAreFoundInTheirScriptAndWithoutTheirMarks() {
        named("Paweł Żółkiewski", "uncle");
        named("فاطِمة الزَّهراء", "aunt");
        named("ሠላማዊት ተስፋይ", "grandmother");
        assertThat(search("pawel zolk")).extracting(Found::title).contains("Paweł Żółkiewski");
        assertThat(search("PAWEŁ")).extracting(Found::title).contains("Paweł Żółkiewski");
        assertThat(search("فاطمه")).extracting(Found::title).contains("\u2068فاطِمة الزَّهراء\u2069");
        // The same sound, written with the other letter.
        assertThat(search("ሰላማዊት")).extracting(Found::title).contains("ሠላማዊት ተስፋይ");
    }

    @Test
    void otherSpellingsAndSoundsAreFoundAndSaidToBeSo() {
        named("Katarzyna Wojcik", "neighbour");
        named("Stephen Nokes", "friend");
        assertThat(search("kasia")).anySatisfy(found -> {
            assertThat(found.title()).isEqualTo("Katarzyna Wojcik");
            assertThat(found.why()).contains("neighbour of Romy").contains("also written so");
        });
        assertThat(search("steven noakes")).anySatisfy(found -> {
            assertThat(found.title()).isEqualTo("Stephen Nokes");
            assertThat(found.why()).contains("sounds like it");
        });
        assertThat(search("stephen"))
                .filteredOn(found -> found.kind() == Kind.PERSON)
                .allSatisfy(found -> assertThat(found.why()).doesNotContain("sounds"));
    }

    @Test
    void theWordsOfANoteAreFoundTheMomentItIsSaved() {
        UUID note = note(
                romy, "Rang at ten. The health visitor worries about a blister under Romy's thumb. Will ring again.");
        assertThat(search("blist thumb")).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(Kind.NOTE);
            assertThat(found.id()).isEqualTo(note);
            assertThat(found.child()).isEqualTo(romy);
            assertThat(found.title()).isEqualTo("Case note, Romy, 18 November 2026");
            assertThat(found.why()).isEqualTo("The health visitor worries about a blister under Romy's thumb.");
        });
        assertThat(search("blister elephant")).isEmpty();
    }

    @Test
    void chronologyVisitsAndPlacesAreFound() {
        assertThat(search("anaesthetic")).anySatisfy(found -> {
            assertThat(found.kind()).isEqualTo(Kind.CHRONOLOGY);
            assertThat(found.why()).contains("four teeth");
        });
        laptop.laptop().facts().set(ellis, "school", Json.object().put("name", "Whinmoor Primary"), null, null);
        assertThat(search("whinmoor")).anySatisfy(found -> {
            assertThat(found.kind()).isEqualTo(Kind.PLACE);
            assertThat(found.title()).isEqualTo("School, Ellis");
        });
    }

    @Test
    void aRecordOfSeveralChildrenIsOneResult() {
        UUID record = laptop.laptop().ids().next();
        for (UUID child : List.of(ellis, romy)) {
            ObjectNode value = Json.object();
            value.putObject("visit").put("started_at", "2026-11-17T10:30:00Z");
            value.putObject("child").put("child_words", "xylophone");
            laptop.laptop().log().save(List.of(Intent.whole(StreamId.ofCase(child), record, "visit", value)));
        }
        assertThat(search("xylophone")).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(Kind.VISIT);
            assertThat(found.title()).contains("Ellis").contains("Romy");
        });
    }

    @Test
    void aWithheldAddressIsNotFoundAndNotShown() {
        ObjectNode address = Json.object().put("lines", "9 Quillfeather Way").put("withheld", true);
        laptop.laptop().facts().set(romy, "address", address, null, null);
        assertThat(search("quillfeather")).isEmpty();
        UUID record = laptop.laptop().ids().next();
        ObjectNode typed = Json.object()
                .put("from_on", "2026-11-01")
                .put("address", "9 Quillfeather Way")
                .put("withheld", true);
        laptop.laptop()
                .log()
                .save(List.of(Intent.group(StreamId.ofCase(romy), record, "address", "record", List.of(), typed)));
        assertThat(search("quillfeather")).isEmpty();
    }

    @Test
    void whatIsRestrictedPrivateHeldBackOrEnteredInErrorIsNotFound() {
        StreamId restricted = new StreamId(StreamId.Kind.CASE_RESTRICTED, romy.toString());
        ObjectNode note = Json.object().put("text", "zanzibarword").put("at", "2026-11-18T10:30:00Z");
        laptop.laptop()
                .log()
                .save(List.of(Intent.whole(restricted, laptop.laptop().ids().next(), "case_note", note)));
        ObjectNode memory = Json.object()
                .put("title", "zanzibarword")
                .put("sensitivity", "worker_only")
                .put("added_on", "2026-11-18");
        laptop.laptop()
                .log()
                .save(List.of(Intent.group(
                        StreamId.ofCase(romy),
                        laptop.laptop().ids().next(),
                        "life_story_entry",
                        "record",
                        List.of(),
                        memory)));
        ObjectNode visit = Json.object();
        visit.putObject("child").putArray("restricted_lines").addObject().put("text", "zanzibarword of the police");
        laptop.laptop()
                .log()
                .save(List.of(Intent.whole(
                        StreamId.ofCase(romy), laptop.laptop().ids().next(), "visit", visit)));
        UUID wrong = note(romy, "zanzibarword in the wrong record");
        laptop.laptop().amending().withdraw(wrong, "wrong child", null);
        assertThat(search("zanzibarword")).isEmpty();
    }

    @Test
    void anAdditionIsFoundWithItsRecord() {
        UUID note = note(ellis, "School rang.");
        laptop.laptop().amending().amend(note, Json.object().put("text", "The teacher said kaleidoscope."), "left out");
        assertThat(search("kaleidoscope")).singleElement().satisfies(found -> {
            assertThat(found.id()).isEqualTo(note);
            assertThat(found.why()).isEqualTo("The teacher said kaleidoscope.");
        });
    }

    @Test
    void whatAColleagueWroteIsFoundWhenItHasArrived() {
        UUID record = UUID.randomUUID();
        ObjectNode value = Json.object()
                .put("kind", "call")
                .put("at", "2026-11-17T10:30:00Z")
                .put("text", "marmalade");
        laptop.arrives(
                Intent.whole(StreamId.ofCase(romy), record, "case_note", value),
                "priya",
                MarlbrookLaptop.CLOCK.instant().minus(Duration.ofHours(1)));
        assertThat(search("marmal")).singleElement().extracting(Found::id).isEqualTo(record);
    }

    @Test
    void theIndexIsTheSameAfterARebuild() {
        note(romy, "Something to be found again.");
        assertThat(laptop.store().rebuild().run()).isEmpty();
        assertThat(search("found again")).isNotEmpty();
    }

    @Test
    void aLongSentenceIsCutAroundTheWord() {
        note(ellis, "a".repeat(1) + " word".repeat(60) + " periwinkle" + " word".repeat(60));
        assertThat(search("periwinkle")).singleElement().extracting(Found::why).satisfies(why -> {
            assertThat(why).startsWith("… ").endsWith(" …").contains("periwinkle");
            assertThat(why.length()).isLessThan(200);
        });
    }

    @Test
    void nothingAndOneLetterFindNoRecords() {
        assertThat(search("")).isEmpty();
        assertThat(search("'%_\\")).isEmpty();
        assertThat(laptop.laptop().search().words("a", 50)).isEmpty();
    }
}
