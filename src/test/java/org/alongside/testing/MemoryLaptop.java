package org.alongside.testing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Account;
import org.alongside.access.Role;
import org.alongside.access.Staff;
import org.alongside.child.ChildSummary;
import org.alongside.child.Children;
import org.alongside.child.PersonInLife;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Ids;
import org.alongside.record.CaseLog;
import org.alongside.record.Change;
import org.alongside.record.Drafts;
import org.alongside.record.Intent;
import org.alongside.record.Operation;
import org.alongside.record.RecordFold;
import org.alongside.record.RecordState;
import org.alongside.record.StreamId;
import org.jspecify.annotations.Nullable;

/// A family on a laptop that keeps everything in memory.  `failure`, when set, is what every save says.
public final class MemoryLaptop {
    public static final Account JOANNA =
            new Account("w_joanna", "Joanna Pritchard", Role.SOCIAL_WORKER, "North", "m_deborah");

    public final List<ChildSummary> family = new ArrayList<>();
    public final Map<UUID, List<PersonInLife>> people = new LinkedHashMap<>();
    public final List<Change> changes = new ArrayList<>();
    public final Map<UUID, Drafts.Draft> open = new LinkedHashMap<>();
    private final Map<UUID, Drafts.Draft> thrownAway = new LinkedHashMap<>();
    public final List<Account> accounts = new ArrayList<>();
    public final Ids ids;
    public final Clock clock;
    public @Nullable RuntimeException failure;
    public int keeps;
    private final Map<UUID, String> names = new LinkedHashMap<>();
    private long sequence;

    public MemoryLaptop(Clock clock) {
        this.clock = clock;
        this.ids = new Ids(clock, new java.util.Random(7));
        accounts.add(JOANNA);
        accounts.add(new Account("m_deborah", "Deborah Achterberg", Role.TEAM_MANAGER, "North", null));
        accounts.add(new Account("w_ffion", "Ffion Galloway", Role.SOCIAL_WORKER, "North", "m_deborah"));
    }

    /// A child of a family, with plan and address.
    public UUID child(String given, String family, String sex, @Nullable LocalDate born, UUID household, String plan) {
        UUID id = ids.next();
        this.family.add(new ChildSummary(
                id,
                "p_" + given.toLowerCase(java.util.Locale.ROOT),
                given,
                family,
                null,
                born,
                null,
                null,
                sex,
                household,
                "Brennock household",
                "14 Quarry Row, Marlbrook",
                false,
                plan.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new ChildSummary.CurrentPlan(plan, LocalDate.of(2025, 12, 15))),
                null));
        people.put(id, new ArrayList<>());
        return id;
    }

    public UUID adult(String name, String relation, String responsibility, String household, List<UUID> of) {
        UUID person = ids.next();
        for (UUID child : of) {
            people.get(child)
                    .add(new PersonInLife(
                            person,
                            ids.next(),
                            null,
                            name,
                            relation,
                            responsibility,
                            household,
                            null,
                            "",
                            null,
                            false));
        }
        return person;
    }

    public CaseLog log() {
        return new Log();
    }

    public Drafts drafts() {
        return new Box();
    }

    public Children children() {
        return new Kids();
    }

    public Staff staff() {
        return new Directory();
    }

    /// Somebody new is in the child's life from now on, as the store's projection has it.
    private void met(Operation operation) {
        if (operation.type().equals("person") && "identity".equals(operation.fieldGroup())) {
            names.put(operation.record(), operation.value().path("name").asString(""));
        }
        if (operation.type().equals("relationship") && "relation".equals(operation.fieldGroup())) {
            UUID person = UUID.fromString(operation.value().path("person").asString(""));
            people.get(UUID.fromString(operation.stream().name()))
                    .add(new PersonInLife(
                            person,
                            operation.record(),
                            null,
                            names.getOrDefault(person, ""),
                            operation.value().path("relation").asString(""),
                            "unknown",
                            "unknown",
                            null,
                            "",
                            null,
                            false));
        }
    }

    private void fail() {
        if (failure != null) {
            throw failure;
        }
    }

    private final class Log implements CaseLog {
        @Override
        public Saved save(List<Intent> intents, @Nullable UUID finishedDraft) {
            fail();
            var operations = new ArrayList<Operation>();
            for (Intent intent : intents) {
                var operation = new Operation(
                        ids.next(),
                        intent.stream(),
                        intent.record(),
                        intent.fieldGroup(),
                        intent.type(),
                        1,
                        null,
                        intent.supersedes(),
                        clock.instant(),
                        ++sequence,
                        intent.body());
                operations.add(operation);
                met(operation);
                changes.add(Change.pending(operation, JOANNA.name(), "laptop", false));
            }
            if (finishedDraft != null) {
                open.remove(finishedDraft);
            }
            return new Saved(operations, clock.instant());
        }

        @Override
        public Optional<RecordState> find(StreamId stream, UUID record) {
            List<Change> own = changes.stream()
                    .filter(change -> change.operation().stream().equals(stream)
                            && change.operation().record().equals(record))
                    .toList();
            return own.isEmpty() ? Optional.empty() : Optional.of(RecordFold.fold(own));
        }

        @Override
        public List<RecordState> records(StreamId stream) {
            return changes.stream()
                    .filter(change -> change.operation().stream().equals(stream))
                    .map(change -> change.operation().record())
                    .distinct()
                    .flatMap(record -> find(stream, record).stream())
                    .toList();
        }

        @Override
        public List<StreamId> streamsOf(UUID record) {
            return changes.stream()
                    .filter(change -> change.operation().record().equals(record))
                    .map(change -> change.operation().stream())
                    .distinct()
                    .toList();
        }

        @Override
        public List<StreamId> streams(StreamId.Kind kind) {
            return family.stream().map(ChildSummary::stream).toList();
        }
    }

    private final class Box implements Drafts {
        @Override
        public Draft keep(Draft draft) {
            fail();
            keeps++;
            Instant now = clock.instant();
            var kept = new Draft(
                    draft.id(), draft.kind(), draft.children(), draft.body(), draft.place(), draft.begunAt(), now);
            open.put(draft.id(), kept);
            return kept;
        }

        @Override
        public Optional<Draft> find(UUID id) {
            return Optional.ofNullable(open.get(id));
        }

        @Override
        public List<Draft> all() {
            return open.values().stream()
                    .sorted(Comparator.comparing(Draft::savedAt).reversed())
                    .toList();
        }

        @Override
        public void discard(UUID id) {
            Draft gone = open.remove(id);
            if (gone != null) {
                thrownAway.put(id, gone);
            }
        }

        @Override
        public void restore(UUID id) {
            Draft back = thrownAway.remove(id);
            if (back == null) {
                throw BadInput.of("draft-unknown", "There is no such draft.");
            }
            open.put(id, back);
        }
    }

    private final class Kids implements Children {
        @Override
        public List<ChildSummary> all() {
            return List.copyOf(family);
        }

        @Override
        public Optional<ChildSummary> find(UUID child) {
            return family.stream().filter(each -> each.id().equals(child)).findFirst();
        }

        @Override
        public Optional<ChildSummary> findByAnyId(String id) {
            return MemoryLaptop.this.family.stream()
                    .filter(child -> child.id().toString().equals(id) || id.equals(child.externalId()))
                    .findFirst();
        }

        @Override
        public List<ChildSummary> family(UUID child) {
            UUID household = MemoryLaptop.this.family.stream()
                    .filter(each -> each.id().equals(child))
                    .map(ChildSummary::family)
                    .findFirst()
                    .orElseThrow();
            return MemoryLaptop.this.family.stream()
                    .filter(each -> java.util.Objects.equals(each.family(), household))
                    .sorted(Comparator.comparing(each -> each.bornOn() == null ? LocalDate.MAX : each.bornOn()))
                    .toList();
        }

        @Override
        public List<PersonInLife> people(UUID child) {
            return List.copyOf(MemoryLaptop.this.people.getOrDefault(child, List.of()));
        }

        @Override
        public Optional<UUID> findPerson(String id) {
            return MemoryLaptop.this.people.values().stream()
                    .flatMap(List::stream)
                    .map(PersonInLife::person)
                    .filter(person -> person.toString().equals(id))
                    .findFirst();
        }

        @Override
        public List<Match> search(String words, int most) {
            return List.of();
        }
    }

    private final class Directory implements Staff {
        @Override
        public List<Account> all() {
            return List.copyOf(accounts);
        }

        @Override
        public Optional<Account> find(String name) {
            return accounts.stream().filter(each -> each.name().equals(name)).findFirst();
        }

        @Override
        public Council council() {
            return new Council("Marlbrook Council", "duty team", "01632 960 214", "999");
        }
    }
}
