package org.alongside.exchange.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The columns of a people file (`command-line.md`, "People file"): what each holds, and of whom.
final class PeopleColumns {
    /// What a column holds.
    enum Kind {
        TEXT,
        DAY,
        COMING_DAY,
        CODE,
        CHOICE,
        YES_NO,
        NHS_NUMBER,
        UPN,
        POSTCODE
    }

    /// Whose column it is.
    enum Of {
        CHILD,
        ADULT,
        BOTH
    }

    /// @param codeSet the national set, for a code
    /// @param choices the words it may be, for a choice; compared without case
    record Column(String name, Kind kind, Of of, @Nullable String codeSet, List<String> choices) {}

    private static final List<Column> ALL = List.of(
            column("kind", Kind.TEXT, Of.BOTH),
            column("child_id", Kind.TEXT, Of.CHILD),
            column("person_id", Kind.TEXT, Of.ADULT),
            column("given_name", Kind.TEXT, Of.BOTH),
            column("family_name", Kind.TEXT, Of.BOTH),
            column("known_as", Kind.TEXT, Of.BOTH),
            column("born", Kind.DAY, Of.BOTH),
            column("expected", Kind.COMING_DAY, Of.CHILD),
            code("sex", "sex"),
            code("ethnicity", "ethnicity"),
            column("first_language", Kind.TEXT, Of.CHILD),
            column("needs_interpreter", Kind.YES_NO, Of.CHILD),
            choice("communication", Of.CHILD, "verbal", "limited_speech", "non_speech", "aac", "bsl", "pre_verbal"),
            column("nhs_number", Kind.NHS_NUMBER, Of.CHILD),
            column("upn", Kind.UPN, Of.CHILD),
            column("school", Kind.TEXT, Of.CHILD),
            column("address", Kind.TEXT, Of.BOTH),
            column("postcode", Kind.POSTCODE, Of.BOTH),
            column("phone", Kind.TEXT, Of.BOTH),
            column("household", Kind.TEXT, Of.BOTH),
            column("allocated_to", Kind.TEXT, Of.CHILD),
            column("supervisor", Kind.TEXT, Of.CHILD),
            column("team", Kind.TEXT, Of.CHILD),
            choice("plan", Of.CHILD, "none", "CIN", "CP", "CLA", "PF", "S47"),
            column("plan_start", Kind.DAY, Of.CHILD),
            column("related_children", Kind.TEXT, Of.ADULT),
            column("relation", Kind.TEXT, Of.ADULT),
            choice("parental_responsibility", Of.ADULT, "yes", "no", "unknown"),
            choice("lives_with_child", Of.ADULT, "yes", "no", "sometimes", "unknown"));

    private static final Map<String, Column> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Column::name, Function.identity()));

    private PeopleColumns() {}

    static Optional<Column> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    private static Column column(String name, Kind kind, Of of) {
        return new Column(name, kind, of, null, List.of());
    }

    private static Column code(String name, String set) {
        return new Column(name, Kind.CODE, Of.CHILD, set, List.of());
    }

    private static Column choice(String name, Of of, String... words) {
        return new Column(name, Kind.CHOICE, of, null, List.of(words));
    }
}
