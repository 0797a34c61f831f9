package org.alongside.exchange.cin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alongside.exchange.Unit;
import org.jspecify.annotations.Nullable;

/// The values of one block, read and checked one by one, and the blocks below it.
final class Values {
    /// A value and where it stands.
    record Entry(CinPlace at, Object value) {}

    /// A block below, not read yet.
    record Below(CinPlace at, CensusElement element) {}

    private final CinPlace at;
    private final Map<String, List<Entry>> entries = new LinkedHashMap<>();
    private final List<Below> below = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private @Nullable Unit keptOut;

    Values(CinPlace at) {
        this.at = at;
    }

    CinPlace at() {
        return at;
    }

    void put(String name, Entry entry) {
        entries.computeIfAbsent(name, n -> new ArrayList<>()).add(entry);
    }

    /// The file gives it, whether or not its value could be taken.
    void sawElement(String name) {
        seen.add(name);
    }

    boolean saw(String name) {
        return seen.contains(name);
    }

    void put(Below block) {
        below.add(block);
    }

    void forget(String name) {
        entries.remove(name);
    }

    /// A value could not be taken, and keeps this unit out.
    void keepOut(Unit unit) {
        if (unit != Unit.VALUE && (keptOut == null || unit.compareTo(keptOut) < 0)) {
            keptOut = unit;
        }
    }

    /// The largest unit that a value of this block keeps out, null when none does.
    @Nullable
    Unit keptOut() {
        return keptOut;
    }

    List<Below> below() {
        return below;
    }

    List<Entry> all(String name) {
        return entries.getOrDefault(name, List.of());
    }

    @Nullable
    Entry entry(String name) {
        List<Entry> found = all(name);
        return found.isEmpty() ? null : found.getFirst();
    }

    boolean has(String name) {
        return entries.containsKey(name);
    }

    @Nullable
    LocalDate date(String name) {
        return value(name, LocalDate.class);
    }

    @Nullable
    String text(String name) {
        return value(name, String.class);
    }

    @Nullable
    Boolean flag(String name) {
        return value(name, Boolean.class);
    }

    @Nullable
    Integer number(String name) {
        return value(name, Integer.class);
    }

    /// A dated event with its place.
    @Nullable
    CinDay day(String name) {
        Entry entry = entry(name);
        return entry != null && entry.value() instanceof LocalDate on ? new CinDay(entry.at(), on) : null;
    }

    /// The line of a value, or of the block when it is absent.
    CinPlace placeOf(String name) {
        Entry entry = entry(name);
        return entry == null ? at.below(name) : entry.at();
    }

    private <T> @Nullable T value(String name, Class<T> kind) {
        Entry entry = entry(name);
        return entry != null && kind.isInstance(entry.value()) ? kind.cast(entry.value()) : null;
    }
}
