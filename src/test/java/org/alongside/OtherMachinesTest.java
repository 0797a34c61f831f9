package org.alongside;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Nothing depends on the computer's language, time zone, charset or figures: the rooms that decide what is written
/// are tested again in programs that believe to be elsewhere.
class OtherMachinesTest {
    static Stream<Arguments> machines() {
        return Stream.of(
                Arguments.of("tr_TR", List.of("-Duser.language=tr", "-Duser.country=TR")),
                Arguments.of("ar_SA", List.of("-Duser.language=ar", "-Duser.country=SA", "-Dfile.encoding=COMPAT")),
                Arguments.of(
                        "Pacific/Auckland", List.of("-Duser.timezone=Pacific/Auckland", "-Dfile.encoding=COMPAT")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("machines")
    void theRulesAreTheSame(String believes, List<String> options, @TempDir Path folder) throws Exception {
        Path answer = folder.resolve("answer");
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), SuiteElsewhere.class.getName()));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(answer.toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();

        String told = Files.readString(answer, StandardCharsets.ISO_8859_1);
        assertThat(process.exitValue()).as("%s", told).isZero();
        assertThat(told).contains(believes);
    }
}
