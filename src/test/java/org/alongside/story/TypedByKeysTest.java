package org.alongside.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.alongside.kernel.Json;
import org.alongside.testing.Council;
import org.alongside.testing.LaptopAt;
import org.alongside.testing.Line;
import org.alongside.testing.Program;
import org.alongside.testing.Typist;
import org.alongside.testing.VisitFile;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A visit typed by key events into the real client, which is halted hard in the middle of a sentence, and
/// finished by keys in a new process.
class TypedByKeysTest {
    private static final List<String> NO_SCREEN =
            List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "-Djava.awt.headless=true");
    private static final String OBSERVED = "visit-children-0-observed-text";
    private static final String HALF = "Zoë said: naïve ’ €, cold little ";
    private static final String AFTER = "hands";

    @Test
    void theHalfSentenceIsThereWithTheCaretWhereItWasAndReachesTheSupervisor() {
        try (Council council = Council.demonstration();
                Line line = Line.to(council)) {
            LaptopAt worker = council.laptop("w_joanna", line.url(), council.ca());
            LaptopAt supervisor = council.laptop("m_deborah");
            line.unplug();
            VisitFile begun = VisitFile.whole();
            begun.child(0).remove("observed");
            UUID visit = UUID.fromString(worker.done("visit", "--file", worker.file(begun.json()))
                    .path("visit_id")
                    .stringValue());

            Program.Ended halted = typist(
                    worker,
                    "wait today-draft-" + visit,
                    "tab today-draft-" + visit,
                    "press ENTER",
                    "says visit-main Next",
                    "press ALT+PAGE_DOWN",
                    "tab " + OBSERVED,
                    "type " + HALF.replace("little ", "") + AFTER,
                    "press LEFT",
                    "press LEFT",
                    "press LEFT",
                    "press LEFT",
                    "press LEFT",
                    "type little ",
                    "says visit-saved saved on this laptop",
                    "halt");
            assertThat(halted.exit()).as(halted.out() + halted.err()).isEqualTo(137);

            Program.Ended finished = typist(
                    worker,
                    "wait " + OBSERVED,
                    "show",
                    "press END",
                    "type , and laughed.",
                    "until visit-main Finish CONTROL+ENTER",
                    "press CONTROL+ENTER",
                    "wait visit-finished",
                    "close");
            assertThat(finished.exit()).as(finished.out() + finished.err()).isZero();
            JsonNode found = Json.parseObject(finished.out().lines().findFirst().orElseThrow(), "standard output");
            assertThat(found.path("focus").stringValue()).isEqualTo(OBSERVED);
            assertThat(found.path("text").stringValue()).isEqualTo(HALF + AFTER);
            assertThat(found.path("caret").intValue()).isEqualTo(HALF.length());

            line.plug();
            worker.sync();
            supervisor.sync();
            assertThat(supervisor
                            .child("p_ellis")
                            .path("visits")
                            .valueStream()
                            .filter(one -> one.path("id").stringValue().equals(visit.toString())))
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(one.path("state").stringValue()).isEqualTo("finished");
                        assertThat(one.at("/child/observed").stringValue()).isEqualTo(HALF + AFTER + ", and laughed.");
                    });
        }
    }

    /// Signs in at a client of its own and does the rest there; after a halt the client comes back to where one was.
    private static Program.Ended typist(LaptopAt laptop, String... rest) {
        var steps = new ArrayList<Object>(
                List.of(laptop.home(), "wait sign-in-passphrase-hidden", "type " + LaptopAt.PASSPHRASE, "press ENTER"));
        steps.addAll(List.of(rest));
        try (Program.Running client = Program.start("client", NO_SCREEN, Typist.class.getName(), steps.toArray())) {
            return client.awaitEnd();
        }
    }
}
