package org.alongside.rules;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the answer to a field is, and with it how it stands in JSON.
public sealed interface FieldKind {
    /// `true` or `false`.
    record YesNo() implements FieldKind {}

    /// A whole number, ends included.
    record Whole(int least, int most) implements FieldKind {}

    /// A part of a whole, 0 to 1: a place on a drawing.
    record Share() implements FieldKind {}

    /// A day, `2026-11-18`.
    record Day() implements FieldKind {}

    /// A moment, with its offset or as London time.
    record Moment() implements FieldKind {}

    /// Words. The number of words is advice beside the field, never a bar; 0 is none.
    record Text(int wordsAdvised) implements FieldKind {}

    /// A UUID.
    record Id() implements FieldKind {}

    /// One of the values, in their order; none declared means any word.
    ///
    /// @param ownWords may also be `{"value","text"}`
    record OneOf(List<String> values, boolean ownWords) implements FieldKind {
        public OneOf {
            values = List.copyOf(values);
        }
    }

    /// One code of a set in [CodeSets].
    record Code(String set) implements FieldKind {}

    /// A person's id, `{"person":ID}`, or `{"name","relation"}` for someone new.
    record Person() implements FieldKind {}

    /// An account's name.
    record Staff() implements FieldKind {}

    /// A person, or an account's name.
    record PersonOrStaff() implements FieldKind {}

    /// The id of a record of a type.
    record RecordOf(String type) implements FieldKind {}

    /// A list. An empty one is an answer ("nobody", "nothing") unless it needs at least one.
    record ListOf(FieldKind each, boolean needsOne) implements FieldKind {}

    /// An object of fields.
    record Shape(List<FieldDefinition> fields) implements FieldKind {
        public Shape {
            fields = List.copyOf(fields);
        }
    }

    /// The type under which conditions may name a field of this kind; empty when they may not.
    default Optional<Type> named() {
        return switch (this) {
            case YesNo _ -> Optional.of(new Type.Flag());
            case Whole _ -> Optional.of(new Type.Count());
            case OneOf(var values, var _) -> Optional.of(new Type.Word(Set.copyOf(values)));
            case Code(var set) ->
                Optional.of(new Type.Word(CodeSets.shipped().labels(set).keySet()));
            case ListOf(OneOf(var values, var _), var _) -> Optional.of(new Type.Words(Set.copyOf(values)));
            case ListOf(Code(var set), var _) ->
                Optional.of(new Type.Words(CodeSets.shipped().labels(set).keySet()));
            case ListOf _,
                    Share _,
                    Day _,
                    Moment _,
                    Text _,
                    Id _,
                    Person _,
                    Staff _,
                    PersonOrStaff _,
                    RecordOf _,
                    Shape _ -> Optional.empty();
        };
    }
}
