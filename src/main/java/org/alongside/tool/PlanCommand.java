package org.alongside.tool;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Json;
import org.alongside.kernel.Texts;
import org.alongside.plan.Finding;
import org.alongside.plan.Linter;
import org.alongside.plan.Plan;
import org.alongside.plan.PlanFile;
import org.alongside.plan.PlanReading;
import org.alongside.rules.DateText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `plan`: the questions that a plan raises. It needs no home.
@Command(name = "plan", description = "Plans: check.", mixinStandardHelpOptions = true)
final class PlanCommand {
    private final Invocation invocation;

    PlanCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Command(
            name = "check",
            description = "Asks the plan linter's questions of a plan.",
            mixinStandardHelpOptions = true)
    int check(
            @Parameters(index = "0", paramLabel = "PLAN.json", description = "The plan.") Path file,
            @Option(
                            names = "--agreed",
                            paramLabel = "DATE",
                            description = "The day it was agreed, in place of the file's.")
                    @Nullable
                    String agreed,
            @Option(
                            names = "--next-review",
                            paramLabel = "DATE",
                            description = "The day of the next review, in place of the file's.")
                    @Nullable
                    String nextReview) {
        LocalDate today = Clocks.today(invocation.clock());
        Plan plan = PlanFile.read(InputFile.object(file), today, day(agreed, "agreed"), day(nextReview, "next-review"));
        List<Finding> findings = Linter.shipped().check(plan, today);
        ObjectNode json = Json.object();
        ArrayNode list = json.putArray("findings");
        for (Finding finding : findings) {
            list.addObject()
                    .put("code", finding.code())
                    .put("level", finding.level().name().toLowerCase(java.util.Locale.ROOT))
                    .put("where", finding.where())
                    .put("text", finding.text())
                    .put("message", finding.question());
        }
        json.put("reading_age", ReadabilityCommand.rounded(PlanReading.of(plan).readingAge()));
        invocation.answer(json);
        if (!invocation.json()) {
            findings.forEach(finding -> invocation.say(Texts.of(
                    "tool.plan-finding",
                    finding.code(),
                    finding.level().name().toLowerCase(java.util.Locale.ROOT),
                    finding.where(),
                    finding.question())));
            invocation.say(Texts.of(
                    "tool.plan-findings",
                    findings.size(),
                    String.valueOf(PlanReading.of(plan).about())));
        }
        return findings.isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
    }

    private static @Nullable LocalDate day(@Nullable String written, String option) {
        if (written == null) {
            return null;
        }
        return DateText.day(written)
                .orElseThrow(() -> BadInput.of(
                        "date-not-understood", option, "\"" + written + "\" is not a day such as 2026-11-18."));
    }
}
