package org.alongside.app;

import java.time.Duration;
import org.alongside.rules.Content;

/// Numbers of the window that a council may want otherwise: content, not code.
///
/// @param lockAfterIdle how long without a key or click until the window locks itself
record AppSettings(Duration lockAfterIdle) {
    static AppSettings shipped() {
        var file = Content.tree("window-settings.json");
        return new AppSettings(
                Duration.ofMinutes(file.path("lock_after_idle_minutes").intValue()));
    }
}
