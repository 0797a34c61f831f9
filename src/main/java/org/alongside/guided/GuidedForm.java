package org.alongside.guided;

import java.util.List;
import java.util.Optional;
import org.alongside.rules.content.ContentFile.Form;
import org.alongside.rules.content.ContentFile.Question;
import org.alongside.rules.content.ContentFile.Question.About;
import org.alongside.rules.content.ContentFile.Question.Role;

/// A form as it is worked with: its sections in order, its questions by id.
///
/// @param type the record type that its records are of
public record GuidedForm(Form form, String type) {
    public String id() {
        return form.header().id();
    }

    public int version() {
        return form.header().version();
    }

    public String title() {
        return form.header().title();
    }

    public List<Question> questions() {
        return form.questions();
    }

    public Optional<Question> question(String id) {
        return questions().stream().filter(question -> question.id().equals(id)).findFirst();
    }

    public Optional<Question> having(Role role) {
        return questions().stream().filter(question -> question.is(role)).findFirst();
    }

    /// The sections that its author writes, in order; the manager's questions stand apart.
    public List<String> sections() {
        return questions().stream()
                .filter(question -> question.about() != About.MANAGER)
                .map(Question::section)
                .distinct()
                .toList();
    }

    public List<Question> ofSection(String section) {
        return questions().stream()
                .filter(question ->
                        question.about() != About.MANAGER && question.section().equals(section))
                .toList();
    }

    public List<Question> ofManager() {
        return questions().stream()
                .filter(question -> question.about() == About.MANAGER)
                .toList();
    }

    /// The words of a value that was chosen; the value itself where this version has no such value.
    public static String words(Question question, String value) {
        return question.values().stream()
                .filter(one -> one.value().equals(value))
                .map(Question.Value::words)
                .findFirst()
                .orElse(value);
    }
}
