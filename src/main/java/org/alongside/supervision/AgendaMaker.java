package org.alongside.supervision;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.CouncilNumbers;
import org.alongside.child.ChildSummary;
import org.alongside.kernel.Texts;
import org.alongside.rules.alone.AloneWords;
import org.alongside.rules.content.ContentFile.SupervisionRules;
import org.alongside.supervision.Agenda.Answered;
import org.alongside.supervision.Agenda.Group;
import org.alongside.supervision.Agenda.Item;
import org.jspecify.annotations.Nullable;

/// Makes the agenda: items with their scores, grouped by family, capped (practice 4.4, 0.5). It reads
/// nothing and decides nothing else; every number is content.
public final class AgendaMaker {
    private static final Comparator<Item> ITEMS = Comparator.comparing(Item::score)
            .reversed()
            .thenComparing(Item::order)
            .thenComparing(Item::flag)
            .thenComparing(Item::key);

    private final SupervisionRules rules;
    private final Map<String, CouncilNumbers.Adopted> adopted;

    public AgendaMaker(SupervisionRules rules, CouncilNumbers numbers) {
        this.rules = rules;
        this.adopted = numbers.adopted();
    }

    /// What the two of them said about items since the last session, and what they added.
    public record Said(List<Agenda.OwnItem> own, Map<String, Reply> replies) {
        public static final Said NOTHING = new Said(List.of(), Map.of());
    }

    /// @param answer `done`, `new_date`, `drop` or `park`
    public record Reply(String answer, String why, String by) {}

    /// Days after which a child on a plan is to be talked through again.
    public int discussionDays(String plan) {
        return rules.discussionDays().stream()
                .filter(days -> days.plan().equals(plan))
                .findFirst()
                .map(days -> Optional.ofNullable(adopted.get(days.setting()))
                        .map(CouncilNumbers.Adopted::value)
                        .orElse(days.days()))
                .orElse(Integer.MAX_VALUE);
    }

    /// @param actions those agreed in supervision, of these children
    /// @param unsignedSessions sessions unsigned for too long, each with the children talked through
    public Agenda make(
            List<ChildFacts> children,
            List<ActionItem> actions,
            Map<UUID, List<UUID>> unsignedSessions,
            Said said,
            LocalDate today) {
        Map<UUID, ChildFacts> byId = new LinkedHashMap<>();
        children.forEach(child -> byId.put(child.id(), child));
        var items = new ArrayList<Item>();
        children.forEach(child -> ofChild(child, today, items));
        actions.forEach(action -> ofAction(action, byId, today, items));
        unsignedSessions.forEach((session, about) -> ofSession(session, about, byId, items));
        var open = new ArrayList<Item>();
        var parked = new ArrayList<Answered>();
        for (Item item : items) {
            Reply reply = said.replies().get(item.key());
            if (reply == null) {
                open.add(item);
            } else {
                parked.add(new Answered(item, reply.answer(), reply.why(), reply.by()));
            }
        }
        List<Group> groups = groups(open, byId);
        int cap = Math.min(rules.shownGroups(), groups.size());
        return new Agenda(
                groups.subList(0, cap),
                groups.subList(cap, groups.size()),
                said.own(),
                children.stream()
                        .flatMap(child -> child.better().stream().map(text -> new Agenda.Better(child.id(), text)))
                        .toList(),
                children.stream()
                        .filter(child -> isUnnamed(child, today))
                        .map(ChildFacts::child)
                        .toList(),
                parked);
    }

    private boolean isUnnamed(ChildFacts child, LocalDate today) {
        LocalDate last = child.lastNamed();
        return last == null || ChronoUnit.DAYS.between(last, today) > rules.unnamedDays();
    }

    private void ofChild(ChildFacts child, LocalDate today, List<Item> items) {
        String name = child.child().shortName();
        int added = added(child, today);
        int level = child.alone().level();
        if (level > 0) {
            put(items, "alone_" + level, "", child.id(), child, 0, added, alone(child, name));
        }
        if (child.visitOverdue() > 0) {
            put(
                    items,
                    "visit_" + child.plan(),
                    "",
                    child.id(),
                    child,
                    child.visitOverdue(),
                    added,
                    Texts.of("supervision.item.visit", name, child.visitOverdue()));
        }
        for (ChildFacts.Running assessment : child.assessments()) {
            int over = assessment.workingDays() - rules.assessmentWorkingDays();
            if (over > 0) {
                String text = Texts.of("supervision.item.assessment", name, assessment.workingDays());
                put(items, "assessment_late", "DR09", assessment.record(), child, over, 0, text);
            }
        }
        for (ChildFacts.Since injury : child.undecided()) {
            String text = Texts.of("supervision.item.undecided", name, Say.day(injury.day()));
            put(items, "undecided_injury", "DR25", child.id(), child, 0, added, text);
        }
        for (ChildFacts.Since challenge : child.unanswered()) {
            String text = Texts.of("supervision.item.challenge", name, Say.day(challenge.day()));
            put(items, "challenge_unanswered", "DR22", child.id(), child, 0, added, text);
        }
        for (ChildFacts.Since record : child.unsigned()) {
            String text = Texts.of("supervision.item.unsigned", name, Say.day(record.day()));
            put(items, "unsigned", "DR27", record.record(), child, 0, 0, text);
        }
        discussion(child, name, added, today, items);
    }

    private static String alone(ChildFacts child, String name) {
        Integer days = child.alone().daysSinceAlone();
        String level = AloneWords.level(child.alone(), name);
        return days == null ? level : level + " " + AloneWords.days(child.alone()) + ".";
    }

    private void discussion(ChildFacts child, String name, int added, LocalDate today, List<Item> items) {
        LocalDate last = child.lastDiscussed();
        LocalDate from = last == null ? child.discussedFrom() : last;
        int limit = discussionDays(child.plan());
        if (from == null || limit == Integer.MAX_VALUE) {
            return;
        }
        int days = (int) ChronoUnit.DAYS.between(from, today);
        if (days > limit) {
            String text = Texts.of(last == null ? "supervision.item.never" : "supervision.item.gap", name, days, limit);
            put(items, "discussion_gap", "DR12", child.id(), child, days - limit, added, text);
        }
    }

    private void ofAction(ActionItem action, Map<UUID, ChildFacts> byId, LocalDate today, List<Item> items) {
        int late = action.daysLate(today);
        ChildFacts child = action.child() == null ? null : byId.get(action.child());
        if (late > 0 && child != null && action.due() != null) {
            String text = Texts.of("supervision.item.action", action.text(), Say.day(action.due()));
            put(items, "action_overdue", "DR27", action.record(), child, late, 0, text);
        }
    }

    /// One item in the group of each family that was talked through.
    private void ofSession(UUID session, List<UUID> about, Map<UUID, ChildFacts> byId, List<Item> items) {
        var families = new ArrayList<UUID>();
        for (UUID id : about) {
            ChildFacts child = byId.get(id);
            UUID family = child == null ? null : familyOf(child.child());
            if (child != null && family != null && !families.contains(family)) {
                families.add(family);
                put(items, "unsigned", "DR27", session, child, 0, 0, Texts.of("supervision.item.session-unsigned"));
            }
        }
    }

    private void put(
            List<Item> items,
            String code,
            String flag,
            UUID subject,
            ChildFacts child,
            int over,
            int added,
            String text) {
        rules.scores().stream()
                .filter(score -> score.item().equals(code))
                .findFirst()
                .ifPresent(score -> {
                    int more = score.moreEvery() == 0 ? 0 : Math.min(over / score.moreEvery(), score.moreMost());
                    items.add(new Item(
                            code, flag, subject, child.id(), score.base() + more + added, score.order(), text));
                });
    }

    private int added(ChildFacts child, LocalDate today) {
        LocalDate born = child.child().bornOn();
        int points = 0;
        for (SupervisionRules.Added added : rules.added()) {
            boolean holds = switch (added.when()) {
                case UNDER_AGE -> born != null && today.isBefore(born.plusYears(added.years()));
                case NO_SPEECH ->
                    born != null
                            && !today.isBefore(born.plusYears(added.years()))
                            && added.communication().contains(child.communication());
            };
            points += holds ? added.points() : 0;
        }
        return points;
    }

    private static UUID familyOf(ChildSummary child) {
        return child.family() == null ? child.id() : child.family();
    }

    private List<Group> groups(List<Item> items, Map<UUID, ChildFacts> byId) {
        Map<UUID, List<Item>> families = new LinkedHashMap<>();
        for (Item item : items) {
            ChildFacts child = Objects.requireNonNull(byId.get(item.child()), "a child of the agenda");
            families.computeIfAbsent(familyOf(child.child()), key -> new ArrayList<>())
                    .add(item);
        }
        Comparator<Item> order = ITEMS.thenComparing(item -> rank(byId.get(item.child())));
        var groups = new ArrayList<Group>();
        families.forEach((family, own) -> {
            own.sort(Comparator.comparing(Item::score)
                    .reversed()
                    .thenComparing(Item::order)
                    .thenComparing(item -> rank(byId.get(item.child())))
                    .thenComparing(Item::flag)
                    .thenComparing(Item::key));
            groups.add(group(family, own, byId));
        });
        groups.sort(Comparator.comparing(Group::score)
                .reversed()
                .thenComparing(group -> group.items().getFirst(), order)
                .thenComparing(Group::label));
        return List.copyOf(groups);
    }

    private Group group(UUID family, List<Item> own, Map<UUID, ChildFacts> byId) {
        ChildSummary headline = Objects.requireNonNull(byId.get(own.getFirst().child()), "a child of the agenda")
                .child();
        List<ChildSummary> children = byId.values().stream()
                .map(ChildFacts::child)
                .filter(child -> familyOf(child).equals(family))
                .sorted(Comparator.comparing(ChildSummary::bornOn, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        int more = Math.min((own.size() - 1) * rules.furtherItem(), rules.furtherMost());
        return new Group(
                headline.family(),
                headline.familyLabel(),
                headline,
                children,
                own.getFirst().score() + more,
                own);
    }

    /// Longest since alone first, then the elder.
    private static String rank(@Nullable ChildFacts child) {
        if (child == null) {
            return "";
        }
        Integer days = child.alone().daysSinceAlone();
        LocalDate born = child.child().bornOn();
        return String.format(
                java.util.Locale.ROOT,
                "%06d %s",
                999_999 - (days == null ? 0 : Math.min(days, 999_999)),
                born == null ? "9999" : born.toString());
    }
}
