package org.alongside.record.store;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// Brings a database to the newest tables. Each part has a history of its own, so that laptop and
/// service share `record` and number the rest as they please.
public final class Schema {
    private Schema() {}

    /// @param part `client` or `central`
    /// @param postgresql which of the two databases' words to use
    public static void migrate(DataSource source, String part, boolean postgresql) {
        Map<String, String> words = postgresql
                ? Map.of("json", "jsonb", "bytes", "bytea")
                : Map.of("json", "json", "bytes", "varbinary(1048576)");
        for (String each : List.of("record", part)) {
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:db/" + each)
                    .table("flyway_" + each)
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .placeholders(words)
                    .load()
                    .migrate();
        }
    }
}
