package org.alongside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The scripts, on a copy of them in a folder that is a project by its looks only, with a Maven that only says it was
/// there. That they set a bare machine up is tried on bare machines.
class InstallerTest {
    private static final Path SCRIPTS = Path.of("installer");

    @TempDir
    Path project;

    private record Ran(int code, String out, String err) {}

    @BeforeEach
    void copy() throws Exception {
        try (var files = Files.walk(SCRIPTS)) {
            for (Path file : files.toList()) {
                Files.copy(file, project.resolve(file), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        Files.createDirectories(project.resolve("src/main"));
        Files.createDirectories(project.resolve("src/build"));
        Files.writeString(project.resolve("pom.xml"), "");
        write("bin/mvn", """
            #!/bin/bash
            echo noise
            echo "mvn $*" >> calls
            mkdir -p target/lib
            touch target/alongside.jar
            """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"client", "central", "tool"})
    void theJvmTakesItsOptions(String face) throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        var ran = run(List.of(java.toString(), "@installer/jvm/" + face + ".options", "-version"));

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err()).doesNotContain("warning", "Warning");
        assertThat(Files.readString(SCRIPTS.resolve("jvm/" + face + ".options")))
                .contains(
                        "-XX:-HeapDumpOnOutOfMemoryError", "-XX:-CreateCoredumpOnCrash", "-XX:+DisableAttachMechanism");
    }

    @Test
    void aBuildSaysNothingOnStandardOutputAndIsMadeOnce() throws Exception {
        var first = shell("find_maven; build_quietly; echo answer");
        var second = shell("find_maven; build_quietly; echo answer");

        assertThat(first.out()).isEqualTo("answer\n");
        assertThat(first.err()).contains("noise");
        assertThat(second.err()).doesNotContain("noise");
        assertThat(calls()).singleElement().satisfies(call -> assertThat(call).contains("package"));
    }

    @Test
    void aSourceTouchedOrRemovedSinceIsBuiltAgain() throws Exception {
        write("src/main/A.java", "");
        touch("src/main/A.java", 3600);
        touch("src/main", 3600);
        shell("find_maven; build_quietly");
        touch("src/main/A.java", -60);
        shell("find_maven; build_quietly");
        touch("src/main/A.java", 3600);
        Files.delete(project.resolve("src/main/A.java"));
        touch("src/main", -60);
        shell("find_maven; build_quietly");

        assertThat(calls()).hasSize(3);
    }

    @Test
    void aBuildThatFailsEndsTheCommandAndIsTriedAgain() throws Exception {
        write("bin/mvn", "#!/bin/bash\necho broken >> calls\nexit 1\n");
        var first = shell("find_maven; build_quietly; echo answer");
        shell("find_maven; build_quietly; echo answer");

        assertThat(first.code()).isEqualTo(4);
        assertThat(first.out()).isEmpty();
        assertThat(calls()).hasSize(2);
    }

    @Test
    void theSuiteKeepsMavensWordsAndItsExitCode() throws Exception {
        write("bin/mvn", "#!/bin/bash\necho \"mvn $*\"\nexit 7\n");
        var ran = shell("find_maven; unshare() { true; }; verify -Dx=y");

        assertThat(ran.code()).isEqualTo(7);
        assertThat(ran.out()).contains("verify -Dx=y").doesNotContain("-q");
        assertThat(project.resolve("target/alongside.stamp")).doesNotExist();
    }

    @Test
    void onlyAJdkOfTheWantedReleaseWillDo() throws Exception {
        write("jre/bin/java", "#!/bin/bash\n");
        write("old/bin/java", "#!/bin/bash\n");
        write("old/bin/javac", "#!/bin/bash\necho javac 17.0.1\n");
        write("liar/bin/java", "#!/bin/bash\n");
        write("liar/bin/javac", "#!/bin/bash\nexit 1\n");
        Files.writeString(project.resolve("liar/release"), "JAVA_VERSION=\"25.0.1\"\n");
        write("good/bin/java", "#!/bin/bash\n");
        write("good/bin/javac", "#!/bin/bash\necho javac 25.0.3\n");

        assertThat(shell("for d in jre old liar nowhere good; do if is_jdk $PWD/$d; then echo $d; fi; done")
                        .out())
                .isEqualTo("good\n");
        assertThat(shell("JAVA_HOME=$PWD/good; find_jdk; echo $JAVA_HOME; which javac")
                        .out())
                .isEqualTo(project.toRealPath() + "/good\n" + project.toRealPath() + "/good/bin/javac\n");
    }

    @Test
    void aMachineWithoutAJdkIsToldWhereWasLookedAndWhatToDo() throws Exception {
        var ran = shell("jdk_places() { echo /nowhere/17; }; find_jdk || no_jdk; echo not this");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("/usr/lib/jvm", "~/.sdkman", "/nowhere/17", "Temurin", "JAVA_HOME=");
    }

    @Test
    void withoutRootAndSudoTheCommandToAskForIsNamed() throws Exception {
        var ran = shell(
                "may_be_root() { false; }; find_maven() { false; }; find_jdk() { true; }; has_library() { false; };"
                        + " command() { [ \"$2\" = apt-get ] || builtin command \"$@\"; }; set_up test");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("apt-get install --no-install-recommends maven libpangoft2-1.0-0");
    }

    @Test
    void whatIsInstalledIsNamedAndNobodyIsAskedWithoutATerminal() throws Exception {
        write("bin/apt-get", "#!/bin/bash\necho \"apt-get $*\" >> calls\n");
        write("bin/apt-cache", "#!/bin/bash\nprintf 'x:\\n  Installed: (none)\\n  Candidate: 25.0.5\\n'\n");
        var ran = shell("as_root() { \"$@\"; }; may_be_root() { true; }; here=0; find_maven() { [ $here = 1 ]; };"
            + " find_jdk() { [ $here = 1 ]; }; has_library() { false; }; has_display() { true; }; install_packages() {"
            + " say \"Installing with apt: $*\"; can_ask && say asked; apt install \"$@\"; here=1; }; set_up run");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err())
                .contains("Installing with apt: maven libpangoft2-1.0-0 libgtk-3-0 libxtst6 libgl1 libxxf86vm1"
                        + " openjdk-25-jdk-headless")
                .doesNotContain("asked");
        assertThat(calls()).hasSize(2).last().asString().contains("install maven");
    }

    @Test
    void theContinuousBuildRunsTheSameScriptAndNothingElse() throws Exception {
        assertThat(Files.readString(Path.of(".ci/run")).lines().filter(line -> !line.startsWith("#")))
                .singleElement()
                .asString()
                .contains("/installer/test");
        assertThat(List.of(".ci/run", "installer/run", "installer/test", "installer/alongside"))
                .allSatisfy(script -> assertThat(Path.of(script)).isExecutable());
    }

    private Ran shell(String script) throws Exception {
        return run(List.of(
                "bash", "-c", "set -euo pipefail; . installer/lib/machine.sh; . installer/lib/build.sh; " + script));
    }

    private Ran run(List<String> command) throws Exception {
        Path out = Files.createTempFile("out", "");
        Path err = Files.createTempFile("err", "");
        var builder = new ProcessBuilder(command).directory(project.toFile());
        builder.environment().merge("PATH", project.resolve("bin").toString(), (path, bin) -> bin + ":" + path);
        builder.environment().put("CI", "true");
        var process = builder.redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        var ran = new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
        Files.delete(out);
        Files.delete(err);
        return ran;
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(project.resolve("calls"));
    }

    private void write(String file, String content) throws IOException {
        Path path = project.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
        assertThat(path.toFile().setExecutable(true)).isTrue();
    }

    private void touch(String file, long secondsAgo) throws IOException {
        Files.setLastModifiedTime(
                project.resolve(file), FileTime.from(Instant.now().minusSeconds(secondsAgo)));
    }
}
