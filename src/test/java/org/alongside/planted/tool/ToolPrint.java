package org.alongside.planted.tool;

/// Innocent: a command's answer.
public class ToolPrint {
    public void print() {
        System.out.println("x");
    }
}
