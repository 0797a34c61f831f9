package org.alongside.central;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.alongside.child.store.ChildProjection;
import org.alongside.child.store.PlanPeriodProjection;
import org.alongside.child.store.RelationshipProjection;
import org.alongside.exchange.council.CouncilFile;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Problem;
import org.alongside.visit.SeenAlone;
import org.alongside.visit.VisitSettings;
import org.alongside.visit.store.ChildVisitProjection;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `admin verify` on the demonstration council: nothing is found when nothing is wrong, and whatever is
/// planted in a table that follows the log is found, with its table and record.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerificationTest {
    private Path home;

    @BeforeAll
    void fill(@TempDir Path folder) {
        home = folder;
        Clock clock = Clocks.fixed(LocalDate.of(2026, 11, 18));
        try (var engine = CentralEngine.open(config(clock))) {
            engine.load(CouncilFile.demonstration(clock));
            assertThat(engine.administration().verify()).isEmpty();
        }
    }

    private CentralConfig config(Clock clock) {
        var trial = CentralConfig.trial(home, 0, clock);
        return new CentralConfig(
                home,
                trial.bind(),
                0,
                null,
                null,
                trial.database(),
                clock,
                List.of(
                        new ChildProjection(),
                        new RelationshipProjection(),
                        new PlanPeriodProjection(),
                        new ChildVisitProjection(new SeenAlone(VisitSettings.shipped()))));
    }

    private List<Problem> verified() {
        try (var engine = CentralEngine.openExisting(config(Clock.systemUTC()))) {
            return engine.administration().verify();
        }
    }

    /// The file as somebody with a database program would change it, the service stopped.
    private int change(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        "jdbc:h2:file:" + home.resolve("central")
                                + ";IFEXISTS=TRUE;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE",
                        "alongside",
                        "");
                var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private String one(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        "jdbc:h2:file:" + home.resolve("central")
                                + ";IFEXISTS=TRUE;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE",
                        "alongside",
                        "");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        child        | child  | family_name  | Somebody
        person       | person | display_name | Somebody
        relationship | record | relation     | nobody
        plan_period  | record | started_on   | 1999-01-01
        child_visit  | visit  | author       | nobody
        record_entry | record | author       | nobody
        record_head  | record | device       | nowhere
        """)
    void aChangedRowIsNamedWithItsTableAndRecord(String table, String key, String column, String value)
            throws SQLException {
        String record = one("select cast(" + key + " as varchar) from " + table + " order by stream, " + key
                + " fetch first 1 row only");
        String stream = one("select stream from " + table + " where " + key + " = '" + record
                + "' order by stream fetch first 1 row only");
        String where = " where " + key + " = '" + record + "' and stream = '" + stream + "'";
        String before = one("select " + column + " from " + table + where);
        assertThat(change("update " + table + " set " + column + " = '" + value + "'" + where))
                .isPositive();
        assertThat(verified())
                .singleElement()
                .satisfies(found -> assertThat(found.code()).isEqualTo("projection-differs"))
                .satisfies(found -> assertThat(found.field()).isEqualTo(stream + " " + record))
                .satisfies(found -> assertThat(found.message()).contains("Table " + table + ",", record));
        change("update " + table + " set " + column + " = '" + before + "'" + where);
        assertThat(verified()).isEmpty();
    }

    @Test
    void aRowThatIsGoneAndARowOfNothingAreNamed() throws SQLException {
        String record = one("select cast(record as varchar) from plan_period order by record fetch first 1 row only");
        String moved = "00000000-0000-4000-8000-000000000001";
        change("update plan_period set record = '" + moved + "' where record = '" + record + "'");
        assertThat(verified())
                .extracting(Problem::code)
                .containsExactlyInAnyOrder("projection-differs", "projection-stray");
        assertThat(verified())
                .allSatisfy(found -> assertThat(found.message()).contains("plan_period"))
                .anySatisfy(found -> assertThat(found.message()).contains(moved))
                .anySatisfy(found -> assertThat(found.message()).contains(record));
        change("update plan_period set record = '" + record + "' where record = '" + moved + "'");
        assertThat(verified()).isEmpty();
    }

    @Test
    void aClockMayBeAskedForWhereAllIsInvented() {
        try (var engine = CentralEngine.openExisting(config(Clocks.of(Optional.of("-P2Y"))))) {
            assertThat(engine.life().isDemonstration()).isTrue();
        }
    }

    @Test
    void aClockIsRefusedWhereACouncilsOwnRecordsAreAndNothingChanges(@TempDir Path own) {
        CentralEngine.open(CentralConfig.trial(own, 0, Clock.systemUTC())).close();
        var account = new org.alongside.access.Account(
                "joanna", "Joanna", org.alongside.access.Role.SOCIAL_WORKER, null, null);
        try (var engine = CentralEngine.open(CentralConfig.trial(own, 0, Clock.systemUTC()))) {
            engine.administration().putAccount(account);
        }
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> CentralEngine.open(
                            CentralConfig.trial(own, 0, Clocks.of(Optional.of("2026-11-18T10:30:00Z")))))
                    .isInstanceOfSatisfying(BadInput.class, refused -> {
                        assertThat(refused.problems()).extracting(Problem::code).containsExactly("clock-refused");
                        assertThat(refused.problems().getFirst().message()).contains("leave --clock out");
                    });
        }
        try (var engine = CentralEngine.open(CentralConfig.trial(own, 0, Clock.systemUTC()))) {
            assertThat(engine.life().isDemonstration()).isFalse();
        }
    }

    @Test
    void whatWasBegunWithAnAskedClockMayBeOpenedWithOneAgain(@TempDir Path trying) {
        Clock asked = Clocks.of(Optional.of("2026-11-18"));
        try (var engine = CentralEngine.open(CentralConfig.trial(trying, 0, asked))) {
            engine.administration()
                    .putAccount(new org.alongside.access.Account(
                            "joanna", "Joanna", org.alongside.access.Role.SOCIAL_WORKER, null, null));
        }
        CentralEngine.openExisting(CentralConfig.trial(trying, 0, Clocks.of(Optional.of("-P1Y"))))
                .close();
        CentralEngine.openExisting(CentralConfig.trial(trying, 0, Clock.systemUTC()))
                .close();
    }
}
