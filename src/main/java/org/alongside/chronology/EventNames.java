package org.alongside.chronology;

import org.alongside.child.RecordNames;

/// Events in words, in windows and on paper.
public final class EventNames {
    private EventNames() {}

    /// The kind of an entry, or what a typed record is called.
    public static String kind(Chronology.Entry entry) {
        return entry.isEntry() ? RecordNames.value("kind", entry.kind()) : RecordNames.what(entry.kind(), "record");
    }

    /// What happened, in one line; for a typed record whose telling field is a stored word, that word.
    public static String what(Chronology.Entry entry) {
        String what = entry.what();
        boolean stored = !entry.isEntry() && what.matches("[a-z0-9_]+|[A-Z0-9]{1,4}");
        return stored ? RecordNames.value("kind", what) : what;
    }
}
