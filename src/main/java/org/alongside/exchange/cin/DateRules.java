package org.alongside.exchange.cin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.alongside.exchange.Unit;
import org.alongside.kernel.Json;
import tools.jackson.databind.JsonNode;

/// The rules that one day stands before another, read from `content/census-date-rules.json`.
final class DateRules {
    /// How the two days must stand.
    enum Must {
        NOT_BEFORE,
        AFTER,
        NOT_AFTER,
        NOT_SAME
    }

    /// @param number a national rule's number, or a name of ours; one that ends in Q only warns
    record Rule(String number, String block, String date, Must must, String than, Unit keepsOut) {
        boolean broken(LocalDate day, LocalDate other) {
            return switch (must) {
                case NOT_BEFORE -> day.isBefore(other);
                case AFTER -> !day.isAfter(other);
                case NOT_AFTER -> day.isAfter(other);
                case NOT_SAME -> day.equals(other);
            };
        }

        /// Kept out only by an error; a query is said and the part taken.
        boolean isQuery() {
            return number.endsWith("Q");
        }
    }

    private final List<Rule> rules;

    private DateRules(List<Rule> rules) {
        this.rules = rules;
    }

    static DateRules shipped() {
        return Shipped.RULES;
    }

    List<Rule> all() {
        return rules;
    }

    /// The rules of a block that a set of days breaks.
    List<Rule> broken(String block, Map<String, LocalDate> days) {
        return rules.stream()
                .filter(rule -> rule.block().equals(block))
                .filter(rule -> {
                    LocalDate day = days.get(rule.date());
                    LocalDate other = days.get(rule.than());
                    return day != null && other != null && rule.broken(day, other);
                })
                .toList();
    }

    private static final class Shipped {
        private static final DateRules RULES = load();

        private static DateRules load() {
            try (var in = DateRules.class.getResourceAsStream("/content/census-date-rules.json")) {
                if (in == null) {
                    throw new IllegalStateException("census-date-rules.json is not on the class path");
                }
                var rules = new ArrayList<Rule>();
                for (JsonNode rule : Json.MAPPER.readTree(in).path("rules")) {
                    rules.add(new Rule(
                            rule.path("rule").stringValue(),
                            rule.path("block").stringValue(),
                            rule.path("date").stringValue(),
                            Must.valueOf(rule.path("must").stringValue().toUpperCase(Locale.ROOT)),
                            rule.path("than").stringValue(),
                            Unit.valueOf(rule.path("keeps_out").stringValue().toUpperCase(Locale.ROOT))));
                }
                return new DateRules(List.copyOf(rules));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
