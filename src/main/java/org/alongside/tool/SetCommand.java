package org.alongside.tool;

import java.nio.file.Path;
import java.util.UUID;
import org.alongside.child.Facts;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Json;
import org.alongside.record.CaseLog;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `set`: a fact of the child's summary, by field group.
@Command(name = "set", description = "Sets a fact of a child's summary.", mixinStandardHelpOptions = true)
final class SetCommand extends LaptopCommand {
    @Option(names = "--child", paramLabel = "ID", required = true, description = "Which child.")
    private String child = "";

    @Option(names = "--group", paramLabel = "NAME", description = "The field group, with --file.")
    private @Nullable String group;

    @Option(names = "--file", paramLabel = "VALUE.json", description = "The group's whole value.")
    private @Nullable Path file;

    @Option(names = "--field", paramLabel = "GROUP.NAME", description = "One field, with --value.")
    private @Nullable String field;

    @Option(names = "--value", paramLabel = "TEXT", description = "The field's new value.")
    private @Nullable String value;

    SetCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Laptop laptop) {
        UUID id = child(laptop, child).id();
        CaseLog.Saved saved;
        if (group != null && file != null) {
            saved = laptop.facts().set(id, group, laptop.factRules().checked(group, InputFile.value(file)), null, null);
        } else if (field != null && value != null && field.indexOf('.') > 0) {
            String name = field.substring(0, field.indexOf('.'));
            saved = laptop.facts()
                    .set(id, name, laptop.factRules().checked(name, one(laptop, id, name, field, value)), null, null);
        } else {
            throw BadInput.of("usage", "Say --group NAME --file VALUE.json, or --field GROUP.NAME --value TEXT.");
        }
        return saved(saved.operations().getFirst().opId(), saved);
    }

    /// The group as it stands with one field changed; what a person wrote as text becomes the field's
    /// own kind.
    private static JsonNode one(Laptop laptop, UUID child, String group, String field, String value) {
        Facts.Fact now = laptop.facts().of(child).get(group);
        ObjectNode whole = now != null && now.value() instanceof ObjectNode object ? object.deepCopy() : Json.object();
        String name = field.substring(field.indexOf('.') + 1);
        whole.set(name, laptop.factRules().typed(group, name, value));
        return whole;
    }
}
