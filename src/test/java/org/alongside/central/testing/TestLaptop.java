package org.alongside.central.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.alongside.kernel.Ids;
import org.alongside.kernel.Json;
import org.alongside.record.Chain;
import org.alongside.record.Event;
import org.alongside.record.Intent;
import org.alongside.record.Operation;
import org.alongside.sync.wire.Enrolment;
import org.alongside.sync.wire.Hello;
import org.alongside.sync.wire.Manifest;
import org.alongside.sync.wire.PullLine;
import org.alongside.sync.wire.Token;
import org.alongside.sync.wire.Wire;
import tools.jackson.databind.JsonNode;

/// A laptop as small as can be, that speaks the protocol over real HTTPS and keeps every byte it was
/// ever sent.
public final class TestLaptop {
    private final HttpClient http;
    private final String url;
    private final KeyPair keys;
    private final Ids ids = new Ids(java.time.Clock.systemUTC());
    private final ByteArrayOutputStream everything = new ByteArrayOutputStream();
    private final Map<String, List<Event>> streams = new TreeMap<>();
    private final Map<String, String> chains = new TreeMap<>();
    private final List<PullLine.Order> orders = new ArrayList<>();
    private final List<String> resets = new ArrayList<>();
    private long userRev;
    private long sequence;
    private String device = "";
    private String token = "";
    private String epoch = "";
    private String tenant = "";

    public TestLaptop(String url, Path caFile) {
        this.url = url;
        http = client(caFile);
        try {
            keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static HttpClient client(Path caFile) {
        return HttpClient.newBuilder()
                .sslContext(trusting(caFile))
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    public static SSLContext trusting(Path caFile) {
        try (var in = Files.newInputStream(caFile)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<byte[]> send(String method, String path, String type, byte[] body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            everything.writeBytes(response.body());
            response.headers()
                    .map()
                    .forEach((name, values) -> everything.writeBytes((name + values).getBytes(StandardCharsets.UTF_8)));
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<byte[]> json(String path, Object body) {
        return send("POST", path, "application/json", Json.line(body).getBytes(StandardCharsets.UTF_8));
    }

    public HttpResponse<byte[]> enrolResponse(String user, String code) {
        return json(
                Wire.DEVICES,
                new Enrolment.Request(
                        user,
                        code,
                        Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()),
                        "test"));
    }

    public TestLaptop enrol(String user, String code) {
        epoch = read(send("GET", Wire.HELLO, "", new byte[0]), Hello.class).epoch();
        Enrolment.Answer answer = read(enrolResponse(user, code), Enrolment.Answer.class);
        device = answer.device();
        tenant = answer.tenant();
        return signIn();
    }

    public TestLaptop signIn() {
        token = read(tokenResponse(), Token.Answer.class).token();
        return this;
    }

    public HttpResponse<byte[]> tokenResponse() {
        String challenge = read(json(Wire.TOKEN, new Token.Request(device, null, null)), Token.Answer.class)
                .challenge();
        return json(Wire.TOKEN, new Token.Request(device, challenge, signature(challenge)));
    }

    public String signature(String challenge) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(keys.getPrivate());
            signer.update(Wire.toSign(tenant, device, challenge));
            return Base64.getEncoder().encodeToString(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String[] headers() {
        return new String[] {"Authorization", "Bearer " + token, Wire.EPOCH_HEADER, epoch, Wire.PROTOCOL_HEADER, "1"};
    }

    public Operation operation(Intent intent) {
        return operation(intent, null);
    }

    public Operation operation(Intent intent, UUID atomicGroup) {
        return new Operation(
                ids.next(),
                intent.stream(),
                intent.record(),
                intent.fieldGroup(),
                intent.type(),
                1,
                atomicGroup,
                intent.supersedes(),
                Instant.parse("2026-11-18T10:30:00Z"),
                ++sequence,
                intent.body());
    }

    public List<JsonNode> push(Operation... operations) {
        return push(List.of(operations));
    }

    public List<JsonNode> push(List<Operation> operations) {
        return pushLines(operations.stream()
                .map(operation -> new String(operation.line(), StandardCharsets.UTF_8))
                .toList());
    }

    public List<JsonNode> pushLines(List<String> lines) {
        var response = pushResponse(String.join("\n", lines) + "\n");
        if (response.statusCode() != 200) {
            throw new IllegalStateException(
                    response.statusCode() + " " + new String(response.body(), StandardCharsets.UTF_8));
        }
        var results = new ArrayList<JsonNode>();
        for (String line : new String(response.body(), StandardCharsets.UTF_8).split("\n", -1)) {
            if (!line.isEmpty()) {
                results.add(Json.MAPPER.readTree(line));
            }
        }
        return results;
    }

    public HttpResponse<byte[]> pushResponse(String body) {
        return send("POST", Wire.PUSH, Wire.NDJSON, body.getBytes(StandardCharsets.UTF_8), headers());
    }

    public HttpResponse<byte[]> authorised(String path, String type, String body) {
        return send("POST", path, type, body.getBytes(StandardCharsets.UTF_8), headers());
    }

    public HttpResponse<byte[]> authorised(String method, String path, String type, byte[] body, String... more) {
        var all = new ArrayList<>(List.of(headers()));
        all.addAll(List.of(more));
        return send(method, path, type, body, all.toArray(String[]::new));
    }

    /// Pulls until there is no more, checking revisions and chain as a laptop does.
    ///
    /// @return how many answers it took
    public int pull(long byteBudget) {
        int answers = 0;
        while (true) {
            var response = send("POST", Wire.PULL, Wire.NDJSON, manifest(byteBudget), headers());
            if (response.statusCode() == 204) {
                return answers;
            }
            if (response.statusCode() != 200) {
                throw new IllegalStateException(
                        response.statusCode() + " " + new String(response.body(), StandardCharsets.UTF_8));
            }
            answers++;
            boolean more = take(response.body());
            if (!more) {
                return answers;
            }
        }
    }

    public TestLaptop pull() {
        pull(Long.MAX_VALUE);
        return this;
    }

    private byte[] manifest(long byteBudget) {
        var lines = new StringBuilder();
        streams.forEach((stream, events) -> lines.append(
                        Json.line(new Manifest.Line(stream, events.size(), Chain.brief(chains.get(stream)))))
                .append('\n'));
        lines.append(Json.line(new Manifest.End(userRev, List.of(), byteBudget)))
                .append('\n');
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private boolean take(byte[] body) {
        var pending = new ArrayList<Event>();
        boolean more = false;
        boolean ended = false;
        for (String text : new String(body, StandardCharsets.UTF_8).split("\n", -1)) {
            if (text.isEmpty()) {
                continue;
            }
            switch (PullLine.parse(text.getBytes(StandardCharsets.UTF_8))) {
                case PullLine.Order order -> {
                    orders.add(order);
                    userRev = order.rev();
                    if (order.kind().equals("remove")) {
                        streams.remove(order.stream());
                        chains.remove(order.stream());
                    }
                }
                case PullLine.Reset reset -> {
                    resets.add(reset.stream());
                    streams.remove(reset.stream());
                    chains.remove(reset.stream());
                }
                case PullLine.Event event -> pending.add(Event.parse(event.line()));
                case PullLine.Head head -> {
                    append(head, pending);
                    pending.clear();
                }
                case PullLine.End end -> {
                    more = end.more();
                    ended = true;
                }
            }
        }
        if (!ended) {
            throw new IllegalStateException("an answer without its end");
        }
        return more;
    }

    private void append(PullLine.Head head, List<Event> events) {
        List<Event> held = streams.computeIfAbsent(head.stream(), key -> new ArrayList<>());
        String chain = chains.getOrDefault(
                head.stream(), Chain.start(tenant, org.alongside.record.StreamId.parse(head.stream())));
        for (Event event : events) {
            if (event.rev() != held.size() + 1
                    || !event.operation().stream().toString().equals(head.stream())) {
                throw new IllegalStateException("a gap in " + head.stream() + " at " + event.rev());
            }
            chain = Chain.next(chain, event.line());
            held.add(event);
        }
        if (!chain.equals(head.chain()) || held.size() != head.rev()) {
            throw new IllegalStateException("the chain of " + head.stream() + " does not come out");
        }
        chains.put(head.stream(), chain);
    }

    /// Forgets the link it holds, as a damaged replica would.
    public void damage(String stream) {
        chains.put(stream, "00".repeat(32));
    }

    public static <T> T read(HttpResponse<byte[]> response, Class<T> shape) {
        if (response.statusCode() != 200) {
            throw new IllegalStateException(
                    response.statusCode() + " " + new String(response.body(), StandardCharsets.UTF_8));
        }
        return Json.MAPPER.readValue(response.body(), shape);
    }

    /// Whether a text ever came down the wire to this laptop.
    public boolean wasEverSent(String marker) {
        return everything.toString(StandardCharsets.UTF_8).contains(marker);
    }

    public Map<String, List<Event>> streams() {
        return streams;
    }

    public String chain(String stream) {
        return chains.get(stream);
    }

    public List<PullLine.Order> orders() {
        return orders;
    }

    public List<String> resets() {
        return resets;
    }

    public String device() {
        return device;
    }

    public String token() {
        return token;
    }

    public String epoch() {
        return epoch;
    }

    public UUID newId() {
        return ids.next();
    }
}
