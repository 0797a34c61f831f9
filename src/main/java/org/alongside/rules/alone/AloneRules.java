package org.alongside.rules.alone;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.alongside.rules.Content;
import org.alongside.rules.Inputs;
import org.alongside.rules.clock.WorkingDays;
import org.alongside.rules.content.ContentFile.SeenAloneRules;
import org.alongside.rules.content.ContentFile.SeenAloneRules.ReasonGroup;
import org.alongside.rules.content.ContentReader;
import org.jspecify.annotations.Nullable;

/// Counts visits at which a child was not alone, and says at which level that is raised (practice
/// 1.6). Everything is worked out from the visits: a level closes when the child is seen alone, and
/// nobody can close it by ticking.
public final class AloneRules {
    private final SeenAloneRules rules;
    private final WorkingDays calendar;

    public AloneRules(SeenAloneRules rules, WorkingDays calendar) {
        this.rules = rules;
        this.calendar = calendar;
    }

    public static AloneRules shipped() {
        return new AloneRules(
                (SeenAloneRules) ContentReader.read(Content.text("seen-alone.json")), WorkingDays.shipped());
    }

    /// These rules with a council's own numbers: `alone_window_days.CP`, `seen_alone_min_age_years`,
    /// `asleep_streak_limit`. The rest stays.
    public AloneRules with(Map<String, Integer> adopted) {
        var windows = new HashMap<>(rules.windowDays());
        windows.replaceAll((plan, days) -> adopted.getOrDefault("alone_window_days." + plan, days));
        return new AloneRules(
                new SeenAloneRules(
                        rules.header(),
                        adopted.getOrDefault("seen_alone_min_age_years", rules.minAgeYears()),
                        adopted.getOrDefault("asleep_streak_limit", rules.asleepLimit()),
                        rules.qualifyingKinds(),
                        windows,
                        rules.accepted(),
                        rules.reasonGroups(),
                        rules.highPlans(),
                        rules.levels(),
                        rules.decisionDays(),
                        rules.notSeen()),
                calendar);
    }

    /// Whether a visit was made by a worker whose role is accepted for the plan of that day (practice
    /// 0.5); on no plan, for any plan.
    public boolean isAccepted(Childhood child, CountedVisit visit) {
        return child.planOn(visit.day())
                .map(plan -> rules.accepted().getOrDefault(plan, List.of()).contains(visit.role()))
                .orElseGet(() -> rules.accepted().values().stream().anyMatch(roles -> roles.contains(visit.role())));
    }

    /// Whether a visit counts as one (practice 1.3): of a kind that qualifies, in person, let in, and
    /// by an accepted worker.
    public boolean isQualifying(Childhood child, CountedVisit visit) {
        return isAccepted(child, visit)
                && visit.isAdmitted()
                && rules.qualifyingKinds().contains(visit.kind());
    }

    /// Old enough on a day to be seen alone.
    public boolean isInScope(@Nullable LocalDate born, LocalDate day) {
        return born != null && !born.isAfter(day) && !cameInScope(born).isAfter(day);
    }

    /// The birthday from which on the child is in scope; of a 29 February 1 March in other years.
    private LocalDate cameInScope(LocalDate born) {
        LocalDate birthday = born.plusYears(rules.minAgeYears());
        return birthday.getDayOfMonth() < born.getDayOfMonth() ? birthday.plusDays(1) : birthday;
    }

    /// How it stands on a day.
    public AloneCount count(Childhood child, LocalDate today) {
        Standing now = new Standing(child, today);
        LocalDate reached = now.level == 0 ? null : reached(child, today, now.level);
        return new AloneCount(
                now.plan,
                now.inScope,
                now.streak.size(),
                now.obstructed,
                now.childChose(),
                now.daysSinceAlone,
                now.lastAlone == null,
                now.lastAlone,
                now.lastSeen(),
                now.asleep,
                bedroomVisitsAgo(child, today),
                now.window,
                now.level,
                now.because,
                reached,
                reached == null ? null : decision(child, now.level, now.high, reached, today));
    }

    /// Whether the child could not be seen at the last attempts, and what is needed then (practice 1.6).
    ///
    /// @param decided days on which a manager decided about the child not being seen
    public Optional<NotSeen> notSeen(Childhood child, List<LocalDate> decided, LocalDate today) {
        String plan = child.planOn(today).orElse("");
        if (plan.isEmpty()) {
            return Optional.empty();
        }
        List<CountedVisit> failed = failed(child, today);
        LocalDate born = child.born();
        boolean young = born != null
                && !born.isAfter(today)
                && ChronoUnit.YEARS.between(born, today) < rules.notSeen().urgentUnderYears();
        boolean urgent = young || rules.notSeen().urgentPlans().contains(plan);
        return rules.notSeen().steps().stream()
                .filter(step -> step.urgent() == urgent && step.attempts() <= failed.size())
                .max(java.util.Comparator.comparing(SeenAloneRules.Step::attempts))
                .map(step -> {
                    LocalDate last = failed.getFirst().day();
                    return new NotSeen(
                            failed.size(),
                            last,
                            step.step(),
                            step.decides(),
                            calendar.plus(last, step.workingDays()),
                            plan.equals("S47") && failed.getFirst().access().equals("refused"),
                            decided.stream()
                                    .filter(on -> !on.isBefore(last) && !on.isAfter(today))
                                    .min(LocalDate::compareTo)
                                    .orElse(null));
                });
    }

    /// The attempts to see the child since it was last seen, the newest first.
    private List<CountedVisit> failed(Childhood child, LocalDate today) {
        var failed = new ArrayList<CountedVisit>();
        for (CountedVisit visit : child.visits()) {
            boolean attempt = !visit.day().isAfter(today)
                    && visit.mode().equals("in_person")
                    && rules.qualifyingKinds().contains(visit.kind())
                    && isAccepted(child, visit);
            if (attempt && visit.isAdmitted() && visit.isSeen()) {
                return failed;
            }
            if (attempt) {
                failed.add(visit);
            }
        }
        return failed;
    }

    /// The visits that the counters looked at, the newest first, each with why it counts as it does.
    public List<Looked> looked(Childhood child, LocalDate today) {
        var looked = new ArrayList<Looked>();
        for (CountedVisit visit : child.visits()) {
            if (visit.day().isAfter(today)) {
                continue;
            }
            boolean counts = isQualifying(child, visit) && isInScope(child.born(), visit.day());
            looked.add(new Looked(visit, counts, counts && visit.isAlone(), counts ? group(visit) : null));
            if (counts && visit.isAlone()) {
                return looked;
            }
        }
        return looked;
    }

    /// @param counts whether it is looked at; else it was of another kind, by another role, not let in …
    /// @param group whose reason it was that the child was not alone; null where that is not asked
    public record Looked(
            CountedVisit visit,
            boolean counts,
            boolean alone,
            @Nullable ReasonGroup group) {}

    /// The rules themselves, for whoever tells the source.
    public SeenAloneRules rules() {
        return rules;
    }

    /// The first day of the present unbroken run at this level or higher: looked for among the days on
    /// which a level can change.
    private LocalDate reached(Childhood child, LocalDate today, int level) {
        var days = new TreeSet<LocalDate>();
        days.add(today);
        child.visits().forEach(visit -> {
            days.add(visit.day());
            rules.windowDays().values().forEach(window -> days.add(visit.day().plusDays(window + 1)));
        });
        child.plans().forEach(plan -> {
            days.add(plan.from());
            rules.windowDays().values().forEach(window -> days.add(plan.from().plusDays(window + 1)));
            if (plan.to() != null) {
                days.add(plan.to());
            }
        });
        if (child.born() != null) {
            LocalDate came = cameInScope(child.born());
            days.add(came);
            rules.windowDays().values().forEach(window -> days.add(came.plusDays(window + 1)));
        }
        LocalDate reached = today;
        for (LocalDate day : days.headSet(today, true).descendingSet()) {
            if (new Standing(child, day).level < level) {
                break;
            }
            reached = day;
        }
        return reached;
    }

    /// A decision day that passed with nothing decided sends the matter one row up, once.
    private AloneCount.@Nullable Decision decision(
            Childhood child, int level, boolean high, LocalDate reached, LocalDate today) {
        Optional<SeenAloneRules.DecisionDays> row = row(level);
        if (row.isEmpty()) {
            return null;
        }
        LocalDate by = calendar.plus(
                reached, high ? row.get().workingDaysHigh() : row.get().workingDays());
        LocalDate decided = child.decisions().stream()
                .filter(decision -> decision.level() >= level && !decision.on().isBefore(reached))
                .map(Childhood.LevelDecision::on)
                .filter(on -> !on.isAfter(today))
                .min(LocalDate::compareTo)
                .orElse(null);
        boolean missed = decided == null && by.isBefore(today);
        SeenAloneRules.DecisionDays decides = missed ? row(level + 1).orElse(row.get()) : row.get();
        return new AloneCount.Decision(by, decides.decides(), missed && decides != row.get(), decided);
    }

    private Optional<SeenAloneRules.DecisionDays> row(int level) {
        return rules.decisionDays().stream().filter(row -> row.level() == level).findFirst();
    }

    /// Also those visits count at which the child was out.
    private static int bedroomVisitsAgo(Childhood child, LocalDate today) {
        int ago = 0;
        for (CountedVisit visit : child.visits()) {
            if (visit.day().isAfter(today)) {
                continue;
            }
            if (visit.isAdmitted() && visit.isBedroomSeen()) {
                return ago;
            }
            ago += visit.isAtHome() ? 1 : 0;
        }
        return ago;
    }

    private ReasonGroup group(CountedVisit visit) {
        return rules.reasonGroups().getOrDefault(visit.reason(), ReasonGroup.PRACTICAL);
    }

    /// The counters on one day, from the most recent visit back.
    private final class Standing {
        private final Childhood child;
        private final LocalDate today;
        private final String plan;
        private final boolean high;
        private final boolean inScope;
        private final int window;
        private final List<CountedVisit> streak = new ArrayList<>();
        private final @Nullable LocalDate lastAlone;
        private final @Nullable Integer daysSinceAlone;
        private final int obstructed;
        private final int asleep;
        private final List<String> because = new ArrayList<>();
        private final int level;

        Standing(Childhood child, LocalDate today) {
            this.child = child;
            this.today = today;
            this.plan = child.planOn(today).orElse("");
            this.high = rules.highPlans().contains(plan);
            this.inScope = isInScope(child.born(), today);
            this.window = rules.windowDays().getOrDefault(plan, 0);
            this.lastAlone = walk();
            this.daysSinceAlone = inScope ? sinceAlone() : null;
            this.obstructed = (int) streak.stream()
                    .filter(visit -> group(visit) == ReasonGroup.OBSTRUCTED)
                    .count();
            this.asleep = inScope ? 0 : asleep();
            this.level = plan.isEmpty() ? 0 : level();
        }

        /// Collects the streak; the day of the visit that ends it.
        private @Nullable LocalDate walk() {
            if (!inScope) {
                return null;
            }
            for (CountedVisit visit : child.visits()) {
                if (visit.day().isAfter(today)
                        || !isQualifying(child, visit)
                        || !isInScope(child.born(), visit.day())) {
                    continue;
                }
                if (visit.isAlone()) {
                    return visit.day();
                }
                streak.add(visit);
            }
            return null;
        }

        private @Nullable Integer sinceAlone() {
            LocalDate since = lastAlone;
            LocalDate born = child.born();
            if (since == null && born != null) {
                LocalDate came = cameInScope(born);
                since = child.runBegan(today)
                        .map(began -> began.isAfter(came) ? began : came)
                        .orElse(null);
            }
            return since == null ? null : (int) ChronoUnit.DAYS.between(since, today);
        }

        private int asleep() {
            int asleep = 0;
            for (CountedVisit visit : child.visits()) {
                if (visit.day().isAfter(today) || !isQualifying(child, visit) || !visit.isSeen()) {
                    continue;
                }
                if (visit.seen().equals("awake")) {
                    return asleep;
                }
                asleep++;
            }
            return asleep;
        }

        @Nullable
        LocalDate lastSeen() {
            return child.visits().stream()
                    .filter(visit -> !visit.day().isAfter(today))
                    .filter(visit -> visit.isSeen() && isQualifying(child, visit))
                    .map(CountedVisit::day)
                    .findFirst()
                    .orElse(null);
        }

        boolean childChose() {
            return !streak.isEmpty() && streak.stream().allMatch(visit -> group(visit) == ReasonGroup.CHILD_CHOICE);
        }

        /// Of the rows of the ladder that hold, the highest; the reasons of all of them are kept.
        private int level() {
            Inputs counters = Inputs.none(SeenAloneRules.COUNTERS)
                    .with("in_scope", inScope)
                    .with("child_chose", childChose())
                    .with("high", high)
                    .with("window_passed", daysSinceAlone != null && daysSinceAlone > window)
                    .with("asleep_limit_reached", asleep >= rules.asleepLimit())
                    .with("streak", streak.size())
                    .with("obstructed", obstructed);
            int level = 0;
            for (SeenAloneRules.Level row : rules.levels()) {
                if (row.when().holds(counters)) {
                    level = Math.max(level, row.level());
                    because.add(row.reason()
                            .replace("{window}", String.valueOf(window))
                            .replace("{asleep_limit}", String.valueOf(rules.asleepLimit())));
                }
            }
            return level;
        }
    }
}
