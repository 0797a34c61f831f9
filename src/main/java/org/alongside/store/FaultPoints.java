package org.alongside.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Texts;

/// Named places at which a test build can be halted hard, as a flat battery would
/// (`command-line.md`, "Faults on purpose"). Elsewhere every passing does nothing.
public final class FaultPoints {
    /// The system property that makes a run a test build.
    public static final String ALLOWED = "alongside.test-build";

    public static final String IN_TRANSACTION = "in-transaction";
    public static final String BEFORE_COMMIT = "before-commit";
    public static final String AFTER_COMMIT = "after-commit-before-checkpoint";
    public static final String AFTER_CHECKPOINT = "after-checkpoint";
    public static final String IN_COMPACTION = "in-compaction";
    public static final String KEYS_HALF_WRITTEN = "keys-half-written";
    public static final String KEYS_ONE_COPY = "keys-one-copy";
    public static final String TRY_COUNTED = "try-counted";
    public static final String PUSHED_NO_RESULT = "pushed-no-result-kept";
    public static final String PULLED_ONE_STREAM = "pulled-one-stream";
    public static final String ENROLLED_NOT_KEPT = "enrolled-not-kept";

    private static final int HALTED = 137;

    private final String name;
    private final AtomicLong left;

    private FaultPoints(String name, long passing) {
        this.name = name;
        this.left = new AtomicLong(passing);
    }

    /// The points of a release: nothing ever halts.
    public static FaultPoints none() {
        return new FaultPoints("", Long.MAX_VALUE);
    }

    /// @param asked `NAME` or `NAME:N`: halt at the first or the N-th passing
    /// @throws BadInput in a release, and for a name that is not there
    public static FaultPoints asked(String asked) {
        if (!Boolean.getBoolean(ALLOWED)) {
            throw BadInput.of("fault-refused", "fault", Texts.of("store.fault-refused"));
        }
        int colon = asked.indexOf(':');
        String name = colon < 0 ? asked : asked.substring(0, colon);
        String count = colon < 0 ? "1" : asked.substring(colon + 1);
        if (!all().containsKey(name) || !count.matches("[1-9]\\d{0,8}")) {
            throw BadInput.of("fault-unknown", "fault", Texts.of("store.fault-unknown"));
        }
        return new FaultPoints(name, Long.parseLong(count));
    }

    /// Every name with what it simulates.
    public static Map<String, String> all() {
        var points = new LinkedHashMap<String, String>();
        points.put(IN_TRANSACTION, "rows are written, nothing is committed");
        points.put(BEFORE_COMMIT, "the transaction is whole, not yet committed");
        points.put(AFTER_COMMIT, "committed, the disk not yet told to keep it");
        points.put(AFTER_CHECKPOINT, "kept by the disk, the caller not yet told");
        points.put(IN_COMPACTION, "the database is closed and rewritten, not yet open again");
        points.put(KEYS_HALF_WRITTEN, "half of one copy of the key file is written");
        points.put(KEYS_ONE_COPY, "one copy of the key file is new, the other old");
        points.put(TRY_COUNTED, "a try of the passphrase is counted, not yet computed");
        points.put(PUSHED_NO_RESULT, "the service has the work, the laptop does not know");
        points.put(PULLED_ONE_STREAM, "one stream of a pull is kept, the next is not");
        points.put(ENROLLED_NOT_KEPT, "the code is used, the home is not finished");
        return points;
    }

    /// Marks a passing; halts without any goodbye when it is the one asked for.
    public void pass(String point) {
        if (point.equals(name) && left.decrementAndGet() == 0) {
            Runtime.getRuntime().halt(HALTED);
        }
    }
}
