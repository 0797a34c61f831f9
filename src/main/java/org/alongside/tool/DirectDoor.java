package org.alongside.tool;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.alongside.access.Account;
import org.alongside.access.Role;
import org.alongside.central.Administration;
import org.alongside.central.CentralEngine;
import org.alongside.central.ImportRequest;
import org.alongside.exchange.CodeMap;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// The administration of a service that is not running: on its database.
final class DirectDoor implements ServiceDoor {
    private final CentralEngine engine;
    private final Administration administration;

    DirectDoor(CentralEngine engine) {
        this.engine = engine;
        this.administration = engine.administration();
    }

    @Override
    public void addUser(String name, String display, String role, @Nullable String team, @Nullable String supervisor) {
        Role known = Role.find(role)
                .orElseThrow(() -> BadInput.of("role-unknown", "role", "There is no role " + role + "."));
        administration.putAccount(new Account(name, display, known, team, supervisor));
    }

    @Override
    public void endUser(String name) {
        administration.endAccount(name);
    }

    @Override
    public ObjectNode enrolCode(String user, long hours) {
        return Json.tree(administration.enrolCode(user, Duration.ofHours(hours)), ObjectNode.class);
    }

    @Override
    public ObjectNode items(String list) {
        ObjectNode json = Json.object();
        Object items = switch (list) {
            case "people" -> administration.people();
            case "allocations" -> administration.allocations();
            case "devices" -> administration.devices();
            case "parked" -> administration.parked();
            default -> throw new IllegalArgumentException(list);
        };
        json.set("items", Json.MAPPER.valueToTree(items));
        return json;
    }

    @Override
    public void allocate(String child, String worker, String depth) {
        administration.allocate(child, worker, depth);
    }

    @Override
    public void deallocate(String child, String worker) {
        administration.deallocate(child, worker);
    }

    @Override
    public void revokeDevice(String device, boolean salvage) {
        administration.revokeDevice(device, salvage);
    }

    @Override
    public ObjectNode verify() {
        ObjectNode json = Json.object();
        json.set("problems", Invocation.problems(administration.verify()));
        return json;
    }

    @Override
    public void exportLog(OutputStream out) throws IOException {
        administration.exportLog(out);
    }

    @Override
    public ObjectNode epoch(@Nullable String newBecause) {
        return Json.object()
                .put("epoch", newBecause == null ? administration.epoch() : administration.newEpoch(newBecause));
    }

    @Override
    public ObjectNode importFiles(
            String format, List<Path> files, boolean dryRun, @Nullable String authority, @Nullable ObjectNode map) {
        return administration
                .importFiles(new ImportRequest(
                        format,
                        files,
                        dryRun,
                        authority == null ? "" : authority,
                        map == null ? CodeMap.empty() : CodeMap.parse(Json.line(map))))
                .json();
    }

    @Override
    public void close() {
        engine.close();
    }
}
