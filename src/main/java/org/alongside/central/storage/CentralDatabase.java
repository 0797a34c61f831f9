package org.alongside.central.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import org.alongside.kernel.OwnerOnly;
import org.alongside.record.store.Projector;
import org.alongside.record.store.Schema;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/// The service's database. Every transaction passes here: it is run again when the database asks for
/// that (deadlock, serialization), and what it wrote is on disk when the call returns.
public final class CentralDatabase implements AutoCloseable {
    private static final int TRIES = 8;
    private static final long PAUSE_MILLIS = 5;
    private static final Settings SETTINGS = new Settings().withExecuteLogging(false);

    private final Connections connections;
    private final SQLDialect dialect;
    private final Projector projector;
    private String tenant = "";

    private CentralDatabase(Connections connections, SQLDialect dialect, Projector projector) {
        this.connections = connections;
        this.dialect = dialect;
        this.projector = projector;
    }

    /// Opens the database, makes it where there is none, and brings it to the newest tables.
    ///
    /// @param newTenant names the council's service when this opening makes it
    /// @throws StorageUnavailable when it cannot be reached or another program holds it
    public static CentralDatabase open(DatabaseChoice choice, Projector projector, String newTenant) {
        try {
            CentralDatabase database = switch (choice) {
                case DatabaseChoice.Embedded embedded -> {
                    Path folder = Objects.requireNonNull(
                            embedded.file().toAbsolutePath().getParent(), "a folder");
                    OwnerOnly.folder(folder);
                    var connections = new EmbeddedConnections(embedded.file());
                    OwnerOnly.within(folder);
                    yield new CentralDatabase(connections, SQLDialect.H2, projector);
                }
                case DatabaseChoice.Server server ->
                    new CentralDatabase(new PooledConnections(server), SQLDialect.POSTGRES, projector);
            };
            database.prepare(newTenant);
            return database;
        } catch (SQLException | com.zaxxer.hikari.pool.HikariPool.PoolInitializationException e) {
            throw new StorageUnavailable(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether an embedded database has been made already; a server's is taken to be there.
    public static boolean exists(DatabaseChoice choice) {
        return switch (choice) {
            case DatabaseChoice.Embedded embedded -> DatabaseUrl.exists(embedded.file());
            case DatabaseChoice.Server server -> true;
        };
    }

    private void prepare(String newTenant) {
        Schema.migrate(connections.forMigration(), "central", dialect == SQLDialect.POSTGRES);
        tenant = write(transaction -> transaction.settings().findOrPut(SettingTable.TENANT, newTenant));
    }

    /// Names the council's service; part of every key and of each chain's beginning.
    public String tenant() {
        return tenant;
    }

    public boolean isEmbedded() {
        return dialect == SQLDialect.H2;
    }

    /// Runs a transaction that writes. It may run several times and must do nothing outside the
    /// database.
    ///
    /// @throws StorageRefused when the database will not take a value
    /// @throws StorageUnavailable when it cannot be reached, or whether it committed is not known
    public <T> T write(Function<Transaction, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return writeOnce(work);
            } catch (DataAccessException e) {
                if (!again(e.sqlState(), attempt)) {
                    throw translated(e.sqlState(), e);
                }
            } catch (SQLException e) {
                if (!again(String.valueOf(e.getSQLState()), attempt)) {
                    throw translated(String.valueOf(e.getSQLState()), e);
                }
            } catch (Restart e) {
                if (attempt >= TRIES) {
                    throw new StorageUnavailable(e);
                }
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS * attempt));
        }
    }

    private <T> T writeOnce(Function<Transaction, T> work) throws SQLException {
        try (Connection connection = connections.writer()) {
            boolean done = false;
            try {
                T result = work.apply(transaction(connection));
                connection.commit();
                done = true;
                connections.forced(connection);
                connection.commit();
                return result;
            } finally {
                if (!done) {
                    rollback(connection);
                }
            }
        }
    }

    /// Runs a reading in one snapshot: every statement sees the same moment.
    public <T> T read(Function<Transaction, T> work) {
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = connections.reader()) {
                try {
                    return work.apply(transaction(connection));
                } finally {
                    rollback(connection);
                }
            } catch (DataAccessException e) {
                if (!again(e.sqlState(), attempt)) {
                    throw translated(e.sqlState(), e);
                }
            } catch (SQLException e) {
                if (!again(String.valueOf(e.getSQLState()), attempt)) {
                    throw translated(String.valueOf(e.getSQLState()), e);
                }
            }
        }
    }

    /// Runs work that may write, and rolls back whatever it wrote.
    public <T> T compare(Function<Transaction, T> work) {
        try (Connection connection = connections.writer()) {
            try {
                return work.apply(transaction(connection));
            } finally {
                rollback(connection);
            }
        } catch (DataAccessException e) {
            throw translated(e.sqlState(), e);
        } catch (SQLException e) {
            throw translated(String.valueOf(e.getSQLState()), e);
        }
    }

    /// The same as [#write], for work without a result.
    public void change(Consumer<Transaction> work) {
        write(transaction -> {
            work.accept(transaction);
            return true;
        });
    }

    private Transaction transaction(Connection connection) {
        DSLContext sql = DSL.using(connection, dialect, SETTINGS);
        return new Transaction(sql, tenant, projector);
    }

    private boolean again(String sqlState, int attempt) {
        return attempt < TRIES && connections.isTransient(sqlState);
    }

    /// Classes of SQL states: 22 data, 23 key or constraint; all others are about the database.
    private static RuntimeException translated(String sqlState, Exception cause) {
        return sqlState.startsWith("22") || sqlState.startsWith("23")
                ? new StorageRefused(sqlState)
                : new StorageUnavailable(cause);
    }

    private static void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // The connection is gone, and with it the transaction; the first failure is the one to tell.
            org.slf4j.LoggerFactory.getLogger(CentralDatabase.class).debug("rollback failed", e);
        }
    }

    @Override
    public void close() {
        connections.close();
    }

    /// Thrown inside a transaction to begin it again, since what it had read before it held its locks
    /// has changed.
    static final class Restart extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
