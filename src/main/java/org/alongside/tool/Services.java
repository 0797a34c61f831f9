package org.alongside.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.alongside.central.CentralConfig;
import org.alongside.central.CentralEngine;
import org.alongside.central.CentralService;
import org.alongside.child.store.ChildProjection;
import org.alongside.child.store.PlanPeriodProjection;
import org.alongside.child.store.RelationshipProjection;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Texts;
import org.alongside.record.store.Projection;
import org.alongside.tool.remote.AdministrationClient;
import org.jspecify.annotations.Nullable;

/// Finds the service that a command is about.
final class Services {
    private Services() {}

    /// The typed rows that a service keeps: what allocation lists, team lists and returns are made of.
    static List<Projection> projections() {
        return List.of(new ChildProjection(), new RelationshipProjection(), new PlanPeriodProjection());
    }

    /// @param elsewhere address of a service on another machine, with its two files; null for `--home`
    /// @param make whether an empty folder may become a service
    static ServiceDoor open(Invocation invocation, @Nullable Elsewhere elsewhere, boolean make) {
        if (elsewhere != null) {
            return new AdministrationClient(
                    elsewhere.service(), InputFile.text(elsewhere.ca()), SecretFile.firstLine(elsewhere.token()));
        }
        Path home = invocation.home();
        Path url = home.resolve(CentralService.URL_FILE);
        if (Files.exists(url)) {
            var running = new AdministrationClient(
                    line(url),
                    InputFile.text(home.resolve("ca.pem")),
                    SecretFile.firstLine(home.resolve(CentralService.ADMIN_TOKEN_FILE)));
            if (running.answers()) {
                if (invocation.askedClock().isPresent()) {
                    invocation.warn(Texts.of("store.clock-of-its-own"));
                }
                return running;
            }
            running.close();
        }
        var config = new CentralConfig(
                home,
                CentralConfig.LOOPBACK,
                0,
                null,
                null,
                CentralConfig.embedded(home),
                invocation.clock(),
                projections());
        return new DirectDoor(make ? CentralEngine.open(config) : CentralEngine.openExisting(config));
    }

    private static String line(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw BadInput.of("file-not-readable", "home", file.getFileName() + " cannot be read.");
        }
    }

    /// @param service its address
    /// @param ca its authority's file
    /// @param token the administrator's token file
    record Elsewhere(String service, Path ca, Path token) {}
}
