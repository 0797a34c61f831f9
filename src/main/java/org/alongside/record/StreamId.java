package org.alongside.record;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.alongside.kernel.BadInput;

/// Names a stream: the unit of order, of authorisation and of removal (`sync.md` 2.1). Written
/// `case/0190…`, `person/…`, `user/joanna`, `reference/council`.
///
/// @param kind what sort of stream it is
/// @param name for a case or person the UUID of the child or person, else a short name
public record StreamId(Kind kind, String name) implements Comparable<StreamId> {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_.-]{0,79}");

    /// The kinds of stream of `sync.md` 2.1.
    public enum Kind {
        CASE,
        CASE_RESTRICTED,
        PERSON,
        /// What a worker and their supervisor keep between the two of them.
        SUPERVISION,
        USER,
        REFERENCE;

        /// The word on the wire and in the tables.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public StreamId {
        boolean byUuid = kind != Kind.USER && kind != Kind.REFERENCE;
        if (byUuid ? !isUuid(name) : !NAME.matcher(name).matches()) {
            throw BadInput.of("stream-not-a-stream", "stream", "A stream is named kind/id, such as case/ and a UUID.");
        }
    }

    public static StreamId ofCase(UUID child) {
        return new StreamId(Kind.CASE, child.toString());
    }

    public static StreamId ofPerson(UUID person) {
        return new StreamId(Kind.PERSON, person.toString());
    }

    /// What this worker and this supervisor keep between the two of them. The name is made of both
    /// accounts and tells neither; another supervisor is another stream.
    public static StreamId ofSupervision(String worker, String supervisor) {
        return new StreamId(
                Kind.SUPERVISION,
                UUID.nameUUIDFromBytes(("supervision\n" + worker + "\n" + supervisor).getBytes(StandardCharsets.UTF_8))
                        .toString());
    }

    public static StreamId ofUser(String account) {
        return new StreamId(Kind.USER, account);
    }

    /// The council's settings and staff directory, which every laptop holds.
    public static StreamId council() {
        return new StreamId(Kind.REFERENCE, "council");
    }

    /// @throws BadInput when the text names no stream
    public static StreamId parse(String text) {
        int slash = text.indexOf('/');
        if (slash > 0) {
            for (Kind kind : Kind.values()) {
                if (kind.word().equals(text.substring(0, slash))) {
                    return new StreamId(kind, text.substring(slash + 1));
                }
            }
        }
        throw BadInput.of("stream-not-a-stream", "stream", "A stream is named kind/id, such as case/ and a UUID.");
    }

    /// The child or person whose stream this is.
    ///
    /// @throws IllegalStateException for a user's or reference stream
    public UUID id() {
        if (kind == Kind.USER || kind == Kind.REFERENCE) {
            throw new IllegalStateException("no id in a stream of kind " + kind.word());
        }
        return UUID.fromString(name);
    }

    public boolean isCase() {
        return kind == Kind.CASE || kind == Kind.CASE_RESTRICTED;
    }

    @Override
    public int compareTo(StreamId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return kind.word() + "/" + name;
    }

    private static boolean isUuid(String name) {
        try {
            return UUID.fromString(name).toString().equals(name);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
