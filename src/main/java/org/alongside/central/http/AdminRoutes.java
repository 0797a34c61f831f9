package org.alongside.central.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.alongside.access.Account;
import org.alongside.access.Role;
import org.alongside.central.Administration;
import org.alongside.central.ImportRequest;
import org.alongside.exchange.CodeMap;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Json;
import org.alongside.sync.wire.Wire;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What an administrator may do, for whoever holds the token file of the service's home.
final class AdminRoutes {
    static final String UPLOADS = "/admin/v1/uploads";
    private static final long HOURS_MAX = 24L * 14;

    private final Administration administration;
    private final Uploads uploads;
    private final String token;

    AdminRoutes(Administration administration, Uploads uploads, String token) {
        this.administration = administration;
        this.uploads = uploads;
        this.token = token;
    }

    record ImportOf(
            @Nullable String format,
            boolean dryRun,
            @Nullable String acceptAuthority,
            @Nullable JsonNode map,
            @Nullable List<String> uploads) {}

    record User(
            @Nullable String name,
            @Nullable String display,
            @Nullable String role,
            @Nullable String team,
            @Nullable String supervisor) {}

    record CodeFor(@Nullable String user, long validHours) {}

    record AllocationOf(
            @Nullable String child,
            @Nullable String worker,
            @Nullable String depth) {}

    record Declaration(@Nullable String account, @Nullable String person) {}

    record Revocation(boolean salvage) {}

    record Why(@Nullable String why) {}

    List<Route> routes() {
        return List.of(
                guarded("POST", "/admin/v1/users", this::user),
                guarded("POST", "/admin/v1/users/{name}/end", exchange -> {
                    administration.endAccount(exchange.path("name"));
                    return Answer.nothing();
                }),
                guarded("POST", "/admin/v1/enrol-codes", this::code),
                guarded("GET", "/admin/v1/people", exchange -> items(administration.people())),
                guarded("GET", "/admin/v1/allocations", exchange -> items(administration.allocations())),
                guarded("GET", "/admin/v1/devices", exchange -> items(administration.devices())),
                guarded("GET", "/admin/v1/parked", exchange -> items(administration.parked())),
                guarded("POST", "/admin/v1/allocate", this::allocate),
                guarded("POST", "/admin/v1/deallocate", this::deallocate),
                guarded("POST", "/admin/v1/declarations", this::declare),
                guarded("POST", "/admin/v1/devices/{device}/revoke", this::revoke),
                guarded("GET", "/admin/v1/verify", exchange -> verify()),
                guarded(
                        "GET",
                        "/admin/v1/export-log",
                        exchange -> new Answer(200, Wire.NDJSON, administration::exportLog)),
                guarded(
                        "POST",
                        UPLOADS,
                        exchange -> Answer.json(
                                Json.object().put("upload", uploads.keep(exchange.query("name"), exchange.stream())))),
                guarded("POST", "/admin/v1/import", this::importFiles),
                guarded("GET", "/admin/v1/epoch", exchange -> epoch(administration.epoch())),
                guarded(
                        "POST",
                        "/admin/v1/epoch",
                        exchange -> epoch(administration.newEpoch(
                                said(exchange.json(Why.class).why(), "why")))));
    }

    private Route guarded(String method, String path, Route.Work work) {
        return new Route(method, path, exchange -> {
            String given = exchange.header("Authorization");
            boolean right = given != null
                    && MessageDigest.isEqual(
                            given.getBytes(StandardCharsets.UTF_8),
                            ("Bearer " + token).getBytes(StandardCharsets.UTF_8));
            if (!right) {
                throw new HttpProblem(401, "admin-token-not-valid", "This needs the administrator's token.");
            }
            return work.answer(exchange);
        });
    }

    private static Answer items(List<?> items) {
        var body = Json.object();
        body.set("items", Json.MAPPER.valueToTree(items));
        return Answer.json(body);
    }

    private static Answer epoch(String epoch) {
        return Answer.json(Json.object().put("epoch", epoch));
    }

    private Answer verify() {
        var body = Json.object();
        body.set("problems", Json.MAPPER.valueToTree(administration.verify()));
        return Answer.json(body);
    }

    private Answer user(Exchange exchange) throws IOException {
        User user = exchange.json(User.class);
        String role = said(user.role(), "role");
        administration.putAccount(new Account(
                said(user.name(), "name"),
                said(user.display(), "display"),
                Role.find(role).orElseThrow(() -> BadInput.of("role-unknown", "role", "There is no such role.")),
                user.team(),
                user.supervisor()));
        return Answer.nothing();
    }

    private Answer code(Exchange exchange) throws IOException {
        CodeFor asked = exchange.json(CodeFor.class);
        if (asked.validHours() < 1 || asked.validHours() > HOURS_MAX) {
            throw BadInput.of("hours-wrong", "valid_hours", "A code is valid for 1 to " + HOURS_MAX + " hours.");
        }
        return Answer.json(administration.enrolCode(said(asked.user(), "user"), Duration.ofHours(asked.validHours())));
    }

    private Answer allocate(Exchange exchange) throws IOException {
        AllocationOf asked = exchange.json(AllocationOf.class);
        String depth = asked.depth() == null ? "full" : asked.depth();
        administration.allocate(said(asked.child(), "child"), said(asked.worker(), "worker"), depth);
        return Answer.nothing();
    }

    private Answer deallocate(Exchange exchange) throws IOException {
        AllocationOf asked = exchange.json(AllocationOf.class);
        administration.deallocate(said(asked.child(), "child"), said(asked.worker(), "worker"));
        return Answer.nothing();
    }

    private Answer declare(Exchange exchange) throws IOException {
        Declaration asked = exchange.json(Declaration.class);
        UUID person = administration.idOf(said(asked.person(), "person"));
        administration.declare(said(asked.account(), "account"), person);
        return Answer.nothing();
    }

    private Answer revoke(Exchange exchange) throws IOException {
        administration.revokeDevice(
                exchange.path("device"), exchange.json(Revocation.class).salvage());
        return Answer.nothing();
    }

    /// The files were handed in before, each by a call of its own; they are gone when this ends.
    private Answer importFiles(Exchange exchange) throws IOException {
        ImportOf asked = exchange.json(ImportOf.class);
        List<String> named = asked.uploads();
        if (named == null || named.isEmpty()) {
            throw BadInput.of("member-missing", "uploads", "Name the files that were handed in.");
        }
        JsonNode map = asked.map();
        CodeMap answers = map == null || map.isNull() ? CodeMap.empty() : CodeMap.parse(Json.line(map));
        String authority = asked.acceptAuthority();
        try {
            var files = named.stream().map(uploads::find).toList();
            return Answer.json(administration
                    .importFiles(new ImportRequest(
                            said(asked.format(), "format"),
                            files,
                            asked.dryRun(),
                            authority == null ? "" : authority,
                            answers))
                    .json());
        } finally {
            named.forEach(uploads::discard);
        }
    }

    private static String said(@Nullable String text, String field) {
        if (text == null || text.isBlank()) {
            throw BadInput.of("member-missing", field, "This is missing.");
        }
        return text;
    }
}
