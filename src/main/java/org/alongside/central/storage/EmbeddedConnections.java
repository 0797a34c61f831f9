package org.alongside.central.storage;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/// H2 with one writer and readers opened at start (`safety.md` 3.5): the only writing connection is
/// handed out to one transaction at a time, and after each commit the file is forced to disk.
final class EmbeddedConnections implements Connections {
    private static final int READERS = 4;
    private static final String USER = "alongside";

    private final DataSource migration;
    private final BlockingQueue<Connection> writers = new LinkedBlockingQueue<>();
    private final BlockingQueue<Connection> readers = new LinkedBlockingQueue<>();
    private final List<Connection> opened = new ArrayList<>();

    EmbeddedConnections(Path file) throws SQLException {
        Connection writer = DriverManager.getConnection(DatabaseUrl.first(file), USER, "");
        opened.add(writer);
        writer.setAutoCommit(false);
        writers.add(writer);
        for (int i = 0; i < READERS; i++) {
            Connection reader = DriverManager.getConnection(DatabaseUrl.existing(file), USER, "");
            opened.add(reader);
            reader.setAutoCommit(false);
            reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            readers.add(reader);
        }
        var source = new JdbcDataSource();
        source.setURL(DatabaseUrl.existing(file));
        source.setUser(USER);
        source.setPassword("");
        migration = source;
    }

    @Override
    public Connection writer() throws SQLException {
        return borrowed(writers);
    }

    @Override
    public Connection reader() throws SQLException {
        return borrowed(readers);
    }

    @Override
    public void forced(Connection writer) throws SQLException {
        try (var statement = writer.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
        }
    }

    @Override
    public DataSource forMigration() {
        return migration;
    }

    @Override
    public void close() {
        for (Connection connection : opened.reversed()) {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new StorageUnavailable(e);
            }
        }
    }

    /// The connection itself, but `close` gives it back.
    private static Connection borrowed(BlockingQueue<Connection> idle) throws SQLException {
        Connection connection;
        try {
            connection = idle.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while waiting for a connection", "08001", e);
        }
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        idle.add(connection);
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (java.lang.reflect.InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
    }
}
