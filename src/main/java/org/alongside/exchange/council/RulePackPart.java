package org.alongside.exchange.council;

import java.util.Map;
import org.alongside.kernel.Json;
import org.alongside.record.StreamId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The rule pack of a council file: each number that a clock or counter knows becomes one adopted by
/// the council, on every laptop by the council's own stream.
final class RulePackPart {
    private static final Map<String, String> UNITS =
            Map.of("wd", "working_days", "days", "calendar_days", "weeks", "weeks", "months", "months");

    private final Dating dating;
    private final Gathered gathered;

    RulePackPart(Dating dating, Gathered gathered) {
        this.dating = dating;
        this.gathered = gathered;
    }

    void read(JsonNode pack) {
        Shape.CONTENT.path("rule_pack").properties().forEach(member -> {
            JsonNode number = at(pack, member.getKey());
            if (number.isIntegralNumber()) {
                String unit = unit(member.getKey());
                member.getValue().forEach(setting -> adopt(setting.stringValue(), number.intValue(), unit));
            } else {
                number.properties().stream()
                        .filter(part -> UNITS.containsKey(part.getKey())
                                && part.getValue().isIntegralNumber())
                        .forEach(part -> member.getValue()
                                .forEach(setting -> adopt(
                                        setting.stringValue(),
                                        part.getValue().intValue(),
                                        String.valueOf(UNITS.get(part.getKey())))));
            }
        });
    }

    /// A bare number counts days, unless its name says otherwise.
    private static String unit(String name) {
        if (name.endsWith("_years")) {
            return "years";
        }
        return name.endsWith("working_days") ? "working_days" : "calendar_days";
    }

    private static JsonNode at(JsonNode pack, String path) {
        JsonNode at = pack;
        for (String name : path.split("\\.", -1)) {
            at = at.path(name);
        }
        return at;
    }

    private void adopt(String setting, int value, String unit) {
        ObjectNode number =
                Json.object().put("setting", setting).put("value", value).put("unit", unit);
        gathered.group(
                StreamId.council(),
                gathered.id("local_number", setting),
                "local_number",
                "record",
                number,
                BroughtIn.COUNCIL,
                dating.kept(dating.anchor()));
    }
}
