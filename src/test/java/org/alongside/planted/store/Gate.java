package org.alongside.planted.store;

import org.h2.jdbcx.JdbcDataSource;

/// Innocent: H2 in the store.
public class Gate {
    public JdbcDataSource source;
}
