package org.alongside.store.db;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Texts;
import org.alongside.record.store.Schema;
import org.alongside.store.FaultPoints;
import org.alongside.store.StoreFault;
import org.alongside.store.StoreTrouble;
import org.h2.jdbcx.JdbcDataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.conf.StatementType;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// The laptop's encrypted H2 file. The only class that builds its URL, so the file layer under it (the
/// vault of `safety.md` 3, in place of `CIPHER=AES`) is a change of this class alone.
///
/// One writer thread holds the only connection that writes; readers' connections are opened at start
/// and may only select. A commit is followed by `CHECKPOINT SYNC` before anyone is told. A database that
/// closed itself (a full disk) is opened again by the next call once there is room.
public final class LaptopDatabase implements AutoCloseable {
    private static final String ALWAYS = ";CIPHER=AES;FILE_LOCK=FS;DB_CLOSE_ON_EXIT=FALSE"
            + ";DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DEFAULT_NULL_ORDERING=HIGH";

    /// Settings of the database, which only its owner may make; they hold for every connection.
    private static final String PINS = ";WRITE_DELAY=0;RETENTION_TIME=2147483647;MAX_MEMORY_ROWS=2147483647"
            + ";TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0";

    private static final String OWNER = "owner";
    private static final String WRITER = "writer";
    private static final String READER = "reader";
    private static final int SNAPSHOT = 6;
    private static final int DATABASE_NEWER_THAN_PROGRAM = 90048;
    private static final int FILE_ENCRYPTION_ERROR = 90049;
    private static final int FILE_CORRUPTED = 90030;
    private static final int LOCKED_BY_OTHER = 90020;
    private static final long COMPACT_FROM_BYTES = 2L * 1024 * 1024;
    private static final int LIVE_PERCENT_BELOW = 50;

    private final Path file;
    private final Secrets secrets;
    private final FaultPoints faults;
    private final Gate gate = new Gate();
    private final StoreThreads threads = new StoreThreads();
    private volatile @Nullable Open open;
    private volatile boolean ended;

    /// The secrets that the file and its users are opened with, each for a purpose.
    @FunctionalInterface
    public interface Secrets {
        /// Without a space in it; overwritten after use.
        char[] of(String purpose);
    }

    private LaptopDatabase(Path file, Secrets secrets, FaultPoints faults) {
        this.file = file;
        this.secrets = secrets;
        this.faults = faults;
    }

    /// @param file path without H2's ending
    /// @throws BadInput when the file cannot be opened with these secrets, or the disk refuses
    public static LaptopDatabase create(Path file, Secrets secrets, FaultPoints faults) {
        return start(new LaptopDatabase(file, secrets, faults), true);
    }

    public static LaptopDatabase open(Path file, Secrets secrets, FaultPoints faults) {
        return start(new LaptopDatabase(file, secrets, faults), false);
    }

    private static LaptopDatabase start(LaptopDatabase database, boolean create) {
        try {
            database.threads.onWriter(() -> {
                database.gate.alone(() -> database.connect(create));
                return true;
            });
            return database;
        } catch (RuntimeException | Error e) {
            database.ended = true;
            database.threads.end();
            throw e;
        }
    }

    /// One transaction; when this returns the disk has it.
    ///
    /// @throws BadInput what the work threw, or a full or read-only disk in words; nothing is changed
    public <T> T write(Function<DSLContext, T> work) {
        return threads.onWriter(() -> {
            reopenIfNeeded();
            return gate.transaction(() -> transact(connections(), work));
        });
    }

    /// Reads one consistent state.
    public <T> T read(Function<DSLContext, T> work) {
        if (isOpenedAgainFirst()) {
            threads.onWriter(() -> {
                reopenIfNeeded();
                return true;
            });
        }
        return threads.onReader(() -> gate.reading(() -> query(work)));
    }

    /// Gives space back when the file is over twice what lives in it, for idle moments.
    ///
    /// @return whether it was worth it
    public boolean compactIfWorthIt() {
        return threads.onWriter(() -> {
            reopenIfNeeded();
            boolean worth = isWorthCompacting(connections());
            if (worth) {
                gate.alone(() -> {
                    disconnect(true);
                    faults.pass(FaultPoints.IN_COMPACTION);
                    connect(false);
                });
            }
            return worth;
        });
    }

    /// Bytes of the file.
    public long bytes() {
        return path().toFile().length();
    }

    /// Closes the file, compacted when that is worth it. Waits for what is running.
    @Override
    public void close() {
        if (ended) {
            return;
        }
        threads.onWriter(() -> {
            gate.alone(() -> {
                if (open != null) {
                    disconnect(isWorthCompacting(connections()));
                }
                ended = true;
            });
            return true;
        });
        threads.end();
    }

    private <T> T transact(Open now, Function<DSLContext, T> work) {
        Connection connection = now.writer;
        try {
            T answer = work.apply(dsl(connection));
            faults.pass(FaultPoints.BEFORE_COMMIT);
            connection.commit();
            faults.pass(FaultPoints.AFTER_COMMIT);
            try (var statement = now.owner.createStatement()) {
                statement.execute("CHECKPOINT SYNC");
            }
            faults.pass(FaultPoints.AFTER_CHECKPOINT);
            return answer;
        } catch (SQLException | DataAccessException e) {
            undo(now);
            throw trouble(e);
        } catch (RuntimeException | Error e) {
            undo(now);
            throw e;
        }
    }

    private void undo(Open now) {
        try {
            now.writer.rollback();
        } catch (SQLException e) {
            // H2 closed itself: the next call opens it again and the transaction was never committed.
            now.broken = true;
        }
    }

    private <T> T query(Function<DSLContext, T> work) {
        Open now = connections();
        Connection connection = now.readers.poll();
        if (connection == null) {
            throw new IllegalStateException("as many reading connections as reading threads");
        }
        try {
            return work.apply(dsl(connection));
        } catch (DataAccessException e) {
            now.broken = now.broken || isClosed(now);
            throw trouble(e);
        } finally {
            endQuietly(connection);
            now.readers.add(connection);
        }
    }

    private Open connections() {
        Open now = open;
        if (now == null) {
            throw ended
                    ? BadInput.of("store-closed", Texts.of("store.store-closed"))
                    : StoreTrouble.of(new IllegalStateException("database not open"), file);
        }
        return now;
    }

    private boolean isOpenedAgainFirst() {
        Open now = open;
        return !ended && (now == null || now.broken || isClosed(now));
    }

    private void reopenIfNeeded() {
        if (isOpenedAgainFirst()) {
            gate.alone(() -> {
                disconnect(false);
                connect(false);
            });
        }
    }

    private static boolean isClosed(Open now) {
        try {
            return now.owner.isClosed() || now.writer.isClosed();
        } catch (SQLException e) {
            return true;
        }
    }

    private void connect(boolean create) {
        var opened = new ArrayList<Connection>();
        try {
            Connection owner = connect(OWNER, create);
            opened.add(owner);
            pinned(owner);
            var source = new JdbcDataSource();
            source.setURL(url(OWNER, false));
            source.setUser(OWNER);
            char[] password = password(OWNER);
            source.setPasswordChars(password.clone());
            Schema.migrate(source, "client", false);
            Arrays.fill(password, '\0');
            users(owner);
            Connection writer = connect(WRITER, false);
            opened.add(writer);
            writer.setAutoCommit(false);
            BlockingQueue<Connection> readers = new ArrayBlockingQueue<>(StoreThreads.READERS);
            for (int i = 0; i < StoreThreads.READERS; i++) {
                Connection reader = connect(READER, false);
                opened.add(reader);
                reader.setAutoCommit(false);
                reader.setTransactionIsolation(SNAPSHOT);
                readers.add(reader);
            }
            open = new Open(owner, writer, readers);
        } catch (SQLException | RuntimeException e) {
            opened.reversed().forEach(LaptopDatabase::closeQuietly);
            throw trouble(e);
        }
    }

    /// The others may work on rows and nothing else: no scripts, backups, files or settings.
    private void users(Connection owner) throws SQLException {
        for (String user : List.of(WRITER, READER)) {
            String rights = user.equals(WRITER) ? "SELECT, INSERT, UPDATE, DELETE" : "SELECT";
            char[] secret = secrets.of(user);
            try (var statement = owner.createStatement()) {
                statement.execute("CREATE USER IF NOT EXISTS \"" + user + "\" PASSWORD '" + new String(secret) + "'");
                statement.execute("GRANT " + rights + " ON SCHEMA PUBLIC TO \"" + user + "\"");
            } finally {
                Arrays.fill(secret, '\0');
            }
        }
    }

    private void disconnect(boolean compact) {
        Open now = open;
        open = null;
        if (now == null) {
            return;
        }
        now.readers.forEach(LaptopDatabase::closeQuietly);
        closeQuietly(now.writer);
        try (var statement = now.owner.createStatement()) {
            statement.execute(compact ? "SHUTDOWN COMPACT" : "SHUTDOWN");
        } catch (SQLException e) {
            // Closed by itself already: what was acknowledged was on disk before.
        }
        closeQuietly(now.owner);
    }

    private static boolean isWorthCompacting(Open now) {
        try (var statement = now.owner.createStatement();
                var rows = statement.executeQuery("SELECT SETTING_NAME, SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS"
                        + " WHERE SETTING_NAME IN ('info.FILE_SIZE', 'info.CHUNKS_FILL_RATE')")) {
            long size = 0;
            long live = 100;
            while (rows.next()) {
                if (rows.getString(1).endsWith("SIZE")) {
                    size = rows.getLong(2);
                } else {
                    live = rows.getLong(2);
                }
            }
            return size > COMPACT_FROM_BYTES && live < LIVE_PERCENT_BELOW;
        } catch (SQLException e) {
            return false;
        }
    }

    /// H2 says which settings it took; one that it did not take would lose work without a word.
    private static void pinned(Connection owner) throws SQLException {
        var wanted =
                new ArrayList<>(List.of("WRITE_DELAY=0", "RETENTION_TIME=2147483647", "MAX_MEMORY_ROWS=2147483647"));
        try (var statement = owner.createStatement();
                var rows =
                        statement.executeQuery("SELECT SETTING_NAME, SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS")) {
            while (rows.next()) {
                wanted.remove(rows.getString(1).toUpperCase(Locale.ROOT) + "=" + rows.getString(2));
            }
        }
        if (!wanted.isEmpty()) {
            throw new IllegalStateException("H2 did not take " + wanted);
        }
    }

    private Connection connect(String user, boolean create) throws SQLException {
        var properties = new Properties();
        properties.put("user", user);
        properties.put("password", password(user));
        return DriverManager.getConnection(url(user, create), properties);
    }

    private String url(String user, boolean create) {
        String path = file.toAbsolutePath().toString().replace('\\', '/').replace(";", "\\;");
        return "jdbc:h2:file:" + path + ALWAYS + (user.equals(OWNER) ? PINS : "") + (create ? "" : ";IFEXISTS=TRUE");
    }

    /// The file's password, a space, the user's, as H2 takes them.
    private char[] password(String user) {
        char[] ofFile = secrets.of("file");
        char[] ofUser = secrets.of(user);
        char[] both = Arrays.copyOf(ofFile, ofFile.length + 1 + ofUser.length);
        both[ofFile.length] = ' ';
        System.arraycopy(ofUser, 0, both, ofFile.length + 1, ofUser.length);
        Arrays.fill(ofFile, '\0');
        Arrays.fill(ofUser, '\0');
        return both;
    }

    private RuntimeException trouble(Exception fault) {
        for (Throwable each = fault; each != null; each = each.getCause()) {
            if (each instanceof SQLException sql) {
                switch (sql.getErrorCode()) {
                    case FILE_ENCRYPTION_ERROR, FILE_CORRUPTED -> {
                        return BadInput.of("store-damaged", Texts.of("store.store-damaged"));
                    }
                    case DATABASE_NEWER_THAN_PROGRAM -> {
                        return BadInput.of("home-newer", Texts.of("store.home-newer"));
                    }
                    case LOCKED_BY_OTHER -> {
                        return BadInput.of("home-in-use", "home", Texts.of("store.home-in-use", ""));
                    }
                    default -> {
                        // The next cause may say more.
                    }
                }
            }
        }
        RuntimeException trouble = StoreTrouble.of(fault, path());
        return trouble instanceof StoreFault && fault instanceof IllegalStateException state ? state : trouble;
    }

    private Path path() {
        Path folder = file.toAbsolutePath().getParent();
        Path whole = file.resolveSibling(file.getFileName() + ".mv.db");
        return Files.exists(whole) || folder == null ? whole : folder;
    }

    private static DSLContext dsl(Connection connection) {
        return DSL.using(
                connection,
                SQLDialect.H2,
                new Settings().withRenderSchema(false).withStatementType(StatementType.PREPARED_STATEMENT));
    }

    private static void endQuietly(Connection reader) {
        try {
            reader.rollback();
        } catch (SQLException e) {
            // Seen, and cured, by the next call.
        }
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // Nothing is kept by a connection that is given up.
        }
    }

    private static final class Open {
        private final Connection owner;
        private final Connection writer;
        private final BlockingQueue<Connection> readers;
        private volatile boolean broken;

        private Open(Connection owner, Connection writer, BlockingQueue<Connection> readers) {
            this.owner = owner;
            this.writer = writer;
            this.readers = readers;
        }
    }
}
