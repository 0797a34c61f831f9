package org.alongside.visit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.DayWords;
import org.alongside.kernel.Texts;
import org.alongside.rules.Answer;
import org.alongside.rules.FieldDefinition;
import org.alongside.rules.FieldKind;
import tools.jackson.databind.JsonNode;

/// One answer of a visit in words, whatever its kind: for what it said before and says now.
public final class AnswerWords {
    private final UnaryOperator<String> nameOf;

    /// @param nameOf the name of a person or colleague by id
    public AnswerWords(UnaryOperator<String> nameOf) {
        this.nameOf = nameOf;
    }

    /// "Nothing" where there is no answer.
    public String of(FieldDefinition field, JsonNode answer) {
        String words = value(field.id(), field.kind(), answer);
        return words.isBlank() ? text("nothing-answered") : words;
    }

    private String value(String field, FieldKind kind, JsonNode answer) {
        if (Answer.isBlank(answer)) {
            return "";
        }
        return switch (kind) {
            case FieldKind.YesNo _ -> text(answer.booleanValue(false) ? "yes" : "no");
            case FieldKind.Day _ -> day(answer.asString(""));
            case FieldKind.Moment _ -> moment(answer.asString(""));
            case FieldKind.OneOf _ -> oneOf(field, answer);
            case FieldKind.Person _, FieldKind.PersonOrStaff _, FieldKind.Staff _ ->
                Summaries.personName(answer, nameOf);
            case FieldKind.ListOf(FieldKind each, var _) -> list(field, each, answer);
            case FieldKind.Shape(var fields) -> shape(fields, answer);
            case FieldKind.Whole _,
                    FieldKind.Share _,
                    FieldKind.Text _,
                    FieldKind.Id _,
                    FieldKind.Code _,
                    FieldKind.RecordOf _ -> answer.asString("");
        };
    }

    private static String oneOf(String field, JsonNode answer) {
        String value = answer.isObject() ? answer.path("value").asString("") : answer.asString("");
        String own = answer.path("text").asString("");
        return own.isBlank() ? Words.value(field, value) : own;
    }

    private String list(String field, FieldKind each, JsonNode answers) {
        if (answers.isEmpty()) {
            return text("none-answered");
        }
        var words = new ArrayList<String>();
        answers.forEach(answer -> words.add(value(field, each, answer)));
        return String.join(each instanceof FieldKind.Shape ? "\n" : ", ", words);
    }

    private String shape(List<FieldDefinition> fields, JsonNode answer) {
        var words = new ArrayList<String>();
        for (FieldDefinition field : fields) {
            String value = value(field.id(), field.kind(), answer.path(field.id()));
            if (!value.isBlank()) {
                words.add(value);
            }
        }
        return String.join(", ", words);
    }

    private static String day(String iso) {
        try {
            return DayWords.day(LocalDate.parse(iso));
        } catch (DateTimeException e) {
            return iso;
        }
    }

    private static String moment(String iso) {
        try {
            var at = Clocks.moment(iso);
            return DayWords.day(Clocks.day(at)) + ", " + DayWords.time(at);
        } catch (DateTimeException e) {
            return iso;
        }
    }

    private static String text(String entry) {
        return Texts.of("visit.view." + entry);
    }
}
