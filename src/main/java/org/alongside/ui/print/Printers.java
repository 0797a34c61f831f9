package org.alongside.ui.print;

import java.util.List;

/// The machine's printers. Not for the window's thread: a printer on a network can be slow to answer.
public interface Printers {
    /// What a job is called where anybody can read it: never by what is on it.
    String JOB = "Alongside";

    /// Names as the system has them, its usual one first; empty when there is none.
    List<String> names();

    /// Hands a paper to a printer, from memory.
    ///
    /// @throws Refused when the system did not take it
    void print(String printer, byte[] pdf) throws Refused;

    /// The system did not take a paper.
    final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        public Refused(String code) {
            super(code);
        }
    }
}
