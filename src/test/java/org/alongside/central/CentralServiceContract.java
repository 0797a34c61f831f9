package org.alongside.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.access.Account;
import org.alongside.access.Role;
import org.alongside.central.directory.History.Past;
import org.alongside.central.storage.DatabaseChoice;
import org.alongside.central.testing.TestLaptop;
import org.alongside.kernel.Ids;
import org.alongside.kernel.Json;
import org.alongside.record.Intent;
import org.alongside.record.StreamId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What the service promises to laptops, over real HTTPS, whatever its database.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CentralServiceContract {
    static final String MARKER = "Zyxomma petiolatum";

    private Path home;

    CentralService service;
    final Clock clock = Clock.systemUTC();
    final Ids ids = new Ids(clock);
    private int names;

    abstract DatabaseChoice database(Path home);

    @BeforeAll
    void start(@TempDir Path folder) {
        home = folder;
        service = CentralService.start(config());
    }

    CentralConfig config() {
        return CentralConfig.trial(home, 0, clock).with(database(home));
    }

    @AfterAll
    void stop() {
        service.close();
    }

    String account(Role role, String supervisor) {
        String name = "t_" + role.word() + "_" + ++names;
        service.administration().putAccount(new Account(name, "Test " + names, role, "North", supervisor));
        return name;
    }

    String account(Role role) {
        return account(role, null);
    }

    TestLaptop laptop(String user) {
        String code =
                service.administration().enrolCode(user, Duration.ofHours(1)).code();
        return new TestLaptop(service.url(), service.caFile()).enrol(user, code);
    }

    /// A child whose case the council knows, with a word in it that nobody else may ever see.
    StreamId child(String... workers) {
        StreamId stream = StreamId.ofCase(ids.next());
        var name = Json.object().put("given_name", "Ivy").put("family_name", MARKER + " " + stream.name());
        bringIn(Map.of(
                stream, List.of(past(Intent.group(stream, stream.id(), "child_details", "name", List.of(), name)))));
        for (String worker : workers) {
            service.administration().allocate(stream.name(), worker, "full");
        }
        return stream;
    }

    Past past(Intent intent) {
        return new Past(intent, "council", Instant.parse("2025-01-01T10:00:00Z"), null);
    }

    void bringIn(Map<StreamId, List<Past>> history) {
        service.engine()
                .database()
                .change(transaction -> service.engine().history().bringIn(transaction, history, List.of()));
    }

    static Intent note(StreamId stream, UUID record, String text) {
        return Intent.whole(stream, record, "case_note", Json.object().put("text", text));
    }

    Intent note(StreamId stream, String text) {
        return note(stream, ids.next(), text);
    }

    static List<String> results(List<JsonNode> lines) {
        var words = new ArrayList<String>();
        for (JsonNode line : lines) {
            words.add(line.path("result").stringValue()
                    + (line.path("reason").isString()
                            ? " " + line.path("reason").stringValue()
                            : ""));
        }
        return words;
    }

    @Test
    void whatALaptopSendsComesBackLetterForLetterToWhoeverHoldsTheCase() {
        String manager = account(Role.TEAM_MANAGER);
        String worker = account(Role.SOCIAL_WORKER, manager);
        StreamId child = child(worker);
        TestLaptop own = laptop(worker);
        TestLaptop supervisor = laptop(manager);
        own.pull();
        var note = own.operation(note(child, "“I don’t want to” — Zoë Łukasz 😀 é"));
        assertThat(results(own.push(note))).containsExactly("accepted");
        supervisor.pull();
        var events = supervisor.streams().get(child.toString());
        assertThat(events).hasSize(2);
        assertThat(events.get(1).operation()).isEqualTo(note);
        assertThat(events.get(1).author()).isEqualTo(worker);
        assertThat(events.get(1).device()).isEqualTo(own.device());
        own.pull();
        assertThat(own.chain(child.toString())).isEqualTo(supervisor.chain(child.toString()));
        assertThat(own.pull(Long.MAX_VALUE)).isZero();
    }
}
