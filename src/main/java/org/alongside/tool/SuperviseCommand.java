package org.alongside.tool;

import java.nio.file.Path;
import java.util.UUID;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Json;
import org.alongside.kernel.Texts;
import org.alongside.record.CaseLog;
import org.alongside.record.Drafts.Draft;
import org.alongside.supervision.Pair;
import org.alongside.supervision.SessionDrafts;
import org.alongside.supervision.SessionFile;
import org.alongside.supervision.Supervising;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// `supervise`: writes a one-to-one session down, each child's part to its own record, and signs it.
@Command(
        name = "supervise",
        description = "Writes a one-to-one session down and signs it; the worker signs with the session's id.",
        mixinStandardHelpOptions = true)
final class SuperviseCommand extends LaptopCommand {
    @Option(names = "--worker", paramLabel = "NAME", required = true, description = "Who is supervised.")
    private String worker = "";

    @Option(names = "--file", paramLabel = "SESSION.json", required = true, description = "The session.")
    private Path file = Path.of("");

    @Option(names = "--sign", description = "Sign it for the user of this laptop.")
    private boolean sign;

    SuperviseCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Laptop laptop) {
        Supervising supervising = laptop.supervising();
        ObjectNode json = InputFile.object(file);
        Supervising.Checked checked = supervising.check(json);
        SessionFile session = checked.file();
        Pair pair = pair(supervising, session.session());
        ObjectNode more = Json.object().put("session_id", session.session().toString());
        if (!checked.missing().isEmpty()) {
            Draft kept = laptop.sessions().keep(draft(laptop, json, session));
            return draft(kept, checked.missing(), more);
        }
        boolean there = supervising.record(pair).session(session.session()).isPresent();
        if (session.isBare() && session.dissent().isEmpty() && !(there && sign)) {
            throw BadInput.of("session-empty", "file", Texts.of("tool.session-empty"));
        }
        UUID unfinished = laptop.sessions()
                .find(worker)
                .filter(kept -> SessionDrafts.session(kept).equals(session.session()))
                .map(Draft::id)
                .orElse(null);
        CaseLog.Saved saved = supervising.file(pair, session, unfinished);
        if (sign) {
            saved = supervising.sign(pair, session.session());
        }
        return saved(session.session(), sign ? "signed" : "finished", saved, more);
    }

    /// The one of the worker's records that has the session; else the one of today.
    private Pair pair(Supervising supervising, UUID session) {
        return supervising.pairs().stream()
                .filter(pair -> pair.worker().equals(worker))
                .filter(pair -> supervising.record(pair).session(session).isPresent())
                .findFirst()
                .orElseGet(() -> supervising.with(worker));
    }

    private Draft draft(Laptop laptop, ObjectNode json, SessionFile session) {
        Draft open = laptop.sessions().open(worker);
        ObjectNode body = Json.object()
                .put("worker", worker)
                .put("session_id", session.session().toString())
                .put("at", session.at().toString());
        body.set("file", json);
        return new Draft(
                open.id(), open.kind(), session.children(), body, open.place(), open.begunAt(), open.savedAt());
    }
}
