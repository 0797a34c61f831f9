package org.alongside.rules.alone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.alongside.kernel.Clocks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The ladder of practice 1.6, both edges of every number in it.
class AloneRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 18);
    private static final LocalDate SCHOOLCHILD = TODAY.minusYears(9);
    private static final LocalDate BABY = TODAY.minusMonths(8);
    private static final AloneRules RULES = AloneRules.shipped();

    /// Visits of the last days, newest first, a letter each: `p` practical, `o` obstructed, `c` the child's
    /// choice, `w` the worker's judgement, `A` alone, `z` asleep, `n` not seen.
    private static List<CountedVisit> visits(String letters) {
        var visits = new ArrayList<CountedVisit>();
        for (int ago = 0; ago < letters.length(); ago++) {
            char letter = letters.charAt(ago);
            String reason = switch (letter) {
                case 'o' -> "parent_refused";
                case 'c' -> "child_refused";
                case 'w' -> "worker_judged_inappropriate";
                case 'A', 'z' -> "";
                default -> "no_private_space";
            };
            visits.add(new CountedVisit(
                    TODAY.minusDays(ago)
                            .atTime(LocalTime.NOON)
                            .atZone(Clocks.LONDON)
                            .toInstant(),
                    "joanna",
                    "social_worker",
                    "statutory_visit",
                    "in_person",
                    "admitted",
                    "home",
                    letter == 'z' ? "asleep" : letter == 'n' ? "not_seen" : "awake",
                    letter == 'A' ? "alone_private" : "not_alone",
                    false,
                    reason,
                    "yes_with_child"));
        }
        return visits;
    }

    private static AloneCount count(LocalDate born, String plan, int daysOnPlan, String letters) {
        var onPlan = new Childhood.OnPlan(plan, TODAY.minusDays(daysOnPlan), null);
        return RULES.count(new Childhood(born, List.of(onPlan), visits(letters), List.of()), TODAY);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "CIN, '', 0, ''",
        "CIN, p, 1, streak>=1",
        "CIN, pp, 2, 'streak>=1, streak>=2'",
        "CIN, ppp, 3, 'streak>=1, streak>=2, streak>=3'",
        "CIN, pppp, 4, 'streak>=1, streak>=2, streak>=3, streak>=4'",
        "CIN, ww, 2, 'streak>=1, streak>=2'",
        "CIN, n, 1, streak>=1",
        "CIN, o, 1, streak>=1",
        "CP, o, 2, 'streak>=1, obstructed on CP/S47'",
        "S47, o, 2, 'streak>=1, obstructed on CP/S47'",
        "CP, p, 1, streak>=1",
        "CIN, oo, 3, 'streak>=1, streak>=2, obstructed>=2'",
        "CIN, ooo, 4, 'streak>=1, streak>=2, streak>=3, obstructed>=2, obstructed>=3'",
        "CIN, cc, 1, streak>=1",
        "CIN, ccc, 2, 'streak>=1, streak>=3'",
        "CIN, cccc, 2, 'streak>=1, streak>=3'",
        "CIN, ccccc, 3, 'streak>=1, streak>=3, streak>=5'",
        "CP, c, 1, streak>=1",
        "CIN, cp, 2, 'streak>=1, streak>=2'",
        "CIN, pAoo, 1, streak>=1",
        "CIN, A, 0, ''",
    })
    void aSchoolchildsLevelFollowsTheLadder(String plan, String letters, int level, String because) {
        AloneCount count = count(SCHOOLCHILD, plan, 6, letters);
        assertThat(count.level()).isEqualTo(level);
        assertThat(String.join(", ", count.because())).isEqualTo(because);
    }

    @ParameterizedTest(name = "{0} for {1} days: {2}")
    @CsvSource({"CP, 28, 0, ''", "CP, 29, 2, window 28 exceeded", "CIN, 56, 0, ''", "CIN, 57, 2, window 56 exceeded"})
    void aWindowIsPassedOnTheDayAfterIt(String plan, int days, int level, String because) {
        AloneCount count = count(SCHOOLCHILD, plan, days, "");
        assertThat(count.level()).isEqualTo(level);
        assertThat(String.join(", ", count.because())).isEqualTo(because);
    }

    @ParameterizedTest
    @CsvSource({"z, 0, ''", "zz, 2, asleep x2", "pzz, 0, ''", "znz, 2, asleep x2"})
    void aBabyWhoSleepsAtEachVisitIsRaised(String letters, int level, String because) {
        AloneCount count = count(BABY, "CP", 6, letters);
        assertThat(count.level()).isEqualTo(level);
        assertThat(String.join(", ", count.because())).isEqualTo(because);
    }

    @Test
    void withoutAPlanNothingIsRaised() {
        var child = new Childhood(SCHOOLCHILD, List.of(), visits("oooo"), List.of());
        assertThat(RULES.count(child, TODAY).level()).isZero();
    }

    @Test
    void aCouncilsOwnNumbersStandInTheReasons() {
        AloneRules own = RULES.with(Map.of("alone_window_days.CP", 14, "asleep_streak_limit", 3));
        var plan = new Childhood.OnPlan("CP", TODAY.minusDays(15), null);
        assertThat(own.count(new Childhood(SCHOOLCHILD, List.of(plan), List.of(), List.of()), TODAY)
                        .because())
                .containsExactly("window 14 exceeded");
        assertThat(own.count(new Childhood(BABY, List.of(plan), visits("zz"), List.of()), TODAY)
                        .level())
                .isZero();
        assertThat(own.count(new Childhood(BABY, List.of(plan), visits("zzz"), List.of()), TODAY)
                        .because())
                .containsExactly("asleep x3");
    }

    @Test
    void aLevelIsDecidedWithinItsWorkingDaysAndAMissedOneGoesOneRowUp() {
        AloneCount two = count(SCHOOLCHILD, "CP", 6, "o");
        assertThat(two.decision()).isNotNull().satisfies(decision -> {
            assertThat(decision.by()).isEqualTo(LocalDate.of(2026, 11, 20));
            assertThat(decision.decides()).isEqualTo("practice_supervisor");
        });
        assertThat(count(SCHOOLCHILD, "CIN", 6, "p").decision()).isNull();
    }
}
