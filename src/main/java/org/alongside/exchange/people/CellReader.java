package org.alongside.exchange.people;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alongside.exchange.CodeMap;
import org.alongside.exchange.Findings;
import org.alongside.exchange.Identifiers;
import org.alongside.exchange.Unit;
import org.alongside.exchange.people.PeopleColumns.Column;
import org.alongside.exchange.people.PeopleColumns.Kind;
import org.alongside.kernel.Limits;
import org.alongside.kernel.TypedText;
import org.alongside.rules.CodeSets;

/// Checks the cells of a people file one by one. A cell that cannot be taken keeps out itself alone.
final class CellReader {
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[ T].*)?");
    private static final Pattern BRITISH = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})(?: .*)?");
    private static final Pattern POSTCODE = Pattern.compile("[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}");
    private static final LocalDate OLDEST = LocalDate.of(1900, 1, 1);
    private static final int SHOWN = 40;

    private final CodeSets codeSets = CodeSets.shipped();
    private final CodeMap map;
    private final LocalDate today;
    private final Findings findings;

    CellReader(CodeMap map, LocalDate today, Findings findings) {
        this.map = map;
        this.today = today;
        this.findings = findings;
    }

    /// The checked value of a cell that is neither blank nor `-`, in its stored form; empty when it
    /// cannot be taken, which has then been said.
    Optional<String> read(Column column, String cell, int line, String record) {
        var place = new Place(column, line, record);
        if (TypedText.problem(cell).isPresent() || cell.indexOf('\uFFFD') >= 0) {
            return refused(place, "cell-text-refused");
        }
        String text = TypedText.mended(cell).strip();
        return switch (column.kind()) {
            case TEXT -> text(place, text);
            case DAY, COMING_DAY -> day(place, text);
            case CODE -> code(place, text);
            case CHOICE -> choice(place, text);
            case YES_NO -> yesNo(place, text);
            case NHS_NUMBER -> nhsNumber(place, text);
            case UPN -> upn(place, text);
            case POSTCODE -> postcode(place, text);
        };
    }

    private Optional<String> text(Place place, String text) {
        boolean name =
                place.column().name().endsWith("_name") || place.column().name().equals("known_as");
        if (name && text.codePointCount(0, text.length()) > Limits.NAME_CHARACTERS) {
            return refused(place, "name-too-long", Limits.NAME_CHARACTERS);
        }
        return Optional.of(text);
    }

    private Optional<String> day(Place place, String text) {
        Matcher iso = ISO.matcher(text);
        Matcher british = BRITISH.matcher(text);
        LocalDate day;
        try {
            if (iso.matches()) {
                day = LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3));
            } else if (british.matches()) {
                day = LocalDate.of(number(british, 3), number(british, 2), number(british, 1));
            } else {
                return refused(place, "cell-not-a-date", shown(text));
            }
        } catch (DateTimeException e) {
            return refused(place, "date-not-real", place.column().name(), shown(text));
        }
        if (day.isBefore(OLDEST)) {
            return refused(place, "date-too-old", place.column().name(), shown(text));
        }
        if (place.column().kind() == Kind.DAY && day.isAfter(today)) {
            return refused(place, "date-to-come", place.column().name(), shown(text));
        }
        return Optional.of(day.toString());
    }

    private Optional<String> code(Place place, String text) {
        String field = place.column().name();
        String set = place.column().codeSet();
        String code = map.apply(field, text);
        for (String form : new String[] {code, code.toUpperCase(Locale.ROOT)}) {
            if (set != null && codeSets.label(set, form).isPresent()) {
                return Optional.of(form);
            }
        }
        return unknown(place, text, code);
    }

    private Optional<String> choice(Place place, String text) {
        String word = map.apply(place.column().name(), text);
        for (String choice : place.column().choices()) {
            if (choice.equalsIgnoreCase(word)) {
                return Optional.of(choice);
            }
        }
        return unknown(place, text, word);
    }

    private Optional<String> unknown(Place place, String text, String mapped) {
        findings.unknownCode(place.column().name(), shown(text));
        return mapped.equals(text)
                ? refused(place, "code-unknown", place.column().name(), shown(text))
                : refused(place, "map-target-unknown", place.column().name(), shown(text), shown(mapped));
    }

    private Optional<String> yesNo(Place place, String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes" -> Optional.of("true");
            case "no" -> Optional.of("false");
            default -> refused(place, "cell-not-yes-or-no", shown(text));
        };
    }

    /// A number whose check digit is wrong is kept, marked as unverified, and said: it may be the only
    /// thread to the child.
    private Optional<String> nhsNumber(Place place, String text) {
        String digits = text.replaceAll("[\\s-]", "");
        if (!digits.matches("[0-9]{10}")) {
            return refused(place, "nhs-number-not-one");
        }
        if (Identifiers.isNhsNumber(digits)) {
            return Optional.of(digits);
        }
        findings.warn(Unit.VALUE, place.line(), place.record(), place.column().name(), "nhs-number-unverified");
        return Optional.of(digits + " unverified");
    }

    private Optional<String> upn(Place place, String text) {
        String upn = text.toUpperCase(Locale.ROOT);
        return switch (Identifiers.upn(upn)) {
            case NONE -> Optional.of(upn);
            case SHAPE -> refused(place, "cin-1540");
            case CHECK_LETTER -> refused(place, "cin-1510");
        };
    }

    private Optional<String> postcode(Place place, String text) {
        String postcode = text.toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
        if (!POSTCODE.matcher(postcode).matches()) {
            findings.warn(
                    Unit.VALUE, place.line(), place.record(), place.column().name(), "postcode-odd");
        }
        return Optional.of(postcode);
    }

    private Optional<String> refused(Place place, String code, Object... words) {
        findings.refuse(Unit.VALUE, place.line(), place.record(), place.column().name(), code, words);
        return Optional.empty();
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static String shown(String text) {
        return TypedText.shortened(text, SHOWN);
    }

    private record Place(Column column, int line, String record) {}
}
