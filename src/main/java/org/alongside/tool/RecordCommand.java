package org.alongside.tool;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.alongside.guided.Forms;
import org.alongside.guided.GuidedForm;
import org.alongside.guided.TypedEvents;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Json;
import org.alongside.kernel.Problem;
import org.alongside.record.CaseLog;
import org.alongside.record.Drafts;
import org.alongside.record.Field;
import org.alongside.record.Operation;
import org.alongside.record.RecordType;
import org.alongside.record.RecordTypes;
import org.alongside.rules.content.ContentFile.Question;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `record`: a typed event, drawn from its definition.
@Command(
        name = "record",
        description = "Records a typed event: a chronology event, a person, a referral, a conference …",
        mixinStandardHelpOptions = true)
final class RecordCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Option(names = "--list", description = "Print every form and typed event with its fields; needs no home.")
    private boolean list;

    @Option(names = "--form", paramLabel = "FORM_ID", description = "Which: see --list.")
    private @Nullable String form;

    @Option(names = "--child", paramLabel = "ID", description = "Whom it is about; may be repeated.")
    private List<String> about = new ArrayList<>();

    @Option(names = "--file", paramLabel = "ANSWERS.json", description = "The answers.")
    private @Nullable Path file;

    @Option(names = "--finish", description = "Finish it; without this it stays a draft.")
    private boolean finish;

    RecordCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        if (list) {
            return list();
        }
        if (form == null || file == null) {
            throw BadInput.of("usage", "Say --form FORM_ID --child ID --file ANSWERS.json, or --list.");
        }
        try (Laptop laptop = Laptop.open(invocation)) {
            return record(laptop, form, InputFile.object(file));
        }
    }

    private int record(Laptop laptop, String type, ObjectNode answers) {
        List<UUID> children = LaptopCommand.children(laptop, about);
        if (laptop.assessments().forms().find(type).isPresent()) {
            return guided(laptop, type, children, answers);
        }
        var checked = laptop.events().check(type, answers);
        if (!checked.wrong().isEmpty()) {
            throw new BadInput(checked.wrong());
        }
        if (finish && checked.missing().isEmpty()) {
            CaseLog.Saved saved = laptop.events().save(type, children, answers, null);
            return saved(saved);
        }
        Instant now = laptop.clock().instant();
        Drafts.Draft kept = laptop.drafts()
                .keep(new Drafts.Draft(laptop.ids().next(), type, children, answers, Json.object(), now, now));
        return draft(kept, checked.missing());
    }

    /// A guided record: finished is sent for sign-off.
    private int guided(Laptop laptop, String formId, List<UUID> children, ObjectNode answers) {
        Drafts.Draft kept = laptop.assessments().take(formId, children, answers);
        List<Problem> problems = laptop.assessments()
                .scene(kept.id())
                .map(scene ->
                        laptop.assessments().beforeSending(scene, scene.draft().body()))
                .orElse(List.of());
        if (!finish || !problems.isEmpty()) {
            return draft(kept, problems);
        }
        CaseLog.Saved sent = laptop.signingOff().send(kept.id());
        ObjectNode json = Json.object();
        json.put("id", kept.id().toString());
        json.put("state", "finished");
        json.put("sign_off", "sent");
        json.putArray("problems");
        json.put("saved_at", sent.at().toString());
        invocation.answer(json);
        if (!invocation.json()) {
            invocation.say("Sent for sign-off. Saved on this laptop, not yet with the council.");
        }
        return ExitCode.DONE;
    }

    private int saved(CaseLog.Saved saved) {
        ObjectNode json = Json.object();
        json.put("id", saved.operations().getFirst().record().toString());
        json.put("state", "finished");
        json.putArray("problems");
        json.put("saved_at", saved.at().toString());
        ArrayNode records = json.putArray("records");
        saved.operations().stream().map(Operation::record).distinct().forEach(id -> records.add(id.toString()));
        invocation.answer(json);
        if (!invocation.json()) {
            invocation.say("Saved on this laptop, not yet with the council.");
        }
        return ExitCode.DONE;
    }

    private int draft(Drafts.Draft kept, List<Problem> missing) {
        ObjectNode json = Json.object();
        json.put("id", kept.id().toString());
        json.put("state", "draft");
        json.set("problems", Invocation.problems(missing));
        json.put("saved_at", kept.savedAt().toString());
        invocation.answer(json);
        if (!invocation.json()) {
            invocation.say("Draft, saved on this laptop. " + kept.id());
            missing.forEach(problem -> invocation.say("  " + problem.field() + ": " + problem.message()));
        }
        return finish && !missing.isEmpty() ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    private int list() {
        RecordTypes types = RecordTypes.shipped();
        ObjectNode json = Json.object();
        ArrayNode forms = json.putArray("forms");
        Forms.shipped().all().forEach(form -> forms.add(listed(form)));
        for (RecordType type : TypedEvents.offered(types)) {
            ObjectNode one = forms.addObject();
            one.put("id", type.id());
            one.put("title", type.title());
            one.put("version", 1);
            ArrayNode fields = one.putArray("fields");
            for (Field field : TypedEvents.fields(type, types)) {
                ObjectNode each = fields.addObject();
                each.put("name", field.id());
                each.put("type", field.type().word());
                ArrayNode values = each.putArray("values");
                field.values().forEach(values::add);
                each.put("required", field.required());
                each.put("per", field.perChild() ? "child" : "record");
                each.put("meaning", field.meaning());
            }
        }
        invocation.answer(json);
        if (!invocation.json()) {
            for (GuidedForm form : Forms.shipped().all()) {
                invocation.say(form.id() + ": " + form.title());
                form.questions().forEach(question -> invocation.say("  " + question.id() + " " + question.question()));
            }
            TypedEvents.offered(types).forEach(type -> {
                invocation.say(type.id() + ": " + type.title());
                TypedEvents.fields(type, types)
                        .forEach(field -> invocation.say(
                                "  " + field.id() + " (" + field.type().word() + ")"));
            });
        }
        return ExitCode.DONE;
    }

    private static ObjectNode listed(GuidedForm form) {
        ObjectNode one = Json.object();
        one.put("id", form.id());
        one.put("title", form.title());
        one.put("version", form.version());
        ArrayNode fields = one.putArray("fields");
        for (Question question : form.questions()) {
            ObjectNode each = fields.addObject();
            each.put("name", question.id());
            each.put("type", question.values().isEmpty() ? "text" : question.several() ? "enum[]" : "enum");
            ArrayNode values = each.putArray("values");
            question.values().forEach(value -> values.add(value.value()));
            each.put("required", question.required().toString());
            each.put("per", question.about().name().toLowerCase(java.util.Locale.ROOT));
            each.put("meaning", question.question());
            each.put("section", question.section());
        }
        return one;
    }
}
