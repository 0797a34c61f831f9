package org.alongside.central.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.alongside.access.Account;
import org.alongside.central.ServiceLife;
import org.alongside.central.admission.Pull;
import org.alongside.central.admission.Push;
import org.alongside.central.admission.Receipts;
import org.alongside.central.directory.Devices;
import org.alongside.central.storage.DeviceTable.Device;
import org.alongside.central.storage.DeviceTable.State;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Json;
import org.alongside.kernel.Limits;
import org.alongside.kernel.Texts;
import org.alongside.sync.wire.Enrolment;
import org.alongside.sync.wire.Hello;
import org.alongside.sync.wire.Manifest;
import org.alongside.sync.wire.OpResult;
import org.alongside.sync.wire.PullLine;
import org.alongside.sync.wire.Token;
import org.alongside.sync.wire.Wire;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The calls of `sync.md` 2.3.
final class SyncRoutes {
    /// Streams a manifest may name: those of a laptop, and people beside them.
    private static final int MANIFEST_LINES = 20 * Limits.STREAMS;

    private static final int LONGEST_NAME = 80;
    private static final Duration ENROL_WINDOW = Duration.ofMinutes(15);
    private static final int ENROL_TRIES_OF_ALL = 10 * Limits.ENROL_TRIES;
    private static final String EVERYBODY = "everybody";

    private final ServiceLife life;
    private final Devices devices;
    private final Push push;
    private final Pull pull;
    private final Receipts receipts;
    private final Clock clock;
    private final RateLimit enrolments;
    private final RateLimit enrolmentsOfAll;
    private final RateLimit requests;
    private final Counts counts;

    SyncRoutes(ServiceLife life, Devices devices, Push push, Pull pull, Receipts receipts, Clock clock, Counts counts) {
        this.life = life;
        this.devices = devices;
        this.push = push;
        this.pull = pull;
        this.receipts = receipts;
        this.clock = clock;
        this.counts = counts;
        enrolments = new RateLimit(clock, Limits.ENROL_TRIES, ENROL_WINDOW, SyncRoutes::waitToEnrol);
        enrolmentsOfAll = new RateLimit(clock, ENROL_TRIES_OF_ALL, ENROL_WINDOW, SyncRoutes::waitToEnrol);
        requests = new RateLimit(clock, Limits.REQUESTS_PER_MINUTE, Duration.ofMinutes(1), SyncRoutes::waitToAsk);
    }

    private static String waitToEnrol(Duration wait) {
        return Texts.of("central.too-many-enrolments", (wait.toSeconds() + 59) / 60);
    }

    private static String waitToAsk(Duration wait) {
        return Texts.of("central.too-many-requests", wait.toSeconds());
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", Wire.HELLO, exchange -> hello()),
                new Route("POST", Wire.DEVICES, this::enrol),
                new Route("POST", Wire.TOKEN, this::token),
                new Route("POST", Wire.PUSH, this::push),
                new Route("POST", Wire.PULL, this::pull),
                new Route("POST", Wire.RECEIPTS, this::receipt));
    }

    private Answer hello() {
        return Answer.json(new Hello(
                List.of(Wire.PROTOCOL),
                List.of("gzip"),
                Map.of(
                        "request_bytes", (long) Limits.REQUEST_BYTES,
                        "operation_bytes", (long) Limits.OPERATION_BYTES,
                        "batch_operations", (long) Limits.BATCH_OPERATIONS,
                        "pull_bytes", (long) Limits.PULL_BYTES,
                        "blob_bytes", (long) Limits.BLOB_BYTES,
                        "blob_chunk_bytes", (long) Limits.BLOB_CHUNK_BYTES),
                life.epoch(),
                clock.instant(),
                "0.1",
                life.tenant(),
                life.council(),
                life.isDemonstration()));
    }

    private Answer enrol(Exchange exchange) throws IOException {
        // Wrong codes count, right ones do not: a council may enrol a roomful of laptops in an hour.
        enrolmentsOfAll.expectRoom(EVERYBODY);
        enrolments.expectRoom(exchange.address());
        Enrolment.Request asked = exchange.json(Enrolment.Request.class);
        given(asked.user(), "user");
        given(asked.code(), "code");
        if (asked.publicKey() == null) {
            throw BadInput.of("member-missing", "public_key", "The laptop's key is missing.");
        }
        return switch (devices.enrol(asked.user(), asked.code(), asked.publicKey())) {
            case Devices.Enrolled enrolled -> enrolled(enrolled);
            case Devices.Wrong wrong -> throw refusedCode(exchange.address(), "enrolment-code-wrong");
            case Devices.Used used -> throw refusedCode(exchange.address(), "enrolment-code-used");
            case Devices.Expired expired -> throw refusedCode(exchange.address(), "enrolment-code-expired");
        };
    }

    private Answer enrolled(Devices.Enrolled enrolled) {
        Account account = enrolled.member().account();
        return Answer.json(new Enrolment.Answer(
                enrolled.device().device(),
                life.leaseDays(),
                life.tenant(),
                life.council(),
                account.name(),
                account.display(),
                account.role().word(),
                life.epoch()));
    }

    private HttpProblem refusedCode(String address, String code) {
        enrolmentsOfAll.count(EVERYBODY);
        enrolments.count(address);
        return new HttpProblem(403, code, Texts.of("central." + code));
    }

    private static void given(@Nullable String text, String field) {
        if (text == null || text.isBlank() || text.length() > LONGEST_NAME) {
            throw BadInput.of("member-missing", field, "This is missing or too long.");
        }
    }

    private Answer token(Exchange exchange) throws IOException {
        requests.count(exchange.address());
        Token.Request asked = exchange.json(Token.Request.class);
        given(asked.device(), "device");
        String challenge = asked.challenge();
        String signature = asked.signature();
        if (challenge == null || signature == null) {
            return Answer.json(new Token.Answer(devices.challenge(asked.device()), null, null));
        }
        Token.Answer token = devices.token(asked.device(), challenge, signature)
                .orElseThrow(() -> new HttpProblem(
                        401, "device-not-proved", "This laptop could not prove that it is enrolled here."));
        refuseRevoked(devices.holderOf(String.valueOf(token.token())).orElseThrow());
        return Answer.json(token);
    }

    private Answer push(Exchange exchange) throws IOException {
        Device device = device(exchange);
        List<OpResult> results =
                push.take(device, life.account(device.account()), exchange.lines(Wire.NDJSON, Limits.BATCH_OPERATIONS));
        counts.pushed(results);
        return Answer.lines(results.stream().map(SyncRoutes::resultLine).toList());
    }

    /// Members that are not of its kind are left out (`sync.md` 2.3); a conflict is named or null.
    private static byte[] resultLine(OpResult result) {
        return Json.line(resultNode(result)).getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode resultNode(OpResult result) {
        ObjectNode line = Json.object();
        line.put("op_id", result.opId().toString());
        line.put("result", result.result());
        switch (result.result()) {
            case OpResult.ACCEPTED -> {
                line.put("rev", result.rev());
                line.put(
                        "conflict",
                        result.conflict() == null ? null : result.conflict().toString());
            }
            case OpResult.PARKED -> {
                line.put("reason", result.reason());
                line.put("parked_id", String.valueOf(result.parkedId()));
            }
            default -> line.set("first", resultNode(result.effective()));
        }
        return line;
    }

    private Answer pull(Exchange exchange) throws IOException {
        Device device = device(exchange);
        if (device.state() != State.ACTIVE) {
            throw revoked();
        }
        Manifest manifest = manifest(exchange.lines(Wire.NDJSON, MANIFEST_LINES));
        List<PullLine> lines = pull.answer(device, life.account(device.account()), manifest);
        counts.pulled(lines.size());
        return lines.isEmpty()
                ? Answer.nothing()
                : Answer.lines(lines.stream().map(PullLine::bytes).toList());
    }

    private static Manifest manifest(List<byte[]> lines) {
        try {
            var streams = lines.subList(0, lines.size() - 1).stream()
                    .map(line -> whole(line, Manifest.Line.class, "stream", "rev", "chain"))
                    .toList();
            Manifest.End end = whole(lines.getLast(), Manifest.End.class, "user_rev", "byte_budget");
            boolean whole =
                    streams.stream().allMatch(line -> line.stream() != null && line.chain() != null && line.rev() >= 0);
            if (!whole || end.userRev() < 0) {
                throw BadInput.of("manifest-not-readable", "A line of the manifest lacks something.");
            }
            return new Manifest(streams, end);
        } catch (JacksonException e) {
            throw BadInput.of("manifest-not-readable", "A manifest is one line for each stream and one for the end.");
        }
    }

    /// A line with the members it must have; a number that is left out would read as 0.
    private static <T> T whole(byte[] line, Class<T> shape, String... members) {
        JsonNode node = Json.MAPPER.readTree(line);
        for (String member : members) {
            if (!node.has(member)) {
                throw BadInput.of("manifest-not-readable", member, "A line of the manifest lacks this member.");
            }
        }
        return Json.MAPPER.treeToValue(node, shape);
    }

    private Answer receipt(Exchange exchange) throws IOException {
        Device device = device(exchange);
        receipts.take(device, exchange.json(Receipts.Receipt.class));
        return Answer.nothing();
    }

    /// The laptop that asks, if its token holds and it speaks of this epoch.
    Device device(Exchange exchange) {
        String authorization = exchange.header("Authorization");
        Device device = authorization != null && authorization.startsWith("Bearer ")
                ? devices.holderOf(authorization.substring("Bearer ".length())).orElse(null)
                : null;
        if (device == null) {
            throw new HttpProblem(401, "token-not-valid", "The token is missing or its time is over. Get a new one.");
        }
        requests.count(device.device());
        refuseRevoked(device);
        String protocol = exchange.header(Wire.PROTOCOL_HEADER);
        if (protocol != null && !protocol.equals(String.valueOf(Wire.PROTOCOL))) {
            throw BadInput.of("protocol-not-spoken", "This service speaks protocol " + Wire.PROTOCOL + ".");
        }
        String epoch = exchange.header(Wire.EPOCH_HEADER);
        if (epoch == null) {
            throw BadInput.of("epoch-missing", "The header " + Wire.EPOCH_HEADER + " is missing.");
        }
        if (!epoch.equals(life.epoch())) {
            throw new HttpProblem(409, "new-epoch", "The service's history has begun a new epoch. Ask hello again.");
        }
        return device;
    }

    private static void refuseRevoked(Device device) {
        if (device.state() == State.REVOKED) {
            throw revoked();
        }
    }

    private static HttpProblem revoked() {
        return new HttpProblem(403, "device-revoked", "This laptop's access has been taken away.");
    }
}
