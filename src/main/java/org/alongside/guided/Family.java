package org.alongside.guided;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.child.ChildSummary;
import org.alongside.child.Children;
import org.alongside.child.PersonInLife;

/// Whom a guided record is about: its children, eldest first, and the adults who look after them.
///
/// @param missing children of the record whose cases are not on this laptop
public record Family(List<ChildSummary> children, List<PersonInLife> adults, List<UUID> missing) {
    public Family {
        children = List.copyOf(children);
        adults = List.copyOf(adults);
        missing = List.copyOf(missing);
    }

    /// Reads it from the record.
    static Family of(List<UUID> about, Children children, GuidedSettings settings) {
        var found = new ArrayList<ChildSummary>();
        var missing = new ArrayList<UUID>();
        for (UUID child : about) {
            children.find(child).ifPresentOrElse(found::add, () -> missing.add(child));
        }
        found.sort(java.util.Comparator.comparing(
                ChildSummary::bornOn, java.util.Comparator.nullsLast(java.util.Comparator.naturalOrder())));
        var kids = new java.util.HashSet<UUID>();
        children.all().forEach(child -> kids.add(child.id()));
        var adults = new LinkedHashMap<UUID, PersonInLife>();
        for (ChildSummary child : found) {
            for (PersonInLife person : children.people(child.id())) {
                if (!kids.contains(person.person()) && matters(person, settings)) {
                    adults.putIfAbsent(person.person(), person);
                }
            }
        }
        var ordered = new ArrayList<>(adults.values());
        ordered.sort(java.util.Comparator.comparing((PersonInLife person) -> !person.livesWithChild()));
        return new Family(found, ordered, missing);
    }

    /// With parental responsibility, in the household, or a parent or carer by what they are called.
    private static boolean matters(PersonInLife person, GuidedSettings settings) {
        String relation = person.relation().toLowerCase(Locale.ROOT);
        Set<String> words = Set.of(relation.split("[^\\p{L}]+"));
        boolean child = words.contains("brother")
                || words.contains("sister")
                || words.contains("baby")
                || words.contains("sibling");
        return !child
                && (person.parentalResponsibility().equals("yes")
                        || person.livesWithChild()
                        || settings.parentWords().stream().anyMatch(words::contains));
    }

    public Optional<ChildSummary> child(String id) {
        return children.stream()
                .filter(child -> child.id().toString().equals(id))
                .findFirst();
    }

    public Optional<PersonInLife> adult(String id) {
        return adults.stream()
                .filter(person -> person.person().toString().equals(id))
                .findFirst();
    }
}
