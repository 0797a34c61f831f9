package org.alongside.central.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/// PostgreSQL through a pool. No statement time-out is set: none may cut a commit (`sync.md` 2.5).
final class PooledConnections implements Connections {
    private static final int SIZE = 16;
    private static final int VALID_SECONDS = 5;
    private static final long PATIENCE_MILLIS = 5_000;

    private final HikariDataSource pool;

    PooledConnections(DatabaseChoice.Server server) {
        var config = new HikariConfig();
        config.setJdbcUrl(server.url());
        config.setUsername(server.user());
        config.setPassword(server.password());
        config.setMaximumPoolSize(SIZE);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.setAutoCommit(false);
        config.setPoolName("central");
        pool = new HikariDataSource(config);
    }

    /// The pool itself asks only those that were idle for half a second, and after a restart of the database each of
    /// them would make one more request fail.
    private Connection live() throws SQLException {
        for (int dead = 0; dead < SIZE; dead++) {
            Connection connection = pool.getConnection();
            if (connection.isValid(VALID_SECONDS)) {
                return connection;
            }
            pool.evictConnection(connection);
        }
        return pool.getConnection();
    }

    @Override
    public Connection writer() throws SQLException {
        Connection connection = live();
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        return connection;
    }

    @Override
    public Connection reader() throws SQLException {
        Connection connection = live();
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        return connection;
    }

    @Override
    public void forced(Connection writer) {
        // The commit returns when PostgreSQL has it on disk.
    }

    @Override
    public DataSource forMigration() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }
}
