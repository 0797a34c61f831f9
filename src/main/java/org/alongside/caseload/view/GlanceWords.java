package org.alongside.caseload.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Account;
import org.alongside.access.Staff;
import org.alongside.caseload.Raised;
import org.alongside.caseload.Standing;
import org.alongside.caseload.StandingBoard;
import org.alongside.caseload.StandingLists;
import org.alongside.child.Glance;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Texts;
import org.alongside.rules.alone.AloneWords;
import org.alongside.rules.clock.Clock;

/// How it stands with a child, for the panel beside the child's record.
public final class GlanceWords {
    private final StandingBoard board;
    private final Staff staff;
    private final Account me;
    private final java.time.Clock clock;

    public GlanceWords(StandingBoard board, Staff staff, Account me, java.time.Clock clock) {
        this.board = board;
        this.staff = staff;
        this.me = me;
        this.clock = clock;
    }

    /// On the store's lane.
    public Glance.Stands of(UUID child) {
        return board.of(child).map(this::of).orElse(Glance.Stands.NOTHING);
    }

    private Glance.Stands of(Standing standing) {
        LocalDate today = Clocks.today(clock);
        var words = new StandingWords(today, staff, me, board);
        var dates = new ArrayList<Glance.Date>();
        standing.nextVisit().ifPresent(next -> dates.add(date("visit", next.clock(), words, today)));
        for (Map.Entry<String, Set<String>> line :
                StandingLists.shipped().lines().entrySet()) {
            standing.next(line.getValue()).ifPresent(found -> dates.add(date(line.getKey(), found, words, today)));
        }
        String prompt = first(standing, words, today).orElse("");
        boolean raised = standing.alone().level() >= 2;
        boolean asked = standing.alone().inScope() && standing.alone().daysSinceAlone() != null;
        return new Glance.Stands(asked ? AloneWords.days(standing.alone()) : "", raised, dates, prompt);
    }

    private static Glance.Date date(String line, Clock clock, StandingWords words, LocalDate today) {
        LocalDate due = clock.due().day();
        return new Glance.Date(
                clock.rule().id(),
                Texts.of("caseload.line." + line),
                words.due(due),
                due != null && !due.isAfter(today));
    }

    /// What is raised about being seen, if anything: dates stand in their lines.
    private Optional<String> first(Standing standing, StandingWords words, LocalDate today) {
        return Raised.now(List.of(standing), board.standings(), StandingLists.shipped(), today).stream()
                .filter(raised -> !(raised instanceof Raised.Dated))
                .findFirst()
                .map(raised -> Texts.of("caseload.prompt", words.title(raised), words.when(raised)));
    }
}
