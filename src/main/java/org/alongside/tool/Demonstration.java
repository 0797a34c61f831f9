package org.alongside.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.alongside.central.CentralConfig;
import org.alongside.central.CentralService;
import org.alongside.exchange.council.CouncilLoad;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.OwnerOnly;
import org.alongside.kernel.Texts;
import org.alongside.store.LaptopHome;
import org.alongside.sync.EnrolLaptop;
import org.alongside.sync.NetworkSwitch;
import org.alongside.sync.remote.ServiceClient;
import org.alongside.tool.remote.AdministrationClient;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The demonstration: an invented council's service and two laptops, in a folder apart from any real
/// laptop's. The first program that opens it runs the service; a second one finds it running.
final class Demonstration implements AutoCloseable {
    private static final String MARK = "demonstration";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path folder;
    private final Clock clock;
    private @Nullable CentralService own;
    private @Nullable ServiceDoor door;

    Demonstration(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /// Starts anew: everything of an earlier demonstration goes.
    ///
    /// @throws BadInput when it is open in another window, or the folder is not a demonstration's
    void forget() {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.exists(folder.resolve(MARK))) {
            throw BadInput.of("folder-not-a-demonstration", "home", Texts.of("tool.demo-not-ours", folder));
        }
        if (running().isPresent()) {
            throw BadInput.of("demonstration-open", "fresh", Texts.of("tool.demo-open"));
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Finds the running service, or runs it; an empty one is filled.
    ///
    /// @return whether this program filled it now
    boolean serve(CouncilLoad council) {
        try {
            OwnerOnly.folder(folder);
            Files.writeString(folder.resolve(MARK), Texts.of("tool.demo-mark"));
        } catch (IOException e) {
            throw BadInput.of("home-not-writable", "home", Texts.of("tool.demo-not-writable", folder));
        }
        Optional<AdministrationClient> running = running();
        if (running.isPresent()) {
            door = running.get();
            return false;
        }
        CentralConfig trial = CentralConfig.trial(service(), 0, clock);
        own = CentralService.start(new CentralConfig(
                trial.home(), trial.bind(), 0, null, null, trial.database(), clock, Services.projections()));
        door = running().orElseThrow(() -> new IllegalStateException("the service just started does not answer"));
        return own.engine().load(council);
    }

    private Optional<AdministrationClient> running() {
        Path url = service().resolve(CentralService.URL_FILE);
        if (!Files.exists(url)) {
            return Optional.empty();
        }
        try {
            var client = new AdministrationClient(
                    Files.readString(url).strip(),
                    InputFile.text(caFile()),
                    SecretFile.firstLine(service().resolve(CentralService.ADMIN_TOKEN_FILE)));
            if (client.answers()) {
                return Optional.of(client);
            }
            client.close();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// Makes the role's laptop unless it is there.
    ///
    /// @return its folder
    Path laptop(String role) {
        Path home = folder.resolve(role);
        if (LaptopHome.isLaptop(home)) {
            return home;
        }
        String account = account(role);
        String code = door().enrolCode(account, 1).path("code").stringValue();
        String url = url();
        String caPem = InputFile.text(caFile());
        char[] passphrase = passphrase(role).toCharArray();
        var network = new NetworkSwitch();
        try (var client = new ServiceClient(url, caPem, network)) {
            EnrolLaptop.Made made = new EnrolLaptop(client, Laptop.parts(clock))
                    .enrol(home, url, caPem, account, code, passphrase, PATIENCE);
            try (Laptop laptop = Laptop.of(made.home(), made.store(), clock, () -> false);
                    var session = new SyncSession(laptop, network)) {
                session.engine().sync();
            }
        }
        keepPassphrase(role);
        return home;
    }

    /// The first social worker who holds a child, or the one who supervises them.
    private String account(String role) {
        JsonNode people = door().items("people").path("items");
        List<String> holders = door().items("allocations")
                .path("items")
                .valueStream()
                .map(held -> held.path("worker").asString(""))
                .distinct()
                .toList();
        JsonNode worker = people.valueStream()
                .filter(person -> person.path("role").asString("").equals("social_worker"))
                .filter(person -> holders.contains(person.path("user").asString("")))
                .findFirst()
                .orElseThrow(() -> BadInput.of("council-without-worker", "council", Texts.of("tool.demo-no-worker")));
        if (role.equals("worker")) {
            return worker.path("user").stringValue();
        }
        JsonNode supervisor = worker.path("supervisor");
        if (!supervisor.isString()) {
            throw BadInput.of("council-without-supervisor", "council", Texts.of("tool.demo-no-supervisor"));
        }
        return supervisor.stringValue();
    }

    static String passphrase(String role) {
        return Texts.of("tool.demo-passphrase-" + role);
    }

    /// The passphrase of an invented laptop, for scripts; only the owner may read the file.
    private void keepPassphrase(String role) {
        Path file = folder.resolve(role + ".passphrase");
        try {
            Files.deleteIfExists(file);
            OwnerOnly.create(file);
            Files.writeString(file, passphrase(role) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path service() {
        return folder.resolve("service");
    }

    private Path caFile() {
        return service().resolve("ca.pem");
    }

    private String url() {
        try {
            return Files.readString(service().resolve(CentralService.URL_FILE)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ServiceDoor door() {
        if (door == null) {
            throw new IllegalStateException("the service is asked before it is served");
        }
        return door;
    }

    /// Ends the service if this program runs it.
    @Override
    public void close() {
        if (door != null) {
            door.close();
        }
        if (own != null) {
            own.close();
        }
    }
}
