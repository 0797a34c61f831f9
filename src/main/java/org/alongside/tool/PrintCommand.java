package org.alongside.tool;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.alongside.document.pdf.Copy;
import org.alongside.document.pdf.PaperSize;
import org.alongside.document.pdf.Printing;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Json;
import org.alongside.kernel.OwnerOnly;
import org.alongside.kernel.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// `print`: a paper as a file. The file leaves the encrypted store: only its owner may read it, and
/// the laptop's activity notes it.
@Command(
        name = "print",
        description = "Makes a paper of a record: visit, chronology or family-page, as PDF/UA.",
        mixinStandardHelpOptions = true)
final class PrintCommand extends LaptopCommand {
    /// Papers of the contract that come with their own work.
    private static final List<String> LATER = List.of("plan", "doorbell", "letter", "book");

    /// A file so called is the family's page as plain text.
    private static final String TEXT = ".txt";

    @Option(names = "--what", paramLabel = "WHAT", required = true, description = "visit, chronology or family-page.")
    private String what = "";

    @Option(
            names = "--id",
            paramLabel = "ID",
            required = true,
            description = "The visit; the child, for a chronology and for the page of the plan they are on.")
    private String id = "";

    @Option(names = "--out", paramLabel = "FILE.pdf", required = true, description = "A file that is not there yet.")
    private Path out = Path.of("");

    @Option(names = "--copy", paramLabel = "WHOSE", description = "Of a visit: staff (default) or family.")
    private @Nullable String copy;

    @Option(names = "--size", paramLabel = "SIZE", description = "Text: staff, family, large (16) or largest (20).")
    private @Nullable String size;

    PrintCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Laptop laptop) {
        var papers = new Papers(laptop);
        Papers.Printable paper = printable(laptop, papers);
        boolean text = out.toString().endsWith(TEXT);
        if (text && paper.copy() != Copy.OWN) {
            throw BadInput.of("print-text", "out", Texts.of("tool.print-text"));
        }
        Printing printing = papers.printing();
        PaperSize asked = size == null ? paper.copy().sizes().getFirst() : of(PaperSize.values(), size, "size");
        byte[] file = text ? paper.content().plainText().getBytes(StandardCharsets.UTF_8) : paper.pdf(asked, printing);
        write(file);
        papers.kept(paper, printing);
        ObjectNode json = Json.object();
        json.put("what", paper.what().word());
        json.put("out", out.toString());
        json.put("number", printing.number());
        json.put("bytes", file.length);
        var leftOut = json.putArray("left_out");
        paper.content().leftOut().forEach(leftOut::add);
        invocation.answer(json);
        if (!invocation.json()) {
            invocation.say(Texts.of("tool.print-done", out, printing.number()));
            paper.content().leftOut().forEach(words -> invocation.say(Texts.of("tool.print-left-out", words)));
            invocation.say(Texts.of("tool.print-outside"));
        }
        return ExitCode.DONE;
    }

    private Papers.Printable printable(Laptop laptop, Papers papers) {
        if (LATER.contains(what)) {
            throw BadInput.of("print-not-yet", "what", Texts.of("tool.print-not-yet", what));
        }
        Papers.What which = of(Papers.What.values(), what, "what");
        if (copy != null && which != Papers.What.VISIT) {
            throw BadInput.of("print-copy", "copy", Texts.of("tool.print-copy"));
        }
        return switch (which) {
            case VISIT -> papers.visit(id(id, "id"), asked());
            case CHRONOLOGY -> papers.chronology(child(laptop, id), "");
            case FAMILY_PAGE -> papers.familyPage(child(laptop, id));
        };
    }

    private Copy asked() {
        return copy == null ? Copy.STAFF : of(new Copy[] {Copy.STAFF, Copy.FAMILY}, copy, "copy");
    }

    private static <E extends Enum<E>> E of(E[] all, String word, String option) {
        String name = word.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(all)
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> BadInput.of(
                        "usage",
                        option,
                        Texts.of(
                                "tool.print-which",
                                option,
                                Arrays.stream(all)
                                        .map(one -> one.name()
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', '-'))
                                        .collect(Collectors.joining(", ")))));
    }

    /// Never over a file that is there, and never half of one.
    private void write(byte[] file) {
        try {
            OwnerOnly.create(out);
        } catch (FileAlreadyExistsException e) {
            throw BadInput.of("file-there", "out", Texts.of("tool.print-file-there", out));
        } catch (IOException e) {
            throw BadInput.of("file-not-writable", "out", Texts.of("tool.print-file-not-writable", out));
        }
        try {
            Files.write(out, file);
        } catch (IOException e) {
            discard();
            throw BadInput.of("file-not-writable", "out", Texts.of("tool.print-file-not-writable", out));
        }
    }

    private void discard() {
        try {
            Files.deleteIfExists(out);
        } catch (IOException e) {
            invocation.warn(Texts.of("tool.print-file-not-writable", out));
        }
    }
}
