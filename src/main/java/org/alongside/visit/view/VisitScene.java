package org.alongside.visit.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Account;
import org.alongside.access.Staff;
import org.alongside.child.PersonInLife;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Texts;
import org.alongside.kernel.TypedText;
import org.alongside.record.Drafts.Draft;
import org.alongside.visit.Summaries;
import tools.jackson.databind.JsonNode;

/// What the record knows and the visit need not ask again: the children, the people in their lives,
/// colleagues, whom to ring. Read from the store on its lane.
public record VisitScene(
        Draft draft,
        List<VisitChild> children,
        List<PersonInLife> people,
        List<Account> colleagues,
        Staff.Council council,
        String supervisor) {

    static VisitScene of(VisitDesk desk, Draft draft) {
        LocalDate today = Clocks.today(desk.clock());
        var children = new ArrayList<VisitChild>();
        var people = new LinkedHashMap<UUID, PersonInLife>();
        var rows = new ArrayList<UUID>();
        int place = 0;
        for (JsonNode row : draft.body().path("children")) {
            JsonNode named = row.path("child");
            String id = named.isObject() ? named.path("person").asString("") : named.asString("");
            int at = place++;
            desk.children().findByAnyId(id).ifPresent(child -> {
                children.add(VisitChild.of(child, at, today));
                rows.add(child.id());
            });
        }
        for (UUID child : rows) {
            for (PersonInLife person : desk.children().people(child)) {
                if (!rows.contains(person.person())) {
                    people.putIfAbsent(person.person(), person);
                }
            }
        }
        List<PersonInLife> ordered = new ArrayList<>(people.values());
        ordered.sort(java.util.Comparator.comparing((PersonInLife p) -> !p.livesWithChild()));
        String supervisor = desk.me().supervisor() == null
                ? ""
                : desk.staff().displayOf(desk.me().supervisor());
        return new VisitScene(
                draft,
                List.copyOf(children),
                List.copyOf(ordered),
                desk.staff().all(),
                desk.staff().council(),
                supervisor);
    }

    /// "Ellis, Romy and Fern".
    String names() {
        return names(children.stream().map(VisitChild::shortName).toList());
    }

    static String names(List<String> names) {
        return Summaries.names(names);
    }

    Optional<PersonInLife> person(String id) {
        return people.stream().filter(p -> p.person().toString().equals(id)).findFirst();
    }

    /// "Carly Brennock, mother of all three".
    static String described(PersonInLife person) {
        String name = TypedText.isolated(person.name());
        return person.relation().isBlank() ? name : name + ", " + person.relation();
    }

    /// The name of a person or colleague by id.
    String name(String id) {
        return person(id)
                .map(person -> TypedText.isolated(person.name()))
                .or(() -> colleagues.stream()
                        .filter(account -> account.name().equals(id))
                        .map(Account::display)
                        .findFirst())
                .orElseGet(() -> Texts.of("visit.view.someone"));
    }

    String colleague(String account) {
        return colleagues.stream()
                .filter(a -> a.name().equals(account))
                .map(Account::display)
                .findFirst()
                .orElse(account);
    }
}
