package org.alongside.central.storage;

/// The database cannot be reached just now, or a transaction's outcome is not known. Asking again is
/// safe, since everything inside a transaction is idempotent; over HTTP it is 503.
public final class StorageUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StorageUnavailable(Throwable cause) {
        super("the database is not available", cause);
    }
}
