package org.alongside.caseload;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.alongside.child.ChildSummary;
import org.alongside.record.RecordState;
import org.alongside.rules.alone.Childhood;
import org.alongside.rules.clock.CaseFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// One child's case as rules, counters and prompts read it, withdrawn records left out.
///
/// @param records each with all its fields in one object
/// @param childhood plans, visits and decisions, for the counters
/// @param file the same for the clocks
/// @param setAside prompts that somebody said are not needed, and for how long that holds
public record CaseView(
        ChildSummary child, List<Flat> records, Childhood childhood, CaseFile file, List<SetAside> setAside) {
    public CaseView {
        records = List.copyOf(records);
        setAside = List.copyOf(setAside);
    }

    /// A record with the fields of all its groups side by side.
    public record Flat(RecordState state, ObjectNode fields) {
        public String type() {
            return state.type();
        }
    }

    /// @param until the first day on which it is asked again; null: for good
    public record SetAside(String prompt, @Nullable LocalDate until) {}

    public Stream<ObjectNode> of(String type) {
        return records.stream().filter(record -> record.type().equals(type)).map(Flat::fields);
    }
}
