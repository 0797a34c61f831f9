package org.alongside.store;

import static org.alongside.record.store.jooq.Tables.OWN_OPERATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.alongside.store.testing.Laptops;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real programs, halted hard while they save: whatever one of them said was saved is there afterwards.
class FiftyKillsTest {
    private static final int KILLS = 50;
    private static final List<String> POINTS = List.of(
            FaultPoints.IN_TRANSACTION,
            FaultPoints.BEFORE_COMMIT,
            FaultPoints.AFTER_COMMIT,
            FaultPoints.AFTER_CHECKPOINT);

    @TempDir
    Path folder;

    @Test
    void fiftyKillsLoseNothingThatWasCalledSaved() throws Exception {
        long seed = new Random().nextLong();
        try (var two = Executors.newFixedThreadPool(2)) {
            Callable<Said> one = () -> kills(folder.resolve("a"), new Random(seed));
            Callable<Said> other = () -> kills(folder.resolve("b"), new Random(seed + 1));
            int acknowledged = 0;
            for (var done : two.invokeAll(List.of(one, other))) {
                acknowledged += done.get().saved.size();
            }
            assertThat(acknowledged)
                    .as("seed %s: something was saved between the kills", seed)
                    .isGreaterThan(KILLS);
        }
    }

    private static Said kills(Path home, Random random) throws IOException {
        Child.make(home);
        var said = new Said();
        for (int kill = 0; kill < KILLS / 2; kill++) {
            boolean atPoint = random.nextInt(3) > 0;
            Optional<String> fault = atPoint
                    ? Optional.of(POINTS.get(random.nextInt(POINTS.size())) + ":" + (1 + random.nextInt(12)))
                    : Optional.empty();
            var child = Child.start(home, "work", fault, said.draft + 1);
            int listened = atPoint ? Integer.MAX_VALUE : 1 + random.nextInt(20);
            said.listen(child, listened);
            child.process().destroyForcibly();
            said.listen(child, Integer.MAX_VALUE);
            child.end();
            check(home, said, kill);
        }
        try (LaptopStore store = Child.unlocked(home, Laptops.parts())) {
            assertThat(store.rebuild().run()).isEmpty();
        }
        return said;
    }

    private static void check(Path home, Said said, int kill) {
        try (LaptopStore store = Child.unlocked(home, Laptops.parts())) {
            Set<UUID> kept = store.read(
                    dsl -> dsl.select(OWN_OPERATION.OP_ID).from(OWN_OPERATION).fetchSet(OWN_OPERATION.OP_ID));
            assertThat(kept).as("after kill %s", kill).containsAll(said.saved);
            assertThat(kept.size() % 2)
                    .as("two operations stand or fall together")
                    .isZero();
            long draft = store.drafts()
                    .find(Child.DRAFT)
                    .map(found -> found.body().path("n").longValue())
                    .orElse(0L);
            assertThat(draft).as("the draft after kill %s", kill).isGreaterThanOrEqualTo(said.draft);
            assertThat(store.caseLog().records(org.alongside.record.StreamId.ofCase(Child.AMBER)))
                    .hasSize(kept.size() / 2);
        }
    }

    @Test
    void aProgramThatSpeaksBeforeItSavesIsCaughtByThisTest() throws IOException {
        Path home = folder.resolve("boast");
        Child.make(home);
        var said = new Said();
        var child = Child.start(home, "boast", Optional.of(FaultPoints.IN_TRANSACTION + ":3"), 1);
        said.listen(child, Integer.MAX_VALUE);
        child.end();
        assertThat(said.draft).isEqualTo(2);
        try (LaptopStore store = Child.unlocked(home, Laptops.parts())) {
            assertThat(store.drafts()
                            .find(Child.DRAFT)
                            .orElseThrow()
                            .body()
                            .path("n")
                            .longValue())
                    .isEqualTo(1);
        }
    }

    /// What the programs said was saved.
    private static final class Said {
        private final Set<UUID> saved = new HashSet<>();
        private long draft;

        private void listen(Child.Running child, int lines) {
            for (int i = 0; i < lines; i++) {
                Optional<String> line = child.next();
                if (line.isEmpty()) {
                    return;
                }
                if (line.get().startsWith("draft ")) {
                    draft = Long.parseLong(line.get().substring("draft ".length()));
                } else if (line.get().matches("saved .{36}")) {
                    saved.add(UUID.fromString(line.get().substring("saved ".length())));
                }
            }
        }
    }
}
