package org.alongside.lifestory;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Json;
import org.alongside.kernel.Texts;
import org.alongside.record.Change;
import org.alongside.record.Operation;
import org.alongside.record.RecordState;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// An entry as it stands: what was written first, and what was added since. What a child said is as it was
/// said; lists have grown; of the few facts that may change the newest is shown and the others stay in the
/// record.
public final class Entry {
    private final RecordState state;
    private final ObjectNode value;

    private Entry(RecordState state, ObjectNode value) {
        this.state = state;
        this.value = value;
    }

    static Entry of(RecordState state, EntryForm form) {
        ObjectNode value = state.current("record")
                .map(change -> change.value() instanceof ObjectNode object ? object.deepCopy() : Json.object())
                .orElseGet(Json::object);
        for (Change addition : state.additions()) {
            if (addition.operation().type().equals(Operation.AMENDMENT)
                    && addition.value() instanceof ObjectNode added) {
                lay(added, value, form);
            }
        }
        return new Entry(state, value);
    }

    private static void lay(ObjectNode added, ObjectNode over, EntryForm form) {
        added.properties().forEach(member -> {
            String field = member.getKey();
            if (form.neverChanged().contains(field)
                    || form.fields().field(field).isEmpty()) {
                return;
            }
            if (form.addedTo().contains(field) && over.path(field) instanceof ArrayNode list) {
                member.getValue().forEach(list::add);
            } else {
                over.set(field, member.getValue());
            }
        });
    }

    public UUID id() {
        return state.record();
    }

    public RecordState state() {
        return state;
    }

    /// Everything it says, additions laid over.
    public ObjectNode value() {
        return value;
    }

    public String kind() {
        return text("kind");
    }

    public String sensitivity() {
        String given = text("sensitivity");
        return given.isEmpty() ? "worker_only" : given;
    }

    public String status() {
        return text("status");
    }

    public String childChoice() {
        return text("child_choice");
    }

    public PartialDay from() {
        return PartialDay.of(value.path("from"));
    }

    public PartialDay to() {
        return PartialDay.of(value.path("to"));
    }

    public String place() {
        return value.path("place").path("text").asString("");
    }

    public String facts() {
        return text("facts");
    }

    /// What the child said; empty when they said nothing here.
    public String childsWords() {
        return value.path("childs_words").path("text").asString("");
    }

    public Optional<LocalDate> saidOn() {
        return day(value.path("childs_words").path("date"));
    }

    /// The versions of the account, in the order they were written.
    public List<Narrative> narratives() {
        var told = new ArrayList<Narrative>();
        value.path("narratives")
                .forEach(one -> told.add(new Narrative(
                        one.path("band").asString(""),
                        one.path("text").asString(""),
                        one.path("agreed_by").asString(""),
                        day(one.path("agreed_on")))));
        return told;
    }

    /// @param band the age it is written for; empty for any
    public record Narrative(String band, String text, String agreedBy, Optional<LocalDate> agreedOn) {
        public boolean isAgreed() {
            return agreedOn.isPresent() || !agreedBy.isBlank();
        }
    }

    public List<Media> media() {
        var media = new ArrayList<Media>();
        value.path("media").forEach(one -> media.add(new Media(one)));
        return media;
    }

    public boolean isQuestion() {
        return kind().equals("question");
    }

    /// A child's question that has no answer yet: it is shown until there is one.
    public boolean isUnanswered() {
        return isQuestion() && value.path("answer").path("text").asString("").isBlank();
    }

    /// The day it was asked.
    public LocalDate askedOn() {
        return saidOn().or(() -> from().first()).orElseGet(this::addedOn);
    }

    public LocalDate addedOn() {
        return day(value.path("added_on"))
                .orElseGet(() -> Clocks.day(state.first().at()));
    }

    public boolean isWithdrawn() {
        return state.withdrawal().isPresent();
    }

    /// What it is called: its title, or what kind of thing it is and when.
    public String title() {
        String title = text("title");
        return title.isBlank() ? Texts.of("lifestory.kind-" + kind()) : title;
    }

    private String text(String field) {
        return value.path(field).asString("");
    }

    static Optional<LocalDate> day(JsonNode node) {
        try {
            return node.isString() ? Optional.of(LocalDate.parse(node.stringValue())) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
