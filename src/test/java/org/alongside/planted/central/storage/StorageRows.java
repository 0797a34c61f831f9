package org.alongside.planted.central.storage;

import java.sql.Connection;

/// Innocent: JDBC in the service's storage.
public class StorageRows {
    public Connection connection;
}
