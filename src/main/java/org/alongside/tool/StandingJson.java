package org.alongside.tool;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.alongside.caseload.CasePrompts;
import org.alongside.caseload.Standing;
import org.alongside.child.ChildSummary;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Json;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.rules.Answer;
import org.alongside.rules.Inputs;
import org.alongside.rules.Name;
import org.alongside.rules.PracticeInputs;
import org.alongside.rules.Value;
import org.alongside.rules.alone.AloneCount;
import org.alongside.rules.alone.AloneWords;
import org.alongside.rules.clock.Clock;
import org.alongside.rules.content.ContentFile.Prompt;
import org.alongside.rules.content.Word;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// How it stands with children, as `show clocks`, `show seen-alone` and `show prompts` write it.
final class StandingJson {
    private final Laptop laptop;

    StandingJson(Laptop laptop) {
        this.laptop = laptop;
    }

    ObjectNode clocks(List<ChildSummary> children) {
        ObjectNode json = Json.object();
        ArrayNode clocks = json.putArray("clocks");
        laptop.board()
                .of(children)
                .values()
                .forEach(one -> one.clocks().forEach(clock -> clocks.add(clock(one.child(), clock))));
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
        laptop.board().of(children).values().forEach(one -> all.add(seenAlone(one)));
        return json;
    }

    private static ObjectNode seenAlone(Standing standing) {
        ChildSummary child = standing.child();
        AloneCount count = standing.alone();
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
        Inputs given = context == null
                ? Inputs.none(PracticeInputs.vocabulary())
                : over(Inputs.none(PracticeInputs.vocabulary()), InputFile.object(context));
        return json(laptop.prompts().choose(phase(phase), child.id(), given).orElseThrow());
    }

    private static ObjectNode json(CasePrompts.Chosen chosen) {
        ObjectNode json = Json.object();
        ArrayNode shown = json.putArray("shown");
        ArrayNode more = json.putArray("more");
        ObjectNode texts = json.putObject("texts");
        chosen.choice().shown().forEach(prompt -> shown.add(prompt.id()));
        chosen.choice().more().forEach(prompt -> more.add(prompt.id()));
        Stream.concat(chosen.choice().shown().stream(), chosen.choice().more().stream())
                .forEach(prompt -> texts.put(prompt.id(), chosen.text(prompt)));
        return json;
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
