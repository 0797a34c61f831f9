package org.alongside.lifestory;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.alongside.kernel.Json;
import org.alongside.kernel.Limits;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.rules.DateText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A day as well as it is known: a day, a month, a year, about then, or not known (practice 5.4).
///
/// @param text `2019-05-14`, `2019-05` or `2019`; empty when it is not known
/// @param certainty `exact`, `month`, `year`, `about` or `not_known`
public record PartialDay(String text, String certainty) {
    public static final PartialDay UNKNOWN = new PartialDay("", "not_known");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

    /// Reads what an entry holds; what cannot be read is not known.
    public static PartialDay of(JsonNode value) {
        String text =
                value.isString() ? value.stringValue() : value.path("date").asString("");
        if (text.isBlank() || problem(text).isPresent()) {
            return UNKNOWN;
        }
        String certainty = value.path("certainty").asString("");
        return new PartialDay(text, certainty.isEmpty() ? byLength(text) : certainty);
    }

    /// The certainty that a date's own length speaks of.
    static String byLength(String text) {
        return switch (text.length()) {
            case 4 -> "year";
            case 7 -> "month";
            default -> "exact";
        };
    }

    public ObjectNode json() {
        ObjectNode json = Json.object();
        if (!text.isEmpty()) {
            json.put("date", text);
        }
        return json.put("certainty", certainty);
    }

    /// Why a text is no year, month or day.
    static Optional<Problem> problem(String text) {
        if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return DateText.dayProblem(text);
        }
        try {
            if (text.matches("\\d{4}-\\d{2}")) {
                YearMonth.parse(text);
                return year(text.substring(0, 4));
            }
            return text.matches("\\d{4}") ? year(text) : not();
        } catch (DateTimeException e) {
            return not();
        }
    }

    private static Optional<Problem> year(String digits) {
        int year = Integer.parseInt(digits);
        return year < Limits.YEAR_FIRST || year > Limits.YEAR_LAST ? not() : Optional.empty();
    }

    private static Optional<Problem> not() {
        return Optional.of(Problem.of("date-not-understood", Texts.of("lifestory.date-not-understood")));
    }

    public boolean isKnown() {
        return !text.isEmpty();
    }

    /// The first day it may have been, for the order of a list.
    public Optional<LocalDate> first() {
        return switch (text.length()) {
            case 4 -> Optional.of(Year.parse(text).atDay(1));
            case 7 -> Optional.of(YearMonth.parse(text).atDay(1));
            case 10 -> Optional.of(LocalDate.parse(text));
            default -> Optional.empty();
        };
    }

    /// The last day it may have been.
    public Optional<LocalDate> last() {
        return switch (text.length()) {
            case 4 -> Optional.of(Year.parse(text).atMonth(12).atEndOfMonth());
            case 7 -> Optional.of(YearMonth.parse(text).atEndOfMonth());
            default -> first();
        };
    }

    /// In words: "14 May 2019", "May 2019", "about 2019", "date not known".
    public String words() {
        if (!isKnown()) {
            return Texts.of("lifestory.date-not-known");
        }
        String day = switch (text.length()) {
            case 4 -> text;
            case 7 -> MONTH.format(YearMonth.parse(text));
            default -> DAY.format(LocalDate.parse(text));
        };
        return certainty.equals("about") ? Texts.of("lifestory.date-about", day) : day;
    }
}
