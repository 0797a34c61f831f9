package org.alongside.central;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.alongside.central.storage.DatabaseChoice;
import org.junit.jupiter.api.AfterAll;

class CentralServiceOnPostgresqlTest extends CentralServiceContract {
    private EmbeddedPostgres postgresql;

    @Override
    DatabaseChoice database(Path home) {
        try {
            if (postgresql == null) {
                postgresql = EmbeddedPostgres.start();
            }
            return new DatabaseChoice.Server(postgresql.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL does not start", e);
        }
    }

    @AfterAll
    void stopPostgresql() throws IOException {
        postgresql.close();
    }

    @Override
    DatabaseChoice emptyDatabase() {
        try (var connection = postgresql.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database second");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new DatabaseChoice.Server(postgresql.getJdbcUrl("postgres", "second"), "postgres", "postgres");
    }
}
