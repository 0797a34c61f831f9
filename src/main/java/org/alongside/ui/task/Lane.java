package org.alongside.ui.task;

/// Where work runs. Each lane has its own threads, so that a slow network never holds up a save.
public enum Lane {
    /// Reads and writes of this laptop's store: one thread, in the order asked, so that a save and the
    /// read after it cannot overtake each other.
    STORE,
    /// The service of the council: a virtual thread each, may wait for minutes.
    NETWORK,
    /// Computing: search, reports, pictures. Two threads.
    WORK
}
