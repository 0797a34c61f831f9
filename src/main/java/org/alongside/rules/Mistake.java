package org.alongside.rules;

import java.util.List;
import java.util.stream.Stream;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;

/// A mistake in a condition, in words that end in its line and column.
final class Mistake {
    private Mistake() {}

    static BadInput at(Place place, String code, String... details) {
        return new BadInput(List.of(problem(place, code, details)));
    }

    static Problem problem(Place place, String code, String... details) {
        Object[] arguments = Stream.concat(
                        Stream.of(String.valueOf(place.line()), String.valueOf(place.column())), Stream.of(details))
                .toArray();
        return Problem.of(code, Texts.of("rules." + code, arguments)).inLine(place.line());
    }
}
