package org.alongside.tool;

import java.nio.file.Path;
import java.util.UUID;
import org.alongside.guided.Assessment;
import org.alongside.guided.Forms;
import org.alongside.guided.GuidedCheck;
import org.alongside.guided.RecordFile;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Json;
import org.alongside.record.CaseLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `guided`: guided records on their way to being signed, and one checked in a file.
@Command(
        name = "guided",
        description = "Guided records: check a file; ask, decide, return, authorise.",
        mixinStandardHelpOptions = true)
final class GuidedCommand {
    private final Invocation invocation;

    GuidedCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Command(
            name = "check",
            description = "Says of a record in a file what is missing before it could be sent, and its hints.",
            mixinStandardHelpOptions = true)
    int check(@Parameters(index = "0", paramLabel = "RECORD.json", description = "The record.") Path file) {
        var record = new RecordFile(Forms.shipped(), InputFile.object(file));
        GuidedCheck check = record.check();
        ObjectNode json = Json.object();
        json.put("form", record.form().id());
        json.put("version", record.form().version());
        ArrayNode findings = json.putArray("findings");
        for (GuidedCheck.Line line : check.lines()) {
            if (line.isMissing()) {
                finding(findings, line, "missing", line.question().question());
            }
            line.hints().forEach(hint -> finding(findings, line, "hint", hint));
        }
        ArrayNode asked = json.putArray("asked");
        check.lines().stream().filter(GuidedCheck.Line::asked).forEach(line -> asked.add(line.path()));
        invocation.answer(json);
        if (!invocation.json()) {
            findings.forEach(finding -> invocation.say(finding.path("where").asString("") + ": "
                    + finding.path("kind").asString("") + ": "
                    + finding.path("message").asString("")));
        }
        return findings.isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
    }

    private static void finding(ArrayNode into, GuidedCheck.Line line, String kind, String message) {
        into.addObject()
                .put("kind", kind)
                .put("where", line.path())
                .put("about", line.name())
                .put("message", message);
    }

    @Command(
            name = "waiting",
            description = "What waits for this account's sign-off, and what came back to it.",
            mixinStandardHelpOptions = true)
    int waiting() {
        try (Laptop laptop = Laptop.open(invocation)) {
            ObjectNode json = Json.object();
            put(json.putArray("waiting"), laptop.signingOff().waiting(), laptop);
            put(json.putArray("back"), laptop.signingOff().backWithMe(), laptop);
            put(json.putArray("away"), laptop.signingOff().away(), laptop);
            invocation.answer(json);
            if (!invocation.json()) {
                json.properties()
                        .forEach(list -> list.getValue()
                                .forEach(one -> invocation.say(list.getKey() + ": "
                                        + one.path("record").asString("") + " "
                                        + one.path("step").asString(""))));
            }
            return ExitCode.DONE;
        }
    }

    private static void put(ArrayNode list, Iterable<Assessment> assessments, Laptop laptop) {
        for (Assessment one : assessments) {
            ObjectNode line = list.addObject();
            line.put("record", one.id().toString());
            line.put("type", one.type());
            ArrayNode children = line.putArray("children");
            one.children().forEach(child -> children.add(child.toString()));
            line.put("begun", one.begun().toString());
            line.put("author", one.author().orElse(one.begunBy()));
            line.put("step", one.stands().map(step -> step.step().word()).orElse("begun"));
            line.put("why", one.stands().map(Assessment.Taken::why).orElse(""));
            line.put("may_sign", laptop.signingOff().refusal(one).isEmpty());
        }
    }

    @Command(
            name = "ask",
            description = "Asks the manager to decide first why it is safe to go on though a child was not seen alone.",
            mixinStandardHelpOptions = true)
    int ask(
            @Option(names = "--record", required = true, paramLabel = "ID", description = "The draft's id.") String id,
            @Option(names = "--why", required = true, paramLabel = "TEXT", description = "What to decide, and why.")
                    String why) {
        try (Laptop laptop = Laptop.open(invocation)) {
            UUID record = LaptopCommand.id(id, "record");
            return said(record, "asked", laptop.signingOff().ask(record, why));
        }
    }

    @Command(
            name = "decide",
            description = "The manager's decision on what was asked.",
            mixinStandardHelpOptions = true)
    int decide(
            @Option(names = "--record", required = true, paramLabel = "ID", description = "The record.") String id,
            @Option(names = "--why", required = true, paramLabel = "TEXT", description = "Why it is safe to decide.")
                    String why) {
        try (Laptop laptop = Laptop.open(invocation)) {
            UUID record = LaptopCommand.id(id, "record");
            return said(record, "decided", laptop.signingOff().decide(record, why));
        }
    }

    @Command(
            name = "return",
            description = "Gives a record back to its author, with reasons.",
            mixinStandardHelpOptions = true)
    int giveBack(
            @Option(names = "--record", required = true, paramLabel = "ID", description = "The record.") String id,
            @Option(names = "--why", required = true, paramLabel = "TEXT", description = "The reasons.") String why) {
        try (Laptop laptop = Laptop.open(invocation)) {
            UUID record = LaptopCommand.id(id, "record");
            return said(record, "returned", laptop.signingOff().giveBack(record, why));
        }
    }

    @Command(
            name = "authorise",
            description = "Authorises a record that was sent; never one's own.",
            mixinStandardHelpOptions = true)
    int authorise(
            @Option(names = "--record", required = true, paramLabel = "ID", description = "The record.") String id,
            @Option(
                            names = "--file",
                            required = true,
                            paramLabel = "ANSWERS.json",
                            description = "The manager's answers.")
                    Path file) {
        try (Laptop laptop = Laptop.open(invocation)) {
            UUID record = LaptopCommand.id(id, "record");
            if (laptop.assessments().find(record).isEmpty()) {
                throw BadInput.of("record-unknown", "record", "There is no such record on this laptop.");
            }
            return said(record, "authorised", laptop.signingOff().authorise(record, InputFile.object(file)));
        }
    }

    private int said(UUID record, String step, CaseLog.Saved saved) {
        ObjectNode json = Json.object();
        json.put("id", record.toString());
        json.put("state", "finished");
        json.put("sign_off", step);
        json.putArray("problems");
        json.put("saved_at", saved.at().toString());
        invocation.answer(json);
        if (!invocation.json()) {
            invocation.say("Saved on this laptop, not yet with the council.");
        }
        return ExitCode.DONE;
    }
}
