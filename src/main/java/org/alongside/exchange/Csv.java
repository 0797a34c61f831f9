package org.alongside.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A CSV file as it was read, row by row. The reader is our own because the well-kept ones stop, or
/// run on to the next quote, at a stray one; here a quote out of place spoils the row it stands in
/// and reading goes on with the next line.
///
/// A row may run over several lines inside quotes (RFC 4180), but only when it then has as many
/// cells as the header; else its first line is spoiled and the next line begins a row. The header is
/// one line, read leniently: quotes round its names are dropped.
///
/// @param charset how the bytes were read: UTF-8, UTF-16 with a mark, else Windows-1252
/// @param separator comma, semicolon or tab, whichever the header holds most
/// @param strayInHeader whether a quote stood out of place in the header
/// @param rows the header first; blank lines are left out
/// @param spoiled first lines of the rows that could not be read
public record Csv(Charset charset, char separator, boolean strayInHeader, List<Row> rows, List<Integer> spoiled) {
    /// Lines one row may run over: more is a quote that was never closed.
    private static final int LINES_MAX = 60;

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final char MARK = '\uFEFF';

    /// @param line its first line, from 1
    public record Row(int line, List<String> cells) {}

    /// Reads whole bytes; there is no file it throws at.
    public static Csv read(byte[] bytes) {
        Charset charset = charset(bytes);
        String text = new String(bytes, charset);
        if (!text.isEmpty() && text.charAt(0) == MARK) {
            text = text.substring(1);
        }
        return new Reader(charset, text).read();
    }

    private static Charset charset(byte[] bytes) {
        if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return WINDOWS;
        }
    }

    private static final class Reader {
        private final Charset charset;
        private final String text;
        private final List<Row> rows = new ArrayList<>();
        private final List<Integer> spoiled = new ArrayList<>();
        private char separator = ',';
        private boolean strayInHeader;
        private int at;
        private int line = 1;

        Reader(Charset charset, String text) {
            this.charset = charset;
            this.text = text;
        }

        Csv read() {
            while (at < text.length()) {
                int start = at;
                int end = lineEnd(start);
                if (text.substring(start, end).isBlank()) {
                    next(end, 1);
                } else if (rows.isEmpty()) {
                    rows.add(header(text.substring(start, end)));
                    next(end, 1);
                } else {
                    row(start, end);
                }
            }
            return new Csv(charset, separator, strayInHeader, List.copyOf(rows), List.copyOf(spoiled));
        }

        private Row header(String head) {
            separator = sniffed(head);
            var cells = new ArrayList<String>();
            for (String cell : head.split(java.util.regex.Pattern.quote(String.valueOf(separator)), -1)) {
                String name = cell.strip();
                boolean whole = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
                String inner = whole ? name.substring(1, name.length() - 1) : name;
                strayInHeader |= inner.indexOf('"') >= 0;
                cells.add(inner.replace("\"", "").strip());
            }
            return new Row(line, List.copyOf(cells));
        }

        private void row(int start, int end) {
            var parsed = parse(start);
            boolean wide = parsed != null && parsed.lines() > 1;
            if (parsed == null
                    || (wide && parsed.cells().size() != rows.getFirst().cells().size())) {
                spoiled.add(line);
                next(end, 1);
            } else {
                rows.add(new Row(line, List.copyOf(parsed.cells())));
                next(parsed.end(), parsed.lines());
            }
        }

        /// Reads one row strictly; null when a quote stands where none may.
        private @Nullable Parsed parse(int start) {
            var cells = new ArrayList<String>();
            var cell = new StringBuilder();
            int lines = 1;
            int i = start;
            while (true) {
                boolean quoted = i < text.length() && text.charAt(i) == '"';
                cell.setLength(0);
                if (quoted) {
                    i++;
                    boolean closed = false;
                    while (!closed) {
                        if (i >= text.length() || lines > LINES_MAX) {
                            return null;
                        }
                        char c = text.charAt(i);
                        if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                            cell.append('"');
                            i += 2;
                        } else if (c == '"') {
                            closed = true;
                            i++;
                        } else {
                            lines += isLineEnd(i) ? 1 : 0;
                            cell.append(c);
                            i++;
                        }
                    }
                } else {
                    while (i < text.length() && text.charAt(i) != separator && !isBreak(text.charAt(i))) {
                        if (text.charAt(i) == '"') {
                            return null;
                        }
                        cell.append(text.charAt(i));
                        i++;
                    }
                }
                cells.add(cell.toString());
                if (i >= text.length() || isBreak(text.charAt(i))) {
                    return new Parsed(cells, i, lines);
                }
                if (text.charAt(i) != separator) {
                    return null;
                }
                i++;
            }
        }

        private void next(int end, int lines) {
            boolean both = end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n';
            at = Math.min(text.length(), end + (both ? 2 : 1));
            line += lines;
        }

        private int lineEnd(int from) {
            int i = from;
            while (i < text.length() && !isBreak(text.charAt(i))) {
                i++;
            }
            return i;
        }

        /// Whether a line ends with this character: `\n`, or a `\r` that no `\n` follows.
        private boolean isLineEnd(int i) {
            char c = text.charAt(i);
            return c == '\n' || (c == '\r' && (i + 1 >= text.length() || text.charAt(i + 1) != '\n'));
        }

        private static boolean isBreak(char c) {
            return c == '\n' || c == '\r';
        }

        private static char sniffed(String head) {
            char best = ',';
            long most = 0;
            for (char candidate : new char[] {',', ';', '\t'}) {
                long count = head.chars().filter(c -> c == candidate).count();
                if (count > most) {
                    most = count;
                    best = candidate;
                }
            }
            return best;
        }
    }

    private record Parsed(List<String> cells, int end, int lines) {}
}
