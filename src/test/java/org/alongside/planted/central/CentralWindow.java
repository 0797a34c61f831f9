package org.alongside.planted.central;

import org.alongside.planted.ui.task.Task;

/// Offends 4 and 6: the service sees the kit.
public class CentralWindow {
    public Task task;
}
