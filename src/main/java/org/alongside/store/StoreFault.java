package org.alongside.store;

import java.sql.SQLException;

/// A fault of the store, with its kind and place but without the words of the driver.
public final class StoreFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreFault(Throwable fault) {
        super(name(fault));
        setStackTrace(fault.getStackTrace());
    }

    private static String name(Throwable fault) {
        var name = new StringBuilder();
        for (Throwable each = fault; each != null; each = each.getCause()) {
            name.append(name.isEmpty() ? "" : " < ").append(each.getClass().getSimpleName());
            if (each instanceof SQLException sql) {
                name.append(' ').append(sql.getErrorCode());
            }
        }
        return name.toString();
    }
}
