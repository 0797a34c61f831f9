package org.alongside.child.store;

import static org.alongside.record.store.jooq.Tables.PERSON;
import static org.alongside.record.store.jooq.Tables.RELATIONSHIP;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.alongside.record.Amended;
import org.alongside.record.RecordState;
import org.alongside.record.StreamId;
import org.alongside.record.store.Cell;
import org.alongside.record.store.Projection;
import org.alongside.record.store.ProjectionTable;
import org.jooq.DSLContext;
import tools.jackson.databind.JsonNode;

/// The people in children's lives, and who they are to each child.
public final class RelationshipProjection implements Projection {
    private static final int ID = 80;
    private static final int NAME = 2000;
    private static final int RELATION = 4000;
    private static final int WORD = 10;
    private static final int KIND = 20;

    @Override
    public Set<String> types() {
        return Set.of("relationship", "person");
    }

    @Override
    public List<ProjectionTable> tables() {
        return List.of(
                new ProjectionTable(RELATIONSHIP, RELATIONSHIP.STREAM, RELATIONSHIP.RECORD),
                new ProjectionTable(PERSON, PERSON.STREAM, PERSON.PERSON_));
    }

    @Override
    public void delete(DSLContext transaction, StreamId stream, UUID record) {
        transaction
                .deleteFrom(RELATIONSHIP)
                .where(RELATIONSHIP.STREAM.eq(stream.toString()), RELATIONSHIP.RECORD.eq(record))
                .execute();
        transaction
                .deleteFrom(PERSON)
                .where(PERSON.PERSON_.eq(record), PERSON.STREAM.eq(stream.toString()))
                .execute();
    }

    @Override
    public void write(DSLContext transaction, RecordState state) {
        if (state.type().equals("person")) {
            person(transaction, state);
        } else {
            relationship(transaction, state);
        }
    }

    private static void person(DSLContext transaction, RecordState state) {
        boolean own = state.stream().kind() == StreamId.Kind.PERSON
                && state.stream().id().equals(state.record());
        if (!own || state.withdrawal().isPresent()) {
            return;
        }
        JsonNode identity = Amended.value(state, "identity");
        transaction
                .insertInto(PERSON)
                .set(PERSON.PERSON_, state.record())
                .set(PERSON.STREAM, state.stream().toString())
                .set(PERSON.EXTERNAL_ID, Cell.text(identity.path("external_id"), ID))
                .set(PERSON.DISPLAY_NAME, Objects.requireNonNullElse(Cell.text(identity.path("name"), NAME), ""))
                .set(PERSON.BORN_ON, Cell.day(identity.path("born_on")))
                .set(PERSON.KIND, Objects.requireNonNullElse(Cell.text(identity.path("kind"), KIND), "adult"))
                .execute();
    }

    private static void relationship(DSLContext transaction, RecordState state) {
        JsonNode relation = Amended.value(state, "relation");
        UUID person = Cell.id(relation.path("person"));
        if (person == null || !state.stream().isCase()) {
            return;
        }
        JsonNode period = Amended.value(state, "period");
        transaction
                .insertInto(RELATIONSHIP)
                .set(RELATIONSHIP.STREAM, state.stream().toString())
                .set(RELATIONSHIP.RECORD, state.record())
                .set(RELATIONSHIP.CHILD, state.stream().id())
                .set(RELATIONSHIP.PERSON, person)
                .set(
                        RELATIONSHIP.RELATION,
                        Objects.requireNonNullElse(Cell.text(relation.path("relation"), RELATION), ""))
                .set(RELATIONSHIP.PARENTAL_RESPONSIBILITY, Cell.text(relation.path("parental_responsibility"), WORD))
                .set(
                        RELATIONSHIP.IN_HOUSEHOLD,
                        Cell.text(Amended.value(state, "household").path("in_household"), WORD))
                .set(RELATIONSHIP.FROM_ON, Cell.day(period.path("from_on")))
                .set(RELATIONSHIP.TO_ON, Cell.day(period.path("to_on")))
                .set(RELATIONSHIP.WITHDRAWN, state.withdrawal().isPresent())
                .execute();
    }
}
