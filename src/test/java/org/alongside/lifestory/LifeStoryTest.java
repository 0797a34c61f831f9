package org.alongside.lifestory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Account;
import org.alongside.access.Role;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Json;
import org.alongside.record.Blobs;
import org.alongside.record.Intent;
import org.alongside.record.StreamId;
import org.alongside.rules.Content;
import org.alongside.rules.FieldDefinition;
import org.alongside.rules.References;
import org.alongside.testing.MemoryLaptop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/// The rules of a life story (practice 5.4 to 5.6 and 5.10).
class LifeStoryTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 18);

    private final Clock clock =
            Clock.fixed(TODAY.atTime(12, 0).atZone(Clocks.LONDON).toInstant(), Clocks.LONDON);
    private final MemoryLaptop laptop = new MemoryLaptop(clock);
    private final UUID selam = laptop.child("Selam", "Tekle", "F", LocalDate.of(2010, 8, 18), UUID.randomUUID(), "CLA");
    private final LifeStory story = story(MemoryLaptop.JOANNA);

    private LifeStory story(Account who) {
        return new LifeStory(
                laptop.log(),
                laptop.drafts(),
                new Shelf(),
                laptop.children(),
                References.trusted(),
                laptop.ids::next,
                clock,
                who);
    }

    /// Attachments in memory, not sealed: sealing is the store's affair.
    private static final class Shelf implements Blobs {
        private final Map<String, byte[]> kept = new HashMap<>();

        @Override
        public Ref keep(StreamId stream, byte[] clear) {
            String name = "ab".repeat(32);
            kept.put(name, clear);
            return new Ref(name, "AAAA");
        }

        @Override
        public Optional<byte[]> open(StreamId stream, Ref ref) {
            return Optional.ofNullable(kept.get(ref.name()));
        }

        @Override
        public Place place(StreamId stream, String name) {
            return Place.ON_THIS_LAPTOP;
        }
    }

    private static ObjectNode entry(String kind) {
        ObjectNode entry = Json.object().put("kind", kind).put("title", kind);
        entry.putArray("sources").addObject().put("kind", "worker");
        return entry;
    }

    private static ObjectNode told(String kind, String band, String text) {
        ObjectNode entry = entry(kind);
        ObjectNode told = entry.putArray("narratives").addObject().put("text", text);
        if (!band.isEmpty()) {
            told.put("band", band);
        }
        return entry;
    }

    private UUID keep(ObjectNode entry) {
        UUID draft = story.take(selam, entry).id();
        story.finish(draft);
        return draft;
    }

    private Entry kept(ObjectNode entry) {
        return story.find(selam, keep(entry)).orElseThrow();
    }

    private ChildReading.Book book() {
        return story.book(laptop.children().find(selam).orElseThrow());
    }

    private List<String> read() {
        return book().pages().stream().flatMap(page -> page.words().stream()).toList();
    }

    @Test
    void everyFieldOfThePracticeHasAShape() {
        var named = new TreeSet<String>();
        Content.tree("practice/life-story-entry-fields.json")
                .path("fields")
                .forEach(field -> named.add(field.path("field").stringValue()));
        var shaped = EntryForm.shipped().fields().fields().stream()
                .map(FieldDefinition::id)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(shaped).containsAll(named);
        shaped.removeAll(named);
        assertThat(shaped).containsExactlyInAnyOrder("added_on", "told_on", "answer_due", "answer");
    }

    @Test
    void whatIsNotSaidIsSharedAndADraftAndTheChildsOwnWordsAreAgreedAsTheyAre() {
        assertThat(kept(told("memory", "", "You swam.")))
                .satisfies(entry -> assertThat(entry.sensitivity()).isEqualTo("shared"))
                .satisfies(entry -> assertThat(entry.status()).isEqualTo("draft"))
                .satisfies(entry -> assertThat(entry.addedOn()).isEqualTo(TODAY));
        assertThat(kept(entry("saying").put("childs_words", "I swam.")).status())
                .isEqualTo("agreed");
    }

    @ParameterizedTest
    @CsvSource({"2016, legal_hold, child_only", "'', legal_hold, child_only", "2026-10, shared, draft"})
    void anUnaccompaniedChildsTimeBeforeArrivalIsTheirsAlone(String from, String sensitivity, String status) {
        laptop.log()
                .save(List.of(Intent.group(
                        StreamId.ofCase(selam),
                        laptop.ids.next(),
                        "unaccompanied_child",
                        "record",
                        List.of(),
                        Json.object().put("arrived_on", "2026-07-23"))));
        ObjectNode entry = told("memory", "", "My mother’s injera.");
        if (!from.isEmpty()) {
            entry.put("from", from);
        }
        Entry kept = kept(entry);
        assertThat(kept.sensitivity()).isEqualTo(sensitivity);
        assertThat(kept.status()).isEqualTo(status);
        assertThat(read().isEmpty()).isEqualTo(sensitivity.equals("legal_hold"));
    }

    @Test
    void aWordForSomebodyOlderIsNeverReadToAYoungerChild() {
        keep(told("memory", "16-17", "All of it."));
        keep(told("place", "11-15", "Yvonne’s house."));
        keep(told("school", "", "Your school."));
        ObjectNode versions = told("move", "3-5", "For a small one.");
        versions.withArray("narratives").addObject().put("band", "11-15").put("text", "For now.");
        versions.withArray("narratives").addObject().put("band", "16-17").put("text", "For then.");
        keep(versions);
        laptop.family.replaceAll(child -> new org.alongside.child.ChildSummary(
                child.id(),
                child.externalId(),
                child.givenName(),
                child.familyName(),
                child.knownAs(),
                LocalDate.of(2013, 8, 18),
                child.expectedOn(),
                child.diedOn(),
                child.sex(),
                child.family(),
                child.familyLabel(),
                child.addressLine(),
                child.addressWithheld(),
                child.plan(),
                child.restrictedLine()));
        assertThat(read()).containsExactlyInAnyOrder("Yvonne’s house.", "Your school.", "For now.");
    }

    @ParameterizedTest
    @CsvSource({
        "sensitivity, with_trusted_adult",
        "sensitivity, worker_only",
        "sensitivity, legal_hold",
        "status, idea",
        "status, gathering",
        "status, child_only",
        "child_choice, not_in_book",
        "child_choice, not_yet",
        "child_choice, child_only"
    })
    void theChildsPageHasNothingThatIsHeldBack(String field, String value) {
        keep(told("memory", "", "Not for now.").put(field, value));
        assertThat(read()).isEmpty();
        assertThat(book().keptBack()).isEqualTo(1);
    }

    @Test
    void anothersPrivateFactAndAPictureThatSomebodySaidNoToAreNotShown() {
        ObjectNode others = told("memory", "", "About somebody else.");
        others.putArray("third_party").addObject().put("person", "Dean").put("consent", "asked");
        keep(others);
        ObjectNode pictured = told("photo", "", "The class.");
        ObjectNode medium =
                pictured.putArray("media").addObject().put("file", "class.jpg").put("alt_text", "A class");
        medium.putObject("consents").put("in_book", false);
        keep(pictured);
        assertThat(read()).containsExactly("The class.");
        assertThat(book().pages().getFirst().picture()).isEmpty();
    }

    @Test
    void whyInCareIsReadOnceOthersHaveAgreed() {
        keep(told("why_in_care", "11-15", "Not agreed yet.").put("facts", "Staff words."));
        assertThat(read()).isEmpty();
        ObjectNode agreed = told("why_in_care", "11-15", "It was not your fault.");
        ((ObjectNode) agreed.path("narratives").path(0))
                .put("agreed_by", "m_deborah")
                .put("agreed_on", "2026-11-01");
        keep(agreed);
        assertThat(read()).containsExactly("It was not your fault.");
    }

    @Test
    void aQuestionStaysUntilItIsAnswered() {
        UUID question = keep(entry("question").put("childs_words", "Did my dad know about me?"));
        assertThat(story.of(selam).entries().getFirst().isUnanswered()).isTrue();
        assertThat(book().questions()).hasSize(1);
        ObjectNode answer = Json.object();
        answer.putObject("answer").put("text", "Yes. He chose your name.");
        story.add(question, answer, "asked him", null);
        assertThat(book().questions()).isEmpty();
        assertThat(read()).containsExactly("Yes. He chose your name.");
    }

    @Test
    void whatTheChildSaidStaysAndListsGrow() {
        UUID entry = keep(told("memory", "6-10", "First.").put("childs_words", "Mine."));
        assertThatThrownBy(() -> story.add(entry, Json.object().put("childs_words", "Other."), "tidy", null))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("field-stays");
        ObjectNode more = Json.object();
        more.putArray("narratives").addObject().put("band", "11-15").put("text", "Second.");
        story.add(entry, more, "older now", null);
        assertThat(story.find(selam, entry).orElseThrow().narratives())
                .extracting(Entry.Narrative::text)
                .containsExactly("First.", "Second.");
    }

    @ParameterizedTest
    @CsvSource({
        "TEAM_MANAGER, worker_only, true, 0",
        "TEAM_MANAGER, legal_hold, false, 1",
        "IRO, with_trusted_adult, true, 0",
        "IRO, hold_until, false, 1",
        "ADMIN, shared, false, 0",
        "SOCIAL_WORKER, legal_hold, true, 0"
    })
    void whoMayReadIsAsThePracticeSays(Role role, String sensitivity, boolean reads, int known) {
        ObjectNode entry = told("memory", "", "x").put("sensitivity", sensitivity);
        entry.putObject("hold_until").put("age", 16).put("reviewer", "w_joanna").put("review_on", "2027-11-18");
        keep(entry);
        LifeStory.Seen seen =
                story(new Account("t_other", "Other", role, "North", null)).of(selam);
        assertThat(seen.entries()).hasSize(reads ? 1 : 0);
        assertThat(seen.known()).isEqualTo(known);
    }

    @Test
    void holdingBackNeedsWhoLooksAgainAndWhen() {
        ObjectNode entry = told("memory", "", "x").put("sensitivity", "hold_until");
        assertThat(story.problems(story.take(selam, entry)))
                .extracting(problem -> problem.field())
                .containsExactly("hold_until");
    }
}
