package org.alongside.exchange.council;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.alongside.access.Staff;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Json;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.record.Intent;
import org.alongside.record.StreamId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads a council file. Nothing of a file with a mistake is taken; every mistake is named with its
/// place.
public final class CouncilFile {
    private CouncilFile() {}

    /// A file that was given (`central --council FILE`).
    ///
    /// @param clock gives today, for a file that counts from `"today"`, and the moment after which
    ///     nothing can have been kept
    /// @throws BadInput with every problem and its place in the file
    public static CouncilLoad read(byte[] file, Clock clock) {
        return load(parse(file), Json.object(), clock, false);
    }

    /// The built-in demonstration (`central --demo`): the council of `demo/marlbrook.json` with what
    /// stands beside it, dated from today; what happens on working days falls on working days.
    public static CouncilLoad demonstration(Clock clock) {
        ObjectNode file = resource("/demo/marlbrook.json");
        file.withObject("meta").put("anchor_date", Dating.TODAY);
        return load(file, resource("/demo/marlbrook-facts.json"), clock, true);
    }

    private static CouncilLoad load(ObjectNode file, ObjectNode besides, Clock clock, boolean workingDays) {
        List<Problem> problems = Shape.problems(file);
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        String anchor = file.path("meta").path("anchor_date").stringValue();
        LocalDate day = anchor.equals(Dating.TODAY) ? Clocks.today(clock) : LocalDate.parse(anchor);
        var dating = new Dating(day, clock.instant(), workingDays);
        String name = name(file.path("meta").path("authority"));
        var gathered = new Gathered(name);
        var companion = new Companion(besides, dating, gathered);
        var staff = new StaffPart(file, gathered, companion);
        Staff.Council council = staff.council(name);
        staff.write(council, dating);
        new RulePackPart(dating, gathered).read(file.path("meta").path("rule_pack"));
        var families = new ArrayList<Family>();
        file.path("scenarios").forEach(scenario -> families.add(new Family(scenario, dating, gathered)));
        for (Family family : families) {
            new PeoplePart(staff, dating, gathered, companion).read(family);
            new PlansPart(dating, gathered).read(family);
            new PlanDocumentsPart(dating, gathered).read(family);
            new ChronologyPart(dating, gathered).read(family);
            new VisitsPart(staff, dating, gathered).read(family);
            new AssessmentsPart(dating, gathered).read(family);
            new AllocationPart(staff, dating, gathered).read(family);
            new HomesPart(dating, gathered).read(family);
            new CarePart(dating, gathered).read(family);
            new LifeStoryPart(dating, gathered).read(family);
        }
        new SupervisionPart(staff, dating, gathered, families).read(file.path("supervision_sessions"));
        staff.declared(families);
        notes(companion, gathered);
        Shape.later(file).forEach(gathered::later);
        return new CouncilLoad(
                day,
                council,
                staff.all(),
                gathered.declared(),
                gathered.events(),
                gathered.references(),
                gathered.allocations(),
                gathered.people(),
                file.path("meta").path("rule_pack") instanceof ObjectNode values ? values : Json.object(),
                staff.otherLoad(),
                gathered.later());
    }

    private static void notes(Companion companion, Gathered gathered) {
        for (Companion.Note note : companion.notes()) {
            UUID record = gathered.id("note", note.id());
            for (String child : note.children()) {
                StreamId stream = StreamId.ofCase(gathered.person(child));
                gathered.add(new BroughtIn(
                        Intent.whole(stream, record, "case_note", note.value()), note.author(), note.at(), record));
            }
        }
    }

    /// What the council is called, without a remark such as "(invented)" behind it.
    private static String name(JsonNode authority) {
        String given = Gathered.text(authority);
        String name = given == null
                ? ""
                : given.replaceAll("\\s*\\([^)]*\\)\\s*$", "").strip();
        return name.isEmpty() ? Texts.of("council.unnamed") : name;
    }

    private static ObjectNode parse(byte[] file) {
        String text = new String(file, StandardCharsets.UTF_8);
        return Json.parseObject(text.startsWith("\uFEFF") ? text.substring(1) : text, Texts.of("council.not-a-file"));
    }

    private static ObjectNode resource(String path) {
        try (var in = CouncilFile.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is not on the class path");
            }
            return parse(in.readAllBytes());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
