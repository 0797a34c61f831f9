package org.alongside.rules.clock;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.alongside.rules.content.Unit;
import org.alongside.rules.content.Word;

/// The numbers that a council has adopted for rules that leave them to it, and for national ones that
/// it has tightened.
///
/// @param adopted by rule id
/// @param proposalsCount whether a number that is only proposed counts, which is then said; else such
///     a clock is not set
public record LocalNumbers(Map<String, Number> adopted, boolean proposalsCount) {
    public LocalNumbers {
        adopted = Map.copyOf(adopted);
    }

    public record Number(int value, Unit unit) {}

    /// There is no council: `rules due`.
    public static LocalNumbers proposed() {
        return new LocalNumbers(Map.of(), true);
    }

    /// What a council has adopted, in the words of content; a unit that there is not is left out.
    public static LocalNumbers of(Map<String, Map.Entry<Integer, String>> adopted) {
        var numbers = new HashMap<String, Number>();
        adopted.forEach((rule, number) -> {
            for (Unit unit : Unit.values()) {
                if (Word.of(unit).equals(number.getValue())) {
                    numbers.put(rule, new Number(number.getKey(), unit));
                }
            }
        });
        return new LocalNumbers(numbers, false);
    }

    public Optional<Number> find(String rule) {
        return Optional.ofNullable(adopted.get(rule));
    }
}
