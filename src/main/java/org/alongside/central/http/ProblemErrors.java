package org.alongside.central.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.function.Supplier;
import org.alongside.sync.wire.Wire;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/// What Jetty itself has to refuse (a head too long, a queue too full, bytes that are no HTTP) has the
/// same shape as every other problem, and never a page or a stack trace.
final class ProblemErrors extends ErrorHandler {
    private final Supplier<String> epoch;

    ProblemErrors(Supplier<String> epoch) {
        this.epoch = epoch;
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback)
            throws IOException {
        Answer answer = Answer.problem(code, word(code), sentence(code));
        response.getHeaders().put(Wire.SERVICE_HEADER, epoch.get());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.type());
        var bytes = new ByteArrayOutputStream();
        try {
            answer.body().writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        response.write(true, ByteBuffer.wrap(bytes.toByteArray()), callback);
    }

    private static String word(int code) {
        return switch (code) {
            case 408 -> "too-slow";
            case 413 -> "request-too-long";
            case 414, 431 -> "head-too-long";
            case 429 -> "too-many-requests";
            case 503 -> "not-available";
            default -> code < 500 ? "request-not-readable" : "fault";
        };
    }

    private static String sentence(int code) {
        return switch (code) {
            case 408 -> "The request came too slowly.";
            case 413 -> "The request is too long; send it in parts.";
            case 414, 431 -> "The head of the request is too long.";
            case 429 -> "There were too many tries. Wait a while, then try again.";
            case 503 -> "The service has too much to do just now. Try again.";
            default -> code < 500 ? "The request cannot be read." : "Something went wrong here.";
        };
    }
}
