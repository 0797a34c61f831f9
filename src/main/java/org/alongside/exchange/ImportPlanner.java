package org.alongside.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.alongside.exchange.cin.CinFile;
import org.alongside.exchange.people.PeopleFile;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Texts;
import org.jspecify.annotations.Nullable;

/// Turns the files of one import into one [ImportPlan]. Files are added in the order they were named;
/// what an earlier one says of a child, a later one builds on.
public final class ImportPlanner {
    private final Known known;
    private final Intended intended;
    private final Map<String, UUID> newChildren = new HashMap<>();
    private final Map<String, UUID> newPeople = new HashMap<>();
    private final List<ImportPlan.Reference> references = new ArrayList<>();
    private final Set<ImportPlan.Allocated> allocations = new LinkedHashSet<>();
    private final Set<ImportPlan.PersonLink> links = new LinkedHashSet<>();
    private final Map<String, Integer> refused = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<ToMap> toMap = new ArrayList<>();
    private @Nullable String adopted;

    public ImportPlanner(Known known) {
        this.known = known;
        this.intended = new Intended(known);
    }

    /// Adds a census.
    ///
    /// @param acceptAuthority the authority that a person said to accept, empty when none was named
    /// @throws BadInput when the file is another authority's; nothing of this import may then be stored
    public void add(CinFile file, String acceptAuthority) {
        var said = new Findings(file.name());
        String authority = file.header().authority();
        String ours = known.authority().orElse(adopted);
        if (authority != null && ours != null && !authority.equals(ours) && !authority.equals(acceptAuthority)) {
            throw BadInput.of(
                    "other-authority", "Header.Source.LEA", Texts.of("exchange.other-authority", authority, ours));
        }
        if (authority != null && ours == null) {
            adopted = authority;
            said.warn(Unit.VALUE, file.header().line(), null, "Header.Source.LEA", "authority-taken", authority);
        }
        findings.addAll(file.findings());
        toMap.addAll(file.toMap());
        int episodes =
                file.children().stream().mapToInt(c -> c.episodes().size()).sum();
        refused.merge("children", file.childrenInFile() - file.children().size(), Integer::sum);
        refused.merge("episodes", file.episodesInFile() - episodes, Integer::sum);
        var planning = new CensusPlanning(this, intended, said, file.header().referenceDate());
        file.children().forEach(planning::child);
        findings.addAll(said.all());
    }

    /// Adds a people file.
    public void add(PeopleFile file) {
        var said = new Findings(file.name());
        findings.addAll(file.findings());
        toMap.addAll(file.toMap());
        int adults = (int) file.rows().stream().filter(row -> row.adult()).count();
        refused.merge("children", file.childrenInFile() - (file.rows().size() - adults), Integer::sum);
        refused.merge("people", file.adultsInFile() - adults, Integer::sum);
        new PeoplePlanning(this, intended, said, known).file(file);
        findings.addAll(said.all());
    }

    /// What all files added so far come to.
    public ImportPlan plan() {
        return new ImportPlan(
                intended.changes(),
                references,
                List.copyOf(allocations),
                List.copyOf(links),
                Optional.ofNullable(adopted),
                new ImportPlan.Counts(
                        intended.taken(), intended.changed(), intended.unchanged(), new TreeMap<>(refused)),
                findings,
                merged(toMap));
    }

    /// Our child for a council's id: one known, one met earlier in this import, or a new one.
    UUID child(String externalId) {
        return id(ImportPlan.Kind.CHILD, externalId, known::child, newChildren, RecordIds::child);
    }

    /// Whether a child is known or met in this import.
    boolean isChild(String externalId) {
        return newChildren.containsKey(externalId) || known.child(externalId).isPresent();
    }

    UUID person(String externalId) {
        return id(ImportPlan.Kind.PERSON, externalId, known::person, newPeople, RecordIds::person);
    }

    UUID family(String household) {
        return RecordIds.family(authority(), household);
    }

    void allocate(ImportPlan.Allocated allocated) {
        allocations.add(allocated);
    }

    void link(ImportPlan.PersonLink link) {
        links.add(link);
    }

    private UUID id(
            ImportPlan.Kind kind,
            String externalId,
            Function<String, Optional<UUID>> find,
            Map<String, UUID> met,
            java.util.function.BiFunction<String, String, UUID> make) {
        Optional<UUID> stands = find.apply(externalId);
        if (stands.isPresent()) {
            return stands.get();
        }
        return met.computeIfAbsent(externalId, id -> {
            UUID made = make.apply(authority(), id);
            references.add(new ImportPlan.Reference(kind, id, made));
            return made;
        });
    }

    private String authority() {
        return known.authority().orElse(adopted == null ? "" : adopted);
    }

    private static List<ToMap> merged(List<ToMap> all) {
        var counts = new TreeMap<String, ToMap>();
        for (ToMap one : all) {
            counts.merge(
                    one.field() + "\n" + one.code(),
                    one,
                    (a, b) -> new ToMap(a.field(), a.code(), a.count() + b.count()));
        }
        return List.copyOf(counts.values());
    }
}
