package org.alongside.tool;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import org.alongside.access.CouncilNumbers;
import org.alongside.access.Staff;
import org.alongside.caseload.CaseReader;
import org.alongside.caseload.CaseView;
import org.alongside.caseload.PromptInputs;
import org.alongside.caseload.Standings;
import org.alongside.child.ChildSummary;
import org.alongside.child.Children;
import org.alongside.guided.Surroundings;
import org.alongside.kernel.Clocks;
import org.alongside.record.CaseLog;
import org.alongside.rules.Inputs;
import org.alongside.rules.clock.State;

/// What guided records take from the caseload: the inputs of practice 1.5, and the clock they are
/// written against, read anew each time.
final class CaseSurroundings implements Surroundings {
    private final CaseLog log;
    private final Children children;
    private final Staff staff;
    private final Supplier<CouncilNumbers> numbers;
    private final Clock clock;
    private final String worker;

    CaseSurroundings(
            CaseLog log, Children children, Staff staff, Supplier<CouncilNumbers> numbers, Clock clock, String worker) {
        this.log = log;
        this.children = children;
        this.staff = staff;
        this.numbers = numbers;
        this.clock = clock;
        this.worker = worker;
    }

    @Override
    public Inputs inputs(ChildSummary child) {
        LocalDate today = Clocks.today(clock);
        var standings = new Standings(numbers.get());
        CaseView view = new CaseReader(log, staff, standings.alone()).read(child);
        int sibs = (int) children.family(child.id()).stream()
                .filter(each -> each.plan().isPresent())
                .count();
        return new PromptInputs(log, worker).of(view, standings.alone(view, today), sibs, today);
    }

    @Override
    public Optional<Deadline> deadline(ChildSummary child, String rule) {
        Instant now = clock.instant();
        var standings = new Standings(numbers.get());
        CaseView view = new CaseReader(log, staff, standings.alone()).read(child);
        return standings.clocks(view, now).stream()
                .filter(each -> each.rule().id().equals(rule))
                .filter(each -> each.state() == State.DUE || each.state() == State.OVERDUE)
                .filter(each -> each.due().day() != null)
                .map(each -> new Deadline(
                        each.at().asDay(),
                        java.util.Objects.requireNonNull(each.due().day()),
                        each.trigger()))
                .findFirst();
    }
}
