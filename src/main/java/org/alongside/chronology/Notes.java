package org.alongside.chronology;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.alongside.access.Account;
import org.alongside.child.Children;
import org.alongside.child.People;
import org.alongside.child.PersonAnswers;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Json;
import org.alongside.kernel.Problem;
import org.alongside.kernel.TypedText;
import org.alongside.record.CaseLog;
import org.alongside.record.Drafts;
import org.alongside.record.Intent;
import org.alongside.record.RecordState;
import org.alongside.record.RecordTypes;
import org.alongside.record.StreamId;
import org.alongside.rules.AnswerCheck;
import org.alongside.rules.References;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Case notes, the commonest record of all: a call, a message, a meeting, a letter. A note about
/// brothers and sisters is written once and stands in each child's case.
public final class Notes {
    public static final String TYPE = "case_note";

    /// The kind of draft.
    public static final String DRAFT = "note";

    private final CaseLog log;
    private final Drafts drafts;
    private final Children children;
    private final NoteRules rules;
    private final References references;
    private final Supplier<UUID> ids;
    private final Clock clock;
    private final Account me;

    public Notes(
            CaseLog log,
            Drafts drafts,
            Children children,
            References references,
            Supplier<UUID> ids,
            Clock clock,
            Account me) {
        this.log = log;
        this.drafts = drafts;
        this.children = children;
        this.rules = new NoteRules(RecordTypes.shipped());
        this.references = references;
        this.ids = ids;
        this.clock = clock;
        this.me = me;
    }

    /// A new note, about now; already kept.
    public Drafts.Draft begin(List<UUID> about) {
        Instant now = clock.instant();
        ObjectNode note = Json.object();
        note.put("at", now.toString());
        return drafts.keep(new Drafts.Draft(ids.get(), DRAFT, about, note, Json.object(), now, now));
    }

    /// Takes a note from a file as a draft.
    ///
    /// @throws BadInput when an answer can never be stored; nothing is kept then
    public Drafts.Draft take(List<UUID> about, ObjectNode file) {
        AnswerCheck.Result result = check(file);
        if (!result.wrong().isEmpty()) {
            throw new BadInput(result.wrong());
        }
        Instant now = clock.instant();
        return drafts.keep(new Drafts.Draft(ids.get(), DRAFT, about, file, Json.object(), now, now));
    }

    public Drafts.Draft keep(Drafts.Draft draft) {
        return drafts.keep(draft);
    }

    /// What is wrong with a note, and what finishing it misses.
    public AnswerCheck.Result check(ObjectNode note) {
        return rules.check(note, references);
    }

    /// Makes the draft a finished note.
    ///
    /// @throws BadInput with everything still to put right; the draft stays
    public CaseLog.Saved finish(UUID draft) {
        Drafts.Draft kept = drafts.find(draft)
                .orElseThrow(() -> BadInput.of("draft-unknown", "note", "There is no such draft on this laptop."));
        List<Problem> problems = check(kept.body()).all();
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        if (!RecordTypes.shipped().get(TYPE).recordedBy().contains(me.role().word())) {
            throw BadInput.of("role-may-not", "note", "Case notes are recorded by others. Ask your manager who does.");
        }
        var named = new PersonAnswers(children, new People(ids), kept.children());
        ObjectNode note = mended(kept.body());
        if (note.has("with")) {
            note.set("with", named.persons(note.get("with")));
        }
        note.put("signed_at", clock.instant().toString());
        var intents = new ArrayList<Intent>();
        kept.children().forEach(child -> intents.add(Intent.whole(StreamId.ofCase(child), draft, TYPE, note)));
        intents.addAll(named.added());
        return log.save(intents, draft);
    }

    /// The notes in one child's case, newest first.
    public List<RecordState> of(UUID child) {
        return log.records(StreamId.ofCase(child)).stream()
                .filter(state -> state.type().equals(TYPE))
                .sorted(Comparator.comparing(Notes::at).reversed())
                .toList();
    }

    /// When it happened, as the note says.
    public static Instant at(RecordState state) {
        JsonNode at = state.value("record", "at");
        try {
            return at.isString()
                    ? Clocks.moment(at.stringValue())
                    : state.first().at();
        } catch (java.time.DateTimeException e) {
            return state.first().at();
        }
    }

    private static ObjectNode mended(ObjectNode note) {
        ObjectNode copy = note.deepCopy();
        note.properties().forEach(entry -> {
            if (entry.getValue().isString()) {
                copy.put(entry.getKey(), TypedText.mended(entry.getValue().stringValue()));
            }
        });
        return copy;
    }
}
