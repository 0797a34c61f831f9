package org.alongside.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.alongside.Main;
import org.alongside.kernel.Json;
import tools.jackson.databind.node.ObjectNode;

/// A council's service in a process of its own, with the laptops that are enrolled at it.
public final class Council implements AutoCloseable {
    private final Path folder;
    private final List<Object> options;
    private final Console console;
    private Program.Running service;
    private ObjectNode ready;
    private int laptops;

    private Council(Path folder, List<Object> options) {
        this.folder = folder;
        this.options = options;
        this.console = Console.start(folder);
        start(0);
    }

    /// A service with the demonstration council, on H2 unless options name a database.
    public static Council demonstration(Object... more) {
        var options = new ArrayList<Object>(List.of("--demo"));
        options.addAll(List.of(more));
        return new Council(Folders.temporary("alongside-council"), options);
    }

    /// A service that knows nobody yet.
    public static Council empty(Object... options) {
        return new Council(Folders.temporary("alongside-council"), List.of(options));
    }

    private void start(int port) {
        var arguments = new ArrayList<Object>(List.of("central", "--home", home(), "--port", port, "--json"));
        arguments.addAll(options);
        service = Program.start("central", List.of(), Main.class.getName(), arguments.toArray());
        ready = Json.parseObject(service.firstLine(), "standard output");
        assertThat(ready.path("event").asString("")).as(ready + service.err()).isEqualTo("ready");
    }

    /// What it said when it was ready.
    public ObjectNode ready() {
        return ready;
    }

    public Path folder() {
        return folder;
    }

    public Path home() {
        return folder.resolve("service");
    }

    public String url() {
        return ready.path("url").stringValue();
    }

    public Path ca() {
        return Path.of(ready.path("ca_file").stringValue());
    }

    /// The process in which the commands of this council and its laptops run.
    public Console console() {
        return console;
    }

    public Program.Running service() {
        return service;
    }

    /// Stops the service as an administrator does, does something, and starts it again at the same address.
    public void whileStopped(Runnable work) {
        int port = URI.create(url()).getPort();
        assertThat(service.stop().exit()).isIn(0, 143);
        work.run();
        start(port);
    }

    /// `admin …` at this service.
    public Program.Ended admin(Object... arguments) {
        return console.run(Stream.concat(Stream.of("admin", "--home", home(), "--json"), Stream.of(arguments))
                .toArray());
    }

    /// `admin …` that has to succeed.
    public ObjectNode administer(Object... arguments) {
        Program.Ended ended = admin(arguments);
        assertThat(ended.exit()).as(ended.err()).isZero();
        return ended.json();
    }

    /// `import …` into this service.
    public Program.Ended importFiles(Object... arguments) {
        return Program.run(Stream.concat(Stream.of("import", "--home", home(), "--json"), Stream.of(arguments))
                .toArray());
    }

    /// A one-time code in a file of its own.
    public Path code(String user) {
        return Folders.secret(
                folder.resolve("code-" + laptops++),
                administer("enrol-code", "--user", user).path("code").stringValue());
    }

    /// A laptop that is enrolled for a worker and has fetched their cases.
    public LaptopAt laptop(String user) {
        return laptop(user, url(), ca());
    }

    /// The same with another address of the service, and another authority.
    public LaptopAt laptop(String user, String url, Path ca) {
        LaptopAt laptop = unenrolled(user);
        Program.Ended ended = laptop.enrol(url, ca, code(user));
        assertThat(ended.exit()).as(ended.err()).isZero();
        return laptop;
    }

    public LaptopAt unenrolled(String user) {
        return new LaptopAt(console, folder.resolve("laptop-" + user + "-" + laptops++), user);
    }

    /// The service's log of some streams, line by line, as a laptop's dump has it.
    public List<String> log() {
        Path file = folder.resolve("log-" + laptops++);
        administer("export-log", "--canonical", "--out", file);
        return new String(Folders.bytes(file), java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    @Override
    public void close() {
        service.close();
        console.close();
        Folders.delete(folder);
    }
}
