package org.alongside.store.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.alongside.kernel.BadInput;
import org.alongside.store.FaultPoints;
import org.alongside.store.StoreFault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaptopDatabaseTest {
    private static final LaptopDatabase.Secrets SECRETS = purpose -> ("secret" + purpose).toCharArray();

    @TempDir
    Path folder;

    private LaptopDatabase database;

    @BeforeEach
    void create() {
        database = LaptopDatabase.create(folder.resolve("laptop"), SECRETS, FaultPoints.none());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static String put(String name, String content) {
        return "insert into laptop_setting values ('" + name + "', '" + content + "')";
    }

    private int settings() {
        return database.read(
                dsl -> dsl.fetchOne("select count(*) from laptop_setting").get(0, Integer.class));
    }

    @Test
    void itRunsWithThePins() {
        // H2 shows some settings twice, in small and in capital letters.
        var settings = new java.util.HashMap<String, String>();
        database.read(dsl -> dsl.fetch("select setting_name, setting_value from information_schema.settings"))
                .forEach(row ->
                        settings.put(row.get(0, String.class).toUpperCase(Locale.ROOT), row.get(1, String.class)));
        assertThat(settings)
                .containsEntry("WRITE_DELAY", "0")
                .containsEntry("RETENTION_TIME", "2147483647")
                .containsEntry("MAX_MEMORY_ROWS", "2147483647");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "script to 'out.sql'",
                "backup to 'out.zip'",
                "call csvwrite('out.csv', 'select * from laptop_setting')",
                "runscript from 'in.sql'",
                "create alias x for \"java.lang.System.exit\"",
                "drop table laptop_setting",
                "set write_delay 500",
                "shutdown"
            })
    void whoWorksOnRowsCanDoNothingElse(String statement) {
        assertThatThrownBy(() -> database.write(dsl -> dsl.execute(statement))).isInstanceOf(StoreFault.class);
        assertThat(settings()).isZero();
        assertThat(Path.of("out.sql")).doesNotExist();
        assertThat(Path.of("out.csv")).doesNotExist();
    }

    @Test
    void whoReadsCannotWrite() {
        assertThatThrownBy(() -> database.read(dsl -> dsl.execute(put("a", "b"))))
                .isInstanceOf(StoreFault.class);
        assertThat(settings()).isZero();
    }

    @Test
    void aTransactionThatFailsLeavesNothing() {
        assertThatThrownBy(() -> database.write(dsl -> {
                    dsl.execute(put("a", "b"));
                    throw BadInput.of("no", "no");
                }))
                .isInstanceOf(BadInput.class);
        assertThat(settings()).isZero();
        database.write(dsl -> dsl.execute(put("a", "b")));
        assertThat(settings()).isEqualTo(1);
    }

    @Test
    void theFileOpensWithItsSecretsOnly() {
        database.close();
        assertThatThrownBy(() -> LaptopDatabase.open(
                        folder.resolve("laptop"), purpose -> "other".toCharArray(), FaultPoints.none()))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        bad -> assertThat(bad.problems()).extracting("code").containsExactly("store-damaged"));
        database = LaptopDatabase.open(folder.resolve("laptop"), SECRETS, FaultPoints.none());
        assertThat(settings()).isZero();
    }

    @Test
    void readingGoesOnBesideALongTransactionAndSeesNothingHalfDone() throws Exception {
        var inside = new CountDownLatch(1);
        var readDone = new CountDownLatch(1);
        try (var other = Executors.newSingleThreadExecutor()) {
            Future<Integer> writing = other.submit(() -> database.write(dsl -> {
                dsl.execute(put("a", "b"));
                inside.countDown();
                await(readDone);
                return 1;
            }));
            await(inside);
            assertThat(settings()).isZero();
            readDone.countDown();
            writing.get();
            assertThat(settings()).isEqualTo(1);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aDatabaseThatClosedItselfIsOpenedAgainByTheNextCall() throws Exception {
        database.write(dsl -> dsl.execute(put("a", "b")));
        var properties = new Properties();
        properties.put("user", "owner");
        properties.put("password", "secretfile secretowner".toCharArray());
        String url = "jdbc:h2:file:" + folder.resolve("laptop")
                + ";CIPHER=AES;FILE_LOCK=FS;DB_CLOSE_ON_EXIT=FALSE;DATABASE_TO_LOWER=TRUE"
                + ";CASE_INSENSITIVE_IDENTIFIERS=TRUE;DEFAULT_NULL_ORDERING=HIGH;IFEXISTS=TRUE";
        try (var owner = DriverManager.getConnection(url, properties);
                var statement = owner.createStatement()) {
            statement.execute("SHUTDOWN IMMEDIATELY");
        }
        assertThat(settings()).isEqualTo(1);
        database.write(dsl -> dsl.execute(put("c", "d")));
        assertThat(settings()).isEqualTo(2);
    }

    @Test
    void aFileOverTwiceWhatLivesInItIsCompactedAndKeepsItsRows() throws Exception {
        String text = "x".repeat(100_000);
        database.write(dsl -> dsl.execute(put("a", "")));
        for (int i = 0; i < 60; i++) {
            int n = i;
            database.write(dsl -> dsl.execute("update laptop_setting set content = '" + n + text + "'"));
        }
        long before = Files.size(folder.resolve("laptop.mv.db"));
        assertThat(database.compactIfWorthIt()).isTrue();
        assertThat(Files.size(folder.resolve("laptop.mv.db"))).isLessThan(before / 2);
        assertThat(database.compactIfWorthIt()).isFalse();
        List<String> content = database.read(
                dsl -> dsl.fetch("select content from laptop_setting").map(row -> row.get(0, String.class)));
        assertThat(content).containsExactly("59" + text);
    }
}
