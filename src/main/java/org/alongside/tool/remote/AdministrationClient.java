package org.alongside.tool.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Json;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Unreachable;
import org.alongside.sync.remote.PinnedTrust;
import org.alongside.sync.wire.Wire;
import org.alongside.tool.ServiceDoor;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The administration API of a running service, for whoever holds its token file. Only an answer that
/// comes over TLS from the service's own authority and carries the protocol's header counts.
public final class AdministrationClient implements ServiceDoor {
    private static final Duration CONNECTING = Duration.ofSeconds(5);

    /// An import of a whole council may take its time.
    private static final Duration ANSWERING = Duration.ofMinutes(30);

    private final HttpClient http;
    private final String service;
    private final String token;

    public AdministrationClient(String service, String caPem, String token) {
        this.service = service;
        this.token = token;
        this.http = HttpClient.newBuilder()
                .sslContext(PinnedTrust.of(caPem))
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECTING)
                .build();
    }

    /// Whether the service is there.
    public boolean answers() {
        try {
            get("/admin/v1/epoch");
            return true;
        } catch (Unreachable e) {
            return false;
        }
    }

    @Override
    public void addUser(String name, String display, String role, @Nullable String team, @Nullable String supervisor) {
        ObjectNode user = Json.object();
        user.put("name", name).put("display", display).put("role", role);
        user.put("team", team).put("supervisor", supervisor);
        post("/admin/v1/users", user);
    }

    @Override
    public void endUser(String name) {
        post("/admin/v1/users/" + encoded(name) + "/end", Json.object());
    }

    @Override
    public ObjectNode enrolCode(String user, long hours) {
        return post("/admin/v1/enrol-codes", Json.object().put("user", user).put("valid_hours", hours));
    }

    @Override
    public ObjectNode items(String list) {
        return get("/admin/v1/" + list);
    }

    @Override
    public void allocate(String child, String worker, String depth) {
        post(
                "/admin/v1/allocate",
                Json.object().put("child", child).put("worker", worker).put("depth", depth));
    }

    @Override
    public void deallocate(String child, String worker) {
        post("/admin/v1/deallocate", Json.object().put("child", child).put("worker", worker));
    }

    @Override
    public void revokeDevice(String device, boolean salvage) {
        post("/admin/v1/devices/" + encoded(device) + "/revoke", Json.object().put("salvage", salvage));
    }

    @Override
    public ObjectNode verify() {
        return get("/admin/v1/verify");
    }

    @Override
    public void exportLog(OutputStream out) throws IOException {
        HttpResponse<InputStream> answer = send(request("/admin/v1/export-log").GET());
        try (InputStream body = answer.body()) {
            if (answer.statusCode() != 200) {
                throw refused(answer.statusCode(), body.readAllBytes());
            }
            body.transferTo(out);
        }
    }

    @Override
    public ObjectNode epoch(@Nullable String newBecause) {
        return newBecause == null
                ? get("/admin/v1/epoch")
                : post("/admin/v1/epoch", Json.object().put("why", newBecause));
    }

    @Override
    public ObjectNode importFiles(
            String format, List<Path> files, boolean dryRun, @Nullable String authority, @Nullable ObjectNode map) {
        ObjectNode asked = Json.object();
        asked.put("format", format).put("dry_run", dryRun).put("accept_authority", authority);
        asked.set("map", map == null ? Json.MAPPER.nullNode() : map);
        var uploads = asked.putArray("uploads");
        for (Path file : files) {
            uploads.add(upload(file));
        }
        return post("/admin/v1/import", asked);
    }

    private String upload(Path file) {
        try {
            ObjectNode answer = object(send(request("/admin/v1/uploads?name="
                            + encoded(file.getFileName().toString()))
                    .header("Content-Type", "application/octet-stream")
                    .POST(HttpRequest.BodyPublishers.ofFile(file))));
            return answer.path("upload").stringValue();
        } catch (java.io.FileNotFoundException e) {
            throw BadInput.of("file-not-there", "path", "There is no file " + file + ".");
        }
    }

    @Override
    public void close() {
        http.close();
    }

    private ObjectNode get(String path) {
        return object(send(request(path).GET()));
    }

    private ObjectNode post(String path, ObjectNode body) {
        return object(send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.line(body)))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(service + path))
                .timeout(ANSWERING)
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<InputStream> send(HttpRequest.Builder request) {
        try {
            HttpResponse<InputStream> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            if (answer.headers().firstValue(Wire.SERVICE_HEADER).isEmpty()) {
                throw new Unreachable(
                        "not-the-councils-service", "What answers at " + service + " is not a council's service.");
            }
            return answer;
        } catch (IOException e) {
            throw new Unreachable(
                    "service-not-reached", "The service at " + service + " does not answer. Is it running?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable("service-not-reached", "The request was broken off.", e);
        }
    }

    private static ObjectNode object(HttpResponse<InputStream> answer) {
        try (InputStream body = answer.body()) {
            byte[] bytes = body.readAllBytes();
            if (answer.statusCode() >= 400) {
                throw refused(answer.statusCode(), bytes);
            }
            return bytes.length == 0 ? Json.object() : Json.parseObject(text(bytes), "The service's answer");
        } catch (IOException e) {
            throw new Unreachable("service-not-reached", "The service's answer broke off.", e);
        }
    }

    private static RuntimeException refused(int status, byte[] body) {
        try {
            JsonNode problem = Json.MAPPER.readTree(body);
            String type = problem.path("type").asString("refused");
            String code = type.substring(type.lastIndexOf(':') + 1);
            String detail =
                    problem.path("detail").asString(problem.path("title").asString("The service refused."));
            var problems = new ArrayList<Problem>();
            for (JsonNode each : problem.path("problems")) {
                problems.add(Json.MAPPER.treeToValue(each, Problem.class));
            }
            if (status == 401 || status >= 500) {
                return new Unreachable(code, detail);
            }
            return problems.isEmpty() ? BadInput.of(code, detail) : new BadInput(problems);
        } catch (JacksonException e) {
            return new Unreachable("service-refused", "The service refused (" + status + ").");
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
