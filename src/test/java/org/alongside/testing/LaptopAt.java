package org.alongside.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.alongside.kernel.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A worker's laptop as commands drive it: every step is a command of its own that opens the home and locks it again.
public final class LaptopAt {
    public static final String PASSPHRASE = "copper kettle meadow ladder";

    private final Console console;
    private final Path folder;
    private final String user;
    private Path passphrase;
    private int files;

    LaptopAt(Console console, Path folder, String user) {
        this.console = console;
        this.folder = folder;
        this.user = user;
        folder.toFile().mkdirs();
        this.passphrase = Folders.secret(folder.resolve("passphrase"), PASSPHRASE);
    }

    public Path folder() {
        return folder;
    }

    public Path home() {
        return folder.resolve("home");
    }

    public Path passphraseFile() {
        return passphrase;
    }

    public Program.Ended enrol(String url, Path ca, Path code) {
        return run("enrol", "--service", url, "--ca", ca, "--user", user, "--code-file", code);
    }

    /// A command on this laptop; one that is to halt has a process of its own, and so has enrolment.
    public Program.Ended run(String command, Object... arguments) {
        Object[] all = Stream.concat(
                        Stream.of(command, "--home", home(), "--passphrase-file", passphrase, "--json"),
                        Stream.of(arguments))
                .toArray();
        boolean alone = command.equals("enrol") || Stream.of(arguments).anyMatch("--fault"::equals);
        return alone ? Program.run(all) : console.run(all);
    }

    /// A command that has to succeed.
    public ObjectNode done(String command, Object... arguments) {
        Program.Ended ended = run(command, arguments);
        assertThat(ended.exit()).as(ended.out() + ended.err()).isZero();
        return ended.json();
    }

    public ObjectNode sync() {
        return done("sync");
    }

    public ObjectNode child(String id) {
        return done("show", "child", id);
    }

    /// The items of `show outbox`, `conflicts`, `drafts` or `activity`.
    public List<JsonNode> items(String what) {
        return List.copyOf(
                ((ArrayNode) done("show", what).path("items")).valueStream().toList());
    }

    public List<JsonNode> caseload() {
        return done("show", "caseload").path("children").valueStream().toList();
    }

    /// This laptop's copy of the log.
    public List<String> dump() {
        Program.Ended ended = run("dump", "--canonical");
        assertThat(ended.exit()).as(ended.err()).isZero();
        return ended.out().lines().toList();
    }

    /// A file beside this laptop, with the JSON that a command is to read.
    public Path file(String json) {
        return Folders.write(folder.resolve("file-" + files++ + ".json"), json);
    }

    public Path file(JsonNode json) {
        return file(Json.line(json));
    }

    /// Tells every later command another passphrase.
    public void uses(Path file) {
        passphrase = file;
    }

    public Path secret(String line) {
        return Folders.secret(folder.resolve("secret-" + files++), line);
    }
}
