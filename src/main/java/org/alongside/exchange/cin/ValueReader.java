package org.alongside.exchange.cin;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alongside.exchange.CodeMap;
import org.alongside.exchange.Findings;
import org.alongside.exchange.Unit;
import org.alongside.exchange.cin.CinElements.Element;
import org.alongside.exchange.cin.CinElements.Kind;
import org.alongside.kernel.TypedText;
import org.alongside.rules.CodeSets;
import org.jspecify.annotations.Nullable;

/// Reads the values of a block by the table of [CinElements]: what cannot be taken is named with its
/// line and keeps out what the table says.
final class ValueReader {
    private static final Pattern ISO_DAY =
            Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d)(?:T[\\d:.]+)?(?:Z|[+-]\\d\\d:\\d\\d)?");
    private static final LocalDate OLDEST = LocalDate.of(1900, 1, 1);
    private static final int SHOWN = 40;

    /// Earlier plans and review meetings: `record-types.json` takes no more.
    private static final int NUMBER_MAX = 20;

    private final CodeSets codeSets;
    private final CodeMap map;
    private final LocalDate today;
    private final Findings findings;

    ValueReader(CodeSets codeSets, CodeMap map, LocalDate today, Findings findings) {
        this.codeSets = codeSets;
        this.map = map;
        this.today = today;
        this.findings = findings;
    }

    /// @param record the child's id, null when the file has none
    Values read(CensusElement block, CinPlace at, @Nullable String record) {
        var values = new Values(at);
        read(block, block.name(), at, values, record, new HashMap<>());
        return values;
    }

    private void read(
            CensusElement parent,
            String block,
            CinPlace at,
            Values values,
            @Nullable String record,
            Map<String, Integer> counts) {
        if (parent.hasStrayText()) {
            findings.warn(Unit.VALUE, parent.line(), record, at.path(), "stray-text", parent.name());
        }
        for (CensusElement child : parent.children()) {
            int nth = counts.merge(child.name(), 1, Integer::sum);
            Optional<Element> found = CinElements.find(block, child.name());
            String name = found.isPresent() && found.get().many() ? child.name() + "[" + nth + "]" : child.name();
            var place = new CinPlace(child.line(), at.path().isEmpty() ? name : at.path() + "." + name);
            if (found.isEmpty()) {
                findings.refuse(
                        Unit.VALUE, child.line(), record, place.path(), "element-unknown", shown(child.name()), block);
                continue;
            }
            Element element = found.get();
            switch (element.kind()) {
                case BLOCK -> values.put(new Values.Below(place, child));
                case WRAPPER -> read(child, block, place, values, record, counts);
                case TEXT, DAY, COMING_DAY, CODE, FLAG, NUMBER -> value(element, child, place, values, record);
            }
        }
    }

    private void value(Element element, CensusElement child, CinPlace place, Values values, @Nullable String record) {
        if (!child.children().isEmpty()) {
            refuse(element, place, values, record, "value-has-elements", element.name());
            return;
        }
        if (child.text().isEmpty()) {
            if (element.name().equals("CPPreviewDate")) {
                findings.warn(Unit.VALUE, place.line(), record, place.path(), "cin-8842Q");
            }
            return;
        }
        values.sawElement(element.name());
        Object value = parse(element, child.text(), place, values, record);
        if (value == null) {
            return;
        }
        Values.Entry earlier = values.entry(element.name());
        if (earlier == null || element.many()) {
            values.put(element.name(), new Values.Entry(place, value));
        } else if (earlier.value().equals(value)) {
            findings.warn(Unit.VALUE, place.line(), record, place.path(), "element-twice", element.name());
        } else {
            refuse(element, place, values, record, "element-contradicts", element.name());
            if (element.keepsOut() == Unit.VALUE) {
                values.forget(element.name());
            }
        }
    }

    private @Nullable Object parse(
            Element element, String text, CinPlace place, Values values, @Nullable String record) {
        return switch (element.kind()) {
            case DAY, COMING_DAY -> day(element, text, place, values, record);
            case CODE -> code(element, text, place, values, record);
            case FLAG ->
                switch (text) {
                    case "true", "1" -> Boolean.TRUE;
                    case "false", "0" -> Boolean.FALSE;
                    default -> {
                        refuse(element, place, values, record, "not-yes-or-no", element.name(), shown(text));
                        yield null;
                    }
                };
            case NUMBER -> {
                if (text.matches("\\d{1,2}") && Integer.parseInt(text) <= NUMBER_MAX) {
                    yield Integer.valueOf(text);
                }
                refuse(element, place, values, record, "not-a-number", element.name(), shown(text));
                yield null;
            }
            case TEXT -> {
                if (TypedText.problem(text).isPresent() || text.length() >= CensusXml.TEXT_MAX) {
                    refuse(element, place, values, record, "text-refused", element.name());
                    yield null;
                }
                yield TypedText.mended(text);
            }
            case WRAPPER, BLOCK -> throw new IllegalArgumentException("no value: " + element.name());
        };
    }

    /// A day; one that is still to come is named and kept out, but comes back, so that what is said
    /// about its order with other days is complete.
    private @Nullable LocalDate day(
            Element element, String text, CinPlace place, Values values, @Nullable String record) {
        Matcher parts = ISO_DAY.matcher(text);
        LocalDate day = null;
        if (!parts.matches()) {
            refuse(element, place, values, record, "date-not-readable", element.name(), shown(text));
            return null;
        }
        try {
            day = LocalDate.of(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3)));
        } catch (DateTimeException e) {
            refuse(element, place, values, record, "date-not-real", element.name(), shown(text));
            return null;
        }
        if (day.isBefore(OLDEST)) {
            refuse(element, place, values, record, "date-too-old", element.name(), shown(text));
            return null;
        }
        if (element.kind() == Kind.DAY && day.isAfter(today)) {
            refuse(element, place, values, record, "date-to-come", element.name(), shown(text));
            return element.keepsOut() == Unit.VALUE ? null : day;
        }
        return day;
    }

    private @Nullable String code(
            Element element, String text, CinPlace place, Values values, @Nullable String record) {
        String mapped = map.apply(element.name(), text);
        String code =
                element.name().equals("GenderCurrent") ? CinElements.OLDER_SEX.getOrDefault(mapped, mapped) : mapped;
        String set = element.codeSet();
        if (set != null && codeSets.label(set, code).isPresent()) {
            return code;
        }
        findings.unknownCode(element.name(), shown(text));
        if (element.name().equals("GenderCurrent") && mapped.equals("9")) {
            refuse(element, place, values, record, "gender-not-specified");
        } else if (mapped.equals(text)) {
            refuse(element, place, values, record, "code-unknown", element.name(), shown(text));
        } else {
            refuse(element, place, values, record, "map-target-unknown", element.name(), shown(text), shown(mapped));
        }
        return null;
    }

    private void refuse(
            Element element, CinPlace place, Values values, @Nullable String record, String code, Object... words) {
        values.keepOut(element.keepsOut());
        findings.refuse(element.keepsOut(), place.line(), record, place.path(), code, words);
    }

    /// What stands in the file, short enough for a report.
    private static String shown(String text) {
        return TypedText.shortened(TypedText.mended(text), SHOWN);
    }
}
