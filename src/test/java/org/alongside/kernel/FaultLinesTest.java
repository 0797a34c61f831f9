package org.alongside.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.ConsoleAppender;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FaultLinesTest {
    @Test
    void theLogTellsAFaultsKindAndPlaceAndNeverItsWords() throws Exception {
        var written = logged(log -> log.getLogger("org.alongside.Any")
                .error(
                        "saving visit {} failed",
                        7,
                        new IllegalStateException(
                                "value 'secretword' too long", new IllegalArgumentException("secretword again"))));

        assertThat(written)
                .contains("ERROR Any: saving visit 7 failed", IllegalStateException.class.getName())
                .contains("caused by " + IllegalArgumentException.class.getName(), FaultLinesTest.class.getName())
                .doesNotContain("secretword");
    }

    @Test
    void onlyWarningsAreWrittenAndNoOnesLogo() throws Exception {
        var written = logged(log -> {
            log.getLogger("org.alongside.Any").info("not this");
            log.getLogger("org.flywaydb.core").info("not this");
            log.getLogger("javafx").warn("not this");
            log.getLogger("org.jooq.Constants").error("not this");
            log.getLogger("javafx.css").warn("but this");
        });

        assertThat(written).contains("WARN css: but this").doesNotContain("not this");
    }

    @Test
    void anEventWithoutAFaultIsOneLine() throws Exception {
        assertThat(logged(log -> log.getLogger("a").warn("one")).lines()).hasSize(1);
    }

    private interface Writing {
        void to(LoggerContext log);
    }

    /// What the shipped configuration writes to standard error.
    private static String logged(Writing writing) throws Exception {
        var kept = new ByteArrayOutputStream();
        var before = System.err;
        var log = new LoggerContext();
        log.setMDCAdapter(new LogbackMDCAdapter());
        try {
            System.setErr(new PrintStream(kept, true, StandardCharsets.UTF_8));
            var reader = new JoranConfigurator();
            reader.setContext(log);
            reader.doConfigure(FaultLinesTest.class.getResource("/logback.xml"));
            assertThat(log.getLogger("ROOT").getLevel()).isEqualTo(Level.WARN);
            assertThat(log.getLogger("ROOT").getAppender("ERR")).isInstanceOf(ConsoleAppender.class);
            writing.to(log);
        } finally {
            log.stop();
            System.setErr(before);
        }
        return kept.toString(StandardCharsets.UTF_8);
    }
}
