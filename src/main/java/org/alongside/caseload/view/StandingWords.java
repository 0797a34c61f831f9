package org.alongside.caseload.view;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Account;
import org.alongside.access.Role;
import org.alongside.access.Staff;
import org.alongside.caseload.Raised;
import org.alongside.caseload.Standing;
import org.alongside.caseload.StandingBoard;
import org.alongside.kernel.Texts;
import org.alongside.rules.alone.AloneCount;
import org.alongside.rules.alone.AloneRules;
import org.alongside.rules.alone.AloneWords;
import org.alongside.rules.clock.Clock;
import org.alongside.rules.clock.State;
import org.alongside.rules.clock.WorkingDays;
import org.alongside.ui.Sending;
import org.alongside.ui.Words;
import org.jspecify.annotations.Nullable;

/// How it stands with a child, in words about the plan and never about anybody's failing.
final class StandingWords {
    private final LocalDate today;
    private final Staff staff;
    private final Account me;
    private final WorkingDays calendar;

    StandingWords(LocalDate today, Staff staff, Account me, StandingBoard board) {
        this.today = today;
        this.staff = staff;
        this.me = me;
        this.calendar = board.standings().calendar();
    }

    /// "Was 11 Nov 2026", "Today", "Thu 19 Nov 2026".
    String due(@Nullable LocalDate day) {
        if (day == null) {
            return "";
        }
        if (day.equals(today)) {
            return Texts.of("caseload.due.today");
        }
        return day.isBefore(today) ? Texts.of("caseload.due.was", Words.shortDay(day)) : Words.shortDay(day);
    }

    /// "Was due Friday 6 November 2026, 8 working days ago".
    String when(LocalDate by) {
        if (by.equals(today)) {
            return Texts.of("caseload.due.by-today");
        }
        if (by.isAfter(today)) {
            return Texts.of("caseload.due.by", Words.shortDay(by));
        }
        int passed = calendar.between(by, today);
        return Texts.of(
                passed == 1 ? "caseload.due.passed-one" : "caseload.due.passed",
                Words.shortDay(by),
                String.valueOf(passed));
    }

    String decisionWhen(LocalDate by) {
        if (by.equals(today)) {
            return Texts.of("caseload.decision.today");
        }
        return Texts.of(by.isBefore(today) ? "caseload.decision.was" : "caseload.decision.by", Words.shortDay(by));
    }

    String title(Raised raised) {
        return switch (raised) {
            case Raised.Alone alone -> aloneTitle(alone.standing());
            case Raised.Unseen unseen ->
                Texts.of("caseload.raised.unseen", unseen.standing().child().shortName());
            case Raised.Dated dated ->
                Texts.of(
                        "caseload.raised.dated",
                        CaseloadWords.names(
                                dated.about().stream().map(Standing::child).toList()),
                        dated.clock().rule().title());
        };
    }

    private static String aloneTitle(Standing standing) {
        String name = standing.child().shortName();
        AloneCount count = standing.alone();
        if (!count.inScope()) {
            return Texts.of("caseload.raised.asleep", name);
        }
        return Texts.of(count.childChose() ? "caseload.raised.chose" : "caseload.raised.alone", name);
    }

    String when(Raised raised) {
        return raised instanceof Raised.Dated ? when(raised.by()) : decisionWhen(raised.by());
    }

    /// What made the level, in a sentence.
    String why(Standing standing) {
        return AloneWords.why(standing.alone(), standing.child().shortName());
    }

    /// What would settle it.
    String settles(Raised raised) {
        return switch (raised) {
            case Raised.Alone alone ->
                Texts.of(
                        alone.standing().alone().inScope() ? "caseload.settles.alone" : "caseload.settles.awake",
                        alone.standing().child().shortName());
            case Raised.Unseen unseen ->
                Texts.of("caseload.settles." + unseen.notSeen().step());
            case Raised.Dated dated -> dated.clock().rule().metBy();
        };
    }

    /// Who decides, by role and where it is known by name.
    String decides(String role) {
        String words = Texts.of("caseload.decides." + role);
        return person(role)
                .map(name -> Texts.of("caseload.decides-who", name, words))
                .orElse(words);
    }

    private Optional<String> person(String role) {
        return switch (role) {
            case "worker" -> Optional.of(me.display());
            case "practice_supervisor" -> Optional.ofNullable(me.supervisor()).map(staff::displayOf);
            case "team_manager" ->
                only(staff.all().stream()
                        .filter(account -> account.role() == Role.TEAM_MANAGER)
                        .filter(account ->
                                account.team() == null || account.team().equals(me.team()))
                        .toList());
            case "service_manager" ->
                only(staff.all().stream()
                        .filter(account -> account.role() == Role.SERVICE_MANAGER)
                        .toList());
            default -> Optional.empty();
        };
    }

    private static Optional<String> only(List<Account> accounts) {
        return accounts.size() == 1 ? Optional.of(accounts.getFirst().display()) : Optional.empty();
    }

    /// Whom to ring now, for a level whose alert cannot leave the laptop; empty with a network.
    Optional<String> ring(Sending sending, String role) {
        boolean away =
                sending.link() instanceof Sending.Link.Offline || sending.link() instanceof Sending.Link.CannotReach;
        if (!away) {
            return Optional.empty();
        }
        String phone = staff.council().dutyPhone();
        return Optional.of(
                phone.isEmpty()
                        ? Texts.of("caseload.ring-without-number", decides(role))
                        : Texts.of("caseload.ring", decides(role), phone));
    }

    /// One visit the counters looked at.
    static String looked(AloneRules.Looked looked) {
        var visit = looked.visit();
        String kind = org.alongside.visit.Words.value("kind", visit.kind());
        String seen =
                visit.isSeen() || visit.seen().isEmpty() ? "" : org.alongside.visit.Words.value("seen", visit.seen());
        String said;
        if (looked.alone()) {
            said = Texts.of("caseload.looked.alone");
        } else if (!looked.counts()) {
            said = Texts.of("caseload.looked.not-counted");
        } else if (!visit.reason().isEmpty()) {
            said = Texts.of(
                    "caseload.looked.not-alone", org.alongside.visit.Words.value("reason_not_alone", visit.reason()));
        } else {
            said = seen.isEmpty() ? Texts.of("caseload.looked.no-reason") : seen;
        }
        return Texts.of("caseload.looked", Words.shortDay(visit.day()), kind, said);
    }

    /// How a clock stands, beside its title.
    String state(Clock clock) {
        LocalDate due = clock.due().day();
        return switch (clock.state()) {
            case DUE, OVERDUE -> due == null ? "" : when(due);
            case LATE_WITH_REASON -> Texts.of("caseload.dates.late", due(due));
            case NOT_APPLICABLE -> Texts.of("caseload.dates.not-applicable", due(due));
            case NOT_SET -> Texts.of("caseload.dates.not-set");
            case AS_SET -> Texts.of("caseload.dates.as-set");
            case MET -> Texts.of("caseload.dates.met");
            case MET_LATE -> Texts.of("caseload.dates.met-late");
            case GATE_OPEN -> Texts.of("caseload.dates.gate-open");
            case GATE_PASSED -> Texts.of("caseload.dates.gate-passed");
            case SHOWN -> due == null ? "" : Words.shortDay(due);
        };
    }

    boolean isCalm(Clock clock) {
        LocalDate due = clock.due().day();
        return clock.state() != State.OVERDUE && (due == null || due.isAfter(today));
    }
}
