package org.alongside.central.storage;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/// Where connections come from; each is closed to give it back.
sealed interface Connections extends AutoCloseable permits EmbeddedConnections, PooledConnections {

    /// For a transaction that writes, read committed.
    Connection writer() throws SQLException;

    /// For one snapshot, repeatable read.
    Connection reader() throws SQLException;

    /// What must happen after a commit before anyone is told.
    void forced(Connection writer) throws SQLException;

    DataSource forMigration();

    /// Whether something waited for by this state may go through when tried again.
    default boolean isTransient(String sqlState) {
        return sqlState.equals("40001") || sqlState.equals("40P01");
    }

    @Override
    void close();
}
