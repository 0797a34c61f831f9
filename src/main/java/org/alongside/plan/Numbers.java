package org.alongside.plan;

import java.util.ArrayList;
import java.util.List;
import org.alongside.kernel.Texts;

/// Numbers of actions in words: "1 to 3, 5 and 8".
final class Numbers {
    /// From so many in a row on they are "1 to 3".
    private static final int IN_A_ROW = 3;

    private Numbers() {}

    /// @param numbers ascending
    static String words(List<Integer> numbers) {
        var pieces = new ArrayList<String>();
        int at = 0;
        while (at < numbers.size()) {
            int to = at;
            while (to + 1 < numbers.size() && numbers.get(to + 1) == numbers.get(to) + 1) {
                to++;
            }
            if (to - at + 1 >= IN_A_ROW) {
                pieces.add(
                        Texts.of("plan.numbers.to", String.valueOf(numbers.get(at)), String.valueOf(numbers.get(to))));
            } else {
                for (int one = at; one <= to; one++) {
                    pieces.add(String.valueOf(numbers.get(one)));
                }
            }
            at = to + 1;
        }
        if (pieces.size() < 2) {
            return pieces.isEmpty() ? "" : pieces.getFirst();
        }
        return Texts.of("plan.family.and", String.join(", ", pieces.subList(0, pieces.size() - 1)), pieces.getLast());
    }
}
