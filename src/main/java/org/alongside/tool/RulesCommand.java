package org.alongside.tool;

import java.nio.file.Path;
import java.time.LocalDate;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Json;
import org.alongside.kernel.Limits;
import org.alongside.kernel.Texts;
import org.alongside.rules.DateText;
import org.alongside.rules.clock.Arithmetic;
import org.alongside.rules.clock.Due;
import org.alongside.rules.clock.GivenFacts;
import org.alongside.rules.clock.LocalNumbers;
import org.alongside.rules.clock.WorkingDays;
import org.alongside.rules.content.ContentFile.Holidays;
import org.alongside.rules.content.ContentFile.RuleBook;
import org.alongside.rules.content.ContentLibrary;
import org.alongside.rules.content.Fact;
import org.alongside.rules.content.Rule;
import org.alongside.rules.content.Word;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `rules`: the timescale rules, worked out for facts that are given. It needs no home and has no
/// council.
@Command(name = "rules", description = "Timescale rules: list, due, calendar.", mixinStandardHelpOptions = true)
final class RulesCommand {
    private final Invocation invocation;
    private @Nullable ContentLibrary content;

    RulesCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Command(
            name = "list",
            description = "Every rule, with the facts it takes and its source.",
            mixinStandardHelpOptions = true)
    int list() {
        RuleBook book = book();
        ObjectNode json = Json.object();
        ArrayNode rules = json.putArray("rules");
        for (Rule rule : book.rules().values()) {
            rules.add(listed(book, rule));
            if (!invocation.json()) {
                invocation.say(rule.id() + ": " + rule.title());
            }
        }
        invocation.answer(json);
        return ExitCode.DONE;
    }

    @Command(
            name = "due",
            description = "The date that a rule gives for the facts of a file, with its arithmetic in words.",
            mixinStandardHelpOptions = true)
    int due(
            @Option(names = "--rule", required = true, paramLabel = "ID", description = "Which rule.") String id,
            @Option(names = "--facts", required = true, paramLabel = "FACTS.json", description = "The facts.")
                    Path file,
            @Option(names = "--on", paramLabel = "DATE", description = "For which day to tell the state; today.")
                    @Nullable
                    String on) {
        RuleBook book = book();
        Rule rule = book.rules().get(id);
        if (rule == null) {
            throw BadInput.of("rule-unknown", "rule", Texts.of("tool.rule-unknown", id));
        }
        LocalDate today = on == null ? Clocks.today(invocation.clock()) : day(on, "on");
        var facts = new GivenFacts(book).read(rule, InputFile.object(file));
        Due due = new Arithmetic(calendar(), LocalNumbers.proposed()).due(rule, facts);
        ObjectNode json = Json.object();
        json.put("rule_id", rule.id());
        json.put("rule_version", rule.version());
        ClockJson.put(json, due);
        json.put("state", due.state(today).word());
        invocation.answer(json);
        if (!invocation.json()) {
            invocation.say(due.explanation());
        }
        return ExitCode.DONE;
    }

    @Command(
            name = "calendar",
            description = "Working days and bank holidays between two days.",
            mixinStandardHelpOptions = true)
    int calendar(
            @Option(names = "--from", required = true, paramLabel = "D", description = "The first day.") String from,
            @Option(names = "--to", required = true, paramLabel = "D", description = "The last day.") String to) {
        LocalDate first = day(from, "from");
        LocalDate last = day(to, "to");
        if (last.isBefore(first) || first.plusDays(Limits.CALENDAR_DAYS).isBefore(last)) {
            throw BadInput.of("calendar-span", "to", Texts.of("tool.calendar-span", Limits.CALENDAR_DAYS));
        }
        invocation.answer(calendar(first, last));
        return ExitCode.DONE;
    }

    private RuleBook book() {
        return content()
                .find("timescale-rules-england", RuleBook.class, Clocks.today(invocation.clock()))
                .orElseThrow();
    }

    private WorkingDays calendar() {
        return new WorkingDays(content()
                .find("bank-holidays-england", Holidays.class, Clocks.today(invocation.clock()))
                .orElseThrow());
    }

    /// Read once a run: a mistake in it is told once.
    private ContentLibrary content() {
        ContentLibrary read = content;
        if (read == null) {
            read = invocation.contentWithoutHome().library();
            content = read;
        }
        return read;
    }

    private ObjectNode calendar(LocalDate first, LocalDate last) {
        WorkingDays calendar = calendar();
        ObjectNode json = Json.object();
        ArrayNode days = json.putArray("days");
        int working = 0;
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            boolean works = calendar.isWorkingDay(day);
            String holiday = calendar.holiday(day).orElse(null);
            working += works ? 1 : 0;
            days.addObject()
                    .put("date", day.toString())
                    .put("working_day", works)
                    .put("holiday", holiday)
                    .put("known", calendar.isKnown(day));
            if (!invocation.json() && !works) {
                invocation.say(day + " " + (holiday == null ? "weekend" : holiday));
            }
        }
        json.put("working_days", working);
        json.put("known_to", calendar.lastKnown().toString());
        return json;
    }

    private static ObjectNode listed(RuleBook book, Rule rule) {
        Rule.Counting due = rule.machine().due();
        ObjectNode json = Json.object();
        json.put("id", rule.id());
        json.put("title", rule.title());
        json.put("version", rule.version());
        json.put("domain", rule.domain());
        json.put("kind", Word.of(rule.machine().kind()));
        json.put(
                "unit",
                due.amount().unit() == null ? null : Word.of(due.amount().unit()));
        json.put("value", due.amount().value());
        json.put("proposed", due.amount().proposed());
        ArrayNode facts = json.putArray("facts");
        rule.machine().facts().forEach((name, required) -> {
            Fact fact = book.facts().get(name);
            ObjectNode one = facts.addObject().put("name", name);
            one.put("type", fact == null ? null : Word.of(fact.kind()));
            switch (required.toString()) {
                case "True" -> one.put("required", true);
                case "False" -> one.put("required", false);
                default -> one.put("required", required.toString());
            }
            one.put("meaning", fact == null ? null : fact.meaning());
        });
        json.put("source", rule.authority());
        json.put("confidence", Word.of(rule.confidence()));
        json.put("status", Word.of(rule.status()));
        return json;
    }

    private static LocalDate day(String text, String option) {
        return DateText.day(text)
                .orElseThrow(() -> BadInput.of(
                        "date-not-understood", option, "\"" + text + "\" is not a day such as 2026-11-18."));
    }
}
