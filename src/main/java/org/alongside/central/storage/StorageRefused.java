package org.alongside.central.storage;

/// The database will not take what a transaction wrote: a value too long, a key there already. The
/// transaction left nothing behind.
public final class StorageRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StorageRefused(String sqlState) {
        super("the database refused a value, SQL state " + sqlState);
    }
}
