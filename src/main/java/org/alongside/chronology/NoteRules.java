package org.alongside.chronology;

import java.util.List;
import java.util.Set;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.record.RecordTypes;
import org.alongside.rules.AnswerCheck;
import org.alongside.rules.Definition;
import org.alongside.rules.FieldDefinition;
import org.alongside.rules.Inputs;
import org.alongside.rules.References;
import org.alongside.rules.Vocabulary;
import tools.jackson.databind.JsonNode;

/// The rules of a case note (`command-line.md`, NOTE.json): what it was, when, with whom, what was
/// said and done, and the child's own words.
public final class NoteRules {
    private static final Set<String> GIVEN_BY_PROGRAM = Set.of("signed_at");

    private final Definition fields;

    public NoteRules(RecordTypes types) {
        this.fields = Definition.of(
                types.get("case_note").fields().stream()
                        .filter(field -> !GIVEN_BY_PROGRAM.contains(field.id()))
                        .map(FieldDefinition::of)
                        .toList(),
                Vocabulary.of());
    }

    public Definition fields() {
        return fields;
    }

    /// What is wrong with a note, and what finishing it misses.
    public AnswerCheck.Result check(JsonNode note, References references) {
        AnswerCheck.Result result = new AnswerCheck(references).check(fields, note, Inputs.none(Vocabulary.of()));
        List<Problem> missing = result.missing().stream()
                .map(problem -> new Problem(
                        problem.code(),
                        problem.field(),
                        Texts.of("chronology.note.missing." + problem.field()),
                        problem.line()))
                .toList();
        return new AnswerCheck.Result(result.wrong(), missing);
    }
}
