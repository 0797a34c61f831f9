package org.alongside.tool;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.alongside.caseload.PromptInputs;
import org.alongside.caseload.StandingBoard;
import org.alongside.child.ChildSummary;
import org.alongside.child.Children;
import org.alongside.guided.Surroundings;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Json;
import org.alongside.record.CaseLog;
import org.alongside.rules.Inputs;
import org.alongside.rules.PracticeInputs;
import org.alongside.rules.clock.Arithmetic;
import org.alongside.rules.clock.GivenFacts;
import org.alongside.rules.clock.LocalNumbers;
import org.alongside.rules.clock.WorkingDays;
import org.alongside.rules.content.ContentFile.RuleBook;
import org.alongside.rules.content.Rule;
import org.alongside.rules.content.RuleBooks;

/// What guided records take from the caseload: the inputs of practice 1.5, and the clock they are
/// written against.
final class CaseSurroundings implements Surroundings {
    private final StandingBoard board;
    private final Children children;
    private final PromptInputs inputs;
    private final Clock clock;

    /// @param worker the account that writes
    CaseSurroundings(StandingBoard board, Children children, CaseLog log, String worker, Clock clock) {
        this.board = board;
        this.children = children;
        this.inputs = new PromptInputs(log, worker);
        this.clock = clock;
    }

    @Override
    public Inputs inputs(ChildSummary child) {
        int sibs = (int) children.family(child.id()).stream()
                .filter(each -> each.plan().isPresent())
                .count();
        return board.of(child.id())
                .map(standing -> inputs.of(standing.view(), standing.alone(), sibs, Clocks.today(clock)))
                .orElseGet(() -> Inputs.none(PracticeInputs.vocabulary()));
    }

    @Override
    public Optional<Deadline> deadline(ChildSummary child, String rule, LocalDate begun) {
        return board.of(child.id())
                .flatMap(standing -> standing.next(Set.of(rule)))
                .flatMap(next -> Optional.ofNullable(next.due().day())
                        .map(due -> new Deadline(next.at().asDay(), due)))
                .or(() -> counted(rule, begun));
    }

    /// The rule's own arithmetic, where no record began its clock.
    private static Optional<Deadline> counted(String rule, LocalDate begun) {
        RuleBook book = RuleBooks.shipped();
        Rule found = book.rules().get(rule);
        if (found == null) {
            return Optional.empty();
        }
        try {
            var facts = new GivenFacts(book).read(found, Json.object().put("trigger_date", begun.toString()));
            var due = new Arithmetic(WorkingDays.shipped(), LocalNumbers.proposed()).due(found, facts);
            return Optional.ofNullable(due.day()).map(day -> new Deadline(begun, day));
        } catch (BadInput moreIsNeeded) {
            return Optional.empty();
        }
    }
}
