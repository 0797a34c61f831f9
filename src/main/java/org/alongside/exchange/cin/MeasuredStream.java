package org.alongside.exchange.cin;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Texts;

/// Counts what is read, so that a file over the limit is refused before it fills memory and a file
/// that breaks off can be told from one that is damaged.
final class MeasuredStream extends FilterInputStream {
    private final long limit;
    private long bytes;
    private int lines = 1;
    private boolean ended;

    MeasuredStream(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    /// Whether the file's end has been reached.
    boolean ended() {
        return ended;
    }

    /// Lines so far, from 1.
    int lines() {
        return lines;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        if (one < 0) {
            ended = true;
        } else {
            count(1);
            lines += one == '\n' ? 1 : 0;
        }
        return one;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        int n = super.read(buffer, from, length);
        if (n < 0) {
            ended = true;
            return n;
        }
        count(n);
        for (int i = from; i < from + n; i++) {
            lines += buffer[i] == '\n' ? 1 : 0;
        }
        return n;
    }

    private void count(int n) {
        bytes += n;
        if (bytes > limit) {
            throw BadInput.of("file-too-large", Texts.of("exchange.file-too-large", limit / (1024 * 1024)));
        }
    }
}
