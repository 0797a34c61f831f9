package org.alongside.app;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.alongside.tool.ExitCode;
import org.alongside.tool.Window;
import org.alongside.ui.form.Timers;
import org.alongside.ui.task.Background;
import org.alongside.ui.task.Fault;
import org.alongside.ui.theme.Look;
import org.alongside.ui.theme.TextSize;
import org.alongside.ui.theme.Theme;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The window that the commands `client`, `demo` and `tour` open.
public final class DesktopWindow implements Window {
    private static final Logger LOG = LoggerFactory.getLogger(DesktopWindow.class);

    @Override
    public int open(ClientOptions options) {
        var closed = new CountDownLatch(1);
        var window = new AtomicReference<@Nullable ClientWindow>();
        try (var background = Background.onThreads(fault -> told(fault, window.get()))) {
            Toolkit.run(background, () -> {
                var opened = new ClientWindow(
                        options,
                        background,
                        Timers.ofWindow(),
                        new Look(Theme.SYSTEM, TextSize.P100),
                        closed::countDown);
                window.set(opened);
                opened.show();
            });
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.DONE;
    }

    @Override
    public int tour(TourOptions options) {
        try (var background = Background.onThreads(fault -> told(fault, null))) {
            return new Tour(options, background).play();
        }
    }

    /// The log has the place, the window the reference; neither has what was typed.
    static void told(Fault fault, @Nullable ClientWindow window) {
        if (isOfTheScreenlessScreen(fault.cause())) {
            return;
        }
        LOG.error("fault {}", fault.reference(), fault.cause());
        if (window != null) {
            window.told(fault);
        }
    }

    /// JavaFX's screen-less platform has a screen of 1000 px and fails to draw a list that hangs over its
    /// lower edge. Nothing is lost by it: pictures are put together without that screen.
    private static boolean isOfTheScreenlessScreen(Throwable cause) {
        return cause instanceof IndexOutOfBoundsException
                && Arrays.stream(cause.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().startsWith("com.sun.glass.ui.headless."));
    }
}
