package org.alongside.planted.central.admission;

import java.sql.Connection;

/// Offends 2: JDBC in the service outside its storage.
public class AdmissionRows {
    public Connection connection;
}
