package org.alongside.central.directory;

import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.alongside.central.storage.Transaction;
import org.alongside.record.StreamId;

/// What an account may see. Access follows the allocation (practice 7, rule 1); a person's stream
/// follows the cases it belongs to; a declared relationship hides the whole family (rule 4), whatever
/// was allocated.
///
/// @param depths each stream in scope and how much of it: `full` or `summary`
/// @param hidden streams that a declared relationship hides
public record Scope(NavigableMap<StreamId, String> depths, Set<StreamId> hidden) {
    public static final String FULL = "full";
    public static final String SUMMARY = "summary";

    /// The scope of an account as the register stands in this transaction.
    public static Scope of(Transaction transaction, String account) {
        Set<StreamId> hidden = hidden(transaction, account);
        var depths = new TreeMap<StreamId, String>();
        for (var allocation : transaction.register().lastingOf(List.of(account))) {
            if (!hidden.contains(allocation.stream())) {
                depths.merge(allocation.stream(), allocation.depth(), Scope::deeper);
            }
        }
        var fullCases = depths.entrySet().stream()
                .filter(entry -> entry.getValue().equals(FULL))
                .map(java.util.Map.Entry::getKey)
                .toList();
        for (StreamId person : transaction.register().personsOf(fullCases)) {
            if (!hidden.contains(person)) {
                depths.put(person, FULL);
            }
        }
        return new Scope(depths, hidden);
    }

    /// Whether the whole stream may be seen and written.
    public boolean isFull(StreamId stream) {
        return FULL.equals(depths.get(stream));
    }

    private static String deeper(String one, String other) {
        return one.equals(FULL) || other.equals(FULL) ? FULL : SUMMARY;
    }

    /// From the declared person to the cases that person belongs to, to the brothers' and sisters'
    /// cases, to everybody in these cases.
    static Set<StreamId> hidden(Transaction transaction, String account) {
        Set<StreamId> declared = transaction.register().declaredBy(account);
        if (declared.isEmpty()) {
            return Set.of();
        }
        var cases = new TreeSet<StreamId>();
        var persons = new TreeSet<StreamId>();
        for (StreamId stream : declared) {
            cases.add(StreamId.ofCase(stream.id()));
            persons.add(StreamId.ofPerson(stream.id()));
        }
        cases.addAll(transaction.register().casesOf(persons));
        cases.addAll(transaction.register().casesOf(asPersons(cases)));
        for (StreamId person : transaction.register().personsOf(cases)) {
            persons.add(person);
            cases.add(StreamId.ofCase(person.id()));
        }
        persons.addAll(transaction.register().personsOf(cases));
        var hidden = new TreeSet<StreamId>(persons);
        for (StreamId family : cases) {
            hidden.add(family);
            hidden.add(new StreamId(StreamId.Kind.CASE_RESTRICTED, family.name()));
        }
        return hidden;
    }

    /// A child who is named as a person in a brother's or sister's case.
    private static Set<StreamId> asPersons(Collection<StreamId> cases) {
        var persons = new TreeSet<StreamId>();
        cases.forEach(stream -> persons.add(StreamId.ofPerson(stream.id())));
        return persons;
    }
}
