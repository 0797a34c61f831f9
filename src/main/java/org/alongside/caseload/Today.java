package org.alongside.caseload;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alongside.child.ChildSummary;
import org.alongside.child.Children;
import org.alongside.kernel.Clocks;
import org.alongside.record.Drafts;

/// The worker's day, put together from what the record says: visits that the last visit set for
/// today, drafts to finish, what others changed, and the households to start a visit from.
public final class Today {
    /// What others changed, on one page.
    private static final int CHANGES_SHOWN = 6;

    private final Caseload caseload;
    private final Drafts drafts;
    private final Children children;
    private final RecentChanges changes;
    private final Clock clock;

    public Today(Caseload caseload, Drafts drafts, Children children, RecentChanges changes, Clock clock) {
        this.caseload = caseload;
        this.drafts = drafts;
        this.children = children;
        this.changes = changes;
        this.clock = clock;
    }

    /// @param visits households with a visit set for today
    /// @param coming households with a visit set for the days after, the nearest first
    public record Day(
            LocalDate date,
            List<Household> visits,
            List<Household> coming,
            List<Unfinished> drafts,
            List<Changed> changes,
            List<Household> households) {}

    /// Children of one family on this laptop.
    ///
    /// @param label what the family is called in lists
    public record Household(String label, List<Caseload.Row> children) {
        public Household {
            children = List.copyOf(children);
        }

        /// The earliest visit set for one of them.
        public Optional<LocalDate> nextVisit() {
            return children.stream()
                    .map(Caseload.Row::nextVisitOn)
                    .filter(java.util.Objects::nonNull)
                    .min(LocalDate::compareTo);
        }

        /// The first address that may be shown.
        public String address() {
            return children.stream()
                    .map(Caseload.Row::child)
                    .filter(child -> !child.addressWithheld())
                    .map(ChildSummary::addressLine)
                    .filter(line -> !line.isEmpty())
                    .findFirst()
                    .orElse("");
        }
    }

    /// A draft, with the children it is about.
    public record Unfinished(Drafts.Draft draft, List<ChildSummary> children) {
        public Unfinished {
            children = List.copyOf(children);
        }
    }

    /// @param child whose case it is in
    public record Changed(RecentChanges.Line line, ChildSummary child) {}

    public Day now() {
        LocalDate today = Clocks.today(clock);
        List<Household> households = households(caseload.rows());
        var visits = new ArrayList<Household>();
        var coming = new ArrayList<Household>();
        for (Household household : households) {
            household.nextVisit().ifPresent(next -> {
                if (next.equals(today)) {
                    visits.add(household);
                } else if (next.isAfter(today)) {
                    coming.add(household);
                }
            });
        }
        coming.sort(java.util.Comparator.comparing(
                household -> household.nextVisit().orElse(LocalDate.MAX)));
        return new Day(today, visits, coming, unfinished(), changed(), households);
    }

    /// The rows of a caseload by family, in their order.
    public static List<Household> households(List<Caseload.Row> rows) {
        Map<Object, List<Caseload.Row>> families = new LinkedHashMap<>();
        for (Caseload.Row row : rows) {
            Object family =
                    row.child().family() == null ? row.id() : row.child().family();
            families.computeIfAbsent(family, key -> new ArrayList<>()).add(row);
        }
        return families.values().stream()
                .map(children -> new Household(children.getFirst().child().familyLabel(), children))
                .toList();
    }

    private List<Unfinished> unfinished() {
        return drafts.all().stream()
                .map(draft -> new Unfinished(
                        draft,
                        draft.children().stream()
                                .flatMap(child -> children.find(child).stream())
                                .toList()))
                .toList();
    }

    private List<Changed> changed() {
        return changes.byOthers(CHANGES_SHOWN).stream()
                .flatMap(line -> children.find(line.child()).map(child -> new Changed(line, child)).stream())
                .toList();
    }
}
