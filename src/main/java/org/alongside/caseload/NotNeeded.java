package org.alongside.caseload;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.alongside.access.Account;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Json;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.kernel.TypedText;
import org.alongside.record.Amended;
import org.alongside.record.Amending;
import org.alongside.record.CaseLog;
import org.alongside.record.Intent;
import org.alongside.record.RecordState;
import org.alongside.record.RecordTypes;
import org.alongside.record.StreamId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// "Not needed because…": what a person says of a date or a prompt instead of meeting it. The only way
/// out besides meeting it; it stands on the child's record, with its reason, and the date stays in
/// sight (timescales.md 2, point 6).
public final class NotNeeded {
    public static final String TYPE = "not_needed";

    private final CaseLog log;
    private final Supplier<UUID> ids;
    private final Clock clock;
    private final Account me;

    public NotNeeded(CaseLog log, Supplier<UUID> ids, Clock clock, Account me) {
        this.log = log;
        this.ids = ids;
        this.clock = clock;
        this.me = me;
    }

    /// What it is said of.
    ///
    /// @param what `clock` or `prompt`
    /// @param of id of the rule or prompt
    /// @param trigger the day from which the date counts; null for a prompt
    public record Of(String what, String of, @Nullable LocalDate trigger) {}

    /// Something that was said and holds.
    public record Said(
            UUID record,
            Of of,
            boolean late,
            String why,
            LocalDate on,
            String by,
            @Nullable LocalDate until) {}

    /// Says it of each child.
    ///
    /// @param late it will be late for a reason, else it does not apply
    /// @param draft in which it was written, or null
    /// @throws BadInput without a reason, or when the role may not say it
    public CaseLog.Saved say(List<UUID> children, Of of, boolean late, String why, @Nullable UUID draft) {
        if (!RecordTypes.shipped().get(TYPE).recordedBy().contains(me.role().word())) {
            throw BadInput.of("role-may-not", "why", Texts.of("caseload.not-needed.role"));
        }
        String reason = TypedText.mended(why).strip();
        if (reason.isEmpty()) {
            throw new BadInput(
                    List.of(Problem.at("why", "reason-missing", Texts.of("caseload.not-needed.why-missing"))));
        }
        var intents = new ArrayList<Intent>();
        for (UUID child : children) {
            ObjectNode value = Json.object()
                    .put("said_on", Clocks.today(clock).toString())
                    .put("what", of.what())
                    .put("of", of.of())
                    .put("kind", late ? "late_with_reason" : "not_applicable")
                    .put("why", reason);
            LocalDate trigger = of.trigger();
            if (trigger != null) {
                value.put("trigger_on", trigger.toString());
            }
            intents.add(Intent.whole(StreamId.ofCase(child), ids.get(), TYPE, value));
        }
        return log.save(intents, draft);
    }

    /// What was said of a child and holds, the newest first.
    public List<Said> of(UUID child) {
        return log.records(StreamId.ofCase(child)).stream()
                .filter(state -> state.type().equals(TYPE) && state.withdrawal().isEmpty())
                .map(NotNeeded::said)
                .sorted(Comparator.comparing(Said::on).reversed())
                .toList();
    }

    private static Said said(RecordState state) {
        ObjectNode fields = Amended.value(state, "record");
        return new Said(
                state.record(),
                new Of(
                        CaseReader.word(fields, "what"),
                        CaseReader.word(fields, "of"),
                        CaseReader.day(fields.path("trigger_on")).orElse(null)),
                CaseReader.word(fields, "kind").equals("late_with_reason"),
                CaseReader.word(fields, "why"),
                CaseReader.day(fields.path("said_on"))
                        .orElse(Clocks.day(state.first().at())),
                state.first().author(),
                CaseReader.day(fields.path("until_on")).orElse(null));
    }

    /// Takes it back; it stays in the history.
    public CaseLog.Saved withdraw(UUID record) {
        return new Amending(log, ids).withdraw(record, Texts.of("caseload.not-needed.asked-again"), null);
    }
}
