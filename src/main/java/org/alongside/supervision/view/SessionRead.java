package org.alongside.supervision.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Account;
import org.alongside.child.ChildSummary;
import org.alongside.child.Glance;
import org.alongside.kernel.Clocks;
import org.alongside.record.Drafts.Draft;
import org.alongside.rules.content.ContentFile.SupervisionRules;
import org.alongside.supervision.ActionItem;
import org.alongside.supervision.Agenda;
import org.alongside.supervision.Pair;
import org.alongside.supervision.PairRecord;
import org.alongside.supervision.Session;

/// What the session's page shows, read in one go on the store's lane.
///
/// @param supervisor whether the person of this laptop is the supervisor
/// @param stored whether the draft is on the disk already
/// @param said what each child said last
record SessionRead(
        Pair pair,
        boolean supervisor,
        SupervisionRules rules,
        PairRecord record,
        Agenda agenda,
        List<ActionItem> actions,
        List<ChildSummary> children,
        Map<UUID, Glance.Said> said,
        List<Account> people,
        Draft draft,
        boolean stored,
        LocalDate today) {

    static SessionRead read(SessionDesk desk, String worker) {
        Pair pair = desk.supervising().with(worker);
        Agenda agenda = desk.supervising().agenda(pair);
        List<ChildSummary> children = desk.supervising().cases(pair).values().stream()
                .map(standing -> standing.child())
                .toList();
        Map<UUID, Glance.Said> said = new LinkedHashMap<>();
        for (ChildSummary child : children) {
            desk.glance().said(child.id(), 1).forEach(one -> said.put(child.id(), one));
        }
        Optional<Draft> kept = desk.sessions().find(worker);
        var people = new ArrayList<Account>();
        desk.staff().find(pair.worker()).ifPresent(people::add);
        desk.staff().find(pair.supervisor()).ifPresent(people::add);
        desk.staff().all().stream().filter(account -> !people.contains(account)).forEach(people::add);
        return new SessionRead(
                pair,
                desk.supervising().isSupervisor(pair),
                desk.supervising().rules(),
                desk.supervising().record(pair),
                agenda,
                desk.supervising().actions(pair),
                children,
                said,
                people,
                kept.orElseGet(() -> desk.sessions().open(worker)),
                kept.isPresent(),
                Clocks.today(desk.clock()));
    }

    Optional<LocalDate> lastHeld() {
        return record.last().map(Session::held);
    }

    /// By which a family's answers are kept.
    static String key(Agenda.Group group) {
        return (group.family() == null ? group.headline().id() : group.family()).toString();
    }
}
