package org.alongside.tool;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ToIntFunction;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `admin`: what an administrator does with a service.
@Command(name = "admin", description = "Administers a service.", mixinStandardHelpOptions = true)
final class AdminCommand {
    private final Invocation invocation;

    @Option(
            names = "--service",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "A service on another machine, with --ca and --admin-token-file.")
    private @Nullable String service;

    @Option(names = "--ca", paramLabel = "FILE", scope = ScopeType.INHERIT, description = "Its certificate file.")
    private @Nullable Path ca;

    @Option(
            names = "--admin-token-file",
            paramLabel = "F",
            scope = ScopeType.INHERIT,
            description = "Its administrator's token.")
    private @Nullable Path token;

    AdminCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    private int at(ToIntFunction<ServiceDoor> work) {
        Services.Elsewhere elsewhere = null;
        if (service != null) {
            if (ca == null || token == null) {
                throw BadInput.of("usage", "With --service say --ca FILE and --admin-token-file F, too.");
            }
            elsewhere = new Services.Elsewhere(service, ca, token);
        }
        try (ServiceDoor door = Services.open(invocation, elsewhere, false)) {
            return work.applyAsInt(door);
        }
    }

    private int done(String words) {
        ObjectNode json = Json.object();
        json.putArray("problems");
        invocation.answer(json);
        if (!invocation.json()) {
            invocation.say(words);
        }
        return ExitCode.DONE;
    }

    private int items(String list) {
        return at(door -> {
            ObjectNode items = door.items(list);
            invocation.answer(items);
            if (!invocation.json()) {
                for (JsonNode item : items.path("items")) {
                    var words = new StringBuilder();
                    item.properties()
                            .forEach(entry -> words.append(entry.getKey())
                                    .append(' ')
                                    .append(entry.getValue().asString("-"))
                                    .append("  "));
                    invocation.say(words.toString().strip());
                }
            }
            return ExitCode.DONE;
        });
    }

    @Command(name = "people", description = "Who is known.", mixinStandardHelpOptions = true)
    int people() {
        return items("people");
    }

    @Command(name = "allocations", description = "Who holds whom.", mixinStandardHelpOptions = true)
    int allocations() {
        return items("allocations");
    }

    @Command(name = "devices", description = "Which laptops there are.", mixinStandardHelpOptions = true)
    int devices() {
        return items("devices");
    }

    @Command(name = "parked", description = "Work that is kept and not in the record.", mixinStandardHelpOptions = true)
    int parked() {
        return items("parked");
    }

    @Command(name = "enrol-code", description = "One-time code for a laptop.", mixinStandardHelpOptions = true)
    int enrolCode(
            @Option(names = "--user", paramLabel = "NAME", required = true, description = "For whom.") String user,
            @Option(
                            names = "--valid",
                            paramLabel = "HOURS",
                            defaultValue = "72",
                            description = "How long (default: ${DEFAULT-VALUE}).")
                    long hours) {
        return at(door -> {
            ObjectNode code = door.enrolCode(user, hours);
            invocation.answer(code);
            if (!invocation.json()) {
                invocation.say(code.path("code").stringValue());
            }
            return ExitCode.DONE;
        });
    }

    @Command(name = "allocate", description = "Gives a worker a child's case.", mixinStandardHelpOptions = true)
    int allocate(
            @Option(names = "--child", paramLabel = "ID", required = true, description = "Which child.") String child,
            @Option(names = "--worker", paramLabel = "NAME", required = true, description = "To whom.") String worker,
            @Option(names = "--depth", defaultValue = "full", description = "full or summary.") String depth) {
        return at(door -> {
            door.allocate(child, worker, depth);
            return done("Allocated. The case reaches the worker's laptop with its next sync.");
        });
    }

    @Command(name = "deallocate", description = "Ends a worker's allocation.", mixinStandardHelpOptions = true)
    int deallocate(
            @Option(names = "--child", paramLabel = "ID", required = true, description = "Which child.") String child,
            @Option(names = "--worker", paramLabel = "NAME", required = true, description = "From whom.")
                    String worker) {
        return at(door -> {
            door.deallocate(child, worker);
            return done("Ended. The case leaves the worker's laptop once their own work on it is with the council.");
        });
    }

    @Command(name = "revoke-device", description = "Ends a laptop's access.", mixinStandardHelpOptions = true)
    int revokeDevice(
            @Parameters(paramLabel = "ID", description = "Which laptop.") String device,
            @Option(names = "--salvage", description = "It may hand in what it holds first.") boolean salvage) {
        return at(door -> {
            door.revokeDevice(device, salvage);
            return done("Revoked.");
        });
    }

    @Command(name = "verify", description = "Checks every chain and projection.", mixinStandardHelpOptions = true)
    int verify() {
        return at(door -> {
            ObjectNode found = door.verify();
            invocation.answer(found);
            int count = found.path("problems").size();
            if (!invocation.json()) {
                invocation.say(count == 0 ? "All is well." : count + " findings:");
                found.path("problems")
                        .forEach(problem ->
                                invocation.say("  " + problem.path("message").asString("")));
            }
            return count == 0 ? ExitCode.DONE : ExitCode.FINDINGS;
        });
    }

    @Command(name = "export-log", description = "Writes the whole log.", mixinStandardHelpOptions = true)
    int exportLog(
            @Option(names = "--canonical", required = true, description = "Sorted, one line an event or head.")
                    boolean canonical,
            @Option(names = "--out", paramLabel = "FILE", required = true, description = "Where to.") Path out) {
        return at(door -> {
            try (var stream = new BufferedOutputStream(Files.newOutputStream(out))) {
                door.exportLog(stream);
            } catch (IOException e) {
                throw BadInput.of("file-not-writable", "out", out.getFileName() + " cannot be written.");
            }
            return done("Written.");
        });
    }

    @Command(name = "epoch", description = "The service's epoch.", mixinStandardHelpOptions = true)
    int epoch(
            @Option(names = "--new", description = "Begin a new one.") boolean begin,
            @Option(names = "--why", paramLabel = "TEXT", description = "The reason.") @Nullable String why) {
        if (begin && why == null) {
            throw BadInput.of("reason-missing", "why", "Say why: --why TEXT.");
        }
        return at(door -> {
            ObjectNode epoch = door.epoch(begin ? why : null);
            invocation.answer(epoch);
            if (!invocation.json()) {
                invocation.say(epoch.path("epoch").stringValue());
            }
            return ExitCode.DONE;
        });
    }

    /// `admin user add` and `admin user end`.
    @Command(name = "user", description = "Adds and ends accounts.", mixinStandardHelpOptions = true)
    static final class User {
        private final AdminCommand admin;

        User(AdminCommand admin) {
            this.admin = admin;
        }

        @Command(name = "add", description = "Adds an account, or changes it.", mixinStandardHelpOptions = true)
        int add(
                @Parameters(paramLabel = "NAME", description = "The account's name.") String name,
                @Option(
                                names = "--display",
                                paramLabel = "TEXT",
                                required = true,
                                description = "What people call them.")
                        String display,
                @Option(names = "--role", paramLabel = "ROLE", required = true, description = "Their role.")
                        String role,
                @Option(names = "--team", paramLabel = "T", description = "Their team.") @Nullable String team,
                @Option(names = "--supervisor", paramLabel = "NAME", description = "Who supervises them.") @Nullable
                        String supervisor) {
            return admin.at(door -> {
                door.addUser(name, display, role, team, supervisor);
                return admin.done("Added.");
            });
        }

        @Command(name = "end", description = "Ends an account.", mixinStandardHelpOptions = true)
        int end(@Parameters(paramLabel = "NAME", description = "The account's name.") String name) {
            return admin.at(door -> {
                door.endUser(name);
                return admin.done("Ended. Work that waits on their laptop can still be handed in.");
            });
        }
    }
}
