package org.alongside.planted.store;

/// Offends 8: prints beside the commands.
public class StorePrint {
    public void print() {
        System.out.println("x");
        System.err.println("x");
    }
}
