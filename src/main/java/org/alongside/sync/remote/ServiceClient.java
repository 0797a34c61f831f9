package org.alongside.sync.remote;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLException;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Json;
import org.alongside.kernel.Limits;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.kernel.Unreachable;
import org.alongside.sync.BlobQueue;
import org.alongside.sync.NetworkSwitch;
import org.alongside.sync.Service;
import org.alongside.sync.wire.BlobWire;
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

/// Speaks with the council's service over HTTPS, and with nothing else: an answer counts only when its
/// certificate comes from the pinned authority, it carries the service's header and has the expected
/// shape. A guest network's page, a redirect or an empty body is no answer.
///
/// It never tries again by itself; that is the engine's.
public final class ServiceClient implements Service, AutoCloseable {
    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final Duration ANSWERING = Duration.ofSeconds(60);
    private static final Duration BUSY = Duration.ofSeconds(30);
    private static final int ZIPPED_FROM_BYTES = 2048;
    private static final int SMALL_ANSWER_BYTES = 4 * 1024 * 1024;
    private static final String JSON = "application/json";

    private final HttpClient http;
    private final URI service;
    private final NetworkSwitch network;

    /// @param service as in `https://127.0.0.1:8443`
    /// @param caPem the authority that the service's certificate must come from
    /// @throws BadInput when address or authority cannot be used
    public ServiceClient(String service, String caPem, NetworkSwitch network) {
        this.service = address(service);
        this.network = network;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_2)
                .sslContext(PinnedTrust.of(caPem))
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECTING)
                .build();
    }

    private static URI address(String service) {
        try {
            URI uri = URI.create(service.endsWith("/") ? service.substring(0, service.length() - 1) : service);
            if ("https".equals(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getPath().isEmpty()) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        throw BadInput.of("service-address-wrong", "service", Texts.of("sync.service-address-wrong"));
    }

    @Override
    public Hello hello() {
        return shape(whole(ask(request(Wire.HELLO).GET())), Hello.class);
    }

    @Override
    public Enrolment.Answer enrol(Enrolment.Request request) {
        return shape(whole(ask(json(Wire.DEVICES, request))), Enrolment.Answer.class);
    }

    @Override
    public Token.Answer token(Token.Request request) {
        return shape(whole(ask(json(Wire.TOKEN, request))), Token.Answer.class);
    }

    @Override
    public List<OpResult> push(Session session, List<byte[]> operations) {
        byte[] answer = whole(ask(signedIn(Wire.PUSH, session, lines(operations))));
        var results = new ArrayList<OpResult>();
        for (String line : new String(answer, StandardCharsets.UTF_8).split("\n", -1)) {
            if (!line.isEmpty()) {
                results.add(shape(line.getBytes(StandardCharsets.UTF_8), OpResult.class));
            }
        }
        return results;
    }

    @Override
    public void pull(Session session, Manifest manifest, Consumer<PullLine> lines) {
        var asked = new ArrayList<byte[]>();
        manifest.streams().forEach(line -> asked.add(Json.line(line).getBytes(StandardCharsets.UTF_8)));
        asked.add(Json.line(manifest.end()).getBytes(StandardCharsets.UTF_8));
        HttpResponse<InputStream> response = ask(signedIn(Wire.PULL, session, lines(asked)));
        if (response.statusCode() == 204) {
            return;
        }
        boolean ended = false;
        try (InputStream body = unzipped(response)) {
            byte[] line = line(body);
            while (line != null) {
                if (!network.isPlugged()) {
                    throw new Unreachable("offline", Texts.of("sync.offline"));
                }
                PullLine parsed = parsed(line);
                ended |= parsed instanceof PullLine.End;
                lines.accept(parsed);
                line = line(body);
            }
        } catch (IOException e) {
            throw new Unreachable("answer-cut", Texts.of("sync.answer-cut"));
        }
        if (!ended) {
            throw new Unreachable("answer-cut", Texts.of("sync.answer-cut"));
        }
    }

    @Override
    public void sendBlob(Session session, BlobQueue.Named blob, byte[] sealed) {
        var declared =
                new BlobWire.Declaration(blob.stream().toString(), blob.name(), sealed.length, Limits.BLOB_CHUNK_BYTES);
        HttpRequest.Builder declare = proved(request(BlobWire.BLOBS), session)
                .header("Content-Type", JSON)
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.line(declared).getBytes(StandardCharsets.UTF_8)));
        BlobWire.State state = shape(whole(ask(declare)), BlobWire.State.class);
        if (!state.blob().equals(blob.name())) {
            throw notOurs();
        }
        if (state.complete()) {
            return;
        }
        if (!state.chunks().contains(0)) {
            drained(ask(proved(request(at(blob, "/0")), session)
                    .header("Content-Type", BlobWire.BYTES)
                    .header(BlobWire.CHUNK_HASH_HEADER, blob.name())
                    .PUT(HttpRequest.BodyPublishers.ofByteArray(sealed))));
        }
        drained(ask(proved(request(at(blob, "/complete")), session).POST(HttpRequest.BodyPublishers.noBody())));
    }

    @Override
    public Optional<byte[]> fetchBlob(Session session, BlobQueue.Named blob) {
        try {
            HttpResponse<InputStream> response =
                    ask(proved(request(at(blob, "")), session).GET());
            if (response.statusCode() != 200) {
                throw notOurs();
            }
            try (InputStream body = response.body()) {
                return Optional.of(body.readNBytes(Limits.BLOB_BYTES + 1));
            } catch (IOException e) {
                throw new Unreachable("answer-cut", Texts.of("sync.answer-cut"));
            }
        } catch (Unreachable e) {
            if (e.problem().code().equals("blob-not-here")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static String at(BlobQueue.Named blob, String more) {
        return BlobWire.path(blob.name(), more, blob.stream().toString());
    }

    private static HttpRequest.Builder proved(HttpRequest.Builder request, Session session) {
        return request.header(Wire.EPOCH_HEADER, session.epoch()).header("Authorization", "Bearer " + session.token());
    }

    /// Takes in an answer that says nothing more than that it was done, so that the connection serves again.
    private static void drained(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            body.readNBytes(SMALL_ANSWER_BYTES);
        } catch (IOException e) {
            throw new Unreachable("answer-cut", Texts.of("sync.answer-cut"));
        }
    }

    private static PullLine parsed(byte[] line) {
        try {
            return PullLine.parse(line);
        } catch (BadInput e) {
            throw notOurs();
        }
    }

    /// A line without its newline, or null at the end; bytes after the last newline are a cut line.
    private static byte @Nullable [] line(InputStream body) throws IOException {
        var line = new ByteArrayOutputStream();
        int next = body.read();
        while (next >= 0 && next != '\n') {
            line.write(next);
            if (line.size() > Limits.PULL_BYTES) {
                throw notOurs();
            }
            next = body.read();
        }
        if (next < 0 && line.size() > 0) {
            throw new IOException("cut in a line");
        }
        return next < 0 ? null : line.toByteArray();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.resolve(path))
                .timeout(ANSWERING)
                .header("Accept-Encoding", "gzip")
                .header(Wire.PROTOCOL_HEADER, Integer.toString(Wire.PROTOCOL));
    }

    private HttpRequest.Builder json(String path, Object body) {
        return request(path)
                .header("Content-Type", JSON)
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.line(body).getBytes(StandardCharsets.UTF_8)));
    }

    private HttpRequest.Builder signedIn(String path, Session session, byte[] lines) {
        HttpRequest.Builder request = proved(request(path), session).header("Content-Type", Wire.NDJSON);
        if (lines.length < ZIPPED_FROM_BYTES) {
            return request.POST(HttpRequest.BodyPublishers.ofByteArray(lines));
        }
        return request.header("Content-Encoding", "gzip").POST(HttpRequest.BodyPublishers.ofByteArray(zipped(lines)));
    }

    private HttpResponse<InputStream> ask(HttpRequest.Builder request) {
        if (!network.isPlugged()) {
            throw new Unreachable("offline", Texts.of("sync.offline"));
        }
        try {
            HttpResponse<InputStream> response = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            if (response.headers().firstValue(Wire.SERVICE_HEADER).isEmpty()) {
                response.body().close();
                throw notOurs();
            }
            if (response.statusCode() == 200 || response.statusCode() == 204) {
                return response;
            }
            throw refused(response);
        } catch (SSLException e) {
            throw new Unreachable("certificate-not-trusted", Texts.of("sync.certificate-not-trusted"));
        } catch (HttpConnectTimeoutException e) {
            throw notReached();
        } catch (HttpTimeoutException e) {
            throw new Unreachable("service-not-reached", Texts.of("sync.service-not-reached"));
        } catch (IOException e) {
            throw isTls(e)
                    ? new Unreachable("certificate-not-trusted", Texts.of("sync.certificate-not-trusted"))
                    : notReached();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notReached();
        }
    }

    private static boolean isTls(Throwable fault) {
        for (Throwable each = fault; each != null; each = each.getCause()) {
            if (each instanceof SSLException) {
                return true;
            }
        }
        return false;
    }

    private RuntimeException refused(HttpResponse<InputStream> response) {
        int status = response.statusCode();
        List<Problem> problems = problems(response);
        Problem first = problems.getFirst();
        return switch (status) {
            case 400, 415, 422 -> new BadInput(problems);
            case 401 -> new Refused(new Why.TokenOver());
            case 403 ->
                first.code().equals("device-revoked")
                        ? new Refused(new Why.AccessEnded(first.code()))
                        : new Unreachable(first.code(), first.message());
            case 409 ->
                first.code().equals("new-epoch")
                        ? new Refused(new Why.NewEpoch())
                        : new Unreachable(first.code(), first.message());
            case 413 -> new Refused(new Why.TooLong());
            case 429, 503 -> new Refused(new Why.Busy(retryAfter(response)));
            default -> status >= 300 && status < 400 ? notOurs() : new Unreachable(first.code(), first.message());
        };
    }

    private static Duration retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("\\d{1,5}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(BUSY);
    }

    /// The service's own words; ours where it gave none.
    private List<Problem> problems(HttpResponse<InputStream> response) {
        var problems = new ArrayList<Problem>();
        try {
            JsonNode body = Json.MAPPER.readTree(whole(response));
            for (JsonNode each : body.path("problems")) {
                problems.add(Json.MAPPER.treeToValue(each, Problem.class));
            }
        } catch (JacksonException | Unreachable e) {
            // Told below.
        }
        return problems.isEmpty() ? List.of(Problem.of("service-refused", Texts.of("sync.service-refused"))) : problems;
    }

    private static byte[] whole(HttpResponse<InputStream> response) {
        try (InputStream body = unzipped(response)) {
            byte[] bytes = body.readNBytes(SMALL_ANSWER_BYTES);
            if (bytes.length == 0) {
                throw notOurs();
            }
            return bytes;
        } catch (IOException e) {
            throw new Unreachable("answer-cut", Texts.of("sync.answer-cut"));
        }
    }

    private static <T> T shape(byte[] body, Class<T> shape) {
        try {
            T value = Json.MAPPER.readValue(body, shape);
            if (value != null) {
                return value;
            }
        } catch (JacksonException e) {
            // Told below.
        }
        throw notOurs();
    }

    private static InputStream unzipped(HttpResponse<InputStream> response) throws IOException {
        boolean zipped = response.headers()
                .firstValue("Content-Encoding")
                .map(coding -> coding.toLowerCase(Locale.ROOT).equals("gzip"))
                .orElse(false);
        InputStream body = response.body();
        return new java.io.BufferedInputStream(zipped ? new GZIPInputStream(new Unhurried(body)) : body);
    }

    private static byte[] zipped(byte[] bytes) {
        var zipped = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(zipped)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory", e);
        }
        return zipped.toByteArray();
    }

    private static byte[] lines(List<byte[]> lines) {
        var body = new ByteArrayOutputStream();
        for (byte[] line : lines) {
            body.writeBytes(line);
            body.write('\n');
        }
        return body.toByteArray();
    }

    private static Unreachable notReached() {
        return new Unreachable("service-not-reached", Texts.of("sync.service-not-reached"));
    }

    private static Unreachable notOurs() {
        return new Unreachable("not-the-councils-service", Texts.of("sync.not-the-councils-service"));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    /// Keeps gzip from waiting for a second member: its `available` decides that.
    private static final class Unhurried extends FilterInputStream {
        private Unhurried(InputStream in) {
            super(in);
        }

        @Override
        public int available() {
            return 0;
        }
    }
}
