package org.alongside.tool;

import java.util.List;
import picocli.CommandLine;

/// Every command there is, by its first word.
public final class Commands {
    private Commands() {}

    /// @param window what `client`, `tour` and `demo` open
    public static List<Object> all(Invocation invocation, Window window) {
        var admin = new AdminCommand(invocation);
        return List.of(
                new CentralCommand(invocation),
                new CommandLine(admin).addSubcommand(new AdminCommand.User(admin)),
                new ImportCommand(invocation),
                new TourCommand(invocation, window),
                new DemoCommand(invocation, window),
                new ClientCommand(invocation, window),
                new EnrolCommand(invocation),
                new SyncCommand(invocation),
                new ShowCommand(invocation),
                new SearchCommand(invocation),
                new NoteCommand(invocation),
                new VisitCommand(invocation),
                new RecordCommand(invocation),
                new EntryCommand(invocation),
                new SetCommand(invocation),
                new SuperviseCommand(invocation),
                new AmendCommand(invocation),
                new WithdrawCommand(invocation),
                new ResolveCommand(invocation),
                new PassphraseCommand(invocation),
                new PrintCommand(invocation),
                new DumpCommand(invocation),
                new VerifyCommand(invocation),
                new ContentCommand(invocation),
                new RulesCommand(invocation),
                new GuidedCommand(invocation),
                new PlanCommand(invocation),
                new ReadabilityCommand(invocation),
                new FaultPointsCommand(invocation));
    }
}
