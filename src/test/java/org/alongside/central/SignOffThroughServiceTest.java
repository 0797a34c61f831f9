package org.alongside.central;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.access.Account;
import org.alongside.access.Role;
import org.alongside.central.directory.History.Past;
import org.alongside.guided.Assessment;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Ids;
import org.alongside.kernel.Json;
import org.alongside.kernel.Problem;
import org.alongside.record.Drafts;
import org.alongside.record.Intent;
import org.alongside.record.RecordState;
import org.alongside.record.SignOff.Step;
import org.alongside.record.StreamId;
import org.alongside.store.testing.Laptops;
import org.alongside.sync.EnrolLaptop;
import org.alongside.sync.NetworkSwitch;
import org.alongside.sync.SyncReport;
import org.alongside.sync.remote.ServiceClient;
import org.alongside.sync.testing.SyncedLaptop;
import org.alongside.testing.FilledForm;
import org.alongside.tool.Laptop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A guided assessment between two people on two laptops, through the real service: sent, given back with
/// reasons, sent again, authorised, and what the service keeps out of the record.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignOffThroughServiceTest {
    private static final String FORM = "child-and-family-assessment";
    private static final String TYPE = "child_and_family_assessment";

    private final Clock clock = Clocks.system();
    private final Ids ids = new Ids(clock);
    private CentralService service;
    private String ca;
    /// Too young to be asked whether they were alone.
    private StreamId child;

    private StreamId older;
    private SyncedLaptop workers;
    private SyncedLaptop managers;
    private Laptop worker;
    private Laptop manager;

    @TempDir
    static Path folder;

    @BeforeAll
    void start(@TempDir Path home) throws IOException {
        service = CentralService.start(CentralConfig.trial(home, 0, clock));
        ca = Files.readString(service.caFile());
        service.administration().putAccount(new Account("deborah", "Deborah", Role.TEAM_MANAGER, "North", null));
        service.administration().putAccount(new Account("joanna", "Joanna", Role.SOCIAL_WORKER, "North", "deborah"));
        child = child("Ivy", Clocks.today(clock).minusYears(1).toString());
        older = child("Noah", Clocks.today(clock).minusYears(9).toString());
        workers = enrol("joanna");
        managers = enrol("deborah");
        workers.engine.sync();
        managers.engine.sync();
        worker = Laptop.of(() -> {}, workers.store, clock, () -> true);
        manager = Laptop.of(() -> {}, managers.store, clock, () -> true);
    }

    @AfterAll
    void stop() {
        workers.close();
        managers.close();
        service.close();
    }

    private StreamId child(String name, String born) {
        StreamId stream = StreamId.ofCase(ids.next());
        var past = List.of(past(stream, "name", "given_name", name), past(stream, "birth", "born_on", born));
        service.engine()
                .database()
                .change(transaction ->
                        service.engine().history().bringIn(transaction, Map.of(stream, past), List.of()));
        Joanna.allocated(service, stream, "joanna", clock.instant());
        return stream;
    }

    private static Past past(StreamId stream, String group, String field, String value) {
        return new Past(
                Intent.group(
                        stream,
                        stream.id(),
                        "child_details",
                        group,
                        List.of(),
                        Json.object().put(field, value)),
                "council",
                Instant.parse("2025-01-01T10:00:00Z"),
                null);
    }

    private SyncedLaptop enrol(String user) {
        String code =
                service.administration().enrolCode(user, Duration.ofHours(1)).code();
        var network = new NetworkSwitch();
        var client = new ServiceClient(service.url(), ca, network);
        LaptopParts parts = new LaptopParts(clock);
        var made = new EnrolLaptop(client, parts.parts())
                .enrol(
                        folder.resolve(user),
                        service.url(),
                        ca,
                        user,
                        code,
                        Laptops.PASSPHRASE.toCharArray(),
                        Duration.ZERO);
        return new SyncedLaptop(made.store(), made.home(), client, network);
    }

    /// Parts with the program's own projections.
    private record LaptopParts(Clock clock) {
        org.alongside.store.LaptopHome.Parts parts() {
            return new org.alongside.store.LaptopHome.Parts(
                    Laptop.projector(),
                    clock,
                    System::nanoTime,
                    new Ids(clock),
                    org.alongside.store.keys.Argon2.Calibration.floor(),
                    org.alongside.store.FaultPoints.none());
        }
    }

    private UUID sent() {
        Drafts.Draft draft = worker.assessments()
                .begin(FORM, List.of(child.id()), Clocks.today(clock).minusDays(3));
        worker.signingOff().send(FilledForm.fill(worker.assessments(), draft).id());
        exchange();
        return draft.id();
    }

    private void exchange() {
        workers.engine.sync();
        managers.engine.sync();
        workers.engine.sync();
    }

    private Assessment atWorker(UUID record) {
        return worker.assessments().find(record).orElseThrow();
    }

    private Assessment atManager(UUID record) {
        return manager.assessments().find(record).orElseThrow();
    }

    @Test
    void itGoesToTheManagerComesBackWithReasonsGoesAgainAndIsAuthorised() {
        UUID record = sent();
        assertThat(manager.signingOff().waiting()).extracting(Assessment::id).contains(record);
        assertThat(atManager(record).answers()).isEqualTo(atWorker(record).answers());

        manager.signingOff().giveBack(record, "Who was in the house on those nights?");
        exchange();
        exchange();
        assertThat(atWorker(record).stands().orElseThrow().why()).startsWith("Who was in the house");
        assertThat(worker.signingOff().backWithMe()).extracting(Assessment::id).contains(record);

        Drafts.Draft again = worker.assessments().goOn(record);
        assertThat(again.body().path("answers").path("CF01").isArray()).isTrue();
        worker.signingOff().send(again.id());
        exchange();
        manager.signingOff().authorise(record, FilledForm.ofManager());
        exchange();
        exchange();

        Assessment signed = atWorker(record);
        assertThat(signed.isAuthorised()).isTrue();
        assertThat(signed.steps())
                .extracting(Assessment.Taken::step)
                .containsExactly(Step.SENT, Step.RETURNED, Step.SENT, Step.AUTHORISED);
        assertThat(signed.manager().has("CF98")).isTrue();
        RecordState state = worker.log().find(child, record).orElseThrow();
        assertThat(state.value("authorised", "authorised_by").stringValue()).isEqualTo("deborah");
        assertThat(state.value("authorised", "authorised_on").stringValue())
                .isEqualTo(Clocks.today(clock).toString());
        assertThat(state.value("record", "authorisation_requested_on").isString())
                .isTrue();
        assertThat(state.value("authorised", "outcome").stringValue()).isEqualTo("no_further_work");
        assertThat(workers.store.rebuild().run()).isEmpty();
        assertThat(managers.store.rebuild().run()).isEmpty();
    }

    @Test
    void nobodyAuthorisesWhatTheyWrote() {
        UUID record = sent();
        assertThat(worker.signingOff().refusal(atWorker(record)).orElseThrow().code())
                .isEqualTo("own-work");
        assertThatThrownBy(() -> worker.signingOff().authorise(record, FilledForm.ofManager()))
                .isInstanceOf(BadInput.class);
        workers.save(Intent.group(
                child,
                record,
                TYPE,
                "sign_off",
                heads(worker, record, "sign_off"),
                Json.object().put("step", "authorised")));
        SyncReport report = workers.engine.sync();
        assertThat(report.pushed().parked()).isEqualTo(1);
        assertThat(atWorker(record).isAt(Step.SENT))
                .as("what the council keeps out of the record is no step")
                .isTrue();
    }

    @Test
    void aVersionThatTheManagerHasNotSeenIsNotAuthorised() {
        UUID record = sent();
        managers.engine.sync();
        manager.signingOff().authorise(record, FilledForm.ofManager());
        sentAgain(record);
        SyncReport report = managers.engine.sync();
        assertThat(report.pushed().parked()).isPositive();
        assertThat(atWorker(record).isAuthorised()).isFalse();
    }

    /// The author's own laptop sends once more meanwhile: another version is with the council first.
    private void sentAgain(UUID record) {
        workers.save(Intent.group(
                child,
                record,
                TYPE,
                "sign_off",
                heads(worker, record, "sign_off"),
                Json.object().put("step", "sent").put("again", 1)));
        workers.engine.sync();
    }

    @Test
    void whatIsAuthorisedChangesNoMoreAndTakesAdditions() {
        UUID record = sent();
        manager.signingOff().authorise(record, FilledForm.ofManager());
        exchange();
        exchange();
        assertThat(atWorker(record).isAuthorised()).isTrue();
        assertThatThrownBy(() -> worker.assessments().goOn(record))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::code)
                                .containsExactly("record-signed"));
        workers.save(Intent.group(
                child,
                record,
                TYPE,
                "answers",
                heads(worker, record, "answers"),
                Json.object().put("form", FORM)));
        assertThat(workers.engine.sync().pushed().parked()).isEqualTo(1);
        worker.amending().amend(record, Json.object().put("text", "The school's date was 3 March."), "Wrong date");
        assertThat(workers.engine.sync().pushed().accepted()).isEqualTo(1);
    }

    @Test
    void withAChildNotSeenAloneTheManagerDecidesFirst() {
        var plan = Intent.group(
                older,
                ids.next(),
                "child_in_need_plan",
                "record",
                List.of(),
                Json.object()
                        .put("kind", "child_in_need")
                        .put("started_on", Clocks.today(clock).minusDays(90).toString())
                        .put("lead", "joanna"));
        workers.save(plan);
        Drafts.Draft draft = FilledForm.fill(
                worker.assessments(),
                worker.assessments()
                        .begin(FORM, List.of(older.id()), Clocks.today(clock).minusDays(3)));
        assertThatThrownBy(() -> worker.signingOff().send(draft.id()))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::code)
                                .containsExactly("not-alone-undecided"));
        worker.signingOff().ask(draft.id(), "Noah would not leave his mother's side.");
        exchange();
        exchange();
        assertThat(manager.signingOff().waiting()).extracting(Assessment::id).contains(draft.id());
        manager.signingOff().decide(draft.id(), "He is seen at school on Thursday, before anything is decided.");
        exchange();
        exchange();
        worker.signingOff().send(draft.id());
        exchange();
        exchange();
        manager.signingOff().authorise(draft.id(), FilledForm.ofManager());
        exchange();
        exchange();
        RecordState state = worker.log().find(older, draft.id()).orElseThrow();
        assertThat(state.value("record", "decided_without_alone_on").isString()).isTrue();
        assertThat(state.parked()).isZero();
        assertThat(atWorker(draft.id()).isAuthorised()).isTrue();
    }

    private static List<UUID> heads(Laptop laptop, UUID record, String group) {
        Assessment found = laptop.assessments().find(record).orElseThrow();
        return found.states().values().iterator().next().heads().getOrDefault(group, List.of()).stream()
                .map(change -> change.opId())
                .toList();
    }
}
