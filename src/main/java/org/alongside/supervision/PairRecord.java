package org.alongside.supervision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.record.CaseLog;
import org.alongside.record.RecordState;
import org.alongside.record.Sealing;
import org.alongside.rules.content.ContentFile.SupervisionRules.Route;
import org.jspecify.annotations.Nullable;

/// What two people have kept between them, opened in memory.
///
/// @param sessions the newest first
/// @param words all of them, in the order in which they were written
/// @param unreadable words that this laptop has no key for yet
public record PairRecord(Pair pair, List<Session> sessions, List<Words> words, int unreadable) {
    static final String SESSION = "supervision_session";
    static final String RECORD = "record";

    public PairRecord {
        sessions = List.copyOf(sessions);
        words = List.copyOf(words);
    }

    static PairRecord read(Pair pair, CaseLog log, Sealing sealing) {
        var words = new ArrayList<Words>();
        var held = new ArrayList<RecordState>();
        int unreadable = 0;
        for (RecordState state : log.records(pair.stream())) {
            if (state.type().equals(SESSION)) {
                held.add(state);
            } else if (state.type().equals(Sealing.WORDS)) {
                Optional<Words> opened = words(state, sealing);
                opened.ifPresent(words::add);
                unreadable += opened.isPresent() ? 0 : 1;
            }
        }
        int closed = unreadable;
        List<Session> sessions = held.stream()
                .flatMap(state -> session(state, words, closed).stream())
                .sorted(Comparator.comparing(Session::held)
                        .thenComparing(Session::filedAt)
                        .reversed())
                .toList();
        return new PairRecord(pair, sessions, words, unreadable);
    }

    private static Optional<Words> words(RecordState state, Sealing sealing) {
        return sealing.open(state)
                .flatMap(body -> Words.Kind.find(body.path("kind").asString(""))
                        .map(kind -> new Words(
                                state.record(),
                                kind,
                                state.first().author(),
                                state.first().at(),
                                body,
                                state.unsent() > 0)));
    }

    private static Optional<Session> session(RecordState state, List<Words> words, int unreadable) {
        return FactsReader.day(state.value(RECORD, "held_on"))
                .map(held -> new Session(
                        state.record(),
                        held,
                        state.value(RECORD, "personal").booleanValue(true),
                        state.value(RECORD, "reflective").booleanValue(false),
                        FactsReader.day(state.value("worker_signed", "worker_signed_on"))
                                .orElse(null),
                        FactsReader.day(state.value("supervisor_signed", "supervisor_signed_on"))
                                .orElse(null),
                        state.first().at(),
                        words.stream().filter(each -> each.isOf(state.record())).toList(),
                        unreadable));
    }

    public Optional<Session> session(UUID id) {
        return sessions.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    public Optional<Session> last() {
        return sessions.stream().findFirst();
    }

    /// What counts for the session to come: what no session has closed. No clock decides that.
    AgendaMaker.Said said() {
        Set<String> over = over();
        Map<String, AgendaMaker.Reply> replies = new HashMap<>();
        var own = new ArrayList<Agenda.OwnItem>();
        for (Words each : words) {
            if (over.contains(each.id().toString())) {
                continue;
            }
            switch (each.kind()) {
                case OWN_ITEM ->
                    own.add(new Agenda.OwnItem(each.id(), each.author(), each.text(), id(each.text("child"))));
                case REPLY -> {
                    if (each.text("answer").equals(BACK)) {
                        replies.remove(each.text("key"));
                    } else {
                        replies.put(
                                each.text("key"),
                                new AgendaMaker.Reply(each.text("answer"), each.text("why"), each.author()));
                    }
                }
                case LINE, ACTION, ACTION_LOOKED_AT, DISSENT, NOTE, TAKEN_OFF, CLOSED -> {}
            }
        }
        return new AgendaMaker.Said(own, Map.copyOf(replies));
    }

    /// Own items and answers that a session or their author has closed.
    private Set<String> over() {
        var over = new HashSet<String>();
        for (Words each : words) {
            if (each.kind() == Words.Kind.TAKEN_OFF) {
                over.add(each.text("of"));
            } else if (each.kind() == Words.Kind.CLOSED) {
                each.body().path("of").forEach(of -> over.add(of.asString("")));
            }
        }
        return over;
    }

    /// Ids of what is on the agenda now, for the session that closes it.
    List<String> onAgenda() {
        Set<String> over = over();
        return words.stream()
                .filter(each -> each.kind() == Words.Kind.OWN_ITEM || each.kind() == Words.Kind.REPLY)
                .map(each -> each.id().toString())
                .filter(id -> !over.contains(id))
                .toList();
    }

    /// The answer that takes an earlier answer back.
    static final String BACK = "back";

    /// Actions that are no child's, as they stand.
    List<ActionItem> actions(java.util.function.UnaryOperator<String> display) {
        var items = new ArrayList<ActionItem>();
        for (Words each : words) {
            if (each.kind() == Words.Kind.ACTION) {
                items.add(action(each, display));
            }
        }
        return items;
    }

    private ActionItem action(Words action, java.util.function.UnaryOperator<String> display) {
        LocalDate due = FactsReader.day(action.body().path("due")).orElse(null);
        LocalDate done = null;
        String result = "";
        int notDone = 0;
        for (Words each : words) {
            if (each.kind() == Words.Kind.ACTION_LOOKED_AT
                    && each.text("of").equals(action.id().toString())) {
                Optional<LocalDate> on = FactsReader.day(each.body().path("done_on"));
                if (on.isPresent()) {
                    done = on.get();
                } else {
                    due = FactsReader.day(each.body().path("due")).orElse(due);
                    notDone++;
                }
                result = each.text("why");
            }
        }
        return new ActionItem(
                action.id(),
                null,
                action.text("route").equals("team") ? Route.TEAM : Route.PRIVATE,
                action.text(),
                action.text("owner"),
                display.apply(action.text("owner")),
                org.alongside.kernel.Clocks.day(action.at()),
                due,
                done,
                result,
                notDone);
    }

    static @Nullable UUID id(String text) {
        try {
            return text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
