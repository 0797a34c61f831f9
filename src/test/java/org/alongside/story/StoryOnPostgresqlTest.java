package org.alongside.story;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.alongside.testing.Folders;
import org.junit.jupiter.api.AfterAll;

class StoryOnPostgresqlTest extends Story {
    private EmbeddedPostgres postgresql;
    private Path folder;

    @Override
    Object[] database() {
        try {
            postgresql = EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        folder = Folders.temporary("alongside-database");
        return new Object[] {
            "--database",
            postgresql.getJdbcUrl("postgres", "postgres"),
            "--database-user",
            "postgres",
            "--database-password-file",
            Folders.secret(folder.resolve("password"), "postgres")
        };
    }

    @AfterAll
    void stopPostgresql() throws IOException {
        postgresql.close();
        Folders.delete(folder);
    }
}
