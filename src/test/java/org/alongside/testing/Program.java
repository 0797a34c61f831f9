package org.alongside.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.alongside.Main;
import org.alongside.kernel.Json;
import tools.jackson.databind.node.ObjectNode;

/// The program as people run it: child processes of this JDK on the tests' class path, with the options that
/// the installer starts it with.
public final class Program {
    private static final long PATIENCE_SECONDS = 180;
    private static final Path OPTIONS = Path.of("installer", "jvm");
    private static final AtomicBoolean ARCHIVING = new AtomicBoolean();
    private static final Path SHARED = shared();
    private static final Path JAR = jar();

    private Program() {}

    /// Runs one command to its end.
    public static Ended run(Object... arguments) {
        return runWith(List.of(), arguments);
    }

    /// Runs one command to its end under further options of the JVM.
    public static Ended runWith(List<String> options, Object... arguments) {
        try (Running running = start("tool", options, Main.class.getName(), arguments)) {
            return running.awaitEnd();
        }
    }

    /// Where child processes put what they call temporary.
    public static Path temporary() {
        return SHARED.resolve("temporary");
    }

    /// Starts a face that runs until it is stopped.
    ///
    /// @param face whose options of `installer/jvm`: `tool`, `central` or `client`
    public static Running start(String face, List<String> options, String main, Object... arguments) {
        try {
            Path out = Files.createTempFile(SHARED, "out", ".txt");
            Path err = Files.createTempFile(SHARED, "err", ".txt");
            Process process = new ProcessBuilder(command(face, options, main, arguments))
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            process.getOutputStream().close();
            return new Running(process, out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> command(String face, List<String> options, String main, Object... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + OPTIONS.resolve(face + ".options"));
        if (face.equals("tool")) {
            command.addAll(archive(arguments));
        }
        command.add("-XX:ErrorFile=" + SHARED.resolve("jvm-crash-%p.log"));
        command.add("-Dalongside.test-build=true");
        command.add("-Djava.io.tmpdir=" + temporary());
        command.addAll(options);
        command.add("-cp");
        command.add(classPath(main));
        command.add(main);
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        return command;
    }

    /// Half the start-up time of the many commands: the first enrolment, which needs nearly every class, leaves an
    /// archive of them to the commands after it.
    private static List<String> archive(Object[] arguments) {
        Path archive = SHARED.resolve("commands.jsa");
        if (Files.exists(archive)) {
            return List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:disable");
        }
        boolean first = arguments.length > 0 && arguments[0].equals("enrol") && ARCHIVING.compareAndSet(false, true);
        return first ? List.of("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:disable") : List.of();
    }

    /// The program's own classes as a jar and the libraries; the tests' classes only for a main class of theirs,
    /// since an archive takes no folders.
    private static String classPath(String main) {
        var path = new ArrayList<String>();
        path.add(JAR.toString());
        boolean ofTests = !main.equals(Main.class.getName());
        for (String entry : testClassPath().split(File.pathSeparator)) {
            if (entry.endsWith(".jar") || ofTests && !isProgram(entry)) {
                path.add(entry);
            }
        }
        return String.join(File.pathSeparator, path);
    }

    /// Surefire may hide the real class path in a jar's manifest.
    private static String testClassPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static boolean isProgram(String entry) {
        return Files.exists(Path.of(entry, Main.class.getName().replace('.', '/') + ".class"));
    }

    private static Path shared() {
        try {
            Path folder = Files.createTempDirectory("alongside-story");
            Files.createDirectory(folder.resolve("temporary"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> Folders.delete(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path jar() {
        Path jar = SHARED.resolve("alongside.jar");
        Path classes = Stream.of(testClassPath().split(File.pathSeparator))
                .filter(Program::isProgram)
                .map(Path::of)
                .findFirst()
                .orElseThrow();
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            // Folders have entries of their own: migrations are found by them.
            for (Path file : files.filter(each -> !each.equals(classes)).toList()) {
                String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
                if (Files.isDirectory(file)) {
                    out.putNextEntry(new JarEntry(name + "/"));
                } else {
                    out.putNextEntry(new JarEntry(name));
                    Files.copy(file, out);
                }
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jar;
    }

    /// What a command said when it ended.
    ///
    /// @param exit its exit code
    public record Ended(int exit, String out, String err) {
        /// The one JSON object on standard output.
        public ObjectNode json() {
            List<String> lines = out.lines().toList();
            if (lines.size() != 1) {
                throw new AssertionError("not one line of JSON but " + lines.size() + ", exit " + exit + "\n" + out
                        + "\nstandard error: " + err);
            }
            return Json.parseObject(lines.getFirst(), "standard output");
        }
    }

    /// A process of ours.
    public static final class Running implements AutoCloseable {
        private final Process process;
        private final Path out;
        private final Path err;

        private Running(Process process, Path out, Path err) {
            this.process = process;
            this.out = out;
            this.err = err;
        }

        /// Waits until standard output has a whole first line.
        public String firstLine() {
            return awaitOut("\n").lines().findFirst().orElseThrow();
        }

        /// Waits until standard output holds some words, and gives all of it.
        public String awaitOut(String words) {
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (System.nanoTime() < until) {
                boolean ended = !process.isAlive();
                String said = read(out);
                if (said.contains(words)) {
                    return said;
                }
                if (ended) {
                    throw new AssertionError("ended with " + process.exitValue() + "\n" + said + "\n" + read(err));
                }
                await(20);
            }
            throw new AssertionError("never said it\n" + read(out) + "\n" + read(err));
        }

        public Ended awaitEnd() {
            if (!await(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS))) {
                throw new AssertionError("does not end\n" + read(out) + "\n" + read(err));
            }
            return new Ended(process.exitValue(), read(out), read(err));
        }

        /// As a flat battery ends it.
        public Ended kill() {
            process.destroyForcibly();
            return awaitEnd();
        }

        /// As an administrator ends it: SIGTERM.
        public Ended stop() {
            process.destroy();
            return awaitEnd();
        }

        public long pid() {
            return process.pid();
        }

        public boolean isRunning() {
            return process.isAlive();
        }

        public String err() {
            return read(err);
        }

        @Override
        public void close() {
            process.destroyForcibly();
            await(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        }

        private boolean await(long millis) {
            try {
                return process.waitFor(millis, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        private static String read(Path file) {
            try {
                return Files.readString(file, StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
