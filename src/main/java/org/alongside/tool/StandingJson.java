package org.alongside.tool;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.alongside.access.store.StoredStaff;
import org.alongside.caseload.CaseReader;
import org.alongside.caseload.CaseView;
import org.alongside.caseload.PromptInputs;
import org.alongside.caseload.Standings;
import org.alongside.child.ChildSummary;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Json;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.rules.Answer;
import org.alongside.rules.Inputs;
import org.alongside.rules.Name;
import org.alongside.rules.Value;
import org.alongside.rules.alone.AloneCount;
import org.alongside.rules.alone.AloneWords;
import org.alongside.rules.clock.Clock;
import org.alongside.rules.content.ContentFile.Prompt;
import org.alongside.rules.content.Word;
import org.alongside.rules.prompt.Prompts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// How it stands with children, as `show clocks`, `show seen-alone` and `show prompts` write it.
final class StandingJson {
    private final Laptop laptop;
    private final Instant now;
    private final LocalDate today;
    private final Standings standings;
    private final CaseReader cases;

    StandingJson(Laptop laptop) {
        this.laptop = laptop;
        this.now = laptop.clock().instant();
        this.today = Clocks.day(now);
        this.standings = new Standings(new StoredStaff(laptop.store()));
        this.cases = new CaseReader(laptop.log(), laptop.staff(), standings.alone());
    }

    ObjectNode clocks(List<ChildSummary> children) {
        ObjectNode json = Json.object();
        ArrayNode clocks = json.putArray("clocks");
        for (ChildSummary child : children) {
            standings.clocks(cases.read(child), now).forEach(clock -> clocks.add(clock(child, clock)));
        }
        return json;
    }

    private static ObjectNode clock(ChildSummary child, Clock clock) {
        ObjectNode json = Json.object();
        json.put("rule_id", clock.rule().id());
        json.put("rule_version", clock.rule().version());
        json.put("title", clock.rule().title());
        json.put("child", child.id().toString());
        json.put("external_id", child.externalId());
        json.putObject("trigger")
                .put("event", clock.triggerType())
                .put("date", clock.at().asDay().toString());
        ClockJson.put(json, clock.due());
        json.put("explanation", clock.explanation());
        json.put("state", clock.state().word());
        return json;
    }

    ObjectNode seenAlone(List<ChildSummary> children) {
        ObjectNode json = Json.object();
        ArrayNode all = json.putArray("children");
        children.forEach(child -> all.add(seenAlone(child, standings.alone(cases.read(child), today))));
        return json;
    }

    private static ObjectNode seenAlone(ChildSummary child, AloneCount count) {
        ObjectNode json = Json.object();
        json.put("child", child.id().toString());
        json.put("external_id", child.externalId());
        json.put("in_scope", count.inScope());
        json.put("not_alone_streak", count.streak());
        json.put("obstructed_in_streak", count.obstructed());
        json.put("days_since_alone", count.daysSinceAlone());
        json.put("last_alone", ClockJson.text(count.lastAlone()));
        json.put("last_seen", ClockJson.text(count.lastSeen()));
        json.put("asleep_streak", count.asleepStreak());
        json.put("level", count.level());
        ArrayNode reasons = json.putArray("reasons");
        count.because().forEach(reasons::add);
        AloneCount.Decision decision = count.decision();
        json.put("decision_due", decision == null ? null : decision.by().toString());
        json.put("decides", decision == null ? null : decision.decides());
        json.put("words", AloneWords.days(count));
        return json;
    }

    /// @param context inputs that stand in place of those worked out; null for none
    ObjectNode prompts(ChildSummary child, String phase, @Nullable Path context) {
        CaseView view = cases.read(child);
        int sibs = (int) laptop.children().family(child.id()).stream()
                .filter(each -> each.plan().isPresent())
                .count();
        Inputs inputs =
                new PromptInputs(laptop.log(), laptop.me().name()).of(view, standings.alone(view, today), sibs, today);
        if (context != null) {
            inputs = over(inputs, InputFile.object(context));
        }
        return prompts(Prompts.shipped().choose(phase(phase), inputs, setAside(view)));
    }

    private Set<String> setAside(CaseView view) {
        return view.setAside().stream()
                .filter(each -> each.until() == null || today.isBefore(each.until()))
                .map(CaseView.SetAside::prompt)
                .collect(Collectors.toUnmodifiableSet());
    }

    static ObjectNode prompts(Prompts.Choice choice) {
        ObjectNode json = Json.object();
        ArrayNode shown = json.putArray("shown");
        ArrayNode more = json.putArray("more");
        ObjectNode texts = json.putObject("texts");
        choice.shown().forEach(prompt -> put(prompt, shown, texts));
        choice.more().forEach(prompt -> put(prompt, more, texts));
        return json;
    }

    private static void put(Prompt prompt, ArrayNode list, ObjectNode texts) {
        list.add(prompt.id());
        texts.put(prompt.id(), prompt.text());
    }

    /// Inputs with what a context file says; an unknown name or a value that it cannot hold is named.
    static Inputs over(Inputs inputs, ObjectNode context) {
        var problems = new ArrayList<Problem>();
        Inputs all = inputs;
        for (var member : context.properties()) {
            Name name = inputs.vocabulary().find(member.getKey()).orElse(null);
            JsonNode given = member.getValue();
            var value = name == null ? Optional.<Value>empty() : Answer.value(given, name.type());
            if (value.isEmpty()) {
                problems.add(Problem.at(member.getKey(), "input-wrong", Texts.of("tool.input-wrong")));
            } else {
                all = all.with(member.getKey(), value.get());
            }
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        return all;
    }

    private static Prompt.Phase phase(String phase) {
        for (Prompt.Phase each : Prompt.Phase.values()) {
            if (Word.of(each).equals(phase)) {
                return each;
            }
        }
        throw BadInput.of("phase-unknown", "phase", Texts.of("tool.phase-unknown"));
    }
}
