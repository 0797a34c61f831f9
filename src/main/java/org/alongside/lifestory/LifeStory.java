package org.alongside.lifestory;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.alongside.access.Account;
import org.alongside.child.Age;
import org.alongside.child.ChildSummary;
import org.alongside.child.Children;
import org.alongside.child.People;
import org.alongside.child.PersonAnswers;
import org.alongside.document.picture.Photograph;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Json;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.record.Amending;
import org.alongside.record.Blobs;
import org.alongside.record.CaseLog;
import org.alongside.record.Drafts;
import org.alongside.record.Intent;
import org.alongside.record.RecordState;
import org.alongside.record.RecordTypes;
import org.alongside.record.StreamId;
import org.alongside.rules.AnswerCheck;
import org.alongside.rules.References;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A child's life story (practice 5): entries are written, added to and read, and never overwritten. One
/// entry is about one child.
public final class LifeStory {
    public static final String TYPE = "life_story_entry";

    private final CaseLog log;
    private final Drafts drafts;
    private final Blobs blobs;
    private final Children children;
    private final EntryForm form = EntryForm.shipped();
    private final EntryRules rules;
    private final Supplier<UUID> ids;
    private final Clock clock;
    private final Account me;

    public LifeStory(
            CaseLog log,
            Drafts drafts,
            Blobs blobs,
            Children children,
            References references,
            Supplier<UUID> ids,
            Clock clock,
            Account me) {
        this.log = log;
        this.drafts = drafts;
        this.blobs = blobs;
        this.children = children;
        this.rules = new EntryRules(form, references);
        this.ids = ids;
        this.clock = clock;
        this.me = me;
    }

    public EntryForm form() {
        return form;
    }

    private Drafts.Draft draft(UUID id, UUID child, ObjectNode body, ObjectNode place) {
        Instant now = clock.instant();
        return drafts.keep(new Drafts.Draft(id, EntryDraft.KIND, List.of(child), body, place, now, now));
    }

    /// Takes an entry from a file as a draft. A photograph must have been sealed and stand in it already.
    ///
    /// @throws BadInput when something can never be kept, with its path; nothing is kept then
    public Drafts.Draft take(UUID child, ObjectNode file) {
        ObjectNode entry = rules.written(file);
        AnswerCheck.Result result = rules.check(entry);
        if (!result.wrong().isEmpty()) {
            throw new BadInput(result.wrong());
        }
        expectChild(child, entry);
        UUID id = entry.path("entry_id").isString()
                ? UUID.fromString(entry.get("entry_id").stringValue())
                : ids.get();
        if (!log.streamsOf(id).isEmpty()) {
            throw BadInput.of("record-finished", "entry_id", Texts.of("lifestory.finished-already"));
        }
        return draft(id, child, EntryDraft.of(entry), Json.object());
    }

    private void expectChild(UUID child, ObjectNode entry) {
        JsonNode named = entry.path("child");
        String id = named.isObject() ? named.path("person").asString("") : named.asString("");
        boolean other = !id.isEmpty()
                && children.findByAnyId(id)
                        .filter(one -> one.id().equals(child))
                        .isEmpty();
        if (other) {
            throw BadInput.of("child-other", "child", Texts.of("lifestory.child-other"));
        }
    }

    /// Checks what a file says, with its paths, before a photograph of it is opened.
    public AnswerCheck.Result check(ObjectNode file) {
        return rules.check(rules.written(file));
    }

    public Drafts.Draft keep(Drafts.Draft draft) {
        return drafts.keep(draft);
    }

    /// Seals a photograph of this child's. It goes with the entry that names it.
    ///
    /// @param file what it is called; only ever shown to who may see the entry
    public ObjectNode seal(UUID child, String file, Photograph photograph) {
        return Media.of(file, photograph, blobs.keep(StreamId.ofCase(child), photograph.bytes()));
    }

    /// The photograph, opened in memory; nothing when it is still to come.
    public Optional<byte[]> open(UUID child, Media media) {
        return media.ref().flatMap(ref -> blobs.open(StreamId.ofCase(child), ref));
    }

    public Blobs.Place place(UUID child, Media media) {
        return media.ref()
                .map(ref -> blobs.place(StreamId.ofCase(child), ref.name()))
                .orElse(Blobs.Place.STILL_TO_COME);
    }

    /// What finishing a draft still needs.
    public List<Problem> problems(Drafts.Draft draft) {
        return rules.check(entry(draft)).all();
    }

    /// The entry that a draft would be.
    public ObjectNode entry(Drafts.Draft draft) {
        UUID child = draft.children().getFirst();
        LocalDate today = Clocks.today(clock);
        String band = Age.band(children.find(child).map(ChildSummary::bornOn).orElse(null), today);
        ObjectNode entry = rules.written(EntryDraft.entry(draft.body(), child.toString(), me.name(), band, today));
        return withDefaults(child, entry, today);
    }

    /// What is not said: shared with the child, a draft until others have agreed, and a child's own words
    /// agreed as they are. An unaccompanied child's account from before arrival must not become a second
    /// statement, so it is theirs alone (practice 5.6).
    private ObjectNode withDefaults(UUID child, ObjectNode entry, LocalDate today) {
        boolean guarded = isBeforeArrival(child, entry);
        byDefault(entry, "sensitivity", guarded ? form.beforeArrival("sensitivity") : form.byDefault("sensitivity"));
        byDefault(
                entry,
                "status",
                guarded
                        ? form.beforeArrival("status")
                        : form.byDefault(entry.path("childs_words").isObject() ? "status_of_the_child" : "status"));
        byDefault(entry, "confidence", form.byDefault("confidence"));
        byDefault(entry, "added_on", today.toString());
        return entry;
    }

    private static void byDefault(ObjectNode entry, String field, String value) {
        if (entry.path(field).asString("").isBlank()) {
            entry.put(field, value);
        }
    }

    /// Whether it tells of a time before an unaccompanied child came; a time that is not known may be.
    public boolean isBeforeArrival(UUID child, ObjectNode entry) {
        Optional<LocalDate> arrived = arrivedOn(child);
        return arrived.isPresent()
                && PartialDay.of(entry.path("from"))
                        .first()
                        .map(from -> from.isBefore(arrived.get()))
                        .orElse(true);
    }

    /// The day an unaccompanied child came; empty for every other child.
    public Optional<LocalDate> arrivedOn(UUID child) {
        return log.records(StreamId.ofCase(child)).stream()
                .filter(state -> state.type().equals(form.beforeArrival("record")))
                .filter(state -> state.withdrawal().isEmpty())
                .flatMap(state -> Entry.day(state.value("record", form.beforeArrival("field"))).stream())
                .min(Comparator.naturalOrder());
    }

    /// Makes the draft a finished entry.
    ///
    /// @throws BadInput with everything still to put right; the draft stays
    public CaseLog.Saved finish(UUID draft) {
        Drafts.Draft kept = drafts.find(draft)
                .orElseThrow(() -> BadInput.of("draft-unknown", "entry", Texts.of("lifestory.draft-unknown")));
        ObjectNode entry = entry(kept);
        List<Problem> problems = rules.check(entry).all();
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        if (!RecordTypes.shipped().get(TYPE).recordedBy().contains(me.role().word())) {
            throw BadInput.of("role-may-not", "entry", Texts.of("lifestory.role-may-not"));
        }
        UUID child = kept.children().getFirst();
        var named = new PersonAnswers(children, new People(ids), List.of(child));
        for (String list : List.of("people", "sources")) {
            entry.path(list).forEach(one -> {
                if (one instanceof ObjectNode object && object.has("person")) {
                    object.set("person", named.person(object.get("person")));
                }
            });
        }
        entry.put("entry_id", draft.toString());
        entry.put("child", child.toString());
        var intents = new ArrayList<Intent>();
        intents.add(Intent.whole(StreamId.ofCase(child), draft, TYPE, entry));
        intents.addAll(named.added());
        return log.save(intents, draft);
    }

    /// Adds to an entry: another version, another's view, an answer to the child's question. What the child
    /// said, and what kind of entry it is, stays as it was.
    ///
    /// @throws BadInput when it would change what may not change, or cannot be kept
    public CaseLog.Saved add(UUID entry, ObjectNode change, String why, @Nullable UUID draft) {
        ObjectNode written = rules.written(change);
        for (String field : written.propertyNames()) {
            if (form.neverChanged().contains(field)) {
                throw BadInput.of("field-stays", field, Texts.of("lifestory.field-stays"));
            }
        }
        boolean words = written.size() == 1 && written.has("text");
        if (!words) {
            List<Problem> wrong = rules.check(written).wrong();
            if (!wrong.isEmpty()) {
                throw new BadInput(wrong);
            }
        }
        return new Amending(log, ids).finishing(draft).amend(entry, written, why);
    }

    public boolean isEntry(UUID record) {
        return log.streamsOf(record).stream()
                .flatMap(stream -> log.find(stream, record).stream())
                .anyMatch(state -> state.type().equals(TYPE));
    }

    /// The entries of one child that this account may read or may know of: unanswered questions first, then
    /// the newest time first.
    public Seen of(UUID child) {
        var entries = new ArrayList<Entry>();
        int known = 0;
        for (RecordState state : log.records(StreamId.ofCase(child))) {
            if (!state.type().equals(TYPE)) {
                continue;
            }
            Entry entry = Entry.of(state, form);
            switch (sight(entry)) {
                case ALL -> entries.add(entry);
                case THAT_IT_EXISTS -> known++;
                case NOTHING -> {}
            }
        }
        entries.sort(Comparator.comparing((Entry entry) -> !entry.isUnanswered())
                .thenComparing(entry -> entry.from().first().orElseGet(entry::addedOn), Comparator.reverseOrder()));
        return new Seen(List.copyOf(entries), known);
    }

    /// @param known entries that this account may know of and not read
    public record Seen(List<Entry> entries, int known) {}

    public Optional<Entry> find(UUID child, UUID entry) {
        return log.find(StreamId.ofCase(child), entry)
                .filter(state -> state.type().equals(TYPE))
                .map(state -> Entry.of(state, form))
                .filter(one -> sight(one) == EntryForm.Sight.ALL);
    }

    /// How much of an entry this account may see (practice 5.10). Whoever wrote it may read it.
    public EntryForm.Sight sight(RecordState state) {
        return sight(Entry.of(state, form));
    }

    private EntryForm.Sight sight(Entry entry) {
        return entry.state().first().author().equals(me.name())
                ? EntryForm.Sight.ALL
                : form.sight(entry.sensitivity(), me.role().word());
    }

    /// What the child would read today.
    public ChildReading.Book book(ChildSummary child) {
        return new ChildReading(form).book(child, of(child.id()).entries(), Clocks.today(clock));
    }
}
