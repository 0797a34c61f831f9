package org.alongside.guided.view;

import java.util.List;
import org.alongside.child.view.DefinitionForm;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.record.RecordType;
import org.alongside.rules.FieldDefinition;

/// Problems of answers in the words of their questions.
final class GuidedWords {
    private GuidedWords() {}

    private static final int ASKS_MOST = 3;

    /// What a type's page asks first, in a line.
    static String asks(RecordType type) {
        return type.fields().stream()
                .limit(ASKS_MOST)
                .map(FieldDefinition::of)
                .map(field -> DefinitionForm.name(type.id(), field))
                .collect(java.util.stream.Collectors.joining(" · "));
    }

    /// A missing answer is named by its question; other problems keep their words.
    static List<Problem> kindly(RecordType type, List<Problem> problems, String prefix) {
        return problems.stream().map(problem -> kindly(type, problem, prefix)).toList();
    }

    private static Problem kindly(RecordType type, Problem problem, String prefix) {
        String field = problem.field();
        if (field == null || !problem.code().equals("answer-missing") || !field.startsWith(prefix + ".")) {
            return problem;
        }
        return type.field(field.substring(prefix.length() + 1))
                .map(FieldDefinition::of)
                .map(found -> new Problem(
                        problem.code(),
                        field,
                        Texts.find("guided.missing." + type.id() + "." + found.id())
                                .orElseGet(
                                        () -> Texts.of("guided.event.missing", DefinitionForm.name(type.id(), found))),
                        null))
                .orElse(problem);
    }
}
