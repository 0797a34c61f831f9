package org.alongside.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Json;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import tools.jackson.databind.JsonNode;

/// A person's answers to an earlier report's `to_map`: `{"ReferralSource":{"9Z":"1A"}}`, read from
/// the file of `import --map`.
public final class CodeMap {
    private final Map<String, Map<String, String>> answers;

    private CodeMap(Map<String, Map<String, String>> answers) {
        this.answers = answers;
    }

    /// Nothing mapped.
    public static CodeMap empty() {
        return new CodeMap(Map.of());
    }

    /// @throws BadInput when the text is not an object of objects of texts; the answers themselves
    ///     are checked against the code set when they are used
    public static CodeMap parse(String json) {
        var answers = new HashMap<String, Map<String, String>>();
        var problems = new ArrayList<Problem>();
        for (var field : Json.parseObject(json, Texts.of("exchange.map-file")).properties()) {
            if (!field.getValue().isObject()) {
                problems.add(Problem.at(field.getKey(), "map-not-readable", Texts.of("exchange.map-not-readable")));
                continue;
            }
            var codes = new HashMap<String, String>();
            for (var code : field.getValue().properties()) {
                JsonNode target = code.getValue();
                if (target.isString()) {
                    codes.put(code.getKey(), target.stringValue());
                } else {
                    problems.add(Problem.at(
                            field.getKey() + "." + code.getKey(),
                            "map-not-readable",
                            Texts.of("exchange.map-not-readable")));
                }
            }
            answers.put(field.getKey(), Map.copyOf(codes));
        }
        if (!problems.isEmpty()) {
            throw new BadInput(List.copyOf(problems));
        }
        return new CodeMap(Map.copyOf(answers));
    }

    /// What a code of a field stands for: itself, unless a person said otherwise.
    public String apply(String field, String code) {
        return answers.getOrDefault(field, Map.of()).getOrDefault(code, code);
    }
}
