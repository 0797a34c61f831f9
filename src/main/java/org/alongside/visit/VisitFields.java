package org.alongside.visit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.alongside.kernel.Problem;
import org.alongside.rules.Content;
import org.alongside.rules.Definition;
import org.alongside.rules.FieldDefinition;
import org.alongside.rules.FieldKind;
import org.alongside.rules.PracticeInputs;
import tools.jackson.databind.JsonNode;

/// The fields of a visit (practice 1.4): those of the trip, those of each child's row, and the part
/// of the form each is asked in. All of it is content.
public final class VisitFields {
    private static final VisitFields SHIPPED = load();

    private final Definition trip;
    private final Definition row;
    private final Map<String, Part.Kind> parts;
    private final Set<String> filledInAtStart;
    private final Set<String> notRequired;
    private final Set<String> notForFamilies;

    private VisitFields(
            Definition trip,
            Definition row,
            Map<String, Part.Kind> parts,
            Set<String> filledInAtStart,
            Set<String> notRequired,
            Set<String> notForFamilies) {
        this.trip = trip;
        this.row = row;
        this.parts = parts;
        this.filledInAtStart = filledInAtStart;
        this.notRequired = notRequired;
        this.notForFamilies = notForFamilies;
    }

    public static VisitFields shipped() {
        return SHIPPED;
    }

    public Definition trip() {
        return trip;
    }

    public Definition row() {
        return row;
    }

    /// The fields that hold words, for search.
    public Set<String> worded() {
        return java.util.stream.Stream.concat(trip.fields().stream(), row.fields().stream())
                .filter(field -> field.kind() instanceof FieldKind.Text)
                .map(FieldDefinition::id)
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    /// The part in which a field is asked; a field that there is not belongs to no question, and is
    /// shown with the trip.
    public Part.Kind part(String field) {
        return parts.getOrDefault(field, Part.Kind.WHO_WHERE_WHEN);
    }

    /// Whether the program puts it there before anyone has answered anything.
    boolean isFilledInAtStart(String field) {
        return filledInAtStart.contains(field);
    }

    /// Whether finishing asks for it: what the program gives itself and what no window asks yet is
    /// taken when given and not missed.
    public boolean isAsked(String field) {
        return !notRequired.contains(field);
    }

    /// Whether a copy for the family is made without it: what could tell somebody what a child or
    /// another person said, what is about safety, what the writer kept out (practice 2.1, 8).
    boolean isLeftOutOfFamilyCopies(String field) {
        return notForFamilies.contains(field);
    }

    /// The field, of the trip or a row, that a problem is about.
    static String top(Problem problem) {
        return String.valueOf(problem.field()).replaceFirst("[.\\[].*", "");
    }

    private static VisitFields load() {
        JsonNode shapes = Content.tree("practice/visit-shapes.json");
        JsonNode form = Content.tree("practice/visit-form.json");
        var parts = new HashMap<String, Part.Kind>();
        for (Part.Kind kind : Part.Kind.values()) {
            words(form.path("parts").path(kind.name().toLowerCase(Locale.ROOT)))
                    .forEach(field -> parts.put(field, kind));
        }
        var notRequired = new HashSet<>(words(form.path("given_by_program")));
        notRequired.addAll(words(form.path("not_asked_yet")));
        return new VisitFields(
                definition("practice/visit-fields.json", shapes),
                definition("practice/child-visit-fields.json", shapes),
                Map.copyOf(parts),
                words(form.path("filled_in_at_start")),
                Set.copyOf(notRequired),
                words(form.path("left_out_of_family_copies")));
    }

    private static Definition definition(String file, JsonNode shapes) {
        return Definition.of(
                FieldDefinition.read(Content.tree(file).path("fields"), shapes), PracticeInputs.vocabulary());
    }

    private static Set<String> words(JsonNode array) {
        var words = new HashSet<String>();
        array.forEach(word -> words.add(word.stringValue()));
        return Set.copyOf(words);
    }
}
