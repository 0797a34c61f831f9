package org.alongside.kernel;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import org.jspecify.annotations.Nullable;

/// Writes a fault into the log as types and places, without its messages: those of a database
/// driver or a parser may quote what somebody typed, and a log holds ids and codes only.
public final class FaultLines extends ThrowableHandlingConverter {
    private static final int FRAMES = 30;
    private static final int CAUSES = 6;

    @Override
    public String convert(ILoggingEvent event) {
        var lines = new StringBuilder();
        @Nullable IThrowableProxy fault = event.getThrowableProxy();
        for (int depth = 0; fault != null && depth < CAUSES; depth++) {
            append(lines, fault, depth == 0 ? "  " : "  caused by ");
            fault = fault.getCause();
        }
        return lines.toString();
    }

    private static void append(StringBuilder lines, IThrowableProxy fault, String lead) {
        lines.append(lead).append(fault.getClassName()).append('\n');
        var frames = fault.getStackTraceElementProxyArray();
        for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
            lines.append("    at ").append(frames[i].getStackTraceElement()).append('\n');
        }
    }
}
