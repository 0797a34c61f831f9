package org.alongside.caseload;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.CouncilNumbers;
import org.alongside.access.Staff;
import org.alongside.child.ChildSummary;
import org.alongside.child.Children;
import org.alongside.kernel.Clocks;
import org.alongside.record.CaseLog;
import org.alongside.record.StreamId;
import org.alongside.rules.content.ContentInUse;
import org.alongside.rules.content.ContentLibrary;
import org.jspecify.annotations.Nullable;

/// How it stands with every child on the laptop. What was worked out is kept until something of that
/// child's case changes, the day turns, a clock in hours runs out, or the council's numbers or staff
/// change. Asked on the store's lane, never on the JavaFX thread.
public final class StandingBoard {
    private final CaseLog log;
    private final Children children;
    private final Staff staff;
    private final CouncilNumbers numbers;
    private final ContentLibrary content;
    private final Clock clock;
    private final Map<UUID, Standing> known = new HashMap<>();
    private @Nullable Rules rules;
    private long generation;

    private record Rules(LocalDate day, Standings standings, CaseReader reader) {}

    public StandingBoard(
            CaseLog log, Children children, Staff staff, CouncilNumbers numbers, ContentInUse content, Clock clock) {
        this.log = log;
        this.children = children;
        this.staff = staff;
        this.numbers = numbers;
        this.content = content.library();
        this.clock = clock;
    }

    /// Tells which streams changed; on any thread.
    public synchronized void changed(Set<StreamId> streams) {
        for (StreamId stream : streams) {
            generation++;
            if (stream.isCase()) {
                known.remove(stream.id());
            } else if (stream.kind() == StreamId.Kind.REFERENCE) {
                known.clear();
                rules = null;
            }
        }
    }

    /// Every child, in the order of the list of children.
    public Map<UUID, Standing> all() {
        return of(children.all());
    }

    public Optional<Standing> of(UUID child) {
        return children.find(child)
                .map(found -> of(List.of(found)))
                .flatMap(all -> all.values().stream().findFirst());
    }

    /// Some children.
    public Map<UUID, Standing> of(Collection<ChildSummary> asked) {
        Instant now = clock.instant();
        Rules by;
        var all = new LinkedHashMap<UUID, Standing>();
        var missing = new ArrayList<ChildSummary>();
        long begun;
        synchronized (this) {
            by = rules(Clocks.day(now));
            for (ChildSummary child : asked) {
                Standing there = known.get(child.id());
                boolean good = there != null && there.child().equals(child) && !there.turnsBefore(now);
                if (good) {
                    all.put(child.id(), there);
                } else {
                    missing.add(child);
                }
            }
            begun = generation;
        }
        var fresh = new LinkedHashMap<UUID, Standing>();
        for (CaseView view : by.reader().read(missing)) {
            fresh.put(view.child().id(), by.standings().of(view, now));
        }
        synchronized (this) {
            if (generation == begun) {
                known.putAll(fresh);
            }
        }
        var ordered = new LinkedHashMap<UUID, Standing>();
        for (ChildSummary child : asked) {
            Standing one = all.getOrDefault(child.id(), fresh.get(child.id()));
            if (one != null) {
                ordered.put(child.id(), one);
            }
        }
        return ordered;
    }

    /// By which everything is worked out today.
    public synchronized Standings standings() {
        return rules(Clocks.today(clock)).standings();
    }

    private Rules rules(LocalDate day) {
        Rules now = rules;
        if (now == null || !now.day().equals(day)) {
            known.clear();
            var standings = new Standings(numbers, content, day);
            now = new Rules(day, standings, new CaseReader(log, staff, standings.alone()));
            rules = now;
        }
        return now;
    }

    /// Which content it works by.
    public ContentLibrary content() {
        return content;
    }

    /// The same children, those who were alone with a worker longest ago first, and then the elder
    /// (practice 1.7).
    public static List<Standing> longestSinceAlone(Collection<Standing> standings) {
        return standings.stream()
                .sorted(java.util.Comparator.comparing(
                                (Standing one) -> one.alone().daysSinceAlone(),
                                java.util.Comparator.nullsFirst(java.util.Comparator.<Integer>naturalOrder()))
                        .reversed()
                        .thenComparing(
                                one -> one.child().bornOn(),
                                java.util.Comparator.nullsLast(java.util.Comparator.naturalOrder())))
                .toList();
    }
}
