package org.alongside.ui.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The way to the system's printers, with a program in the place of `lp`.
class SystemPrintersTest {
    private static final byte[] PAPER = "%PDF of Ellis".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private Optional<Path> lp(String body) throws Exception {
        Path script = folder.resolve("lp");
        Files.writeString(script, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return Optional.of(script);
    }

    @Test
    void aPaperGoesThroughAPipeAndTheJobNamesNobody() throws Exception {
        Path told = folder.resolve("told");
        Path taken = folder.resolve("taken");
        var printers = new SystemPrinters(lp("echo \"$@\" > " + told + "; cat > " + taken));

        printers.print("Second floor", PAPER);

        assertThat(told).hasContent("-s -d Second floor -t Alongside");
        assertThat(taken).hasBinaryContent(PAPER);
    }

    @Test
    void aPrinterThatDoesNotTakeItIsAReasonWithoutWords() throws Exception {
        var printers = new SystemPrinters(lp("cat > /dev/null; echo Ellis >&2; exit 1"));

        assertThatThrownBy(() -> printers.print("Second floor", PAPER))
                .isInstanceOf(Printers.Refused.class)
                .hasMessage("print-refused");
    }
}
