package org.alongside.central;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.central.directory.Allocations;
import org.alongside.central.directory.History;
import org.alongside.central.directory.History.Past;
import org.alongside.central.directory.ServiceEvents;
import org.alongside.central.storage.CentralDatabase;
import org.alongside.central.storage.Transaction;
import org.alongside.exchange.Finding;
import org.alongside.exchange.ImportChange;
import org.alongside.exchange.ImportPlan;
import org.alongside.exchange.ImportPlanner;
import org.alongside.exchange.ImportReport;
import org.alongside.exchange.Unit;
import org.alongside.exchange.cin.CinFile;
import org.alongside.exchange.cin.CinReader;
import org.alongside.exchange.people.PeopleFile;
import org.alongside.exchange.people.PeopleReader;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.record.StreamId;
import org.jspecify.annotations.Nullable;

/// Takes files of another system into the record. All files are read to their end and checked before
/// anything is stored; what they come to is worked out and stored in one transaction.
final class Imports {
    private static final LocalTime TIME_MISSING = LocalTime.of(10, 0);

    private final CentralDatabase database;
    private final History history;
    private final Allocations allocations;
    private final Clock clock;

    Imports(CentralDatabase database, History history, Allocations allocations, Clock clock) {
        this.database = database;
        this.history = history;
        this.allocations = allocations;
        this.clock = clock;
    }

    private sealed interface ReadFile {
        record Census(CinFile file) implements ReadFile {}

        record People(PeopleFile file) implements ReadFile {}
    }

    ImportReport run(ImportRequest request) {
        try {
            List<ReadFile> files = read(request);
            ImportPlan plan = request.dryRun()
                    ? database.read(transaction -> plan(transaction, files, request))
                    : database.write(transaction -> {
                        ImportPlan worked = plan(transaction, files, request);
                        return worked.with(store(transaction, worked));
                    });
            return ImportReport.of(request.format(), request.names(), plan);
        } catch (BadInput e) {
            return ImportReport.failed(request.format(), request.names(), e.problems());
        }
    }

    private List<ReadFile> read(ImportRequest request) {
        LocalDate today = Clocks.today(clock);
        var files = new ArrayList<ReadFile>();
        for (var path : request.files()) {
            files.add(
                    switch (request.format()) {
                        case ImportRequest.CIN_CENSUS ->
                            new ReadFile.Census(new CinReader(request.map(), today).read(path));
                        case ImportRequest.PEOPLE ->
                            new ReadFile.People(new PeopleReader(request.map(), today).read(path));
                        default -> throw BadInput.of("format-unknown", "format", "The format is cin-census or people.");
                    });
        }
        return files;
    }

    private ImportPlan plan(Transaction transaction, List<ReadFile> files, ImportRequest request) {
        var planner = new ImportPlanner(new KnownHere(transaction, clock));
        for (ReadFile file : files) {
            switch (file) {
                case ReadFile.Census census -> planner.add(census.file(), request.acceptAuthority());
                case ReadFile.People people -> planner.add(people.file());
            }
        }
        return planner.plan();
    }

    /// @return what could not be done after all
    private List<Finding> store(Transaction transaction, ImportPlan plan) {
        plan.authority().ifPresent(code -> transaction.settings().put(ServiceLife.AUTHORITY, code));
        for (ImportPlan.Reference reference : plan.references()) {
            String kind = switch (reference.kind()) {
                case CHILD -> ServiceLife.CHILD;
                case PERSON -> ServiceLife.PERSON;
            };
            transaction.settings().refer(kind, reference.externalId(), reference.id());
        }
        Map<StreamId, List<Past>> steps = new LinkedHashMap<>();
        for (ImportChange change : plan.changes()) {
            steps.computeIfAbsent(change.stream(), key -> new ArrayList<>())
                    .add(new Past(change.intent(), ServiceEvents.AUTHOR, keptAt(change.keptOn()), null));
        }
        var links = plan.links().stream()
                .map(link -> new History.Link(StreamId.ofCase(link.child()), link.person()))
                .toList();
        history.bringIn(transaction, steps, links);
        return allocate(transaction, plan);
    }

    private Instant keptAt(@Nullable LocalDate day) {
        return day == null
                ? clock.instant()
                : day.atTime(TIME_MISSING).atZone(Clocks.LONDON).toInstant();
    }

    private List<Finding> allocate(Transaction transaction, ImportPlan plan) {
        Instant now = clock.instant();
        var wanted = new ArrayList<Allocations.Wanted>();
        for (ImportPlan.Allocated allocated : plan.allocations()) {
            wanted.add(new Allocations.Wanted(
                    StreamId.ofCase(allocated.child()),
                    allocated.account(),
                    org.alongside.central.directory.Scope.FULL,
                    Allocations.WORKER,
                    now));
        }
        var children = new HashMap<UUID, String>();
        transaction.settings().idsOf(ServiceLife.CHILD).forEach((theirs, ours) -> children.put(ours, theirs));
        // A declared relation may become known by these very files; the plan could not see that.
        return allocations.beginNew(transaction, wanted).stream()
                .map(refused -> new Finding(
                        "",
                        1,
                        children.get(refused.stream().id()),
                        Unit.BLOCK,
                        true,
                        Problem.at(
                                "allocated_to",
                                "allocation-not-possible",
                                Texts.of("exchange.allocation-not-possible", refused.worker()))))
                .toList();
    }
}
