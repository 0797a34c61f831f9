package org.alongside.tool;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.alongside.document.picture.Photograph;
import org.alongside.document.picture.Photographs;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Json;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.record.Drafts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `entry`: a life-story entry, with its photograph from a file beside it.
@Command(
        name = "entry",
        description = "Records a life-story entry; a photograph's file lies beside it.",
        mixinStandardHelpOptions = true)
final class EntryCommand extends LaptopCommand {
    @Option(names = "--child", paramLabel = "ID", required = true, description = "Whose story it is.")
    private String about = "";

    @Option(names = "--file", paramLabel = "ENTRY.json", required = true, description = "The entry.")
    private Path file = Path.of("");

    EntryCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Laptop laptop) {
        UUID child = child(laptop, about).id();
        ObjectNode entry = InputFile.object(file);
        List<Problem> wrong = laptop.lifeStory().check(entry).wrong();
        if (!wrong.isEmpty()) {
            throw new BadInput(wrong);
        }
        Drafts.Draft kept = laptop.lifeStory().take(child, sealed(laptop, child, entry));
        List<Problem> problems = laptop.lifeStory().problems(kept);
        return problems.isEmpty()
                ? saved(kept.id(), laptop.lifeStory().finish(kept.id()))
                : draft(kept, problems, Json.object());
    }

    /// The entry with its photographs sealed; clear bytes of them are in memory only.
    private ObjectNode sealed(Laptop laptop, UUID child, ObjectNode entry) {
        int place = 0;
        for (JsonNode medium : entry.path("media")) {
            String at = "media[" + place++ + "].file";
            if (medium instanceof ObjectNode object) {
                Path picture = beside(object.path("file").asString(""), at);
                String name = String.valueOf(picture.getFileName());
                object.setAll(laptop.lifeStory().seal(child, name, photograph(picture, at)));
            }
        }
        return entry;
    }

    private Path beside(String name, String at) {
        try {
            Path folder = file.toAbsolutePath().normalize().resolveSibling("");
            Path picture = folder.resolve(name).normalize();
            if (!name.isBlank() && picture.startsWith(folder)) {
                return picture;
            }
        } catch (InvalidPathException e) {
            throw notBeside(at);
        }
        throw notBeside(at);
    }

    private static BadInput notBeside(String at) {
        return BadInput.of("file-not-beside", at, Texts.of("tool.picture-not-beside"));
    }

    private static Photograph photograph(Path picture, String at) {
        try {
            return Photographs.of(picture);
        } catch (BadInput refused) {
            Problem why = refused.problems().getFirst();
            throw BadInput.of(why.code(), at, why.message());
        }
    }
}
