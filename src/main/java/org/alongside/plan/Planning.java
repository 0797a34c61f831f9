package org.alongside.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.alongside.access.Account;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Json;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.record.CaseLog;
import org.alongside.record.Intent;
import org.alongside.record.RecordTypes;
import org.alongside.record.StreamId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Agrees and reviews plans: what was changed becomes operations of the log, an action a record of its
/// own in the case of each child it is for.
public final class Planning {
    /// Operations that one save takes: fewer than a push, so that what stands or falls together fits in
    /// one.
    private static final int TOGETHER = 90;

    private static final Set<String> PROMISE =
            Set.of("text", "who", "by", "outcome", "if_not", "provider", "frequency", "worry");

    private final CaseLog log;
    private final RecordTypes types;
    private final Supplier<UUID> ids;
    private final Clock clock;
    private final Account me;
    private final Linter linter = Linter.shipped();

    public Planning(CaseLog log, RecordTypes types, Supplier<UUID> ids, Clock clock, Account me) {
        this.log = log;
        this.types = types;
        this.ids = ids;
        this.clock = clock;
        this.me = me;
    }

    /// What keeps a plan from being agreed: hard questions neither mended nor explained, an action for
    /// nobody, one taken out without a reason.
    public List<Problem> problems(PlanDraft draft) {
        var problems = new ArrayList<Problem>();
        for (Finding finding : linter.check(draft.plan(), Clocks.today(clock))) {
            if (finding.stops()) {
                problems.add(Problem.at(
                        finding.where(),
                        finding.code(),
                        finding.action() < 0
                                ? finding.question()
                                : Texts.of("plan.agree.action", finding.action() + 1, finding.question())));
            }
        }
        int at = 0;
        for (PlanDraft.Item item : draft.items()) {
            if (item.removed() && draft.why(item.record()).isBlank()) {
                problems.add(
                        Problem.at("removed[" + item.record() + "]", "reason-missing", Texts.of("plan.agree.why-out")));
            }
            if (!item.removed()) {
                if (item.children().isEmpty()) {
                    problems.add(Problem.at(
                            "actions[" + at + "].children",
                            "child-missing",
                            Texts.of("plan.agree.for-nobody", at + 1)));
                }
                if (item.standing() != null && item.standing().conflict() != null) {
                    problems.add(Problem.at(
                            "actions[" + at + "]", "in-conflict", Texts.of("plan.agree.in-conflict", at + 1)));
                }
                at++;
            }
        }
        return problems;
    }

    /// Agrees a plan as it was drafted.
    ///
    /// @param on the day it was agreed with the family
    /// @param finishedDraft the draft it was written in; null when there is none
    /// @throws BadInput with each question that still stands, or when the writer's role may not
    public void agree(PlanDraft draft, LocalDate on, @Nullable UUID finishedDraft) {
        mayWrite();
        List<Problem> problems = problems(draft);
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        Standing standing = draft.standing();
        var steps = new ArrayList<List<Intent>>();
        for (PlanDraft.Item item : draft.items()) {
            if (item.removed()) {
                steps.add(closed(standing, item.record(), "given_up", on, draft.why(item.record())));
            } else if (item.changed()) {
                steps.add(action(draft, item, on));
            }
        }
        draft.order().ifPresent(order -> places(standing, draft, order, steps));
        ObjectNode said = draft.said().deepCopy();
        steps.add(agreement(standing, draft, said, on));
        save(steps, finishedDraft);
    }

    /// What was decided about an action at a review.
    public enum Decision {
        DONE,
        CARRY_FORWARD,
        GIVE_UP
    }

    /// @param words what came of it, or why it is carried forward or given up
    /// @param by the new day, as written, of one that is carried forward; empty: as it was
    public record Reviewed(Decision decision, String words, String by) {}

    /// What is missing in a review.
    public List<Problem> problems(
            Standing standing, Map<UUID, Reviewed> reviewed, @Nullable LocalDate nextReview, LocalDate held) {
        var problems = new ArrayList<Problem>();
        int at = 0;
        for (Standing.Entry entry : standing.open()) {
            at++;
            String path = "actions." + entry.record();
            Reviewed decided = reviewed.get(entry.record());
            if (decided == null) {
                problems.add(Problem.at(path + ".decision", "answer-missing", Texts.of("plan.review.decide", at)));
            } else if (decided.words().isBlank()) {
                problems.add(Problem.at(
                        path + ".words",
                        "answer-missing",
                        Texts.of(
                                switch (decided.decision()) {
                                    case DONE -> "plan.review.what-came";
                                    case CARRY_FORWARD -> "plan.review.why-not-yet";
                                    case GIVE_UP -> "plan.review.why-given-up";
                                },
                                at)));
            }
        }
        if (nextReview == null || !nextReview.isAfter(held)) {
            problems.add(Problem.at("next_review_on", "answer-missing", Texts.of("plan.review.next")));
        }
        return problems;
    }

    /// Reviews a plan: each open action is done, carried forward or given up.
    ///
    /// @param held the day of the review
    /// @param coreGroup whether a core group did it
    /// @throws BadInput when something is missing
    public void review(
            Standing standing,
            Map<UUID, Reviewed> reviewed,
            LocalDate held,
            @Nullable LocalDate nextReview,
            boolean coreGroup,
            @Nullable UUID finishedDraft) {
        mayWrite();
        List<Problem> problems = problems(standing, reviewed, nextReview, held);
        if (!problems.isEmpty() || nextReview == null) {
            throw new BadInput(problems);
        }
        var steps = new ArrayList<List<Intent>>();
        for (Standing.Entry entry : standing.open()) {
            Reviewed decided = reviewed.get(entry.record());
            if (decided != null) {
                steps.add(
                        switch (decided.decision()) {
                            case DONE -> closed(standing, entry.record(), "done", held, decided.words());
                            case GIVE_UP -> closed(standing, entry.record(), "given_up", held, decided.words());
                            case CARRY_FORWARD -> carried(entry, decided, held);
                        });
            }
        }
        meeting(standing, held, coreGroup).ifPresent(steps::add);
        ObjectNode said = standing.agreement().deepCopy();
        said.put("next_review_on", nextReview.toString());
        steps.add(agreement(standing, null, said, held));
        save(steps, finishedDraft);
    }

    private void mayWrite() {
        if (!types.get(Actions.TYPE).recordedBy().contains(me.role().word())) {
            throw BadInput.of("role-may-not", "plan", Texts.of("plan.role-may-not"));
        }
    }

    private List<Intent> action(PlanDraft draft, PlanDraft.Item item, LocalDate on) {
        ObjectNode value = item.value().deepCopy();
        value.put("kind", "plan");
        Standing.Entry entry = item.standing();
        boolean promised = entry == null
                || PROMISE.stream()
                        .anyMatch(
                                field -> !value.path(field).equals(entry.value().path(field)));
        if (promised) {
            value.put("agreed_on", on.toString());
        }
        boolean reworded =
                entry != null && !value.path("text").equals(entry.value().path("text"));
        if (reworded) {
            value.remove("carried_forward");
        }
        Optional<LocalDate> due = Linter.due(draft.plan(), Actions.read(item.record(), value, item.children()), on);
        if (due.isPresent()) {
            value.put("due_on", due.get().toString());
        } else {
            value.remove("due_on");
        }
        var intents = new ArrayList<Intent>();
        for (UUID child : item.children()) {
            List<UUID> now = entry == null ? List.of() : entry.seen().getOrDefault(child, List.of());
            intents.add(Intent.group(
                    StreamId.ofCase(child),
                    item.record(),
                    Actions.TYPE,
                    Actions.RECORD,
                    draft.seen(item.record(), child, now),
                    value.deepCopy()));
        }
        if (entry != null) {
            entry.children().stream()
                    .filter(child -> !item.children().contains(child))
                    .forEach(child -> intents.add(Intent.withdrawal(
                            StreamId.ofCase(child), item.record(), Json.object(), Texts.of("plan.agree.not-for"))));
        }
        return intents;
    }

    private void places(Standing standing, PlanDraft draft, List<UUID> order, List<List<Intent>> steps) {
        int position = 0;
        for (UUID record : order) {
            PlanDraft.Item item = draft.item(record);
            if (item.removed()) {
                continue;
            }
            position++;
            Standing.Entry entry = item.standing();
            if (entry != null
                    && entry.position() == position
                    && entry.children().equals(item.children())) {
                continue;
            }
            var intents = new ArrayList<Intent>();
            for (UUID child : item.children()) {
                intents.add(Intent.group(
                        StreamId.ofCase(child),
                        record,
                        Actions.TYPE,
                        Actions.PLACE,
                        entry == null ? List.of() : entry.placeSeen().getOrDefault(child, List.of()),
                        Json.object().put("position", position)));
            }
            steps.add(intents);
        }
    }

    private static List<Intent> closed(Standing standing, UUID record, String how, LocalDate on, String result) {
        Standing.Entry entry = standing.open().stream()
                .filter(one -> one.record().equals(record))
                .findFirst()
                .orElseThrow();
        ObjectNode value = entry.value().deepCopy();
        value.put("closed", how).put("done_on", on.toString()).put("result", result);
        return everywhere(entry, value);
    }

    private static List<Intent> carried(Standing.Entry entry, Reviewed decided, LocalDate held) {
        ObjectNode value = entry.value().deepCopy();
        value.put("carried_forward", value.path("carried_forward").asInt(0) + 1);
        value.put("result", decided.words());
        if (!decided.by().isBlank()) {
            value.put("by", decided.by());
            value.put("agreed_on", held.toString());
            ByDate.read(decided.by(), held)
                    .ifPresentOrElse(due -> value.put("due_on", due.toString()), () -> value.remove("due_on"));
        }
        return everywhere(entry, value);
    }

    private static List<Intent> everywhere(Standing.Entry entry, ObjectNode value) {
        var intents = new ArrayList<Intent>();
        entry.seen()
                .forEach((child, seen) -> intents.add(Intent.group(
                        StreamId.ofCase(child), entry.record(), Actions.TYPE, Actions.RECORD, seen, value.deepCopy())));
        return intents;
    }

    /// That the review was held. A looked-after review is the reviewing officer's own record.
    private Optional<List<Intent>> meeting(Standing standing, LocalDate held, boolean coreGroup) {
        String type = switch (standing.kind()) {
            case CHILD_IN_NEED, FAMILY_HELP, EARLY_HELP -> "plan_review";
            case CHILD_PROTECTION -> coreGroup ? "core_group" : "";
            case CARE_PLAN, PATHWAY -> "";
        };
        if (type.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode value = Json.object().put("held_on", held.toString());
        if (type.equals("plan_review")) {
            value.put("plan_kind", standing.kind().name().toLowerCase(java.util.Locale.ROOT));
            value.put("why_called", "routine");
            value.put("decision", "continue");
        } else {
            value.put("plan_agreed", true);
        }
        UUID family = ids.get();
        var intents = new ArrayList<Intent>();
        for (UUID child : standing.children()) {
            intents.add(Intent.group(
                    StreamId.ofCase(child),
                    type.equals("core_group") ? family : ids.get(),
                    type,
                    "record",
                    List.of(),
                    value.deepCopy()));
        }
        return Optional.of(intents);
    }

    private static List<Intent> agreement(Standing standing, @Nullable PlanDraft draft, ObjectNode said, LocalDate on) {
        said.put("agreed_on", on.toString());
        said.put("version", standing.version() + 1);
        var intents = new ArrayList<Intent>();
        for (Standing.Member member : standing.members()) {
            List<UUID> seen = draft == null
                    ? member.seen()
                    : draft.seen(null, member.child().id(), member.seen());
            intents.add(Intent.group(
                    member.child().stream(),
                    member.planRecord(),
                    member.planType(),
                    Actions.AGREEMENT,
                    seen,
                    said.deepCopy()));
        }
        return intents;
    }

    /// An action stands or falls in all the cases it is in. A long plan takes several saves; the draft
    /// goes with the last, and what was saved before a halt is no change when it is agreed again.
    private void save(List<List<Intent>> steps, @Nullable UUID finishedDraft) {
        var batch = new ArrayList<Intent>();
        for (List<Intent> step : steps) {
            if (!batch.isEmpty() && batch.size() + step.size() > TOGETHER) {
                log.save(batch);
                batch = new ArrayList<>();
            }
            batch.addAll(step);
        }
        log.save(batch, finishedDraft);
    }
}
