package org.alongside.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.alongside.kernel.BadInput;
import org.alongside.store.testing.Laptops;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaptopHomeTest {
    private static final char[] WRONG = "six yellow doors hum".toCharArray();

    @TempDir
    Path home;

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        BadInput.class,
                        bad -> assertThat(bad.problems()).extracting("code").containsExactly(code));
    }

    @Test
    void aWrongPassphraseHasOneAnswerAndTheRightOneStillOpens() {
        Laptops.make(home);
        try (var locked = Laptops.open(home)) {
            refused("passphrase-wrong", () -> locked.unlock(WRONG));
            assertThat(locked.wrongTries()).isEqualTo(1);
            locked.unlock(Laptops.PASSPHRASE.toCharArray()).close();
            assertThat(locked.wrongTries()).isZero();
        }
    }

    @Test
    void aPassphraseTypedOnAKeyboardThatSplitsAccentsOpensToo() {
        try (var begun = LaptopHome.begin(home, Laptops.parts(), Duration.ZERO);
                var making = begun.make("sept bouilloires chant\u00e9es".toCharArray(), "priya")) {
            making.finish(Laptops.enrolled("priya", "laptop-1"), Laptops.EPOCH).close();
        }
        try (var locked = Laptops.open(home)) {
            locked.unlock("sept bouilloires chante\u0301es".toCharArray()).close();
        }
    }

    @Test
    void afterFiveWrongTriesTheNextWaitsByTheRunningClock() {
        Laptops.make(home);
        var nanos = new AtomicLong(1);
        var parts = Laptops.parts(Laptops.CLOCK, nanos::get, FaultPoints.none());
        try (var locked = LaptopHome.open(home, parts, Duration.ZERO)) {
            for (int i = 0; i < 5; i++) {
                refused("passphrase-wrong", () -> locked.unlock(WRONG));
            }
            refused("passphrase-wait", () -> locked.unlock(Laptops.PASSPHRASE.toCharArray()));
            nanos.addAndGet(Duration.ofSeconds(31).toNanos());
            refused("passphrase-wrong", () -> locked.unlock(WRONG));
            assertThat(locked.waitBeforeTry()).isEqualTo(Duration.ofMinutes(1));
        }
        try (var restarted = LaptopHome.open(home, parts, Duration.ZERO)) {
            assertThat(restarted.waitBeforeTry())
                    .as("a restart starts the wait anew")
                    .isEqualTo(Duration.ofMinutes(1));
            nanos.addAndGet(Duration.ofMinutes(1).toNanos());
            restarted.unlock(Laptops.PASSPHRASE.toCharArray()).close();
            assertThat(restarted.waitBeforeTry()).isZero();
        }
    }

    @Test
    void aTryIsCountedBeforeItIsComputed() throws Exception {
        Laptops.make(home);
        var child = Child.start(home, "unlock", Optional.of(FaultPoints.TRY_COUNTED), 1);
        assertThat(child.end()).isEqualTo(137);
        try (var locked = Laptops.open(home)) {
            assertThat(locked.wrongTries()).isEqualTo(1);
        }
    }

    @Test
    void eitherCopyOfTheKeysIsEnoughAndTheDamagedOneIsMended() throws IOException {
        for (int copy = 0; copy < 2; copy++) {
            Path each = home.resolve("copy" + copy);
            Laptops.make(each);
            damage(each, copy * 4096L + 100);
            Laptops.opened(each).close();
            damage(each, (1 - copy) * 4096L + 100);
            Laptops.opened(each).close();
        }
    }

    @Test
    void damageOfBothCopiesIsSaidBeforeAPassphraseIsAsked() throws IOException {
        Laptops.make(home);
        damage(home, 100);
        damage(home, 4096 + 100);
        refused("keys-damaged", () -> Laptops.open(home));
    }

    private static void damage(Path home, long place) throws IOException {
        Path file = home.resolve("keys.alk");
        byte[] bytes = Files.readAllBytes(file);
        bytes[(int) place] ^= 1;
        Files.write(file, bytes);
    }

    @Test
    void aChangedPassphraseOpensAndTheOldOneDoesNot() {
        Laptops.make(home);
        try (var locked = Laptops.open(home)) {
            refused("passphrase-wrong", () -> locked.changePassphrase(WRONG, Child.NEW_PASSPHRASE.toCharArray()));
            refused(
                    "passphrase-short",
                    () -> locked.changePassphrase(Laptops.PASSPHRASE.toCharArray(), "short".toCharArray()));
            locked.changePassphrase(Laptops.PASSPHRASE.toCharArray(), Child.NEW_PASSPHRASE.toCharArray());
            refused("passphrase-wrong", () -> locked.unlock(Laptops.PASSPHRASE.toCharArray()));
            locked.unlock(Child.NEW_PASSPHRASE.toCharArray()).close();
        }
    }

    @Test
    void aChangeOfPassphraseKilledAnywhereLeavesTheOldOrTheNewOneWorking() {
        for (String fault : List.of("keys-half-written:1", "keys-one-copy", "keys-half-written:2")) {
            Path each = home.resolve(fault.replace(':', '-'));
            Laptops.make(each);
            assertThat(Child.start(each, "passphrase", Optional.of(fault), 0).end())
                    .isEqualTo(137);
            boolean finished = !fault.equals("keys-half-written:1");
            String works = finished ? Child.NEW_PASSPHRASE : Laptops.PASSPHRASE;
            String other = finished ? Laptops.PASSPHRASE : Child.NEW_PASSPHRASE;
            try (var locked = Laptops.open(each)) {
                locked.unlock(works.toCharArray()).close();
                refused("passphrase-wrong", () -> locked.unlock(other.toCharArray()));
                locked.unlock(works.toCharArray()).close();
            }
        }
    }

    @Test
    void whoeverNeverHeardThatTheChangeWasDoneMayGoOnWithTheOldOne() {
        Laptops.make(home);
        assertThat(Child.start(home, "passphrase", Optional.of("keys-one-copy"), 0)
                        .end())
                .isEqualTo(137);
        try (var locked = Laptops.open(home)) {
            locked.unlock(Laptops.PASSPHRASE.toCharArray()).close();
            refused("passphrase-wrong", () -> locked.unlock(Child.NEW_PASSPHRASE.toCharArray()));
        }
    }

    @Test
    void aSecondProgramIsToldWhoHoldsTheHomeAndAKilledOneHoldsNothing() {
        Laptops.make(home);
        var child = Child.start(home, "unlock", Optional.empty(), 1);
        assertThat(child.next()).contains("open");
        assertThatThrownBy(() -> Laptops.open(home)).isInstanceOfSatisfying(BadInput.class, bad -> {
            assertThat(bad.problems()).extracting("code").containsExactly("home-in-use");
            assertThat(bad.problems().getFirst().message())
                    .contains(Long.toString(child.process().pid()));
        });
        child.process().destroyForcibly();
        child.end();
        Laptops.opened(home).close();
    }

    @Test
    void theSameProgramCannotHoldAHomeTwice() {
        Laptops.make(home);
        try (var first = Laptops.open(home)) {
            assertThat(first.folder()).isEqualTo(home);
            refused("home-in-use", () -> Laptops.open(home));
        }
        Laptops.open(home).close();
    }

    @Test
    void aMakingThatIsNotFinishedLeavesNoHalfHomeAndCanBeginAgain() {
        try (var begun = LaptopHome.begin(home, Laptops.parts(), Duration.ZERO);
                var making = begun.make(Laptops.PASSPHRASE.toCharArray(), "priya")) {
            assertThat(making.devicePublicKey()).isNotEmpty();
        }
        assertThat(LaptopHome.isLaptop(home)).isFalse();
        assertThat(home.resolve("keys.alk")).doesNotExist();
        assertThat(home.resolve("laptop.mv.db")).doesNotExist();
        Laptops.make(home);
        assertThat(LaptopHome.isLaptop(home)).isTrue();
    }

    @Test
    void aFolderWithSomethingElseInItIsNotMadeALaptop() throws IOException {
        Files.writeString(home.resolve("letter.txt"), "dear");
        refused("home-not-empty", () -> LaptopHome.begin(home, Laptops.parts(), Duration.ZERO));
        assertThat(home.resolve("letter.txt")).hasContent("dear");
    }

    @Test
    void aLaptopIsNotMadeAnotherLaptop() {
        Laptops.make(home);
        refused("home-not-empty", () -> LaptopHome.begin(home, Laptops.parts(), Duration.ZERO));
        Laptops.opened(home).close();
    }

    @Test
    void aFullOrReadOnlyDiskHasWordsThatSayWhatToDo() {
        assertThat(StoreTrouble.of(new IOException("No space left on device"), home))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        bad -> assertThat(bad.problems()).extracting("code").containsExactly("disk-full"));
        assertThat(StoreTrouble.of(new AccessDeniedException("x"), home))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        bad -> assertThat(bad.problems()).extracting("code").containsExactly("home-not-writable"));
    }

    @Test
    void whatADriverSaysOfTypedTextIsNotPassedOn() {
        var fault = StoreTrouble.of(new java.sql.SQLException("value 'Amber told me'", "23505", 23505), home);
        assertThat(fault)
                .hasMessageContaining("23505")
                .hasMessageNotContaining("Amber")
                .hasNoCause();
    }

    @Test
    void nothingTypedCanBeReadInTheFolder() throws IOException {
        Laptops.make(home);
        String marker = "Zyxomma petiolatum";
        try (var laptop = Laptops.opened(home)) {
            laptop.store().caseLog().save(List.of(Laptops.note(Child.AMBER, UUID.randomUUID(), marker)));
        }
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            String needle = new String(marker.getBytes(charset), StandardCharsets.ISO_8859_1);
            try (var files = Files.list(home)) {
                for (Path file : files.toList()) {
                    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .doesNotContain(needle);
                }
            }
        }
    }

    @Test
    void aFaultOnPurposeIsRefusedOutsideATestBuild() {
        refused("fault-refused", () -> FaultPoints.asked(FaultPoints.IN_TRANSACTION));
        assertThat(FaultPoints.all()).containsKey(FaultPoints.AFTER_COMMIT);
    }
}
