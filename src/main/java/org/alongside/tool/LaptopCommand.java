package org.alongside.tool;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.alongside.child.ChildSummary;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Json;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.record.CaseLog;
import org.alongside.record.Drafts;
import tools.jackson.databind.node.ObjectNode;

/// A command that opens a laptop, does one thing and locks it again.
abstract class LaptopCommand implements Callable<Integer> {
    final Invocation invocation;

    LaptopCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public final Integer call() {
        try (Laptop laptop = Laptop.open(invocation)) {
            return run(laptop);
        }
    }

    /// @return the exit code
    abstract int run(Laptop laptop);

    /// The child that an id names; one this user may not see is the same as one that does not exist.
    static ChildSummary child(Laptop laptop, String id) {
        return laptop.children()
                .findByAnyId(id)
                .orElseThrow(
                        () -> BadInput.of("child-unknown", "child", "There is no child " + id + " on this laptop."));
    }

    static List<UUID> children(Laptop laptop, List<String> ids) {
        if (ids.isEmpty()) {
            throw BadInput.of("child-missing", "child", Texts.of("tool.child-missing"));
        }
        return ids.stream().map(id -> child(laptop, id).id()).toList();
    }

    static UUID id(String text, String what) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw BadInput.of("id-not-an-id", what, "\"" + text + "\" is not an id. Copy it from \"show\".");
        }
    }

    /// Answers what was saved and forced to disk.
    int saved(UUID id, CaseLog.Saved saved) {
        return saved(id, "finished", saved, Json.object());
    }

    /// @param state of the record from now on
    /// @param more further members of the answer
    int saved(UUID id, String state, CaseLog.Saved saved, ObjectNode more) {
        ObjectNode json = Json.object();
        json.put("id", id.toString());
        more.properties().forEach(entry -> json.set(entry.getKey(), entry.getValue()));
        json.put("state", state);
        json.putArray("problems");
        json.put("saved_at", saved.at().toString());
        invocation.answer(json);
        if (!invocation.json()) {
            invocation.say("Saved on this laptop, not yet with the council. " + id);
        }
        return ExitCode.DONE;
    }

    /// Answers a draft, and what finishing it still needs.
    int draft(Drafts.Draft draft, List<Problem> problems, ObjectNode more) {
        ObjectNode json = Json.object();
        json.put("id", draft.id().toString());
        more.properties().forEach(entry -> json.set(entry.getKey(), entry.getValue()));
        json.put("state", "draft");
        json.set("problems", Invocation.problems(problems));
        json.put("saved_at", draft.savedAt().toString());
        invocation.answer(json);
        if (!invocation.json()) {
            invocation.say("Draft, saved on this laptop. " + draft.id());
            problems.forEach(problem ->
                    invocation.say("  " + (problem.field() == null ? "" : problem.field() + ": ") + problem.message()));
        }
        return problems.isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
    }
}
