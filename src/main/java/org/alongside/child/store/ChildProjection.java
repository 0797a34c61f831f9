package org.alongside.child.store;

import static org.alongside.record.store.jooq.Tables.CHILD;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.record.Amended;
import org.alongside.record.RecordState;
import org.alongside.record.StreamId;
import org.alongside.record.store.Cell;
import org.alongside.record.store.Projection;
import org.alongside.record.store.ProjectionTable;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A child as lists and search show them, from the facts of the child's summary.
public final class ChildProjection implements Projection {
    private static final int ID = 80;
    private static final int NAME = 1000;
    private static final int ADDRESS = 4000;
    private static final int SEX = 10;

    @Override
    public Set<String> types() {
        return Set.of("child_details");
    }

    @Override
    public List<ProjectionTable> tables() {
        return List.of(new ProjectionTable(CHILD, CHILD.STREAM, CHILD.CHILD_));
    }

    @Override
    public void delete(DSLContext transaction, StreamId stream, UUID record) {
        transaction
                .deleteFrom(CHILD)
                .where(CHILD.CHILD_.eq(record), CHILD.STREAM.eq(stream.toString()))
                .execute();
    }

    @Override
    public void write(DSLContext transaction, RecordState state) {
        // Facts of a child stand in that child's own case and nowhere else.
        if (!state.stream().isCase()
                || !state.stream().id().equals(state.record())
                || state.withdrawal().isPresent()) {
            return;
        }
        JsonNode name = Amended.value(state, "name");
        JsonNode birth = Amended.value(state, "birth");
        JsonNode family = Amended.value(state, "family");
        JsonNode address = Amended.value(state, "address");
        transaction
                .insertInto(CHILD)
                .set(CHILD.CHILD_, state.record())
                .set(CHILD.STREAM, state.stream().toString())
                .set(
                        CHILD.EXTERNAL_ID,
                        Cell.text(Amended.value(state, "identifiers").path("council_id"), ID))
                .set(CHILD.GIVEN_NAME, Cell.text(name.path("given_name"), NAME))
                .set(CHILD.FAMILY_NAME, Cell.text(name.path("family_name"), NAME))
                .set(CHILD.KNOWN_AS, Cell.text(name.path("known_as"), NAME))
                .set(CHILD.BORN_ON, Cell.day(birth.path("born_on")))
                .set(CHILD.EXPECTED_ON, Cell.day(birth.path("expected_on")))
                .set(CHILD.DIED_ON, Cell.day(birth.path("died_on")))
                .set(
                        CHILD.SEX,
                        Cell.text(Amended.value(state, "characteristics").path("sex"), SEX))
                .set(CHILD.FAMILY, Cell.id(family.path("family")))
                .set(CHILD.FAMILY_LABEL, Cell.text(family.path("family_label"), NAME))
                .set(CHILD.ADDRESS_LINE, addressLine(address))
                .set(CHILD.ADDRESS_WITHHELD, address.path("withheld").booleanValue(false))
                .execute();
    }

    /// The lines of an address and its postcode as one.
    private static @Nullable String addressLine(JsonNode address) {
        List<String> parts = new ArrayList<>();
        JsonNode lines = address.path("lines");
        if (lines.isArray()) {
            lines.forEach(line -> add(parts, line));
        } else {
            add(parts, lines);
        }
        add(parts, address.path("postcode"));
        String line = String.join(", ", parts);
        return line.isEmpty() ? null : Cell.text(tools.jackson.databind.node.StringNode.valueOf(line), ADDRESS);
    }

    private static void add(List<String> parts, JsonNode text) {
        String words = Cell.text(text, ADDRESS);
        if (words != null) {
            words.lines().map(String::strip).filter(part -> !part.isEmpty()).forEach(parts::add);
        }
    }
}
