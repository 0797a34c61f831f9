package org.alongside.central.storage;

import java.nio.file.Files;
import java.nio.file.Path;

/// Builds the URL of the service's H2 file, the only place that does. The settings are those of
/// `safety.md` 3.6: nothing is written late, no space is used again while open, nothing is traced,
/// no port is opened and an empty store is never made by accident.
final class DatabaseUrl {
    private static final String PINS = ";DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE"
            + ";DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;RETENTION_TIME=2147483647;MAX_MEMORY_ROWS=2147483647"
            + ";TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0;FILE_LOCK=FS;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000";

    private DatabaseUrl() {}

    /// For the first opening: makes the file when there is none.
    static String first(Path file) {
        return exists(file) ? existing(file) : url(file);
    }

    /// For every other: refuses to make one.
    static String existing(Path file) {
        return url(file) + ";IFEXISTS=TRUE";
    }

    static boolean exists(Path file) {
        return Files.exists(file.resolveSibling(file.getFileName() + ".mv.db"));
    }

    private static String url(Path file) {
        return "jdbc:h2:file:" + file.toAbsolutePath() + PINS;
    }
}
