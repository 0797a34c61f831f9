package org.alongside.central.storage;

import java.nio.file.Path;

/// Which database the service keeps its record in.
public sealed interface DatabaseChoice {

    /// H2 in one file of the service's home: for trying it.
    ///
    /// @param file without its ending
    record Embedded(Path file) implements DatabaseChoice {}

    /// PostgreSQL.
    ///
    /// @param url begins with `jdbc:postgresql:` and carries no secret
    record Server(String url, String user, String password) implements DatabaseChoice {
        public static final String PREFIX = "jdbc:postgresql:";

        @Override
        public String toString() {
            return "Server[" + url + "]";
        }
    }
}
